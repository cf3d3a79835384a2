//! What one field of one record can hold.

use crate::ids::RecordId;

/// The value of a field. An empty field has no value (`None` where this is wanted).
///
/// Dates, countries and languages are texts in a standard's notation; the field's declared
/// [type](crate::kinds::FieldType) says which, and [`rules`](crate::rules) check it on the way in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Text in Unicode's composed form (NFC).
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// Another record, which may not have arrived here yet.
    Reference(RecordId),
}

impl Value {
    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Integer(_) | Self::Boolean(_) | Self::Reference(_) => None,
        }
    }

    /// The record referred to, if this is a reference.
    pub fn as_reference(&self) -> Option<RecordId> {
        match self {
            Self::Reference(id) => Some(*id),
            Self::Integer(_) | Self::Boolean(_) | Self::Text(_) => None,
        }
    }

    /// The whole number, if this is one.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            Self::Text(_) | Self::Boolean(_) | Self::Reference(_) => None,
        }
    }

    /// Whether this is a plain yes.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Boolean(true))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<RecordId> for Value {
    fn from(id: RecordId) -> Self {
        Self::Reference(id)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Boolean(yes)
    }
}

impl std::fmt::Display for Value {
    /// As an officer or a script would type it: numbers in digits, `true`/`false`, ids in their hyphened form.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Boolean(yes) => yes.fmt(f),
            Self::Reference(id) => id.fmt(f),
        }
    }
}

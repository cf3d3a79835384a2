//! What a field accepts, and what an agreement's dates mean: pure functions.

pub mod agreement_state;
mod contact;
mod field;
pub(crate) mod holding;
pub(crate) mod person_name;
mod record;
pub(crate) mod scripts;
mod title;

pub use field::{MAX_LONG_TEXT, MAX_TEXT, check as check_field, fits};
pub use record::check as check_record;
pub use title::{sort_key, title};

use crate::kinds::{FieldNumber, Kind, LEFT_OUT};
use crate::value::Value;

/// The values of a record's fields that have one.
pub type Values = std::collections::BTreeMap<FieldNumber, Value>;

/// The text in a field, by the field's name; `None` if it is empty, or of a kind that has no such field.
pub(crate) fn text<'a>(kind: Kind, values: &'a Values, field: &str) -> Option<&'a str> {
    values.get(&kind.field(field)?.number)?.as_text()
}

/// Puts a value into a field, or empties it.
pub(crate) fn put(values: &mut Values, field: FieldNumber, value: Option<Value>) {
    match value {
        Some(value) => drop(values.insert(field, value)),
        None => drop(values.remove(&field)),
    }
}

/// Whether a record with these values is out of sight on this laptop.
pub fn is_left_out(values: &Values) -> bool {
    values.get(&LEFT_OUT).is_some_and(Value::is_true)
}

/// Why a field's value is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// It must not be empty.
    #[error("must not be empty")]
    Required,
    /// It has more characters than allowed.
    #[error("has more than {limit} characters")]
    TooLong {
        /// How many are allowed.
        limit: usize,
    },
    /// It holds a character that cannot be seen or written, such as a control character.
    #[error("holds the invisible character U+{code:04X}")]
    InvisibleCharacter {
        /// Its code point.
        code: u32,
    },
    /// No date in one of the known forms, or a day no calendar has.
    #[error("is not a date such as 2023-10-19, 2023-10, 2023 or --12-08")]
    NotADate,
    /// Something else than a text.
    #[error("is not a text")]
    NotAText,
    /// Not the code of a country.
    #[error("is not a country's two-letter code (ISO 3166-1)")]
    NotACountry,
    /// Not the tag of a language.
    #[error("is not a language's tag such as en, zh-Hans or ky-Cyrl (BCP 47)")]
    NotALanguage,
    /// Not a whole number in the allowed range.
    #[error("is not a whole number from 0 to {max}")]
    NotANumber {
        /// The greatest allowed.
        max: i64,
    },
    /// Neither yes nor no.
    #[error("is neither true nor false")]
    NotYesOrNo,
    /// None of the codes to choose from.
    #[error("is none of: {0}")]
    NotAChoice(String),
    /// Not a record here that the field may refer to.
    #[error("is not a record that can stand here")]
    NotARecord,
    /// Not a fingerprint of a file.
    #[error("is not a fingerprint of 64 hexadecimal digits")]
    NotAFingerprint,
    /// By way of other records it would be a part of itself.
    #[error("comes back to the record itself")]
    Circle,
    /// A record cannot refer to itself here.
    #[error("refers to itself")]
    Itself,
    /// No e-mail address.
    #[error("is not an e-mail address such as name@example.org")]
    NotAnEmail,
    /// No telephone number.
    #[error("is not a telephone number such as +86 21 5527 0000")]
    NotAPhone,
    /// No web address.
    #[error("is not a web address such as https://example.org")]
    NotAWebsite,
    /// Lies before the date it cannot precede.
    #[error("lies before {0}")]
    BeforeStart(&'static str),
}

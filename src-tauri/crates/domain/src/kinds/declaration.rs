//! The words a kind is declared in.

use super::Kind;

/// A field's number within its kind: what the log keeps. 0 is the deletion of the record.
pub type FieldNumber = u16;

/// The numbers of private fields begin here, so that every program knows them, also one that does not know the field:
/// what stands in them never leaves the laptop, and decides nothing that others see.
pub const PRIVATE: FieldNumber = 1 << 15;

/// Whether a record is out of sight on this laptop: a private field that every kind has besides those it declares, set
/// when a record that came with an import is left out, or the import taken back.
pub const LEFT_OUT: FieldNumber = PRIVATE + 1;

/// A kind's name, fields and the fields that title it.
#[derive(Debug)]
pub struct Declaration {
    /// In lower case with hyphens: the table's name, the command line's word, the label's key.
    pub name: &'static str,
    /// In the order in which a form shows them.
    pub fields: &'static [Field],
    /// The names of the fields that title the record: the first of them that is not empty, but see
    /// [`rules::title`](crate::rules::title) for people.
    pub title: &'static [&'static str],
}

/// Which of the rows that belong to a record are told beside its title wherever it is listed: where a person works,
/// who the parties to an agreement are.
#[derive(Debug)]
pub struct Companions {
    /// Their kind.
    pub rows: Kind,
    /// The names of the fields that tell who it is: the first of them that is not empty.
    pub who: &'static [&'static str],
    /// The name of the field that tells as what.
    pub role: Option<&'static str>,
}

/// One field of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// For ever the same.
    pub number: FieldNumber,
    /// In lower case with hyphens.
    pub name: &'static str,
    /// What it can hold.
    pub field_type: FieldType,
    /// The name by which lists of the records that its own can belong to are filtered by it.
    pub filters: Option<&'static str>,
    /// Of a choice: the code that an empty one means.
    pub empty: Option<&'static str>,
    /// What it is good for.
    roles: u8,
}

/// What a field can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// One line of text.
    Text,
    /// Text of several lines.
    LongText,
    /// One of a list of codes.
    Choice(Choices),
    /// A date in any of the [partial forms](crate::partial_date).
    Date,
    /// A [country's](crate::country) two-letter code.
    Country,
    /// A [language's](crate::language) tag.
    Language,
    /// A whole number from 0 to this.
    Integer(i64),
    /// Yes or no; empty is no.
    Boolean,
    /// Another record of one of these kinds.
    Reference(&'static [Kind]),
    /// The record of one of these kinds that this one belongs to, and is deleted with.
    Owner(&'static [Kind]),
}

/// The codes of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    /// These and no other.
    Closed(&'static [&'static str]),
    /// These, or what the officer writes.
    Open(&'static [&'static str]),
}

impl Choices {
    /// The declared codes.
    pub const fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Closed(codes) | Self::Open(codes) => codes,
        }
    }
}

/// What a field is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Must not be empty.
    Required = 1,
    /// Found by the search box.
    Searched = 2,
    /// A column of the list, which can be sorted and filtered by it.
    Listed = 4,
}

impl FieldType {
    /// The kinds a reference may point to; none for other types.
    pub const fn references(self) -> &'static [Kind] {
        match self {
            Self::Reference(kinds) | Self::Owner(kinds) => kinds,
            _ => &[],
        }
    }

    /// Whether this is a reference to another record, owner or not.
    pub const fn is_reference(self) -> bool {
        matches!(self, Self::Reference(_) | Self::Owner(_))
    }
}

impl Field {
    /// A field of this number, name and type, with no roles.
    pub const fn new(number: FieldNumber, name: &'static str, field_type: FieldType) -> Self {
        Self { number, name, field_type, filters: None, empty: None, roles: 0 }
    }

    /// One line of text.
    pub const fn text(number: FieldNumber, name: &'static str) -> Self {
        Self::new(number, name, FieldType::Text)
    }

    /// Several lines of text.
    pub const fn long_text(number: FieldNumber, name: &'static str) -> Self {
        Self::new(number, name, FieldType::LongText)
    }

    /// Several lines of text that stay on this laptop. A kind has one such field.
    pub const fn private_text(name: &'static str) -> Self {
        Self::long_text(PRIVATE, name)
    }

    /// Whether it is [private](PRIVATE).
    pub const fn is_private(&self) -> bool {
        self.number >= PRIVATE
    }

    /// A date that may be known only in part.
    pub const fn date(number: FieldNumber, name: &'static str) -> Self {
        Self::new(number, name, FieldType::Date)
    }

    /// One of these codes.
    pub const fn choice(number: FieldNumber, name: &'static str, codes: &'static [&'static str]) -> Self {
        Self::new(number, name, FieldType::Choice(Choices::Closed(codes)))
    }

    /// One of these codes, or the officer's own word.
    pub const fn open_choice(
        number: FieldNumber,
        name: &'static str,
        codes: &'static [&'static str],
    ) -> Self {
        Self::new(number, name, FieldType::Choice(Choices::Open(codes)))
    }

    /// Must not be empty.
    pub const fn required(self) -> Self {
        self.with(Role::Required)
    }

    /// Found by the search box.
    pub const fn searched(self) -> Self {
        self.with(Role::Searched)
    }

    /// A column of the list.
    pub const fn listed(self) -> Self {
        self.with(Role::Listed)
    }

    /// What lists of the records that its own can belong to are filtered by, under this name: agreements by their
    /// parties. It must differ from the names of those records' own fields.
    pub const fn filtering(mut self, name: &'static str) -> Self {
        self.filters = Some(name);
        self
    }

    /// An empty one means this code.
    pub const fn empty_means(mut self, code: &'static str) -> Self {
        self.empty = Some(code);
        self
    }

    /// Whether the field has this role.
    pub const fn is(&self, role: Role) -> bool {
        self.roles & role as u8 != 0
    }

    const fn with(mut self, role: Role) -> Self {
        self.roles |= role as u8;
        self
    }
}

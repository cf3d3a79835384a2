//! The kinds of record, each declared once.
//!
//! A kind's fields stand in its own file here, with their number, name, type and roles. Table, projection, wire
//! type, form, label key, history line and conflict line all follow from that declaration. **To add a field**: one
//! line in the kind's file, one line for each language in `locales/*/kinds.ftl`; the store makes its projections
//! anew by itself when it meets a workspace that lacks the column.
//!
//! Numbers are what the log keeps, so they are for ever: never change or reuse one. Names may be bettered.

mod declaration;

pub mod agreement;
pub mod alias;
pub mod event;
pub mod follow_up;
pub mod institution;
pub mod owned;
pub mod person;
pub mod tag;
#[cfg(test)]
mod tests;

pub use declaration::{
    Choices, Companions, Declaration, Field, FieldNumber, FieldType, LEFT_OUT, PRIVATE, Role,
};

/// A kind of record. Its number is what the log keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
pub enum Kind {
    /// An institution, or a unit of one (N1–N6).
    Institution = 1,
    /// One name of an institution or person in one language or script, or a former one (N2, P1).
    Name = 2,
    /// A postal or visiting address (N3, P2).
    Address = 3,
    /// An e-mail address, telephone number, website or messenger name (N3, P2).
    Contact = 4,
    /// A code by which others know an institution: ROR, Erasmus, national (N4).
    Code = 5,
    /// An institution's membership of a network (N6).
    Membership = 6,
    /// A contact person (P1–P3).
    Person = 7,
    /// A language that a person speaks (P2).
    SpokenLanguage = 8,
    /// A person's role at an institution (P3).
    Affiliation = 9,
    /// A signed or planned agreement (A1–A4, A6–A8).
    Agreement = 10,
    /// A topic of an agreement (A1).
    Topic = 11,
    /// A party to an agreement, with dates of its own (A3).
    Party = 12,
    /// Who signed for a party (A4).
    Signatory = 13,
    /// What an officer means to do, about anything (F1).
    FollowUp = 14,
    /// A day on which to be reminded of a follow-up (F1).
    Reminder = 15,
    /// A conference, signing, visit, meeting or call (V1).
    Event = 16,
    /// Who took part in an event, and as what (V2).
    Participant = 17,
    /// A file kept in the workspace, by its content's hash (A13).
    Document = 18,
    /// A word that officers group records by (P8).
    Tag = 19,
    /// A tag put on a record.
    Tagging = 20,
    /// A laptop that takes part, and its officer.
    Device = 21,
    /// That a record is what another one, a duplicate in the trash, was.
    Alias = 22,
}

impl Kind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 22] = [
        Self::Institution,
        Self::Name,
        Self::Address,
        Self::Contact,
        Self::Code,
        Self::Membership,
        Self::Person,
        Self::SpokenLanguage,
        Self::Affiliation,
        Self::Agreement,
        Self::Topic,
        Self::Party,
        Self::Signatory,
        Self::FollowUp,
        Self::Reminder,
        Self::Event,
        Self::Participant,
        Self::Document,
        Self::Tag,
        Self::Tagging,
        Self::Device,
        Self::Alias,
    ];

    /// The kinds that have a page of their own and are found by search.
    pub const MAIN: [Self; 6] =
        [Self::Institution, Self::Person, Self::Agreement, Self::Event, Self::FollowUp, Self::Tag];

    /// The number that the log keeps.
    pub const fn number(self) -> u16 {
        self as u16
    }

    /// The kind of this number, or `None` if this program does not know it.
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// The kind of this name, or `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its name, as the table, the command line and label keys have it.
    pub fn name(self) -> &'static str {
        self.declaration().name
    }

    /// Whether its records have a page of their own.
    pub fn is_main(self) -> bool {
        Self::MAIN.contains(&self)
    }

    /// Its declared fields, in the order in which a form shows them.
    pub fn fields(self) -> &'static [Field] {
        self.declaration().fields
    }

    /// The columns of its table: its declared fields, and the one that every kind has.
    pub fn columns(self) -> impl Iterator<Item = &'static Field> {
        const EVERY_KIND: &Field = &Field::new(LEFT_OUT, "left-out", FieldType::Boolean);
        self.fields().iter().chain([EVERY_KIND])
    }

    /// Whether this field alone titles its records, so that their order by title is the order by it.
    pub fn is_titled_by(self, field: &Field) -> bool {
        self.is_main() && self.declaration().title == [field.name]
    }

    /// The field of this name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The field of this number, be it the one that every kind has.
    pub fn field_by_number(self, number: FieldNumber) -> Option<&'static Field> {
        self.columns().find(|field| field.number == number)
    }

    /// The field that names the record this one belongs to, for kinds that have no page of their own.
    pub fn owner_field(self) -> Option<&'static Field> {
        self.fields().iter().find(|field| matches!(field.field_type, FieldType::Owner(_)))
    }

    /// The kinds whose records can belong to one of this kind.
    pub fn owned_kinds(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |kind| self.may_own(*kind))
    }

    /// What lists of this kind are filtered by of what belongs to its records: each field with its kind.
    pub fn row_filters(self) -> impl Iterator<Item = (Self, &'static Field)> {
        self.owned_kinds().flat_map(|rows| {
            rows.fields().iter().filter(|field| field.filters.is_some()).map(move |field| (rows, field))
        })
    }

    /// The one of the [row filters](Self::row_filters) of this name.
    pub fn row_filter(self, name: &str) -> Option<(Self, &'static Field)> {
        self.row_filters().find(|(_, field)| field.filters == Some(name))
    }

    /// Whether a record of another kind can belong to one of this kind. Kinds own each other in no circle.
    pub fn may_own(self, other: Self) -> bool {
        other.owner_field().is_some_and(|field| field.field_type.references().contains(&self))
    }

    /// What of its rows is told beside the title of a record of this kind.
    pub fn companions(self) -> Option<&'static Companions> {
        match self {
            Self::Person => Some(&person::WORK),
            Self::Agreement => Some(&agreement::PARTIES),
            _ => None,
        }
    }

    /// What the kind declares.
    pub fn declaration(self) -> &'static Declaration {
        match self {
            Self::Institution => &institution::INSTITUTION,
            Self::Name => &owned::NAME,
            Self::Address => &owned::ADDRESS,
            Self::Contact => &owned::CONTACT,
            Self::Code => &institution::CODE,
            Self::Membership => &institution::MEMBERSHIP,
            Self::Person => &person::PERSON,
            Self::SpokenLanguage => &person::SPOKEN_LANGUAGE,
            Self::Affiliation => &person::AFFILIATION,
            Self::Agreement => &agreement::AGREEMENT,
            Self::Topic => &agreement::TOPIC,
            Self::Party => &agreement::PARTY,
            Self::Signatory => &agreement::SIGNATORY,
            Self::FollowUp => &follow_up::FOLLOW_UP,
            Self::Reminder => &follow_up::REMINDER,
            Self::Event => &event::EVENT,
            Self::Participant => &event::PARTICIPANT,
            Self::Document => &owned::DOCUMENT,
            Self::Tag => &tag::TAG,
            Self::Tagging => &tag::TAGGING,
            Self::Device => &owned::DEVICE,
            Self::Alias => &alias::ALIAS,
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

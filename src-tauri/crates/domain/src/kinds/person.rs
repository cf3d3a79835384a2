//! Contact people, what they speak and where they work (P1–P3).

use super::{Companions, Declaration, Field, FieldType, Kind};

/// A contact person. The order of the name's parts is a fact about the person (P1), not of the interface.
pub const PERSON: Declaration = Declaration {
    name: "person",
    title: &["given", "family", "name-order", "original-name", "romanised-name"],
    fields: &[
        Field::text(1, "honorific"),
        Field::text(2, "given").searched().listed(),
        Field::text(3, "family").searched().listed(),
        Field::choice(4, "name-order", &["given-first", "family-first"]),
        Field::text(5, "original-name").searched().listed(),
        Field::text(6, "romanised-name").searched(),
        Field::text(7, "phonetic-name").searched(),
        Field::text(8, "salutation"),
        Field::new(9, "country", FieldType::Country).listed(),
        Field::long_text(10, "note").searched(),
        Field::private_text("private-note").searched(),
    ],
};

/// A language that the person speaks.
pub const SPOKEN_LANGUAGE: Declaration = Declaration {
    name: "spoken-language",
    title: &["language"],
    fields: &[
        Field::new(1, "person", FieldType::Owner(&[Kind::Person])).required(),
        Field::new(2, "language", FieldType::Language).required(),
        Field::choice(3, "level", &["native", "fluent", "working", "basic"]),
    ],
};

/// A role at an institution. Who left is not deleted: `to` says when, `ended` that it is over.
pub const AFFILIATION: Declaration = Declaration {
    name: "affiliation",
    title: &["role"],
    fields: &[
        Field::new(1, "person", FieldType::Owner(&[Kind::Person])).required(),
        Field::new(2, "institution", FieldType::Reference(&[Kind::Institution])).filtering("affiliation"),
        Field::text(3, "unit").searched(),
        Field::text(4, "role").searched(),
        Field::date(5, "from"),
        Field::date(6, "to"),
        Field::new(7, "ended", FieldType::Boolean),
        Field::long_text(8, "note"),
    ],
};

/// Where a person works, and as what.
pub const WORK: Companions =
    Companions { rows: Kind::Affiliation, who: &["institution", "unit", "role"], role: Some("role") };

//! Institutions, the codes others know them by, and their memberships (N1–N6).

use super::{Declaration, Field, FieldType, Kind};

/// The alliance's member classes and the bodies it deals with (N1). Officers may add their own.
const KINDS: &[&str] = &[
    "university",
    "research-institute",
    "hospital",
    "company",
    "dealer",
    "association",
    "government-body",
    "science-park",
    "law-firm",
    "consultancy",
    "incubator",
    "venture-fund",
    "medical-service-agency",
    "network",
    "unit",
];

/// An institution, or a unit or affiliate of one.
pub const INSTITUTION: Declaration = Declaration {
    name: "institution",
    title: &["name"],
    fields: &[
        Field::text(1, "name").required().searched().listed(),
        Field::text(2, "short-name").searched().listed(),
        Field::open_choice(3, "kind", KINDS).listed(),
        Field::new(4, "country", FieldType::Country).listed(),
        Field::text(5, "city").searched().listed(),
        Field::text(6, "number").searched().listed(),
        Field::new(7, "part-of", FieldType::Reference(&[Kind::Institution])).listed(),
        Field::long_text(8, "note").searched(),
        Field::private_text("private-note").searched(),
    ],
};

/// A code by which others know the institution.
pub const CODE: Declaration = Declaration {
    name: "code",
    title: &["value"],
    fields: &[
        Field::new(1, "owner", FieldType::Owner(&[Kind::Institution])).required(),
        Field::open_choice(2, "scheme", &["ror", "erasmus", "national", "tax", "isni"]),
        Field::text(3, "value").required().searched(),
    ],
};

/// A membership of a network, with role and dates.
pub const MEMBERSHIP: Declaration = Declaration {
    name: "membership",
    title: &[],
    fields: &[
        Field::new(1, "member", FieldType::Owner(&[Kind::Institution])).required(),
        Field::new(2, "network", FieldType::Reference(&[Kind::Institution]))
            .required()
            .filtering("membership"),
        Field::open_choice(
            3,
            "role",
            &["founding", "member", "council", "chair", "observer", "candidate", "former"],
        ),
        Field::date(4, "from"),
        Field::date(5, "to"),
        Field::long_text(6, "note"),
    ],
};

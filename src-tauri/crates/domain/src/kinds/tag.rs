//! Tags, and where they are put.

use super::{Declaration, Field, FieldType, Kind};

/// A word that officers group records by.
pub const TAG: Declaration = Declaration {
    name: "tag",
    title: &["name"],
    fields: &[Field::text(1, "name").required().searched().listed(), Field::long_text(2, "note").searched()],
};

/// A tag on a record.
pub const TAGGING: Declaration = Declaration {
    name: "tagging",
    title: &[],
    fields: &[
        Field::new(
            1,
            "record",
            FieldType::Owner(&[
                Kind::Institution,
                Kind::Person,
                Kind::Agreement,
                Kind::Event,
                Kind::FollowUp,
            ]),
        )
        .required(),
        Field::new(2, "tag", FieldType::Reference(&[Kind::Tag])).required().filtering("tag"),
    ],
};

//! What became of duplicates.

use super::{Declaration, Field, FieldType, Kind};

/// One record is the other: the duplicate lies in the trash, and whatever refers to it means the record that this
/// belongs to. It counts no more once the duplicate is back in use.
pub const ALIAS: Declaration = Declaration {
    name: "alias",
    title: &[],
    fields: &[
        Field::new(1, "record", FieldType::Owner(&Kind::MAIN)).required(),
        Field::new(2, "duplicate", FieldType::Reference(&Kind::MAIN)).required(),
    ],
};

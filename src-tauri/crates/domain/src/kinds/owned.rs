//! Kinds that more than one other kind owns, and the laptop itself.

use super::{Declaration, Field, FieldType, Kind};

/// A name in one language or script, or a former one.
pub const NAME: Declaration = Declaration {
    name: "name",
    title: &["text"],
    fields: &[
        Field::new(1, "owner", FieldType::Owner(&[Kind::Institution, Kind::Person])).required(),
        Field::text(2, "text").required().searched(),
        Field::new(3, "language", FieldType::Language),
        Field::choice(4, "use", &["official", "translated", "romanised", "phonetic", "short", "former"]),
        Field::date(5, "until"),
    ],
};

/// A street, mailing or visiting address.
pub const ADDRESS: Declaration = Declaration {
    name: "address",
    title: &["lines", "city"],
    fields: &[
        Field::new(1, "owner", FieldType::Owner(&[Kind::Institution, Kind::Person])).required(),
        Field::open_choice(2, "use", &["street", "mailing", "home"]),
        Field::long_text(3, "lines").searched(),
        Field::text(4, "postcode").searched(),
        Field::text(5, "city").searched(),
        Field::new(6, "country", FieldType::Country),
    ],
};

/// A way to reach someone. What the value must look like depends on the medium.
pub const CONTACT: Declaration = Declaration {
    name: "contact",
    title: &["value"],
    fields: &[
        Field::new(1, "owner", FieldType::Owner(&[Kind::Institution, Kind::Person])).required(),
        Field::open_choice(
            2,
            "medium",
            &["email", "phone", "mobile", "fax", "website", "wechat", "whatsapp", "telegram"],
        )
        .required(),
        Field::text(3, "value").required().searched(),
        Field::text(4, "label"),
        Field::new(5, "language", FieldType::Language),
    ],
};

/// A file, kept in the workspace by the BLAKE3 hash of its content (64 hexadecimal digits).
pub const DOCUMENT: Declaration = Declaration {
    name: "document",
    title: &["name"],
    fields: &[
        Field::new(
            1,
            "owner",
            FieldType::Owner(&[
                Kind::Institution,
                Kind::Person,
                Kind::Agreement,
                Kind::Event,
                Kind::FollowUp,
            ]),
        )
        .required(),
        Field::text(2, "name").required().searched(),
        Field::open_choice(3, "use", &["signed", "draft", "annex", "letter", "minutes"]),
        Field::new(4, "language", FieldType::Language),
        Field::text(5, "content-hash").required(),
        Field::new(6, "size", FieldType::Integer(i64::MAX)).required(),
        Field::text(7, "note"),
    ],
};

/// A laptop that takes part. Its record's id is its device id.
pub const DEVICE: Declaration = Declaration {
    name: "device",
    title: &["name"],
    fields: &[
        Field::text(1, "name").required(),
        Field::text(2, "officer").required(),
        // The device as which the same workspace went on before it was restored or copied.
        Field::new(3, "continues", FieldType::Reference(&[Kind::Device])),
        // No longer in use, so that nobody waits for what it has.
        Field::new(4, "retired", FieldType::Boolean),
    ],
};

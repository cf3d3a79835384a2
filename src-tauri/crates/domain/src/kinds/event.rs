//! Events and who took part (V1, V2).

use super::{Declaration, Field, FieldType, Kind};

/// A conference, signing ceremony, visit, meeting or call.
pub const EVENT: Declaration = Declaration {
    name: "event",
    title: &["title"],
    fields: &[
        Field::text(1, "title").required().searched().listed(),
        Field::open_choice(2, "kind", &["conference", "ceremony", "visit", "meeting", "call"]).listed(),
        Field::date(3, "start").listed(),
        Field::date(4, "end").listed(),
        Field::text(5, "place").searched().listed(),
        Field::new(6, "country", FieldType::Country).listed(),
        Field::choice(7, "mode", &["on-site", "online", "hybrid"]).listed(),
        Field::text(8, "theme").searched(),
        Field::long_text(9, "programme").searched(),
        Field::long_text(10, "note").searched(),
        Field::private_text("private-note").searched(),
    ],
};

/// An institution or person that took part, and as what.
pub const PARTICIPANT: Declaration = Declaration {
    name: "participant",
    title: &[],
    fields: &[
        Field::new(1, "event", FieldType::Owner(&[Kind::Event])).required(),
        Field::new(2, "who", FieldType::Reference(&[Kind::Institution, Kind::Person]))
            .required()
            .filtering("participant"),
        Field::open_choice(
            3,
            "role",
            &["host", "co-host", "speaker", "delegate", "guest", "observer", "witness"],
        ),
        Field::text(4, "note"),
    ],
};

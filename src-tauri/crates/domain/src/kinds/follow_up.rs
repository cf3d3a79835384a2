//! Follow-ups and their reminders (F1).

use super::{Declaration, Field, FieldType, Kind};

/// What an officer means to do about something, and by when.
pub const FOLLOW_UP: Declaration = Declaration {
    name: "follow-up",
    title: &["title"],
    fields: &[
        Field::text(1, "title").required().searched().listed(),
        Field::date(2, "due").listed(),
        Field::new(
            3,
            "about",
            FieldType::Reference(&[Kind::Institution, Kind::Person, Kind::Agreement, Kind::Event]),
        )
        .listed(),
        Field::text(4, "assignee").searched().listed(),
        Field::choice(5, "priority", &["high", "normal", "low"]).listed(),
        Field::choice(6, "state", &["open", "done", "dropped"]).empty_means("open").listed(),
        Field::date(7, "done-on"),
        Field::long_text(8, "note").searched(),
        Field::private_text("private-note").searched(),
    ],
};

/// A day on which to be reminded.
pub const REMINDER: Declaration = Declaration {
    name: "reminder",
    title: &["on"],
    fields: &[
        Field::new(1, "follow-up", FieldType::Owner(&[Kind::FollowUp])).required(),
        Field::date(2, "on").required(),
    ],
};

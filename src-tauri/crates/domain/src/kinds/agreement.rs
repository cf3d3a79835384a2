//! Agreements, their topics, parties and signatories (A1–A4, A6–A8).

use super::{Companions, Declaration, Field, FieldType, Kind};

/// An agreement. What its dates mean today is worked out by [`rules::agreement_state`](crate::rules::agreement_state).
pub const AGREEMENT: Declaration = Declaration {
    name: "agreement",
    title: &["title"],
    fields: &[
        Field::text(1, "title").required().searched().listed(),
        Field::choice(
            2,
            "kind",
            &["research-and-development", "investment", "academic-exchange", "framework", "other"],
        )
        .listed(),
        Field::text(3, "subtype").searched(),
        Field::text(4, "number").searched().listed(),
        Field::choice(
            5,
            "stage",
            &[
                "idea",
                "draft",
                "negotiation",
                "approval",
                "ready-to-sign",
                "partly-signed",
                "signed",
                "never-concluded",
            ],
        )
        .listed(),
        Field::date(6, "signed").listed(),
        Field::new(7, "signed-at", FieldType::Reference(&[Kind::Event])),
        Field::date(8, "in-force").listed(),
        Field::choice(9, "term", &["fixed", "until-date", "evergreen", "unknown"]),
        Field::new(10, "term-months", FieldType::Integer(1200)),
        Field::date(11, "ends").listed(),
        Field::choice(12, "renewal", &["none", "automatic", "by-agreement", "unknown"]),
        Field::new(13, "renewal-months", FieldType::Integer(1200)),
        Field::new(14, "notice-days", FieldType::Integer(3660)),
        Field::date(15, "last-objection-day"),
        Field::date(16, "termination-requested"),
        Field::date(17, "termination-effective"),
        Field::text(18, "termination-reason"),
        Field::long_text(19, "note").searched(),
        Field::open_choice(20, "confidentiality", &["open", "internal", "confidential"]),
        Field::private_text("private-note").searched(),
    ],
};

/// A topic of an agreement.
pub const TOPIC: Declaration = Declaration {
    name: "topic",
    title: &["text"],
    fields: &[
        Field::new(1, "agreement", FieldType::Owner(&[Kind::Agreement])).required(),
        Field::text(2, "text").required().searched().filtering("topic"),
    ],
};

/// A party to an agreement, with its own number and dates. When it signs, its name is written down, which stays so.
pub const PARTY: Declaration = Declaration {
    name: "party",
    title: &["name-at-signing"],
    fields: &[
        Field::new(1, "agreement", FieldType::Owner(&[Kind::Agreement])).required(),
        Field::new(2, "institution", FieldType::Reference(&[Kind::Institution]))
            .required()
            .filtering("party"),
        Field::text(3, "name-at-signing").searched(),
        Field::text(4, "number").searched(),
        Field::date(5, "signed"),
        Field::date(6, "approved"),
        Field::date(7, "in-force"),
        Field::date(8, "withdrawn"),
        Field::long_text(9, "reservations"),
    ],
};

/// The parties to an agreement, by the names under which they signed it.
pub const PARTIES: Companions =
    Companions { rows: Kind::Party, who: &["name-at-signing", "institution"], role: None };

/// Who signed for a party, under which title, and how. When they sign, name and title are written down, which stay so.
pub const SIGNATORY: Declaration = Declaration {
    name: "signatory",
    title: &["name-at-signing"],
    fields: &[
        Field::new(1, "party", FieldType::Owner(&[Kind::Party])).required(),
        Field::new(2, "person", FieldType::Reference(&[Kind::Person])),
        Field::text(3, "name-at-signing").searched(),
        Field::text(4, "title-at-signing").searched(),
        Field::choice(5, "mode", &["in-person", "by-video", "by-post"]),
        Field::date(6, "signed"),
    ],
};

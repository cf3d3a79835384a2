//! Which screens there are, each with its address and with what is done there before it is looked at. In an address
//! `{institution}` stands for the first record of that kind, `{bundle}` and `{sealed}` for files of a colleague's.

use super::Step::{self, Click, Press, Reload, See, Type};

/// Name, address, and what is done there.
pub(super) type Line = (&'static str, &'static str, &'static [Step]);

/// The kinds of record that have a list and a page.
pub(super) const KINDS: [&str; 6] = ["institution", "person", "agreement", "event", "follow-up", "tag"];

/// Without an open workspace.
pub(super) const FIRST_START: &[Line] = &[
    ("start", "#/", &[See(".doors")]),
    ("start-new", "#/", &[Click(".door"), See("form")]),
    ("recovery", "#/", &[Reload, Click(".old"), See("[role=alert]"), See(".framed li")]),
];

/// In a workspace with nothing in it.
pub(super) const EMPTY: &[Line] = &[
    ("home-empty", "#/home", &[See(".empty")]),
    ("institution-empty", "#/institution", &[See(".empty")]),
    ("person-empty", "#/person", &[See(".empty")]),
    ("agreement-empty", "#/agreement", &[See(".empty")]),
    ("event-empty", "#/event", &[See(".empty")]),
    ("follow-up-empty", "#/follow-up", &[See(".empty")]),
    ("tag-empty", "#/tag", &[See(".empty")]),
    ("conflicts-none", "#/conflicts", &[See(".empty")]),
    ("trash-empty", "#/trash", &[See(".empty")]),
    ("exchange-alone", "#/exchange", &[]),
    ("laptops-alone", "#/laptops", &[See("article")]),
    ("settings-no-backup", "#/settings", &[]),
];

/// In the sample, with a colleague's files imported, a laptop parted, a record erased and others deleted.
pub(super) const LIVED_IN: &[Line] = &[
    ("home", "#/home", &[See(".notice.tone-warn"), See(".notice.tone-conflict")]),
    ("conflicts", "#/conflicts", &[See("article")]),
    ("conflicts-many", "#/conflicts", &[Click("header [aria-haspopup=menu]"), See("[role=menu]")]),
    ("exchange", "#/exchange", &[]),
    ("laptops", "#/laptops", &[See("article .notice")]),
    ("trash", "#/trash", &[See("[role=row]")]),
    ("settings", "#/settings", &[See(".notice.tone-warn"), See(".framed li")]),
    ("palette", "#/home", &[Press("Control+K"), See("[role=dialog] [role=option]")]),
    ("shortcuts", "#/home", &[Press("?"), See("[role=dialog]")]),
    ("search", "#/home", &[Press("/"), Type("sh"), See("[role=option]")]),
    ("filter", "#/agreement", &[Press("f"), Click(".choices .option"), See("[role=dialog] input")]),
    ("filtered", "#/institution?f.country=CN|KG&f.kind=university", &[See("[role=row]")]),
    ("filtered-beside", "#/institution/{institution}?f.country=CN|KG&f.kind=university", &[See(".away")]),
    ("nothing-fits", "#/institution?q=zzzz", &[See(".empty")]),
    ("follow-up-table", "#/follow-up?as=list", &[See("[role=columnheader]")]),
    ("contested", "#/institution/{contested}", &[See("article")]),
    ("record-missing", "#/person/01900000-0000-7000-8000-000000000000", &[See(".empty")]),
    ("history", "#/institution/{institution}", &[Click("[aria-expanded=false].head"), See("ol li")]),
    ("begin", "#/institution/{institution}", &[Click("header [aria-haspopup=menu]"), See("[role=menu]")]),
    ("more", "#/institution/{institution}", &[Click(".more"), See("[role=menu]")]),
    (
        "merge",
        "#/institution/{institution}",
        &[
            Click(".more"),
            Click("[role=menuitem]:first-child"),
            See("[role=dialog] input"),
            Type("s"),
            See("[role=option]"),
            Press("Enter"),
            See("[role=dialog] fieldset"),
        ],
    ),
    (
        "erase",
        "#/institution/{institution}",
        &[Click(".more"), Click("[role=menuitem]:last-child"), See(".gone li")],
    ),
    ("print", "#/agreement/{agreement}", &[Press("Control+P"), See("[role=dialog]")]),
    ("agreement-edit", "#/agreement/{agreement}/edit", &[See("[data-field=title] input")]),
    ("calendar", "#/follow-up/new", &[Press("Tab"), Press("ArrowDown"), See(".calendar")]),
    ("choices", "#/institution/new", &[Click("[data-field=country] input"), See("[role=option]")]),
    ("export-for", "#/exchange", &[Click("section input[type=checkbox]")]),
    ("fingerprint", "#/laptops", &[Click("article + article button"), See("[role=dialog]")]),
    ("import-report", "#/exchange/2", &[See(".parts .field")]),
    ("import-sealed", "#/exchange?bundle={sealed}", &[See("input[type=password]")]),
    // Last, since a bundle that is looked at takes the page until it is dealt with.
    ("import-preview", "#/exchange?bundle={bundle}", &[See(".parts .field")]),
    ("import-without", "#/exchange?bundle={bundle}", &[See(".parts .field"), Press("x")]),
];

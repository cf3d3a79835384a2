//! Events and who is told to have taken part.

use entente_domain::kinds::Kind;

use super::drafts::{Drafts, Entry, Place, Places};
use super::tables::{self, EventRow};

/// What notes on institutions tell of events: the note, the event, and the part played there where it has a name.
const TOLD_IN_NOTES: &[(&str, &str, &str)] = &[
    ("Experts spoke at the forum", "First Belt and Road Forum on Innovation of Medical Device", "speaker"),
    ("Translation services at the founding", "Founding of BRMDIA", ""),
];

/// Adds the events and gives them by their names.
pub(super) fn add(drafts: &mut Drafts, institutions: &Places) -> Places {
    let mut places = Places::new();
    for row in tables::events() {
        let place = drafts.add(event(&row));
        for (cell, role) in [(&row.hosts, "host"), (&row.co_hosts, "co-host")] {
            for short in tables::entries(cell) {
                drafts.add(participant(place, institutions[short], role));
            }
        }
        places.insert(row.name, place);
    }
    add_told_in_notes(drafts, institutions, &places);
    places
}

fn event(row: &EventRow) -> Entry {
    Entry::new(Kind::Event)
        .text("title", &row.name)
        .code("kind", &row.kind)
        .text("start", &row.start)
        .text("end", &row.end)
        .text("place", &row.place)
        .text("country", &row.country)
        .code("mode", &row.mode)
        .text("theme", &row.theme)
        .text("note", &row.note)
}

fn add_told_in_notes(drafts: &mut Drafts, institutions: &Places, events: &Places) {
    for row in tables::institutions() {
        if let Some((note, event, role)) = TOLD_IN_NOTES.iter().find(|(note, ..)| *note == row.note) {
            let part = participant(events[*event], institutions[&row.short], role);
            drafts.add(part.text("note", *note));
        }
    }
}

fn participant(event: Place, who: Place, role: &str) -> Entry {
    Entry::new(Kind::Participant).refer("event", event).refer("who", who).text("role", role)
}

//! Agreements with their parties and topics. Who signed for a party is not told of any.

use entente_domain::kinds::Kind;

use super::drafts::{Drafts, Entry, Place, Places};
use super::tables::{self, AgreementRow};

/// Adds the agreements and gives them by their titles.
pub(super) fn add(drafts: &mut Drafts, institutions: &Places, events: &Places) -> Places {
    let names: std::collections::BTreeMap<_, _> =
        tables::institutions().into_iter().map(|row| (row.short, row.name)).collect();
    let mut places = Places::new();
    for row in tables::agreements() {
        let place = drafts.add(agreement(&row, events));
        for short in tables::entries(&row.parties) {
            // Each party's own day of signing is not told: only that of the whole document is.
            let party = Entry::new(Kind::Party).refer("agreement", place);
            let party = party.refer("institution", institutions[short]);
            drafts.add(party.text("name-at-signing", &names[short]));
        }
        for topic in tables::entries(&row.topics) {
            drafts.add(Entry::new(Kind::Topic).refer("agreement", place).text("text", topic));
        }
        places.insert(row.title, place);
    }
    places
}

fn agreement(row: &AgreementRow, events: &Places) -> Entry {
    Entry::new(Kind::Agreement)
        .text("title", &row.title)
        .text("kind", kind(&row.kind))
        .text("stage", "signed")
        .text("signed", &row.signed)
        .refer("signed-at", event(&row.event, events))
        .text("note", note(row))
}

fn kind(told: &str) -> String {
    match told {
        "R&D" => "research-and-development".into(),
        other => other.replace(' ', "-"),
    }
}

/// The event that the table means: its whole name, or some words of it (`ISPC 2023`).
fn event(words: &str, events: &Places) -> Place {
    let mut meant = events.iter().filter(|(name, _)| words.split(' ').all(|word| name.contains(word)));
    *meant.next().expect("BUG: an agreement was signed at an event that is not in the table").1
}

/// How it was signed is told of the document and not of a signatory, so it stands in the note.
fn note(row: &AgreementRow) -> String {
    format!("{}\nSigned {}", row.note, row.signing_mode)
}

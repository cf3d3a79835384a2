//! The sample workspace: one real alliance, as far as two news items tell it.
//!
//! The tables in `facts/` are embedded and become [drafts](Draft) for one save; `facts/README.md` says what they
//! are. Three rules hold:
//!
//! - **What the tables leave empty stays empty.** Parties, years, members and signatories that are not told are
//!   not made up, and what is told only as a group says so in the agreement's note.
//! - **Whatever has something that the tables do not tell is tagged `sample`**: the follow-ups that make the agenda live,
//!   the people who were given an e-mail address (of the reserved domain `example.org`), and whoever has a name in the
//!   original script.
//! - **Names in the original script** are those that these bodies publish themselves under. They stand in `names.rs`, with
//!   the order of a person's name; where there was any doubt about a name there is none.

mod agenda;
mod agreements;
mod drafts;
mod events;
mod institutions;
mod names;
mod people;
mod tables;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use entente_domain::kinds::Kind;

use crate::wire::Draft;
use drafts::{Drafts, Entry};

/// The records of the sample, for one save into an empty workspace. The follow-ups are due around `today`.
pub fn drafts(today: NaiveDate) -> Vec<Draft> {
    let mut drafts = Drafts::default();
    let sample = drafts.add(Entry::new(Kind::Tag).text("name", "sample").text(
        "note",
        "Has something that the public facts do not tell: made up so that there is something to see, or a name in the \
         original script. Records without this tag are public facts alone.",
    ));
    let institutions = institutions::add(&mut drafts, sample);
    people::add(&mut drafts, &institutions, sample);
    let events = events::add(&mut drafts, &institutions);
    let agreements = agreements::add(&mut drafts, &institutions, &events);
    agenda::add(&mut drafts, &agenda::Sample { today, tag: sample, institutions, events, agreements });
    drafts.finish()
}

//! Institutions with their units, and their names in the original script. Who is a member of the alliance is not told: it
//! has a number of founders without names, and what was integrated with it is not said to have joined it.

use std::collections::BTreeSet;

use entente_domain::kinds::Kind;

use super::drafts::{Drafts, Entry, Place, Places};
use super::names;
use super::tables::{self, AllianceRow, InstitutionRow};

/// The short name of the alliance that the tables are about.
const ALLIANCE: &str = "BRMDIA";

/// Adds the institutions, parents before their units, and gives them by their short names.
pub(super) fn add(drafts: &mut Drafts, sample: Place) -> Places {
    let mut places = Places::new();
    let (parents, units): (Vec<_>, Vec<_>) =
        tables::institutions().into_iter().partition(|row| row.part_of.is_empty());
    for row in parents.iter().chain(&units) {
        let place = drafts.add(institution(row, &places));
        places.insert(row.short.clone(), place);
    }
    add_names(drafts, &places, sample);
    places
}

fn institution(row: &InstitutionRow, places: &Places) -> Entry {
    let note = if row.short == ALLIANCE { alliance_note(&row.note) } else { row.note.clone() };
    Entry::new(Kind::Institution)
        .text("name", &row.name)
        .text("short-name", &row.short)
        .code("kind", &row.kind)
        .text("country", &row.country)
        .text("city", &row.city)
        .refer_if("part-of", places.get(&row.part_of).copied())
        .text("note", note)
}

/// The tables are in English: who has another name besides is tagged for it.
fn add_names(drafts: &mut Drafts, places: &Places, sample: Place) {
    let mut named = BTreeSet::new();
    for (short, name, language) in names::INSTITUTIONS {
        if named.insert(short) {
            drafts.tag(places[*short], sample);
        }
        let owner = *places.get(*short).expect("BUG: a name of an institution that is not in the table");
        let entry = Entry::new(Kind::Name).refer("owner", owner).text("text", *name);
        drafts.add(entry.text("language", *language).text("use", "official"));
    }
}

/// The alliance's note with what is told of it as a whole, a line a topic.
fn alliance_note(told: &str) -> String {
    let rows = tables::alliance();
    let line = |label: &str, topic: &str| format!("{label}: {}", values(&rows, topic).join("; "));
    [
        told.to_owned(),
        line("Members", "members"),
        line("Countries stated", "countries stated"),
        countries(&values(&rows, "country named")),
        line("Member classes", "member class"),
        line("Aims", "aim"),
        line("Cooperation", "cooperation"),
    ]
    .join("\n")
}

/// The list of countries with its own slip pointed out, since it gives fewer than the number stated.
fn countries(named: &[&str]) -> String {
    let distinct: BTreeSet<_> = named.iter().collect();
    let list = named.join(", ");
    if distinct.len() == named.len() {
        return format!("Countries named: {list}");
    }
    format!("Countries named: {list} ({} names, {} countries)", named.len(), distinct.len())
}

fn values<'a>(rows: &'a [AllianceRow], topic: &str) -> Vec<&'a str> {
    rows.iter().filter(|row| row.topic == topic).map(|row| row.value.as_str()).collect()
}

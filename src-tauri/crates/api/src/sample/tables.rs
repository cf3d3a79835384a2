//! The embedded tables, a row type each. An empty cell is what is not known.

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A row of `institutions.csv`.
#[derive(Deserialize)]
pub(super) struct InstitutionRow {
    pub(super) short: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) country: String,
    pub(super) city: String,
    pub(super) part_of: String,
    pub(super) note: String,
}

/// A row of `people.csv`.
#[derive(Deserialize)]
pub(super) struct PersonRow {
    pub(super) name: String,
    pub(super) honorific: String,
    pub(super) role: String,
    pub(super) institution: String,
    pub(super) country: String,
}

/// A row of `events.csv`.
#[derive(Deserialize)]
pub(super) struct EventRow {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) start: String,
    pub(super) end: String,
    pub(super) place: String,
    pub(super) country: String,
    pub(super) mode: String,
    pub(super) hosts: String,
    pub(super) co_hosts: String,
    pub(super) theme: String,
    pub(super) note: String,
}

/// A row of `agreements.csv`.
#[derive(Deserialize)]
pub(super) struct AgreementRow {
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) event: String,
    pub(super) signed: String,
    pub(super) parties: String,
    pub(super) signing_mode: String,
    pub(super) topics: String,
    pub(super) note: String,
}

/// A row of `alliance.csv`: one thing told about the alliance as a whole.
#[derive(Deserialize)]
pub(super) struct AllianceRow {
    pub(super) topic: String,
    pub(super) value: String,
}

pub(super) fn institutions() -> Vec<InstitutionRow> {
    rows(include_str!("facts/institutions.csv"))
}

pub(super) fn people() -> Vec<PersonRow> {
    rows(include_str!("facts/people.csv"))
}

pub(super) fn events() -> Vec<EventRow> {
    rows(include_str!("facts/events.csv"))
}

pub(super) fn agreements() -> Vec<AgreementRow> {
    rows(include_str!("facts/agreements.csv"))
}

pub(super) fn alliance() -> Vec<AllianceRow> {
    rows(include_str!("facts/alliance.csv"))
}

/// The entries of a cell that holds a list.
pub(super) fn entries(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

fn rows<T: DeserializeOwned>(table: &str) -> Vec<T> {
    csv::Reader::from_reader(table.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>()
        .expect("BUG: an embedded table is not well-formed")
}

//! A record and everything its page shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The value of a field: a text (also for ids, dates, countries, languages and codes), a whole number, or yes/no.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum WireValue {
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(#[ts(type = "number")] i64),
    /// Everything else.
    Text(String),
}

/// One record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The name of its kind.
    pub kind: String,
    /// What it is called. Never empty: an untitled record says so in the officer's language.
    pub title: String,
    /// Every declared field by its name; `null` where nothing is known.
    pub fields: BTreeMap<String, Option<WireValue>>,
    /// The titles of the records that its fields refer to, by id. A record not yet here has no entry.
    pub titles: BTreeMap<String, String>,
    /// The ids of the records that its fields refer to and that were erased.
    pub erased: Vec<String>,
    /// What is told beside its title of what belongs to it: where a person works today, who is party to an agreement.
    /// Empty for other kinds.
    pub companions: Vec<Companion>,
    /// The fields that have several heads of different value; `deleted` for a contested deletion.
    pub conflicts: Vec<String>,
    /// Whether it is in the trash.
    pub deleted: bool,
    /// Whether it came with an import and was left out on this laptop alone; it is in the trash here then.
    pub left_out: bool,
    /// For an agreement, what its dates mean today.
    pub state: Option<AgreementState>,
}

/// Whom a record is told with. Who has left or withdrawn is not.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Companion {
    /// Who it is; a party that signed, by its name at signing.
    pub name: String,
    /// As what, where that is told.
    pub roles: Vec<String>,
}

/// What an agreement's dates mean today.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AgreementState {
    /// `not-yet`, `in-force`, `expiring`, `expired`, `terminated`, `never-concluded` or `unknown`.
    pub code: String,
    /// The day it turns on, a partial date: since when, or until when. Two days with `..` between them where it is one of
    /// these or those between.
    pub date: Option<String>,
    /// Days from today to the end, where the end is known to the day.
    pub days: Option<i32>,
    /// The whole sentence, in the officer's language.
    pub sentence: String,
}

/// A record with all that belongs to it and all that refers to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Detail {
    /// The record itself.
    pub record: Row,
    /// What belongs to it, kind by kind in the order of their declaration; a kind with no rows has an entry too.
    /// Rows that belong to rows (an agreement's signatories) are listed as well, after their owners.
    pub owned: Vec<OwnedRows>,
    /// What refers to it, or to a duplicate merged with it, kind by kind, only kinds with rows.
    pub referring: Vec<Referring>,
    /// How far the workspace was read for this: whoever edits what is shown gives it back with the save.
    pub seen: String,
    /// The id of the record that stands for it, if it is a duplicate that was merged.
    pub instead: Option<String>,
}

/// The records of one kind that belong to a record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnedRows {
    /// The name of their kind.
    pub kind: String,
    /// In the order in which they were made.
    pub rows: Vec<Row>,
}

/// Records of one kind that refer to a record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Referring {
    /// The name of their kind.
    pub kind: String,
    /// Which of their fields refers to it.
    pub field: String,
    /// How many there are.
    pub total: u32,
    /// The first of them, 100 at most. Of a kind without a page of its own, its owner's title is in `titles`.
    pub rows: Vec<Row>,
}

/// Asks for the history of one record and of what belongs to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HistoryQuery {
    /// The record.
    pub id: String,
    /// How many entries to pass over.
    pub offset: u32,
    /// How many to give, 500 at most.
    pub limit: u32,
}

/// A page of a history, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HistoryPage {
    /// The entries.
    pub entries: Vec<HistoryEntry>,
    /// How many there are in all.
    pub total: u32,
}

/// What one save changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HistoryEntry {
    /// When, by the clock of the laptop it was done on, in RFC 3339 UTC.
    pub at: String,
    /// The officer.
    pub author: String,
    /// The laptop's name, or its id where the name is not known.
    pub device: String,
    /// Whether it was this laptop.
    pub here: bool,
    /// What was done: `introduce`, `save`, `delete`, `restore`, `undo` or `redo`.
    pub action: String,
    /// Field by field.
    pub changes: Vec<FieldChange>,
}

/// One change of one field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The record changed.
    pub record: String,
    /// Its kind's name.
    pub kind: String,
    /// Its title today.
    pub title: String,
    /// The field's name; `deleted` for a deletion or its undoing.
    pub field: String,
    /// What it replaced, as people read it (titles for references).
    pub before: Option<String>,
    /// Whether what it replaced was withheld from this laptop; `before` is `null` then.
    pub withheld: bool,
    /// What it set.
    pub after: Option<String>,
}

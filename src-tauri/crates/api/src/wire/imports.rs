//! Imports: what they would do, what they did, and their records line by line.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Changed, Parted, Received};

/// What an import would do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    /// The file.
    pub path: String,
    /// Who made it.
    pub sender: Sender,
    /// When it was made, in RFC 3339 UTC, by the sender's clock.
    pub made_at: String,
    /// Commits that are new here.
    pub new_commits: u32,
    /// Commits already known.
    pub known_commits: u32,
    /// Records new here.
    pub new: u32,
    /// Records changed.
    pub changed: u32,
    /// Records deleted.
    pub deleted: u32,
    /// Records erased for good.
    pub erased: u32,
    /// Fields that would have several values.
    pub conflicts: u32,
    /// Documents new here.
    pub documents: u32,
    /// Changes of kinds or fields that only a newer program shows.
    pub unfamiliar: u32,
    /// Commits kept aside until those they follow on arrive.
    pub early_commits: u32,
    /// The laptops of which this file brings another history than was known.
    pub parted: Vec<Parted>,
    /// Stretches of commits before those of this file that are in neither it nor this workspace.
    pub gaps: Vec<Gap>,
    /// Stretches that were kept aside and are let go, since they are not what follows on what arrived.
    pub let_go: Vec<Gap>,
}

/// Who made a bundle.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Sender {
    /// The device's id.
    pub device: String,
    /// The laptop's name.
    pub name: String,
    /// The officer.
    pub officer: String,
    /// Whether it is this laptop itself.
    pub here: bool,
    /// Whether this workspace has commits of that device already.
    pub known: bool,
    /// Since when its fingerprint is compared and it is trusted, in RFC 3339 UTC; `null` if it is not.
    pub trusted: Option<String>,
}

/// Missing commits of one device.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Gap {
    /// The names of laptop and officer, or the device's id.
    pub device: String,
    /// The first missing commit.
    pub from: u32,
    /// The last missing commit.
    pub to: u32,
    /// The laptops that have them, by what their own bundles said, likewise.
    pub ask: Vec<String>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// The counts, as the preview had them.
    pub preview: ImportPreview,
    /// Whether anything arrived: views reload all they show if so.
    pub applied: bool,
    /// The number of the report that stays; `null` if nothing arrived.
    pub report: Option<u32>,
}

/// An import to be done.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ApplyImport {
    /// The bundle.
    pub bundle: Received,
    /// Whether it is to be what the last preview showed, or is refused.
    pub as_shown: bool,
    /// What of that is left out.
    pub leave_out: Vec<LeaveOut>,
}

/// A record, or one field of it, left out of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeaveOut {
    /// The record's id.
    pub record: String,
    /// The field's name, `deleted` for the deletion; `null` for the whole record, with what belongs to it.
    pub field: Option<String>,
}

/// Which part of a list is asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PageOf {
    /// How many to pass over.
    pub offset: u32,
    /// How many to give, 200 at most.
    pub limit: u32,
}

/// A page of what came in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportsPage {
    /// The imports, the newest first.
    pub imports: Vec<ImportEntry>,
    /// How many there are.
    pub total: u32,
}

/// What is kept of an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportEntry {
    /// Its number.
    pub n: u32,
    /// When it was imported, in RFC 3339 UTC.
    pub at: String,
    /// The name of the file.
    pub file: String,
    /// The id of the device that made it.
    pub sender: String,
    /// The officer, as the file names its sender.
    pub officer: String,
    /// The laptop, likewise.
    pub laptop: String,
    /// When it was made, in RFC 3339 UTC, by the sender's clock.
    pub made_at: String,
    /// How many commits were new.
    pub commits: u32,
    /// Records that were new.
    pub new: u32,
    /// Records changed.
    pub changed: u32,
    /// Records deleted.
    pub deleted: u32,
    /// Fields that came to have several values.
    pub conflicts: u32,
    /// Documents that were new.
    pub documents: u32,
    /// Commits kept aside.
    pub early_commits: u32,
    /// Whether something was left out.
    pub left_out: bool,
    /// Whether it is taken back.
    pub undone: bool,
}

/// What taking an import back did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportUndone {
    /// What was written, and the first 200 fields left alone.
    pub changed: Changed,
    /// How many fields were left alone, since they have been changed since.
    pub left_alone: u32,
}

/// The number of an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportNumber {
    /// Its number.
    pub n: u32,
}

/// Which records of an import are asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinesQuery {
    /// The number of an import that was done; `null` for the last preview.
    pub import: Option<u32>,
    /// Only those with this text in their title or in that of something that belongs to them; empty for all.
    pub text: String,
    /// Only those to which this happens: `new`, `changed`, `deleted`, `erased` or `conflict`.
    pub effect: Option<String>,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give, 500 at most.
    pub limit: u32,
}

/// A page of the records of an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinesPage {
    /// The records, the gravest first.
    pub lines: Vec<Line>,
    /// How many there are that pass.
    pub total: u32,
    /// How many there are of each effect, with the text asked for.
    pub counts: BTreeMap<String, u32>,
    /// The preview, if it had to be made anew since the workspace has changed.
    pub renewed: Option<ImportPreview>,
}

/// A record that an import touches, or to which something touched belongs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// Its kind's name.
    pub kind: String,
    /// Its title after the import.
    pub title: String,
    /// `new`, `changed`, `deleted`, `erased` or `conflict`.
    pub effect: String,
}

/// Which record of an import is asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LineQuery {
    /// The number of an import that was done; `null` for the last preview.
    pub import: Option<u32>,
    /// The record's id.
    pub id: String,
}

/// A record of an import field by field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LineDetail {
    /// It and what belongs to it, as far as they are touched, 200 at most.
    pub parts: Vec<LinePart>,
    /// How many there are.
    pub total: u32,
    /// The preview, if it had to be made anew since the workspace has changed.
    pub renewed: Option<ImportPreview>,
}

/// A record touched, field by field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinePart {
    /// The record.
    pub line: Line,
    /// Its fields that change or come to be in conflict.
    pub fields: Vec<LineField>,
}

/// A field that an import changes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LineField {
    /// The field's name, or `deleted`.
    pub field: String,
    /// Its value without the import; a reference by the record's title.
    pub here: Option<String>,
    /// The value that comes, likewise.
    pub comes: Option<String>,
    /// Whether the two are in conflict.
    pub contested: bool,
    /// Who set what comes.
    pub author: String,
    /// On which laptop.
    pub device: String,
    /// When, in RFC 3339 UTC, by that laptop's clock.
    pub at: String,
}

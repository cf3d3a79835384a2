//! Imports: what they would do, and what they did.

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
    /// The laptops that it was made for, by name; none if it is for anyone.
    pub recipients: Vec<String>,
    /// How many bytes it has, in all its files.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Commits that are new here.
    pub new_commits: u32,
    /// Commits already known.
    pub known_commits: u32,
    /// Records new here. Here and below, what belongs to a record is counted with it.
    pub new: u32,
    /// Records changed, those with contested fields among them.
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
    /// Whether it is to be done without making a copy of the workspace first.
    #[serde(default)]
    pub without_backup: bool,
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
    /// Records that were new, each counted with what belongs to it.
    pub new: u32,
    /// Records changed, those with contested fields among them.
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

//! Workspaces, settings, and the small arguments that many commands share.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Parted;

/// No arguments.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// A file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Path {
    /// Its full path.
    pub path: String,
}

/// A record and a file to write.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordPath {
    /// The record.
    pub id: String,
    /// The file.
    pub path: String,
}

/// One record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OneRecord {
    /// Its id.
    pub id: String,
}

/// Some records.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Records {
    /// Their ids.
    pub ids: Vec<String>,
}

/// Who works here, on which laptop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Identity {
    /// The officer's name.
    pub officer: String,
    /// The laptop's name.
    pub device: String,
}

/// A workspace to make.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NewWorkspace {
    /// Where; nothing may be there yet.
    pub path: String,
    /// The officer's name.
    pub officer: String,
    /// The laptop's name.
    pub device: String,
}

/// A file to keep in the workspace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachDocument {
    /// The record it belongs to.
    pub owner: String,
    /// The file to read.
    pub path: String,
    /// `signed`, `draft`, `annex`, `letter`, `minutes`, or the officer's own word.
    #[serde(default)]
    pub r#use: Option<String>,
}

/// An agreement to print.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PrintAgreement {
    /// The agreement.
    pub id: String,
    /// The language of the page: `en` or `zh-Hans`.
    pub language: String,
    /// The PDF to write.
    pub path: String,
}

/// What the program has open, and what it was asked to open.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Status {
    /// The program's version.
    pub version: String,
    /// The open workspace.
    pub workspace: Option<WorkspaceStatus>,
    /// Workspaces opened lately, the last one first.
    pub recent: Vec<RecentWorkspace>,
    /// Language and theme.
    pub preferences: Preferences,
    /// A file the program was started with, until it is opened: a workspace or a bundle.
    pub pending: Option<String>,
    /// A folder in which to propose new files.
    pub folder: String,
}

/// The open workspace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WorkspaceStatus {
    /// Its file.
    pub path: String,
    /// Its file's name without the ending.
    pub name: String,
    /// Who works here.
    pub identity: Identity,
    /// This laptop's device id.
    pub device_id: String,
    /// That the file was restored or copied and goes on as a new laptop, until the officer has taken notice.
    pub continued: Option<Continued>,
    /// The laptops that have written several histories, until the officer has taken notice.
    pub parted: Vec<Parted>,
    /// Why a restored or copied file would not be recognised on this machine; `null` if it would.
    pub unmarked: Option<String>,
    /// Why the last copy of the workspace could not be made; `null` if it could.
    pub backup_trouble: Option<String>,
    /// How many records that were erased are back with a backup.
    pub back_again: u32,
    /// Whether bytes of what was erased may still stand in the file.
    pub unswept: bool,
    /// How many records of each main kind, by the kind's name.
    #[ts(type = "Record<string, number>")]
    pub counts: std::collections::BTreeMap<String, u32>,
    /// How many fields have several values.
    pub conflicts: u32,
    /// What a newer program wrote and this one keeps without showing.
    pub unknown: UnknownData,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
}

/// A workspace that was restored or copied and goes on as a new laptop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Continued {
    /// How it was recognised: `restored` (an older file than the one last used on this machine), `copied` (from another
    /// machine, or in use twice), or `heard` (a colleague's bundle had later saves of it).
    pub why: String,
    /// When, in RFC 3339 UTC.
    pub at: String,
}

/// What a newer program wrote.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UnknownData {
    /// Records of kinds not known here.
    pub records: u32,
    /// Fields not known here.
    pub fields: u32,
}

/// A workspace opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentWorkspace {
    /// Its file.
    pub path: String,
    /// Its file's name without the ending.
    pub name: String,
}

/// How the program looks and speaks on this laptop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preferences {
    /// `en` or `zh-Hans`; `null` follows the system.
    pub language: Option<String>,
    /// Light, dark, or as the system.
    pub theme: Theme,
}

/// Light, dark, or as the system.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How far long work has come.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Progress {
    /// What is being done: `export`, `import`, `rebuild`, `check`, `backup` or `restore`.
    pub step: String,
    /// How much is done.
    #[ts(type = "number")]
    pub done: u64,
    /// Of how much; 0 if that is not known.
    #[ts(type = "number")]
    pub total: u64,
}

/// The hash of all that is shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Digest {
    /// 64 hexadecimal digits, equal on two laptops that know the same.
    pub digest: String,
}

/// What a rebuild found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Rebuilt {
    /// Whether the projections came out as they were.
    pub same: bool,
    /// The digest afterwards.
    pub digest: String,
}

/// What a check of the workspace found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// How many commits were verified.
    pub commits: u32,
    /// How many documents.
    pub documents: u32,
    /// What is wrong, a sentence each; empty if all is well.
    pub problems: Vec<String>,
}

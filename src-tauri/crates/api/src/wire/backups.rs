//! Copies of the whole workspace.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the copies of a workspace.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct BackupsOf {
    /// The workspace's file, which may be one that does not open; without it, the open one.
    #[serde(default)]
    pub workspace: Option<String>,
}

/// A copy to put back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RestoreBackup {
    /// The copy.
    pub path: String,
    /// The workspace whose place it takes, if that does not open; without it, the open one.
    #[serde(default)]
    pub workspace: Option<String>,
}

/// The copies there are of a workspace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupList {
    /// The folder they are in.
    pub folder: String,
    /// Whether the officer chose it; else it is the one beside the workspace.
    pub chosen: bool,
    /// The newest first.
    pub items: Vec<BackupItem>,
    /// How many of them have records that were erased since.
    pub holding_erased: u32,
    /// Why the last one could not be made; `null` if it could.
    pub trouble: Option<String>,
}

/// A copy of the workspace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupItem {
    /// The file.
    pub path: String,
    /// When it was made, in RFC 3339 UTC.
    pub at: String,
    /// What for: `hourly`, `import`, `replaced` (another was put back in its place) or `asked`.
    pub occasion: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Where copies are to be kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupFolder {
    /// The folder; `null` for the one beside the workspace.
    pub folder: Option<String>,
}

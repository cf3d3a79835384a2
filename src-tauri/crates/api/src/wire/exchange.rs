//! Bundles that arrive, and prints.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Secret;

/// A bundle to look at or to import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Received {
    /// The file; or any of them, if it came in parts.
    pub path: String,
    /// The passphrase, if it is sealed by one.
    #[serde(default)]
    pub passphrase: Option<Secret>,
}

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
    /// Stretches of a device's commits that are in neither this file nor this workspace.
    pub gaps: Vec<Gap>,
    /// The records touched that have a page of their own, 200 at most.
    pub records: Vec<PreviewRecord>,
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
    /// Whether this workspace has commits of that device already.
    pub known: bool,
}

/// Missing commits of one device.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Gap {
    /// The device's name, or its id.
    pub device: String,
    /// The first missing commit.
    pub from: u32,
    /// The last missing commit.
    pub to: u32,
}

/// A record that an import would touch.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PreviewRecord {
    /// Its id.
    pub id: String,
    /// Its kind's name.
    pub kind: String,
    /// Its title after the import.
    pub title: String,
    /// `new`, `changed`, `deleted`, `erased` or `conflict`.
    pub effect: String,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// The counts, as the preview had them.
    pub preview: ImportPreview,
    /// Whether anything changed: views reload all they show if so.
    pub applied: bool,
}

/// A printed file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Printed {
    /// The file.
    pub path: String,
    /// How many pages it has.
    pub pages: u32,
    /// Characters that no font here can show, and that the page marks as missing.
    pub missing: Vec<String>,
}

//! The shared folder: how it is used, what came by it, and what waits there.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The shared folder of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FolderChoice {
    /// Where it is.
    pub path: String,
    /// Whether what trusted laptops put there is applied without asking.
    pub apply_trusted: bool,
    /// Whether what is put there can be read by whoever has it.
    pub open: bool,
}

/// How things stand with the shared folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FolderStatus {
    /// The folder; `null` if none was chosen.
    pub folder: Option<FolderChoice>,
    /// `there`; `paused` since a backup was put back; `gone`; or `emptied`: there, but without a single file, though this laptop has put some into it.
    pub state: String,
    /// When it was last looked into since the workspace was opened, in RFC 3339 UTC.
    pub looked_at: Option<String>,
    /// When this laptop last put a file there, likewise.
    pub written_at: Option<String>,
    /// How many files this laptop has there.
    pub own_files: u32,
    /// How many bytes those have.
    #[ts(type = "number")]
    pub own_bytes: u64,
    /// How many laptops, known and in use, there are besides this one: what is put there is sealed for them.
    pub readers: u32,
    /// Whose they are, each as one calls it.
    pub sealed_for: Vec<String>,
    /// How many files of others are read, and waited for nothing or have been looked at.
    pub read: u32,
    /// From whom there are files that wait.
    pub waiting: Vec<FolderSender>,
    /// The files that are left as they are.
    pub troubles: Vec<FolderTrouble>,
    /// Why nothing could be put there at the last look.
    pub unwritten: Option<String>,
}

/// A laptop whose files wait in the shared folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FolderSender {
    /// Its device id.
    pub device: String,
    /// The laptop's name, as its files have it.
    pub name: String,
    /// Its officer, likewise.
    pub officer: String,
    /// Whether it is known here.
    pub known: bool,
    /// Since when it is trusted, in RFC 3339 UTC; `null` if it is not.
    pub trusted: Option<String>,
    /// Whether it introduces itself, and can be met.
    pub introduces: bool,
    /// Its fingerprint in words.
    pub words: Vec<String>,
    /// Its files that can be looked at and imported, the oldest first.
    pub files: Vec<WaitingFile>,
}

/// A file that waits in the shared folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WaitingFile {
    /// Where it is.
    pub path: String,
    /// When it was made, in RFC 3339 UTC, by its sender's clock.
    pub made_at: String,
    /// How many saves it carries.
    pub commits: u32,
    /// Whether it waits, though its sender is trusted, since it erases records for good.
    pub erases: bool,
}

/// A file in the shared folder that is left as it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FolderTrouble {
    /// Its name.
    pub name: String,
    /// Why: `broken`, `foreign`, `newer`, `sealed-for-others`, `passphrase`, `parts-missing`, `refused`, `unreadable`,
    /// `not-a-file` or `huge`.
    pub why: String,
    /// That as a sentence, with what to do.
    pub message: String,
}

/// Asks for a look into the shared folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LookInFolder {
    /// Whether what could not be read before is tried again.
    pub anew: bool,
}

/// What a look into the shared folder came to.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FolderLook {
    /// How things stand now.
    pub status: FolderStatus,
    /// Whether anything arrived: views reload all they show if so.
    pub arrived: bool,
    /// The numbers of the imports that were reported.
    pub imports: Vec<u32>,
    /// The name of the file that was put there; `null` if there was nothing to say.
    pub put: Option<String>,
}

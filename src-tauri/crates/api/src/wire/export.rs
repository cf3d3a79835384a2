//! Bundles to be written.

use std::fmt;

use entente_domain::bundle::Passphrase;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroize;

/// A bundle to write.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportBundle {
    /// The file to write; or a folder, in which it gets a name of its own.
    pub path: String,
    /// What goes into it, for whom.
    #[serde(default)]
    pub bundling: Bundling,
}

/// What goes into a bundle, for whom, and who can read it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Bundling {
    /// What it carries a part of; `null` for everything.
    pub only: Option<Selection>,
    /// The device id of the laptop that gets what it lacked when it made the last of its own bundles that were imported
    /// here; with what else its bundles told that it wants. Not together with `only`.
    pub lacking: Option<String>,
    /// The device ids of the laptops it is for; none if it is for anyone.
    pub recipients: Vec<String>,
    /// Who can read it.
    pub seal: Seal,
    /// The passphrase, if it is sealed by one.
    pub passphrase: Option<Secret>,
    /// Documents of more bytes are held back.
    #[ts(type = "number | null")]
    pub largest_document: Option<u64>,
    /// The most bytes of a file: a larger bundle comes in parts.
    #[ts(type = "number | null")]
    pub part_size: Option<u64>,
}

/// What a part of a workspace begins from. It is carried with what is about it and what belongs to all that; what any of
/// it refers to is carried by name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Selection {
    /// All that is in these countries, by their two letters.
    pub countries: Vec<String>,
    /// The ids of records.
    pub records: Vec<String>,
}

/// Who can read a bundle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Seal {
    /// Those it is for; whoever has the file, if it is for nobody in particular.
    #[default]
    Recipients,
    /// Whoever knows the passphrase.
    Passphrase,
    /// Whoever has the file.
    Open,
}

/// A text that is neither logged nor left in memory.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(type = "string")]
pub struct Secret(String);

impl Secret {
    /// Takes care of a text.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// It, as the passphrase of a bundle.
    pub(crate) fn to_passphrase(&self) -> Passphrase {
        Passphrase::new(self.0.clone())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// What a bundle would carry.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportPlan {
    /// A name for its file.
    pub name: String,
    /// How many saves.
    pub commits: u32,
    /// How many documents.
    pub documents: u32,
    /// How many bytes those documents have.
    #[ts(type = "number")]
    pub document_bytes: u64,
    /// How many documents are held back for their size.
    pub held_back: u32,
}

/// What was written into a bundle.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportReport {
    /// The file; or the first, if it came in parts.
    pub path: String,
    /// All files, in order.
    pub files: Vec<String>,
    /// How many saves it carries.
    pub commits: u32,
    /// How many documents.
    pub documents: u32,
    /// How many documents were held back for their size.
    pub held_back: u32,
    /// How many bytes all files have.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Who can read it: `open` too if it was for nobody in particular.
    pub seal: Seal,
    /// For whom it is: the names of laptops and officers.
    pub recipients: Vec<String>,
}

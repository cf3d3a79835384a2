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

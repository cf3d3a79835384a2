//! Errors as they cross the border.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the interface does about an error. A kind exists only if the interface acts on it in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorKind {
    /// Fields were not accepted: shown beside them, nothing typed is lost.
    Invalid,
    /// No workspace is open: leads to the first-start screen.
    NoWorkspace,
    /// The record is not in the workspace: leads back to its list.
    NotFound,
    /// The workspace file cannot be trusted: leads to the recovery page.
    Damaged,
    /// Another window has the workspace open: offers to try again.
    Locked,
    /// A file could not be read or written: the path and the reason are in the message.
    File,
    /// No copy of the workspace could be made before an import: it is offered without one.
    NotBackedUp,
    /// A bundle is sealed by a passphrase that was not given, or by another one: it is asked for.
    Passphrase,
    /// What was asked for is refused for a reason that the message tells.
    Refused,
    /// The officer stopped it: nothing is said.
    Cancelled,
    /// A defect of the program: the message is to be reported.
    Defect,
}

/// An error, in the officer's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WireError {
    /// What the interface does about it.
    pub kind: ErrorKind,
    /// What happened, to what.
    pub message: String,
    /// What to do now; may be empty.
    pub hint: String,
    /// The fields that were not accepted.
    pub fields: Vec<FieldError>,
}

/// Why a field was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldError {
    /// The place of the draft in the save, from 0; `null` where there are no drafts.
    pub record: Option<u32>,
    /// The field's name.
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
}

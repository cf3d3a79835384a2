//! Forms with what was typed and not saved, as they are kept over the end of the program.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::WireValue;

/// A form with what was typed into it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeptForm {
    /// By which the interface knows it.
    pub key: String,
    /// The main record's kind.
    pub kind: String,
    /// The main record, or `null` for a new one.
    pub id: Option<String>,
    /// What a new record was begun with, as the address has it: `with.about`, say.
    pub beginning: BTreeMap<String, String>,
    /// How far the workspace was read by whoever filled it in; `null` for a new record.
    pub seen: Option<String>,
    /// The main record first, then those of its rows in which something was typed, owners before what they own.
    pub rows: Vec<KeptRow>,
    /// The rows that were taken out, and what went along with them, with all that stood there.
    pub removed: Vec<KeptRow>,
}

/// A record in a kept form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeptRow {
    /// By which the other rows of the form name it.
    pub key: String,
    /// Its kind.
    pub kind: String,
    /// Its id, or `null` for a new one.
    pub id: Option<String>,
    /// The key of the row that it belongs to; `null` for a record of its own.
    pub owner: Option<String>,
    /// What was typed, by field.
    pub fields: BTreeMap<String, KeptField>,
}

/// A field of a kept form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeptField {
    /// What stands in it. A reference to an unsaved row of the form names that by `unsaved:` and its key.
    pub typed: WireValue,
    /// What stood there before.
    pub before: WireValue,
}

/// A form that was found kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FoundForm {
    /// When something was last typed, in RFC 3339 UTC.
    pub at: String,
    /// The form.
    pub form: KeptForm,
}

/// Names a kept form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormKey {
    /// Its key.
    pub key: String,
}

/// Whether a form was kept.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct Kept {
    /// Not if something of what it was about was erased.
    pub kept: bool,
}

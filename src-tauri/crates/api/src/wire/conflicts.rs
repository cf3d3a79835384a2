//! Fields with several values, and how they are settled.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FieldChange, Row, WireValue};

/// Asks for fields with several values.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ConflictQuery {
    /// Only those of these records, all of them; without any, a page of all conflicts there are.
    #[serde(default)]
    pub records: Vec<String>,
    /// How many to pass over.
    #[serde(default)]
    pub offset: u32,
    /// How many to give, 500 at most.
    pub limit: u32,
}

/// Fields with several values.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConflictPage {
    /// Those asked for.
    pub items: Vec<ConflictItem>,
    /// How many there are in the workspace.
    pub total: u32,
    /// The laptops that are a side of them, those of most first. Given with the first page of all, else empty.
    pub contenders: Vec<Contender>,
}

/// A field with several values.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConflictItem {
    /// The record.
    pub record: Row,
    /// The field's name; `deleted` for a contested deletion.
    pub field: String,
    /// The values, the newest by cause first: of a field, that is the one shown.
    pub sides: Vec<ConflictSide>,
    /// How far the workspace was read for this: whoever settles it gives it back with the save.
    pub seen: String,
}

/// One of several values of a field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConflictSide {
    /// As the wire has it, to save it with.
    pub value: Option<WireValue>,
    /// As people read it.
    pub text: Option<String>,
    /// Who set it.
    pub author: String,
    /// On which laptop.
    pub device: String,
    /// That laptop's device id.
    pub device_id: String,
    /// Whether that is this laptop.
    pub here: bool,
    /// When, in RFC 3339 UTC.
    pub at: String,
    /// What it did: the change of the field, with what it replaced; or the edits that a deletion had not seen.
    pub changes: Vec<FieldChange>,
}

/// A laptop that is a side of conflicts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Contender {
    /// Its device id.
    pub device_id: String,
    /// Its name, or its id.
    pub device: String,
    /// Its officer; empty if not known.
    pub officer: String,
    /// Whether it is this one.
    pub here: bool,
    /// Of how many conflicts it is a side.
    pub count: u32,
}

/// Conflicts to settle.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Settle {
    /// What decides. Conflicts of which it says nothing stay.
    pub rule: SettleRule,
}

/// What decides conflicts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SettleRule {
    /// What is shown, the newest by cause; records deleted by one and edited by another are kept.
    Shown,
    /// What the laptop of this device id says.
    Device(String),
    /// Only records deleted by one and edited by another: they are kept.
    Keep,
    /// Only those: they are deleted.
    Delete,
}

//! Writes, and what they answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::WireValue;

/// Records to create or edit in one save.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Save {
    /// In any order; a reference to another draft of the same save is written `#` and its place, from 0.
    pub drafts: Vec<Draft>,
    /// Records to delete in the same save: rows taken out of a form.
    #[serde(default)]
    pub delete: Vec<String>,
    /// How far the workspace was read by whoever filled the form in: what came since is not replaced. `null` for whoever
    /// decides by what is here at the moment of the save.
    #[serde(default)]
    pub seen: Option<String>,
    /// The key under which the form was kept: it is forgotten with the save.
    #[serde(default)]
    pub kept_as: Option<String>,
}

/// Records to move to the trash.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Delete {
    /// Their ids.
    pub ids: Vec<String>,
    /// How far the workspace was read by whoever deletes them: what came since is not deleted. `null` for whoever
    /// decides by what is here at the moment of the deletion.
    #[serde(default)]
    pub seen: Option<String>,
}

/// A record as the officer has it in the form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Draft {
    /// The record to edit, or `null` for a new one.
    pub id: Option<String>,
    /// Its kind's name.
    pub kind: String,
    /// The fields to set; `null` or an empty text empties one, and fields left out stay as they are.
    pub fields: BTreeMap<String, Option<WireValue>>,
}

/// Two records that are the same.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Merge {
    /// The one that goes to the trash.
    pub duplicate: String,
    /// The one that is kept, and stands for both from then on.
    pub kept: String,
    /// The names of the fields of which the value of the duplicate is taken.
    #[serde(default)]
    pub take: Vec<String>,
}

/// What a write did. Views that show one of these records, or a list of one of these kinds, reload.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Changed {
    /// The records written, owners of written records included.
    pub records: Vec<ChangedRecord>,
    /// The ids of the drafts, in their order; empty for other writes.
    pub drafts: Vec<String>,
    /// What an undo left alone, since someone has changed it since.
    pub skipped: Vec<Skipped>,
    /// Whether there is something to undo now.
    pub can_undo: bool,
    /// Whether there is something to redo now.
    pub can_redo: bool,
}

/// A record written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedRecord {
    /// Its id.
    pub id: String,
    /// Its kind's name.
    pub kind: String,
}

/// A field that an undo left alone.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Skipped {
    /// The record.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The field's name.
    pub field: String,
}

/// What erasing a record takes away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Erasure {
    /// What the record is called.
    pub title: String,
    /// How many records go, kind by kind: the record, and all that ever belonged to it.
    pub records: Vec<ErasedKind>,
    /// How many files were attached to them. One that is attached elsewhere too stays there.
    pub documents: u32,
    /// How many records refer to it. They stay, and say in its place that it was erased.
    pub referring: u32,
}

/// How many records of a kind are erased.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ErasedKind {
    /// The kind's name.
    pub kind: String,
    /// How many.
    pub count: u32,
}

//! A commit as plain data.

use crate::ids::{CommitRef, DeviceId, Lamport, RecordId, Seq, WallTime};
use crate::kinds::FieldNumber;
use crate::value::Value;

/// The changes of one save, by one device, in that device's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Whose commit.
    pub device: DeviceId,
    /// Which of its commits: 1, 2, 3 …
    pub seq: Seq,
    /// One more than the greatest this device knew.
    pub lamport: Lamport,
    /// What its clock said; for people to read.
    pub wall_time: WallTime,
    /// The officer's name at the time.
    pub author: String,
    /// What was done.
    pub action: Action,
    /// What was changed, a record at a time.
    pub records: Vec<RecordChanges>,
}

/// What a commit did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Named the laptop and its officer.
    Introduce,
    /// Saved a form: created or edited records.
    Save,
    /// Deleted records.
    Delete,
    /// Brought records back.
    Restore,
    /// Put back what an earlier commit of this device had replaced.
    Undo(Seq),
    /// Took back an undo, itself a commit of this device.
    Redo(Seq),
}

/// The changes that a commit makes to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChanges {
    /// Which record.
    pub record: RecordId,
    /// The number of its kind, which this program may not know.
    pub kind: u16,
    /// In ascending order of fields.
    pub changes: Vec<Change>,
}

/// One field of one record set to one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which field; 0 is the record's deletion.
    pub field: FieldNumber,
    /// All the heads of that field that this change replaces.
    pub parents: Vec<CommitRef>,
    /// What it is set to.
    pub value: ChangedValue,
}

/// What a field was set to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangedValue {
    /// Nothing: the field was emptied; for the deletion, the record was brought back.
    Empty,
    /// This value.
    Value(Value),
    /// The record was deleted, by someone who had seen these heads of its fields.
    Deleted {
        /// In ascending order.
        seen: Vec<CommitRef>,
    },
}

impl Commit {
    /// Where in the log this is.
    pub fn at(&self) -> CommitRef {
        CommitRef { device: self.device, seq: self.seq }
    }

    /// The change this commit made to a field of a record, if it made one.
    pub fn change(&self, record: RecordId, field: FieldNumber) -> Option<&Change> {
        let changes = self.records.iter().find(|changes| changes.record == record)?;
        changes.changes.iter().find(|change| change.field == field)
    }
}

impl ChangedValue {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Empty | Self::Deleted { .. } => None,
        }
    }
}

impl From<Option<Value>> for ChangedValue {
    fn from(value: Option<Value>) -> Self {
        value.map_or(Self::Empty, Self::Value)
    }
}

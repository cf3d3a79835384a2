//! A commit as plain data.

use crate::ids::{CommitRef, DeviceId, Lamport, RecordId, Seq, WallTime};
use crate::kinds::{FieldNumber, PRIVATE};
use crate::value::Value;

/// The changes of one save, by one device, in that device's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Whose commit. In its bytes the device always; of a commit read from the log the branch, where the device parted.
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
    /// The records it erases, if that is what it does.
    pub erases: Vec<RecordId>,
    /// What was changed, a record at a time. Its private fields stand in changes of their own behind all others, so
    /// that a record may stand here twice.
    pub records: Vec<RecordChanges>,
    /// What more it says, which is not here.
    pub missing: Missing,
}

/// How many bodies of a commit are not here: their salted hashes are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Missing {
    /// Held back by whoever passed the commit on. They may come another way.
    pub withheld: usize,
    /// Gone for good.
    pub erased: usize,
    /// Private: they stay on their author's laptop.
    pub private: usize,
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
    /// Erased records, on every laptop that hears of it.
    Erase,
    /// Put back, along with an import, what the officer had left out of it. What is too much for one commit takes
    /// several, in parts from 1.
    LeaveOut(u64),
    /// Put back what an import had brought, likewise in parts.
    TakeBack(u64),
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

    /// The change this commit made to a field of a record, if it made one and that is here.
    pub fn change(&self, record: RecordId, field: FieldNumber) -> Option<&Change> {
        let of_record = self.records.iter().filter(|changes| changes.record == record);
        of_record.flat_map(|changes| &changes.changes).find(|change| change.field == field)
    }

    /// What it changed, each record once, with its private fields.
    pub fn by_record(&self) -> Vec<RecordChanges> {
        let (private, open): (Vec<_>, Vec<_>) =
            self.records.iter().cloned().partition(RecordChanges::is_private);
        let mut records = open;
        for record in private {
            match records.iter_mut().find(|open| open.record == record.record) {
                Some(open) => open.changes.extend(record.changes),
                None => records.push(record),
            }
        }
        records
    }
}

impl Missing {
    /// Whether something is missing that others were meant to see.
    pub fn is_hole(self) -> bool {
        self.withheld > 0 || self.erased > 0
    }
}

impl RecordChanges {
    /// Whether these are changes of private fields, which never leave the laptop.
    pub fn is_private(&self) -> bool {
        self.changes.first().is_some_and(|change| change.field >= PRIVATE)
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

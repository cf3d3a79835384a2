//! What is to be done to a record, and the changes that come of it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Result};

use crate::ids::{CommitRef, RecordId};
use crate::kinds::{FieldNumber, Kind, LEFT_OUT, PRIVATE};
use crate::log::{Change, ChangedValue, RecordChanges};
use crate::merge::{DELETED, RecordState};
use crate::rules::Values;
use crate::store::devices::Devices;
use crate::store::{kind_rows, records};
use crate::value::Value;
use crate::workspace::Seen;

/// What is to be done to a record.
#[derive(Debug, Clone)]
pub(in crate::workspace) struct Edit {
    pub(in crate::workspace) record: RecordId,
    pub(in crate::workspace) kind: Kind,
    pub(in crate::workspace) fields: BTreeMap<FieldNumber, Option<Value>>,
    pub(in crate::workspace) fate: Fate,
    pub(in crate::workspace) again: Again,
}

/// What an edit must know that puts back what there was.
#[derive(Debug, Clone, Default)]
pub(in crate::workspace) struct Again {
    /// Fields that had several values: the changes in whose place each of these stands, whatever else does too.
    pub(in crate::workspace) beside: BTreeMap<FieldNumber, Vec<CommitRef>>,
    /// Fields that a deletion had not seen, and is not to see now.
    pub(in crate::workspace) unseen: BTreeSet<FieldNumber>,
}

/// What is to be done to a record as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::workspace) enum Fate {
    /// Nothing.
    Keep,
    /// Into the trash.
    Delete,
    /// Out of the trash.
    Restore,
}

impl Edit {
    /// Puts a record out of sight on this laptop, and on no other.
    pub(in crate::workspace) fn left_out(record: RecordId, kind: Kind) -> Self {
        Self::of_fields(record, kind, BTreeMap::from([(LEFT_OUT, Some(Value::Boolean(true)))]))
    }

    /// Brings a record back from wherever it is.
    pub(in crate::workspace) fn restored(record: RecordId, kind: Kind) -> Self {
        Self { fate: Fate::Restore, ..Self::of_fields(record, kind, BTreeMap::from([(LEFT_OUT, None)])) }
    }

    /// A change of a record's fate and nothing else.
    pub(in crate::workspace) fn of_fate(record: RecordId, kind: Kind, fate: Fate) -> Self {
        Self { fate, ..Self::of_fields(record, kind, BTreeMap::new()) }
    }

    /// A change of some of a record's fields.
    pub(in crate::workspace) fn of_fields(
        record: RecordId,
        kind: Kind,
        fields: BTreeMap<FieldNumber, Option<Value>>,
    ) -> Self {
        Self { record, kind, fields, fate: Fate::Keep, again: Again::default() }
    }
}

/// One edit a record, since a commit changes a record once. What is deleted is not edited besides: the deletion would
/// not have seen the edit, and the record would stay.
pub(in crate::workspace) fn merged(edits: &[Edit]) -> Vec<Edit> {
    let mut places = BTreeMap::new();
    let mut merged: Vec<Edit> = Vec::new();
    for edit in edits {
        let place = *places.entry(edit.record).or_insert(merged.len());
        match merged.get_mut(place) {
            None => merged.push(edit.clone()),
            Some(first) => {
                first.fields.extend(edit.fields.clone());
                first.fate = if edit.fate == Fate::Keep { first.fate } else { edit.fate };
                first.again.beside.extend(edit.again.beside.clone());
                first.again.unseen.extend(&edit.again.unseen);
            }
        }
    }
    for deleted in merged.iter_mut().filter(|edit| edit.fate == Fate::Delete) {
        deleted.fields.clear();
    }
    merged
}

/// The changes that an edit comes to, each with the heads it replaces as far as they were seen, which is all without
/// `seen`: those of private fields by themselves. None if it changes nothing.
pub(super) fn changes(
    connection: &Connection,
    devices: &Devices,
    seen: Option<Seen>,
    edit: &Edit,
) -> Result<Vec<RecordChanges>> {
    let (state, as_seen, current) = match records::find(connection, devices, edit.record)? {
        Some(record) => {
            let as_seen = seen.map(|seen| seen.of(connection, devices, &record)).transpose()?.flatten();
            let current = kind_rows::load(connection, edit.kind, record.n)?;
            (record.state, as_seen, current)
        }
        None => (RecordState::default(), None, Values::new()),
    };
    let as_seen = as_seen.as_ref().unwrap_or(&state);
    let mut changes = Vec::new();
    changes.extend(change_of_fate(edit, as_seen));
    for (&field, value) in &edit.fields {
        let beside = edit.again.beside.get(&field);
        // Setting a contested field to the value it shows settles it; any other field it leaves as it is.
        if beside.is_some() || state.heads(field).len() > 1 || current.get(&field) != value.as_ref() {
            let parents = beside.cloned().unwrap_or_else(|| as_seen.heads(field));
            changes.push(Change { field, parents, value: value.clone().into() });
        }
    }
    let private = changes.split_off(changes.partition_point(|change| change.field < PRIVATE));
    let of = |changes| RecordChanges { record: edit.record, kind: edit.kind.number(), changes };
    Ok([changes, private].into_iter().filter(|changes| !changes.is_empty()).map(of).collect())
}

/// The change of a record's fate, given its state as it was seen. Of what nobody has seen, nothing is deleted.
fn change_of_fate(edit: &Edit, state: &RecordState) -> Option<Change> {
    let parents = edit.again.beside.get(&DELETED).cloned().unwrap_or_else(|| state.heads(DELETED));
    let value = match edit.fate {
        Fate::Delete if state.commits.is_empty() => return None,
        Fate::Delete => ChangedValue::Deleted { seen: state.seen_but(&edit.again.unseen) },
        Fate::Restore if !parents.is_empty() => ChangedValue::Empty,
        Fate::Restore | Fate::Keep => return None,
    };
    Some(Change { field: DELETED, parents, value })
}

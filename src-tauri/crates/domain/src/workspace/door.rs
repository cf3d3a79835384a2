//! The one door for writes: one transaction, one commit, one list of what changed.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Transaction, TransactionBehavior};

use super::{Error, Workspace};
use crate::ids::{CommitRef, RecordId};
use crate::kinds::{FieldNumber, Kind, PRIVATE};
use crate::log::{
    self, Action, Change, ChangedValue, Commit, DeviceKey, MAX_COMMIT_BYTES, Missing, PART_BYTES,
    RecordChanges,
};
use crate::merge::{DELETED, RecordState};
use crate::rules::Values;
use crate::store::devices::Devices;
use crate::store::project::Projector;
use crate::store::{erased, erasing, kind_rows, log_rows, records};
use crate::value::Value;

/// What is to be done to a record.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub(super) record: RecordId,
    pub(super) kind: Kind,
    pub(super) fields: BTreeMap<FieldNumber, Option<Value>>,
    pub(super) fate: Fate,
}

/// What is to be done to a record as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nothing.
    Keep,
    /// Into the trash.
    Delete,
    /// Out of the trash.
    Restore,
}

/// What a write did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The commit; `None` if nothing had to be changed.
    pub commit: Option<CommitRef>,
    /// The records written, and the owners of those, in the order of ids.
    pub records: BTreeSet<(RecordId, Kind)>,
}

impl Edit {
    /// A change of a record's fate and nothing else.
    pub(super) fn of_fate(record: RecordId, kind: Kind, fate: Fate) -> Self {
        Self { record, kind, fields: BTreeMap::new(), fate }
    }
}

impl Workspace {
    /// Writes one commit with these edits, whatever the validity of their values. Edits that change nothing are left
    /// out; if none is left, nothing is written, but for an undo or redo: it is a step taken even if all was left alone.
    pub(super) fn write(&mut self, action: Action, edits: &[Edit]) -> Result<Written, Error> {
        self.write_commit(action, edits, &[])
    }

    /// Writes one commit with these edits, or one that erases these records.
    pub(super) fn write_commit(
        &mut self,
        action: Action,
        edits: &[Edit],
        erases: &[RecordId],
    ) -> Result<Written, Error> {
        let mut seed = [0; 16];
        self.sources.fill(&mut seed);
        let wall_time = self.sources.now();
        let author = self.identity()?.officer;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let own =
            self.devices.get(self.key.public().device()).expect("BUG: a workspace knows its own device");
        let mut commit = Commit {
            device: own.id,
            seq: own.head + 1,
            lamport: log_rows::greatest_lamport(&transaction)? + 1,
            wall_time,
            author,
            action,
            erases: erases.to_vec(),
            records: Vec::new(),
            missing: Missing::default(),
        };
        for edit in merged(edits) {
            commit.records.extend(changes(&transaction, &self.devices, &edit)?);
        }
        // What is private stands last. The order is otherwise that of the edits.
        commit.records.sort_by_key(RecordChanges::is_private);
        if commit.records.is_empty() && !matches!(action, Action::Undo(_) | Action::Redo(_) | Action::Erase) {
            return Ok(Written::default());
        }
        let bytes = log::encode(&commit, seed);
        // Some of it may be withheld or erased one day; the rest must then have room in parts.
        let most = bytes.len() + commit.records.len() * PART_BYTES;
        if most > MAX_COMMIT_BYTES {
            return Err(Error::TooLarge { bytes: most, limit: MAX_COMMIT_BYTES });
        }
        if action != Action::Introduce && commit.seq == 1 {
            drop(transaction);
            self.introduce()?;
            return self.write_commit(action, edits, erases);
        }
        let devices_before = self.devices.clone();
        let written = append(transaction, &mut self.devices, &self.key, &commit, &bytes);
        Ok(written.inspect_err(|_| self.devices = devices_before)?)
    }
}

/// One edit a record, since a commit changes a record once. What is deleted is not edited besides: the deletion would
/// not have seen the edit, and the record would stay.
fn merged(edits: &[Edit]) -> Vec<Edit> {
    let mut places = BTreeMap::new();
    let mut merged: Vec<Edit> = Vec::new();
    for edit in edits {
        let place = *places.entry(edit.record).or_insert(merged.len());
        match merged.get_mut(place) {
            None => merged.push(edit.clone()),
            Some(first) => {
                first.fields.extend(edit.fields.clone());
                first.fate = if edit.fate == Fate::Keep { first.fate } else { edit.fate };
            }
        }
    }
    for deleted in merged.iter_mut().filter(|edit| edit.fate == Fate::Delete) {
        deleted.fields.clear();
    }
    merged
}

/// Adds a commit of this device to the log, applies it, signs the new head, and commits the transaction.
fn append(
    transaction: Transaction<'_>,
    devices: &mut Devices,
    key: &DeviceKey,
    commit: &Commit,
    bytes: &[u8],
) -> rusqlite::Result<Written> {
    let own = devices.get(commit.device).expect("BUG: a workspace knows its own device");
    let n = own.n;
    let (_, hash) = log::decode(bytes, &own.hash).expect("BUG: what was just encoded can be read");
    log_rows::append(&transaction, n, commit, &hash, bytes)?;
    let mut projector = Projector::new(&transaction)?;
    let clash = projector.apply(devices, commit, |_, _| {})?;
    assert!(clash.is_none(), "BUG: a draft was checked to be of the kind its record is");
    if commit.action == Action::Erase {
        erased::list(&transaction, &commit.erases)?;
        let reach = erasing::Reach::of(&transaction, commit.erases.iter().copied().collect())?;
        erasing::erase(&transaction, devices, &mut projector, &reach, |_, _| {})?;
    }
    projector.finish()?;
    devices.advance(n, commit.seq, hash);
    devices.store_head(&transaction, n, key.sign_head(commit.seq, &hash))?;
    let records = with_owners(&transaction, devices, commit)?;
    transaction.commit()?;
    Ok(Written { commit: Some(commit.at()), records })
}

/// The changes that an edit comes to, each with the heads it replaces: those of private fields by themselves. None if it
/// changes nothing.
fn changes(
    transaction: &Transaction<'_>,
    devices: &Devices,
    edit: &Edit,
) -> rusqlite::Result<Vec<RecordChanges>> {
    let (state, current) = match records::find(transaction, devices, edit.record)? {
        Some(record) => (record.state, kind_rows::load(transaction, edit.kind, record.n)?),
        None => (RecordState::default(), Values::new()),
    };
    let mut changes = Vec::new();
    changes.extend(change_of_fate(edit.fate, &state));
    for (&field, value) in &edit.fields {
        let parents = state.heads(field);
        // Setting a contested field to the value it shows settles it; any other field it leaves as it is.
        if parents.len() > 1 || current.get(&field) != value.as_ref() {
            changes.push(Change { field, parents, value: value.clone().into() });
        }
    }
    let private = changes.split_off(changes.partition_point(|change| change.field < PRIVATE));
    let of = |changes| RecordChanges { record: edit.record, kind: edit.kind.number(), changes };
    Ok([changes, private].into_iter().filter(|changes| !changes.is_empty()).map(of).collect())
}

fn change_of_fate(fate: Fate, state: &RecordState) -> Option<Change> {
    let parents = state.heads(DELETED);
    let value = match fate {
        Fate::Delete => ChangedValue::Deleted { seen: state.seen() },
        Fate::Restore if !parents.is_empty() => ChangedValue::Empty,
        Fate::Restore | Fate::Keep => return None,
    };
    Some(Change { field: DELETED, parents, value })
}

/// The records of a commit and their owners: what a view may have to load again.
fn with_owners(
    transaction: &Transaction<'_>,
    devices: &Devices,
    commit: &Commit,
) -> rusqlite::Result<BTreeSet<(RecordId, Kind)>> {
    let mut all = BTreeSet::new();
    for changed in &commit.records {
        let mut next = records::number(transaction, changed.record)?;
        while let Some(n) = next {
            let record = records::load(transaction, devices, n)?;
            all.extend(Kind::from_number(record.kind).map(|kind| (record.id, kind)));
            next = record.owner;
        }
    }
    Ok(all)
}

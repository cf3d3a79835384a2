//! The one door for writes: one transaction, one commit, one list of what changed.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, TransactionBehavior};

use super::identity::introduction;
use super::{Error, Identity, Sources, Workspace};
use crate::ids::{CommitRef, DeviceId, RecordId};
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
        self.write_all(&[(action, edits)], |_, _| Ok(()))
    }

    /// Writes one commit that erases these records.
    pub(super) fn write_erasure(&mut self, erases: &[RecordId]) -> Result<Written, Error> {
        self.write_restoring(&[(Action::Erase, &[])], erases, |_, _| Ok(()))
    }

    /// Writes several commits and what `also` does in one transaction; nothing at all if no commit changes anything.
    pub(super) fn write_all(
        &mut self,
        steps: &[(Action, &[Edit])],
        also: impl FnOnce(&Connection, CommitRef) -> rusqlite::Result<()>,
    ) -> Result<Written, Error> {
        self.write_restoring(steps, &[], also)
    }

    /// Writes, or leaves all as it was.
    fn write_restoring(
        &mut self,
        steps: &[(Action, &[Edit])],
        erases: &[RecordId],
        also: impl FnOnce(&Connection, CommitRef) -> rusqlite::Result<()>,
    ) -> Result<Written, Error> {
        let devices_before = self.devices.clone();
        let written = self.write_in_transaction(steps, erases, also);
        match written.as_ref().is_ok_and(|written| written.commit.is_some()) {
            true => {
                self.journal.saved();
                self.mark();
            }
            false => self.devices = devices_before,
        }
        written
    }

    fn write_in_transaction(
        &mut self,
        steps: &[(Action, &[Edit])],
        erases: &[RecordId],
        also: impl FnOnce(&Connection, CommitRef) -> rusqlite::Result<()>,
    ) -> Result<Written, Error> {
        let (identity, continues) = (self.identity()?, self.continues());
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut pen = Pen { key: &self.key, sources: self.sources.as_mut(), identity, continues, erases };
        let mut written = Written::default();
        for (action, edits) in steps {
            pen.write(&transaction, &mut self.devices, *action, edits, &mut written)?;
        }
        if let Some(last) = written.commit {
            also(&transaction, last)?;
            transaction.commit()?;
        }
        Ok(written)
    }
}

/// Whoever writes: the key that signs, the clock, and the names that a commit bears.
pub(super) struct Pen<'a> {
    pub(super) key: &'a DeviceKey,
    pub(super) sources: &'a mut dyn Sources,
    pub(super) identity: Identity,
    /// The device in whose place this one goes on.
    pub(super) continues: Option<DeviceId>,
    /// The records that an erasure takes out.
    pub(super) erases: &'a [RecordId],
}

impl Pen<'_> {
    /// Adds one commit with these edits, in a transaction that the caller opened and that must not be committed if this
    /// fails; `devices` has to be put back then as it was. What is written is added to `written`.
    pub(super) fn write(
        &mut self,
        connection: &Connection,
        devices: &mut Devices,
        action: Action,
        edits: &[Edit],
        written: &mut Written,
    ) -> Result<(), Error> {
        let mut records = Vec::new();
        for edit in merged(edits) {
            records.extend(changes(connection, devices, &edit)?);
        }
        // What is private stands last. The order is otherwise that of the edits.
        records.sort_by_key(RecordChanges::is_private);
        if records.is_empty() && !matches!(action, Action::Undo(_) | Action::Redo(_) | Action::Erase) {
            return Ok(());
        }
        let id = self.key.public().device();
        let is_first = devices.get(id).is_none_or(|own| own.head == 0);
        if is_first && action != Action::Introduce {
            let introduction = [introduction(id, &self.identity, self.continues)];
            self.write(connection, devices, Action::Introduce, &introduction, &mut Written::default())?;
        }
        let commit = self.commit(connection, devices, action, records)?;
        let mut seed = [0; 16];
        self.sources.fill(&mut seed);
        let bytes = log::encode(&commit, seed);
        // Some of it may be withheld or erased one day; the rest must then have room in parts.
        let most = bytes.len() + commit.records.len() * PART_BYTES;
        if most > MAX_COMMIT_BYTES {
            return Err(Error::TooLarge { bytes: most, limit: MAX_COMMIT_BYTES });
        }
        append(connection, devices, self.key, &commit, &bytes)?;
        written.commit = Some(commit.at());
        written.records.extend(with_owners(connection, devices, &commit)?);
        Ok(())
    }

    fn commit(
        &mut self,
        connection: &Connection,
        devices: &Devices,
        action: Action,
        records: Vec<RecordChanges>,
    ) -> Result<Commit, Error> {
        let own = devices.get(self.key.public().device()).expect("BUG: a workspace knows its own device");
        Ok(Commit {
            device: own.id,
            seq: own.head + 1,
            lamport: log_rows::greatest_lamport(connection)? + 1,
            wall_time: self.sources.now(),
            author: self.identity.officer.clone(),
            action,
            erases: if action == Action::Erase { self.erases.to_vec() } else { Vec::new() },
            records,
            missing: Missing::default(),
        })
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

/// Adds a commit of this device to the log, applies it, and signs the new head.
fn append(
    connection: &Connection,
    devices: &mut Devices,
    key: &DeviceKey,
    commit: &Commit,
    bytes: &[u8],
) -> rusqlite::Result<()> {
    let own = devices.get(commit.device).expect("BUG: a workspace knows its own device");
    let n = own.n;
    let (_, hash) = log::decode(bytes, &own.hash).expect("BUG: what was just encoded can be read");
    log_rows::append(connection, n, commit, &hash, bytes)?;
    let mut projector = Projector::new(connection)?;
    let clash = projector.apply(devices, commit, |_, _| {})?;
    assert!(clash.is_none(), "BUG: a draft was checked to be of the kind its record is");
    if commit.action == Action::Erase {
        erased::list(connection, &commit.erases)?;
        let reach = erasing::Reach::of(connection, commit.erases.iter().copied().collect())?;
        erasing::erase(connection, devices, &mut projector, &reach, |_, _| {})?;
    }
    projector.finish()?;
    devices.advance(n, commit.seq, hash);
    devices.store_head(connection, n, key.sign_head(commit.seq, &hash))
}

/// The changes that an edit comes to, each with the heads it replaces: those of private fields by themselves. None if it
/// changes nothing.
fn changes(connection: &Connection, devices: &Devices, edit: &Edit) -> rusqlite::Result<Vec<RecordChanges>> {
    let (state, current) = match records::find(connection, devices, edit.record)? {
        Some(record) => (record.state, kind_rows::load(connection, edit.kind, record.n)?),
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
    connection: &Connection,
    devices: &Devices,
    commit: &Commit,
) -> rusqlite::Result<BTreeSet<(RecordId, Kind)>> {
    let mut all = BTreeSet::new();
    for changed in &commit.records {
        let mut next = records::number(connection, changed.record)?;
        while let Some(n) = next {
            let record = records::load(connection, devices, n)?;
            all.extend(Kind::from_number(record.kind).map(|kind| (record.id, kind)));
            next = record.owner;
        }
    }
    Ok(all)
}

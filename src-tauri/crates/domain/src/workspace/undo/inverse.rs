//! How to put back what a step replaced.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::Skipped;
use crate::ids::{CommitRef, DeviceId, RecordId, Seq};
use crate::kinds::{FieldNumber, Kind};
use crate::log::ChangedValue;
use crate::merge::{DELETED, Head, Replay, say_the_same};
use crate::store::devices::Devices;
use crate::store::records::StoredRecord;
use crate::store::{branches, log_rows, records};
use crate::workspace::door::{Edit, Fate};
use crate::workspace::putting_back::{PutBack, rounds};
use crate::workspace::touches::{Touch, Touches, When};
use crate::workspace::{Error, Watch};

/// The workspace in which it is worked out how to take a step back.
pub(super) struct Inverse<'a> {
    connection: &'a Connection,
    own: DeviceId,
    touches: Touches<'a>,
    /// The records that have been seen to.
    done: BTreeSet<RecordId>,
    /// What was changed since, and is left as it is.
    pub(super) skipped: Vec<Skipped>,
}

impl<'a> Inverse<'a> {
    /// Of a step of this device's own, which it took by these commits.
    pub(super) fn of(
        connection: &'a Connection,
        devices: &Devices,
        own: DeviceId,
        step: &[Seq],
    ) -> Result<Self, Error> {
        let n = devices.get(own).expect("BUG: a workspace knows its own device").n;
        let row = |seq: Option<&Seq>| log_rows::row_of(connection, n, *seq.unwrap_or(&0));
        // They were made in one transaction, and so stand in the log one behind the other.
        let rows = row(step.first())?..=row(step.last())?;
        let touches = Touches::of_step(connection, rows);
        Ok(Self { connection, own, touches, done: BTreeSet::new(), skipped: Vec::new() })
    }

    /// The records that one of the step's commits changed.
    pub(super) fn records_of(&self, devices: &Devices, seq: Seq) -> Result<Vec<RecordId>, Error> {
        let at = CommitRef { device: self.own, seq };
        let commit = log_rows::commit(self.connection, devices, at)?.ok_or(Error::NothingToUndo)?;
        Ok(commit.records.iter().map(|changes| changes.record).collect())
    }

    /// The edits, one commit after another, that put back what the step replaced in these records, but for those that were
    /// seen to before.
    pub(super) fn rounds(
        &mut self,
        devices: &Devices,
        records: &[RecordId],
        watch: &Watch,
    ) -> Result<Vec<Vec<Edit>>, Error> {
        let mut edits = Vec::new();
        for &record in records {
            watch.advance(1)?;
            if self.done.insert(record) {
                edits.push(self.record(devices, record)?);
            }
        }
        Ok(rounds(edits))
    }

    /// The edits, one after another, that put back what the step replaced in one record.
    fn record(&mut self, devices: &Devices, id: RecordId) -> Result<Vec<Edit>, Error> {
        let Some(stored) = records::find(self.connection, devices, id)? else { return Ok(Vec::new()) };
        let Some(kind) = Kind::from_number(stored.kind) else { return Ok(Vec::new()) };
        let touches = self.touches.of(devices, &stored)?;
        let did = Did { own: self.own, stored: &stored, touches: &touches };
        let fields = did.fields();
        if !fields.is_empty() && did.made_it() {
            if did.is_as_made(devices) {
                return Ok(vec![Edit::of_fate(id, kind, Fate::Delete)]);
            }
            self.skipped.push(Skipped::of(id, kind, DELETED));
            return Ok(Vec::new());
        }
        let mut put_back = PutBack::of(&stored, kind);
        let skipped = self.skipped.len();
        for &field in &fields {
            if !did.is_as_set(field, devices) {
                self.skipped.push(Skipped::of(id, kind, field));
                continue;
            }
            let before = did.replaced(field, self.connection, devices)?;
            match field {
                DELETED => put_back.deletion(&before, did.unseen_before(&before, devices)),
                _ => put_back.field(field, &before),
            }
        }
        // What belongs to it may have kept it in use before.
        let is_kept = !records::owned(self.connection, stored.n, false)?.is_empty();
        if self.skipped.len() == skipped && !is_kept && did.brought_back(&fields, devices) {
            put_back.deletion(&did.before(devices).heads(DELETED), BTreeSet::new());
        }
        Ok(put_back.edits())
    }
}

/// What a step did to a record, among all that was done to it.
struct Did<'a> {
    own: DeviceId,
    stored: &'a StoredRecord,
    touches: &'a [Touch],
}

impl<'a> Did<'a> {
    fn those(&self, when: When) -> impl Iterator<Item = &'a Touch> {
        self.touches.iter().filter(move |touch| touch.when == when)
    }

    /// The fields that it set, the deletion among them.
    fn fields(&self) -> BTreeSet<FieldNumber> {
        self.those(When::With).flat_map(|touch| &touch.changes).map(|change| change.field).collect()
    }

    /// Whether it made the record: whether no commit that touched it came before.
    fn made_it(&self) -> bool {
        let first = self.those(When::With).map(|touch| touch.lamport).min();
        let others = self.touches.iter().filter(|touch| touch.when != When::With);
        others.map(|other| other.lamport).min().is_none_or(|other| Some(other) >= first)
    }

    /// Whether every field of the record that it made is as it left it.
    fn is_as_made(&self, devices: &Devices) -> bool {
        let mut fields = self.stored.state.fields.keys().filter(|field| **field != DELETED);
        fields.all(|field| self.is_as_set(*field, devices))
    }

    /// Whether a field still is as this device set it. The values are compared: a colleague's value that an undo put
    /// back is this device's change by then, and still the colleague's.
    fn is_as_set(&self, field: FieldNumber, devices: &Devices) -> bool {
        let now = self.stored.state.heads(field);
        let set = Replay::of(self.those(When::With).map(Touch::told), devices.branches()).heads(field);
        now.iter().all(|head| head.device == self.own) && say_the_same(&self.heads(field, now), &set)
    }

    /// The heads that it replaced.
    fn replaced(
        &self,
        field: FieldNumber,
        connection: &Connection,
        devices: &Devices,
    ) -> Result<Vec<Head>, Error> {
        let mut replaced = BTreeSet::new();
        for touch in self.those(When::With) {
            for change in touch.changes.iter().filter(|change| change.field == field) {
                replaced.extend(branches::meant(connection, devices, touch.at, self.stored.id, change)?);
            }
        }
        replaced.retain(|at| self.those(When::With).all(|touch| touch.at != *at));
        Ok(self.heads(field, replaced))
    }

    /// The fields that deletions which it replaced had not seen.
    fn unseen_before(&self, deletion: &[Head], devices: &'a Devices) -> BTreeSet<FieldNumber> {
        match deletion.iter().any(|head| matches!(head.value, ChangedValue::Deleted { .. })) {
            true => self.before(devices).unseen(),
            false => BTreeSet::new(),
        }
    }

    /// Whether these fields, which it set and nobody has set since, keep a record in use that was deleted before.
    fn brought_back(&self, fields: &BTreeSet<FieldNumber>, devices: &'a Devices) -> bool {
        let is_kept = self.stored.live && !self.stored.state.heads(DELETED).is_empty();
        is_kept
            && !fields.contains(&DELETED)
            && self.before(devices).is_deleted()
            && Replay::of(self.touches.iter().map(Touch::told), devices.branches()).unseen().is_subset(fields)
    }

    /// The record as it was before.
    fn before(&self, devices: &'a Devices) -> Replay<'a> {
        Replay::of(self.those(When::Before).map(Touch::told), devices.branches())
    }

    /// Heads of a field with their values, as far as they are here.
    fn heads(&self, field: FieldNumber, heads: impl IntoIterator<Item = CommitRef>) -> Vec<Head> {
        let head = |at| {
            let touch = self.touches.iter().find(|touch| touch.at == at)?;
            let change = touch.changes.iter().find(|change| change.field == field)?;
            Some(Head { at, lamport: touch.lamport, value: change.value.clone() })
        };
        heads.into_iter().filter_map(head).collect()
    }
}

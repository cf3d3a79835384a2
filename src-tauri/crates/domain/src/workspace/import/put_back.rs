//! Putting back what an import brought: what the officer leaves out of it, and all of it later on.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::ids::RecordId;
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Action, ChangedValue};
use crate::merge::DELETED;
use crate::store::devices::Devices;
use crate::store::records::{self, StoredRecord};
use crate::store::{erased, filled, kind_rows, log_rows};
use crate::workspace::door::{Edit, Fate, Pen};
use crate::workspace::putting_back::{PutBack, commits, rounds};
use crate::workspace::touches::{Came, Touches, Turn};
use crate::workspace::{Error, Skipped, Watch, Written};

/// Something that an officer leaves out of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// A record.
    pub record: RecordId,
    /// One field of it, 0 for its deletion; else the whole record, with what belongs to it.
    pub field: Option<FieldNumber>,
}

/// The workspace with what an import brought, in which it is worked out how to put that back.
pub(super) struct PuttingBack<'a> {
    connection: &'a Connection,
    devices: &'a Devices,
    came: Came,
    touches: Touches<'a>,
}

impl<'a> PuttingBack<'a> {
    pub(super) fn new(connection: &'a Connection, devices: &'a Devices, came: Came) -> Self {
        Self { connection, devices, touches: Touches::new(connection, came.clone()), came }
    }

    /// The edits by which what is left out becomes again what it was here, one commit after another.
    pub(super) fn leave_out(&mut self, left_out: &[LeftOut]) -> Result<Vec<Vec<Edit>>, Error> {
        let mut edits = Vec::new();
        for LeftOut { record, field } in left_out {
            let Some(stored) = records::find(self.connection, self.devices, *record)? else {
                return Err(match erased::contains(self.connection, *record)? {
                    true => Error::ErasureLeftOut(*record),
                    false => Error::NotFound(*record),
                });
            };
            let mut waiting = vec![stored];
            while let Some(stored) = waiting.pop() {
                edits.push(self.left_out(&stored, *field)?);
                if field.is_none() {
                    for n in records::owned(self.connection, stored.n, true)? {
                        waiting.push(records::load(self.connection, self.devices, n)?);
                    }
                }
            }
        }
        Ok(rounds(edits))
    }

    fn left_out(&mut self, stored: &StoredRecord, only: Option<FieldNumber>) -> Result<Vec<Edit>, Error> {
        let Some(kind) = Kind::from_number(stored.kind) else { return Ok(Vec::new()) };
        let touches = self.touches.of(self.devices, stored)?;
        let Some(turn) = Turn::of(&touches, self.devices.branches()) else { return Ok(Vec::new()) };
        let is_wanted = |field| only.is_none_or(|only| only == field);
        if turn.is_new() && is_wanted(DELETED) {
            let deleted = stored.live.then(|| Edit::of_fate(stored.id, kind, Fate::Delete));
            return Ok(Vec::from_iter(deleted));
        }
        let mut put_back = PutBack::of(stored, kind);
        for field in turn.fields.iter().filter(|field| **field != DELETED && is_wanted(**field)) {
            put_back.field(*field, &turn.before.heads(*field));
        }
        if !turn.is_new() && is_wanted(DELETED) && is_of_another_fate(stored, &turn) {
            put_back.deletion(&turn.before.heads(DELETED), turn.before.unseen());
        }
        Ok(put_back.edits())
    }

    /// The edits, one commit after another, by which everything that the import brought becomes again what it was. What has
    /// been changed since is left as it is and named in `skipped`.
    pub(super) fn take_back(
        &mut self,
        skipped: &mut Vec<Skipped>,
        watch: &Watch,
    ) -> Result<Vec<Vec<Edit>>, Error> {
        let mut touched = BTreeSet::new();
        filled::by(self.connection, self.came.import, |_, record| {
            touched.insert(record);
            Ok::<_, Error>(())
        })?;
        log_rows::for_each_in(self.connection, &self.came.rows, |_, _, bytes| {
            touched.extend(log_rows::stored(bytes)?.records.iter().map(|record| record.record));
            watch.reached(0)
        })?;
        watch.expect(touched.len() as u64);
        let mut edits = Vec::new();
        let mut made: BTreeMap<RecordId, (StoredRecord, Kind)> = BTreeMap::new();
        for id in touched {
            watch.advance(1)?;
            let Some(stored) = records::find(self.connection, self.devices, id)? else { continue };
            // A laptop's introduction of itself is no record that anyone entered.
            let kind = Kind::from_number(stored.kind).filter(|kind| *kind != Kind::Device);
            let Some(kind) = kind else { continue };
            let touches = self.touches.of(self.devices, &stored)?;
            let Some(turn) = Turn::of(&touches, self.devices.branches()) else { continue };
            match (turn.is_new(), stored.live) {
                (true, false) => {}
                (true, true) if is_as_left(&stored, &turn) => drop(made.insert(id, (stored, kind))),
                (true, true) => skipped.push(Skipped::of(id, kind, DELETED)),
                (false, _) => edits.push(self.taken_back(&stored, kind, &turn, skipped)?),
            }
        }
        self.spare_owners(&mut made, skipped)?;
        edits.extend(made.into_iter().map(|(id, (_, kind))| vec![Edit::of_fate(id, kind, Fate::Delete)]));
        Ok(rounds(edits))
    }

    fn taken_back(
        &self,
        stored: &StoredRecord,
        kind: Kind,
        turn: &Turn<'_>,
        skipped: &mut Vec<Skipped>,
    ) -> Result<Vec<Edit>, Error> {
        let values = kind_rows::load(self.connection, kind, stored.n)?;
        let mut put_back = PutBack::of(stored, kind);
        let is_brought_back = !turn.fields.contains(&DELETED)
            && is_of_another_fate(stored, turn)
            && is_as_left(stored, turn)
            && records::owned(self.connection, stored.n, false)?.is_empty();
        if is_brought_back {
            put_back.deletion(&turn.before.heads(DELETED), turn.before.unseen());
        }
        for &field in &turn.fields {
            let (before, shown) = (turn.before.heads(field), turn.before.shown(field));
            match stored.state.heads(field) == turn.after.refs(field) {
                true if field != DELETED => put_back.field(field, &before),
                true if is_of_another_fate(stored, turn) => put_back.deletion(&before, turn.before.unseen()),
                true => {}
                false if self.is_back(stored, field, &shown, values.get(&field).cloned().into()) => {}
                false => {
                    skipped.push(Skipped::of(stored.id, kind, field));
                }
            }
        }
        Ok(put_back.edits())
    }

    /// Whether a field that was changed since shows again what it showed before the import.
    fn is_back(
        &self,
        stored: &StoredRecord,
        field: FieldNumber,
        before: &ChangedValue,
        shown: ChangedValue,
    ) -> bool {
        match field {
            DELETED => matches!(before, ChangedValue::Deleted { .. }) != stored.live,
            _ => stored.state.heads(field).len() == 1 && shown == *before,
        }
    }

    /// Spares records to be deleted to which something in use belongs that is not deleted with them: it was added or
    /// changed since.
    fn spare_owners(
        &self,
        made: &mut BTreeMap<RecordId, (StoredRecord, Kind)>,
        skipped: &mut Vec<Skipped>,
    ) -> Result<(), Error> {
        loop {
            let mut spared = Vec::new();
            for (id, (stored, _)) in made.iter() {
                for n in records::owned(self.connection, stored.n, false)? {
                    if !made.contains_key(&records::id(self.connection, n)?) {
                        spared.push(*id);
                        break;
                    }
                }
            }
            if spared.is_empty() {
                return Ok(());
            }
            for id in spared {
                let (_, kind) = made.remove(&id).expect("BUG: it was found there");
                skipped.push(Skipped::of(id, kind, DELETED));
            }
        }
    }
}

/// Whether every field of a record is as the import left it.
fn is_as_left(stored: &StoredRecord, turn: &Turn<'_>) -> bool {
    stored.state.fields.keys().all(|field| stored.state.heads(*field) == turn.after.refs(*field))
}

/// Whether something has to be done to a record for it to be in use, or not, as before.
fn is_of_another_fate(stored: &StoredRecord, turn: &Turn<'_>) -> bool {
    match (turn.before.is_deleted(), stored.live) {
        (true, true) | (false, false) => true,
        // It is in use in spite of a deletion that came, which is to be settled, or no longer contested as it was.
        (false, true) => turn.fields.contains(&DELETED),
        (true, false) => false,
    }
}

/// Writes what puts back what the officer leaves out, within the transaction of the import.
pub(super) fn leave_out(
    connection: &Connection,
    devices: &mut Devices,
    pen: &mut Pen<'_>,
    came: Came,
    left_out: &[LeftOut],
) -> Result<(), Error> {
    let rounds = PuttingBack::new(connection, devices, came).leave_out(left_out)?;
    for (part, edits) in (1..).zip(commits(&rounds)) {
        pen.write(connection, devices, Action::LeaveOut(part), edits, &mut Written::default())?;
    }
    Ok(())
}

//! Taking an import back, long after: what of it can be put back, since nobody has changed it since, and how.

use std::collections::{BTreeMap, BTreeSet};

use super::put_back::{PuttingBack, is_of_another_fate};
use crate::ids::RecordId;
use crate::kinds::{FieldNumber, Kind, LEFT_OUT};
use crate::log::ChangedValue;
use crate::merge::DELETED;
use crate::store::records::{self, StoredRecord};
use crate::store::{RecordNumber, filled, kind_rows, log_rows};
use crate::workspace::door::Edit;
use crate::workspace::putting_back::{PutBack, rounds};
use crate::workspace::touches::Turn;
use crate::workspace::{Error, Skipped, Watch};

/// A record that an import touched and that is to be put back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Brought {
    record: RecordId,
    kind: Kind,
    /// Whether the import made it.
    is_new: bool,
}

impl PuttingBack<'_> {
    /// What of all that the import brought can be put back. What has been changed since is left as it is and named in
    /// `skipped`. A few bytes a record.
    pub(super) fn brought(
        &mut self,
        skipped: &mut Vec<Skipped>,
        watch: &Watch,
    ) -> Result<Vec<Brought>, Error> {
        let touched = self.touched(watch)?;
        watch.expect(2 * touched.len() as u64);
        let mut all = Vec::new();
        let mut made = BTreeMap::new();
        for id in touched {
            watch.advance(1)?;
            let Some((stored, kind)) = self.entered(id)? else { continue };
            let touches = self.touches.of(self.devices, &stored)?;
            let Some(turn) = Turn::of(&touches, self.devices.branches()) else { continue };
            match (turn.is_new(), stored.live) {
                (true, false) => {}
                (true, true) if is_as_left(&stored, &turn) => drop(made.insert(id, (stored.n, kind))),
                (true, true) => skipped.push(Skipped::of(id, kind, DELETED)),
                (false, _) => {
                    self.taken_back(&stored, kind, &turn, skipped)?;
                    all.push(Brought { record: id, kind, is_new: false });
                }
            }
        }
        self.spare_owners(&mut made, skipped)?;
        all.extend(made.into_iter().map(|(record, (_, kind))| Brought { record, kind, is_new: true }));
        Ok(all)
    }

    /// The edits, one commit after another, by which these become again what they were.
    pub(super) fn taking_back(&mut self, some: &[Brought]) -> Result<Vec<Vec<Edit>>, Error> {
        let mut edits = Vec::new();
        for &Brought { record, kind, is_new } in some {
            if is_new {
                edits.push(vec![Edit::left_out(record, kind)]);
                continue;
            }
            let Some((stored, kind)) = self.entered(record)? else { continue };
            let touches = self.touches.of(self.devices, &stored)?;
            let Some(turn) = Turn::of(&touches, self.devices.branches()) else { continue };
            edits.push(self.taken_back(&stored, kind, &turn, &mut Vec::new())?);
        }
        Ok(rounds(edits))
    }

    /// The records that the import touched.
    fn touched(&self, watch: &Watch) -> Result<BTreeSet<RecordId>, Error> {
        let mut touched = BTreeSet::new();
        filled::by(self.connection, self.came.import, |_, record| {
            touched.insert(record);
            Ok::<_, Error>(())
        })?;
        log_rows::for_each_in(self.connection, &self.came.rows, |_, _, bytes| {
            touched.extend(log_rows::stored(bytes)?.records.iter().map(|record| record.record));
            watch.reached(0)
        })?;
        Ok(touched)
    }

    /// A record that somebody entered: a laptop's introduction of itself is none.
    fn entered(&self, id: RecordId) -> Result<Option<(StoredRecord, Kind)>, Error> {
        let stored = records::find(self.connection, self.devices, id)?;
        let of_kind = |stored: StoredRecord| Kind::from_number(stored.kind).map(|kind| (stored, kind));
        Ok(stored.and_then(of_kind).filter(|(_, kind)| *kind != Kind::Device))
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
        made: &mut BTreeMap<RecordId, (RecordNumber, Kind)>,
        skipped: &mut Vec<Skipped>,
    ) -> Result<(), Error> {
        loop {
            let mut spared = Vec::new();
            for (id, (n, _)) in made.iter() {
                for n in records::owned(self.connection, *n, false)? {
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

/// Whether every field of a record is as the import left it, whether or not some of it was left out here.
fn is_as_left(stored: &StoredRecord, turn: &Turn<'_>) -> bool {
    let mut fields = stored.state.fields.keys().filter(|field| **field != LEFT_OUT);
    fields.all(|field| stored.state.heads(*field) == turn.after.refs(*field))
}

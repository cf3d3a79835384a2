//! Putting back what an import brought: what the officer leaves out of it, and all of it later on.
//!
//! A record that the import made is put out of sight on this laptop, by a private field: to its author, and to everyone
//! else, it is what it was. A value that it changed becomes again what it was by a change that travels: that is the officer's
//! opinion on it.

use rusqlite::Connection;

use crate::ids::RecordId;
use crate::kinds::{FieldNumber, Kind};
use crate::log::Action;
use crate::merge::DELETED;
use crate::store::devices::Devices;
use crate::store::erased;
use crate::store::records::{self, StoredRecord};
use crate::workspace::door::{Edit, Pen};
use crate::workspace::putting_back::{PutBack, commits, rounds};
use crate::workspace::touches::{Came, Touches, Turn};
use crate::workspace::{Error, Written};

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
    pub(super) connection: &'a Connection,
    pub(super) devices: &'a Devices,
    pub(super) came: Came,
    pub(super) touches: Touches<'a>,
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
        if turn.is_new() && only.is_none() {
            return Ok(Vec::from_iter(stored.live.then(|| Edit::left_out(stored.id, kind))));
        }
        let is_wanted = |field| only.is_none_or(|only| only == field);
        let mut put_back = PutBack::of(stored, kind);
        for field in turn.fields.iter().filter(|field| **field != DELETED && is_wanted(**field)) {
            put_back.field(*field, &turn.before.heads(*field));
        }
        if !turn.is_new() && is_wanted(DELETED) && is_of_another_fate(stored, &turn) {
            put_back.deletion(&turn.before.heads(DELETED), turn.before.unseen());
        }
        Ok(put_back.edits())
    }
}

/// Whether something has to be done to a record for it to be in use, or not, as before.
pub(super) fn is_of_another_fate(stored: &StoredRecord, turn: &Turn<'_>) -> bool {
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

//! Fields for which colleagues say different things: every side with what it had seen, and settling many by a rule.

mod settling;
mod sides;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rusqlite::Connection;

use super::history::FieldChange;
use super::{Error, Workspace};
use crate::ids::{CommitRef, DeviceId, RecordId, WallTime};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{ChangedValue, Commit};
use crate::store::devices::Devices;
use crate::store::kept_commits::KeptCommits;
use crate::store::records::StoredRecord;
use crate::store::{RecordNumber, Row, records, rows};

use sides::{Side, Sides};

/// How many conflicts are asked for at once where all are counted.
const AT_ONCE: usize = 1_000;

/// A field with several values.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// The record.
    pub record: Row,
    /// The field; 0 for the deletion.
    pub field: FieldNumber,
    /// The values, the newest by cause first: of a field, that is the one shown.
    pub sides: Vec<ConflictSide>,
}

/// One of several values of a field.
#[derive(Debug, Clone)]
pub struct ConflictSide {
    /// The commit that set it; where a settled conflict was opened again, the one that set it before it was settled.
    pub at: CommitRef,
    /// What it is. Of a contested deletion, whoever edited what was deleted elsewhere wants it kept: empty.
    pub value: ChangedValue,
    /// Who set it.
    pub author: String,
    /// When, by the clock of the device.
    pub wall_time: WallTime,
    /// What it did: the one change of the field with what it replaced, or the edits that the deletion had not seen.
    pub changes: Vec<FieldChange>,
}

/// How to settle many conflicts at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Every field stays as it is shown, which is the newest by cause; what was deleted and edited is kept.
    Shown,
    /// Whatever this device says, where it is one of the sides.
    Of(DeviceId),
    /// Records that were deleted and edited are kept; contested fields are left alone.
    Keep,
    /// Records that were deleted and edited are deleted; contested fields are left alone.
    Delete,
}

impl Workspace {
    /// A page of the fields with several values, in the order in which their records came into this workspace.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn conflicts(&self, offset: usize, limit: usize) -> Result<Vec<Conflict>, Error> {
        let contested = rows::contested(&self.connection, offset, limit)?;
        let mut commits = KeptCommits::default();
        contested.into_iter().map(|(n, field)| self.conflict(n, field, &mut commits)).collect()
    }

    /// The fields of these records that have several values; records that are not here have none.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn conflicts_of(&self, records: &[RecordId]) -> Result<Vec<Conflict>, Error> {
        let (mut conflicts, mut commits) = (Vec::new(), KeptCommits::default());
        for id in records {
            let Some(n) = records::number(&self.connection, *id)? else { continue };
            for field in rows::conflicts(&self.connection, n)? {
                conflicts.push(self.conflict(n, field, &mut commits)?);
            }
        }
        Ok(conflicts)
    }

    /// How many fields have several values.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn conflict_count(&self) -> Result<u32, Error> {
        Ok(rows::contested_count(&self.connection)?)
    }

    /// The devices that are a side of conflicts, and of how many each; those of most first. One pass over the conflicts, of
    /// which nothing is kept.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn contenders(&self) -> Result<Vec<(DeviceId, u32)>, Error> {
        let mut counts: BTreeMap<DeviceId, u32> = BTreeMap::new();
        let (mut commits, mut after) = (KeptCommits::default(), None);
        loop {
            let some = rows::contested_after(&self.connection, after, AT_ONCE)?;
            let Some(&last) = some.last() else { break };
            for (n, field) in some {
                let stored = records::load(&self.connection, &self.devices, n)?;
                let of = self.sides(&mut commits).devices(&stored, field)?;
                of.into_iter().for_each(|device| *counts.entry(device).or_default() += 1);
            }
            after = Some(last);
        }
        let mut contenders: Vec<_> = counts.into_iter().collect();
        contenders.sort_by_key(|(device, count)| (Reverse(*count), *device));
        Ok(contenders)
    }

    fn sides<'a>(&'a self, commits: &'a mut KeptCommits) -> Sides<'a> {
        Sides { connection: &self.connection, devices: &self.devices, commits }
    }

    fn conflict(
        &self,
        n: RecordNumber,
        field: FieldNumber,
        commits: &mut KeptCommits,
    ) -> Result<Conflict, Error> {
        let stored = records::load(&self.connection, &self.devices, n)?;
        let sides = self.sides(commits).of(&stored, field)?;
        let sides = sides.into_iter().map(|side| self.told(side, &stored, commits));
        let sides = sides.collect::<Result<_, _>>()?;
        Ok(Conflict { record: rows::row(&self.connection, n)?, field, sides })
    }

    /// A side with what it did.
    fn told(
        &self,
        side: Side,
        stored: &StoredRecord,
        commits: &mut KeptCommits,
    ) -> Result<ConflictSide, Error> {
        let (at, mut changes) = (side.at(), Vec::new());
        for (kind, change) in side.changes(stored.id) {
            let Some(kind) = Kind::from_number(kind) else { continue };
            changes.push(self.field_change_among(commits, at, stored.id, kind, change)?);
        }
        let Commit { author, wall_time, .. } = &side.commit.commit;
        Ok(ConflictSide { at, author: author.clone(), wall_time: *wall_time, value: side.value, changes })
    }
}

/// A record with contested fields, if it is of a kind that this program knows.
fn contested_record(
    connection: &Connection,
    devices: &Devices,
    n: RecordNumber,
) -> Result<Option<(StoredRecord, Kind)>, Error> {
    let stored = records::load(connection, devices, n)?;
    Ok(Kind::from_number(stored.kind).map(|kind| (stored, kind)))
}

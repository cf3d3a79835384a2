//! Fields for which colleagues say different things: every side with what it had seen, and settling many by a rule.

mod sides;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::door::{Edit, Fate};
use super::history::FieldChange;
use super::{Error, Workspace, Written};
use crate::ids::{CommitRef, DeviceId, RecordId, WallTime};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Action, ChangedValue};
use crate::merge::{Branches, DELETED};
use crate::store::{Row, records, rows};

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
        contested.into_iter().map(|(n, field)| self.conflict(n, field)).collect()
    }

    /// The fields of these records that have several values; records that are not here have none.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn conflicts_of(&self, records: &[RecordId]) -> Result<Vec<Conflict>, Error> {
        let mut conflicts = Vec::new();
        for id in records {
            let Some(n) = records::number(&self.connection, *id)? else { continue };
            for field in rows::conflicts(&self.connection, n)? {
                conflicts.push(self.conflict(n, field)?);
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

    /// The devices that are a side of conflicts, and of how many each; those of most first.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn contenders(&self) -> Result<Vec<(DeviceId, u32)>, Error> {
        let mut counts: BTreeMap<DeviceId, u32> = BTreeMap::new();
        for (n, field) in rows::contested(&self.connection, 0, usize::MAX)? {
            let mut devices = self.contending(n, field)?;
            devices.sort_unstable();
            devices.dedup();
            devices.into_iter().for_each(|device| *counts.entry(device).or_default() += 1);
        }
        let mut contenders: Vec<_> = counts.into_iter().collect();
        contenders.sort_by_key(|(device, count)| (Reverse(*count), *device));
        Ok(contenders)
    }

    /// Whose the sides of a contested field are. Whoever settles by a laptop does not tell its histories apart: its newest
    /// value counts.
    fn contending(&self, n: i64, field: FieldNumber) -> Result<Vec<DeviceId>, Error> {
        let stored = records::load(&self.connection, &self.devices, n)?;
        let heads = stored.state.heads(field);
        // Where no device has set it twice this is asked of the state alone, and no commit need be read.
        let said = match field != DELETED && sides::are_of_different_devices(&heads) {
            true => heads,
            false => self.sides(&stored, field)?.into_iter().map(|side| side.at).collect(),
        };
        Ok(said.into_iter().map(|at| self.devices.branches().device(at.device)).collect())
    }

    /// Settles every conflict that the rule decides, as one commit whose parents are all the heads, so that it
    /// travels. The others stay as they are.
    ///
    /// # Errors
    /// [`Error::TooLarge`] if they do not fit into one commit; then nothing is settled.
    pub fn settle(&mut self, rule: Rule) -> Result<Written, Error> {
        let mut edits = Vec::new();
        for (n, field) in rows::contested(&self.connection, 0, usize::MAX)? {
            let stored = records::load(&self.connection, &self.devices, n)?;
            let Some(kind) = Kind::from_number(stored.kind) else { continue };
            let sides = self.sides(&stored, field)?;
            match (field, decided(rule, field, &sides, self.devices.branches())) {
                (_, None) => {}
                (DELETED, Some(ChangedValue::Deleted { .. })) => {
                    edits.extend(self.with_owned(stored.id, Fate::Delete)?);
                }
                (DELETED, Some(_)) => edits.extend(self.with_owned(stored.id, Fate::Restore)?),
                (_, Some(value)) => {
                    let fields = BTreeMap::from([(field, value.value().cloned())]);
                    edits.push(Edit::of_fields(stored.id, kind, fields));
                }
            }
        }
        self.write(Action::Save, &edits)
    }

    fn conflict(&self, n: i64, field: FieldNumber) -> Result<Conflict, Error> {
        let stored = records::load(&self.connection, &self.devices, n)?;
        let sides = self.sides(&stored, field)?;
        Ok(Conflict { record: rows::row(&self.connection, n)?, field, sides })
    }
}

/// The value that a rule chooses among the sides, the newest of which comes first; `None` if it leaves them alone.
fn decided(
    rule: Rule,
    field: FieldNumber,
    sides: &[ConflictSide],
    branches: &Branches,
) -> Option<ChangedValue> {
    let said = |side: &ConflictSide| side.value.clone();
    match rule {
        Rule::Shown | Rule::Keep if field == DELETED => Some(ChangedValue::Empty),
        Rule::Delete if field == DELETED => Some(ChangedValue::Deleted { seen: Vec::new() }),
        Rule::Keep | Rule::Delete => None,
        Rule::Shown => sides.first().map(said),
        Rule::Of(device) => sides.iter().find(|side| branches.device(side.at.device) == device).map(said),
    }
}

//! Fields for which colleagues say different things: every side with what it had seen, and settling many by a rule.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::door::{Edit, Fate};
use super::history::FieldChange;
use super::{Error, Workspace, Written};
use crate::ids::{CommitRef, DeviceId, Lamport, RecordId, WallTime};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Action, ChangedValue, Commit, RecordChanges};
use crate::merge::{Branches, DELETED, unseen};
use crate::store::records::StoredRecord;
use crate::store::{Row, log_rows, records, rows};

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
    /// The commit that set it.
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

/// A side with its commit's place in the order of causes.
type Ordered = (Lamport, DeviceId, ConflictSide);

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
            let stored = records::load(&self.connection, &self.devices, n)?;
            let mut devices: Vec<_> = match field {
                DELETED => self.sides(&stored, field)?.into_iter().map(|(_, device, _)| device).collect(),
                // Asked of the state alone, since no commit need be read for it.
                _ => stored.state.heads(field).into_iter().map(|at| at.device).collect(),
            };
            // Whoever settles by a laptop does not tell its histories apart: its newest value counts.
            devices.iter_mut().for_each(|id| *id = self.devices.branches().device(*id));
            devices.sort_unstable();
            devices.dedup();
            devices.into_iter().for_each(|device| *counts.entry(device).or_default() += 1);
        }
        let mut contenders: Vec<_> = counts.into_iter().collect();
        contenders.sort_by_key(|(device, count)| (Reverse(*count), *device));
        Ok(contenders)
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
                    edits.push(Edit { record: stored.id, kind, fields, fate: Fate::Keep });
                }
            }
        }
        self.write(Action::Save, &edits)
    }

    fn conflict(&self, n: i64, field: FieldNumber) -> Result<Conflict, Error> {
        let stored = records::load(&self.connection, &self.devices, n)?;
        let sides = self.sides(&stored, field)?.into_iter().map(|(.., side)| side).collect();
        Ok(Conflict { record: rows::row(&self.connection, n)?, field, sides })
    }

    /// The sides of a contested field, the newest by cause first.
    fn sides(&self, stored: &StoredRecord, field: FieldNumber) -> Result<Vec<Ordered>, Error> {
        let mut sides = Vec::new();
        for at in stored.state.heads(field) {
            sides.extend(self.side(at, stored.id, field, |changed| changed == field)?);
        }
        if field == DELETED {
            sides.extend(self.sides_for_keeping(stored)?);
        }
        sides.sort_by_key(|(lamport, device, _)| Reverse((*lamport, *device)));
        Ok(sides)
    }

    /// Whoever edited what was deleted elsewhere, or else what belongs to it.
    fn sides_for_keeping(&self, stored: &StoredRecord) -> Result<Vec<Ordered>, Error> {
        let heads = stored.state.heads(DELETED);
        let deletions = log_rows::heads(&self.connection, &self.devices, stored.id, DELETED, heads)?;
        let mut sides = Vec::new();
        for at in unseen(&stored.state, &deletions, self.devices.branches()) {
            let is_head = |field| field != DELETED && stored.state.heads(field).contains(&at);
            sides.extend(self.side(at, stored.id, DELETED, is_head)?);
        }
        if sides.is_empty() {
            for n in records::owned(&self.connection, stored.n, false)? {
                let owned = records::load(&self.connection, &self.devices, n)?;
                for at in owned.state.seen() {
                    let is_head = |field| field != DELETED && owned.state.heads(field).contains(&at);
                    sides.extend(self.side(at, owned.id, DELETED, is_head)?);
                }
            }
        }
        Ok(sides)
    }

    /// What a commit says about a field of a record, with those of its changes that are meant.
    fn side(
        &self,
        at: CommitRef,
        record: RecordId,
        field: FieldNumber,
        meant: impl Fn(FieldNumber) -> bool,
    ) -> Result<Option<Ordered>, Error> {
        let Some(commit) = log_rows::commit(&self.connection, &self.devices, at)? else { return Ok(None) };
        let value = commit.change(record, field).map_or(ChangedValue::Empty, |change| change.value.clone());
        let changes = self.changes_of(&commit, record, meant)?;
        let Commit { author, wall_time, lamport, .. } = commit;
        Ok(Some((lamport, at.device, ConflictSide { at, value, author, wall_time, changes })))
    }

    fn changes_of(
        &self,
        commit: &Commit,
        record: RecordId,
        meant: impl Fn(FieldNumber) -> bool,
    ) -> Result<Vec<FieldChange>, Error> {
        let touched = commit.by_record().into_iter().find(|touched| touched.record == record);
        let Some(RecordChanges { kind, changes, .. }) = touched else { return Ok(Vec::new()) };
        let Some(kind) = Kind::from_number(kind) else { return Ok(Vec::new()) };
        let meant = changes.iter().filter(|change| meant(change.field));
        meant.map(|change| self.field_change(commit.at(), record, kind, change)).collect()
    }
}

/// The value that a rule chooses among the sides, the newest of which comes first; `None` if it leaves them alone.
fn decided(rule: Rule, field: FieldNumber, sides: &[Ordered], branches: &Branches) -> Option<ChangedValue> {
    let said = |(_, _, side): &Ordered| side.value.clone();
    match rule {
        Rule::Shown | Rule::Keep if field == DELETED => Some(ChangedValue::Empty),
        Rule::Delete if field == DELETED => Some(ChangedValue::Deleted { seen: Vec::new() }),
        Rule::Keep | Rule::Delete => None,
        Rule::Shown => sides.first().map(said),
        Rule::Of(device) => sides.iter().find(|(_, whose, _)| branches.device(*whose) == device).map(said),
    }
}

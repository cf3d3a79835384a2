//! The sides of a conflict, and who it was that said so first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::ConflictSide;
use crate::ids::{CommitRef, DeviceId, Lamport, RecordId};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Action, ChangedValue, Commit, RecordChanges};
use crate::merge::{DELETED, differ, unseen, values};
use crate::store::records::StoredRecord;
use crate::store::{branches, log_rows, records};
use crate::workspace::history::FieldChange;
use crate::workspace::{Error, Workspace};

/// A side with its place in the order of causes.
type Ordered = (Lamport, DeviceId, ConflictSide);

/// How many changes of a field are gone back for whoever said something before a conflict was settled.
const REACH: usize = 100;

impl Workspace {
    /// The sides of a contested field, the newest by cause first.
    pub(super) fn sides(
        &self,
        stored: &StoredRecord,
        field: FieldNumber,
    ) -> Result<Vec<ConflictSide>, Error> {
        let mut sides: Vec<Ordered> = Vec::new();
        let heads = stored.state.heads(field);
        for &head in &heads {
            let at = self.said_first(head, &heads, stored.id, field)?;
            // What a field shows is told by its heads; a deletion and what it had not seen are in the order of their making.
            let order = if field == DELETED { at } else { head };
            sides.extend(self.side(at, order, stored.id, field, |changed| changed == field)?);
        }
        if field == DELETED {
            sides.extend(self.sides_for_keeping(stored)?);
        }
        sides.sort_by_key(|(lamport, device, _)| Reverse((*lamport, *device)));
        Ok(sides.into_iter().map(|(.., side)| side).collect())
    }

    /// Whoever edited what was deleted elsewhere, or else what belongs to it.
    fn sides_for_keeping(&self, stored: &StoredRecord) -> Result<Vec<Ordered>, Error> {
        let heads = stored.state.heads(DELETED);
        let deletions = log_rows::heads(&self.connection, &self.devices, stored.id, DELETED, heads)?;
        let mut sides = self.edits_of(stored, &unseen(&stored.state, &deletions, self.devices.branches()))?;
        if sides.is_empty() {
            for n in records::owned(&self.connection, stored.n, false)? {
                let owned = records::load(&self.connection, &self.devices, n)?;
                sides.extend(self.edits_of(&owned, &owned.state.seen())?);
            }
        }
        Ok(sides)
    }

    /// Whoever made those edits of a record that these heads of its fields stand for.
    fn edits_of(&self, stored: &StoredRecord, edits: &[CommitRef]) -> Result<Vec<Ordered>, Error> {
        let mut said: BTreeMap<CommitRef, BTreeSet<FieldNumber>> = BTreeMap::new();
        for &field in stored.state.fields.keys().filter(|field| **field != DELETED) {
            let heads = stored.state.heads(field);
            for &head in heads.iter().filter(|head| edits.contains(head)) {
                let first = self.said_first(head, &heads, stored.id, field)?;
                said.entry(first).or_default().insert(field);
            }
        }
        let mut sides = Vec::new();
        for (at, fields) in said {
            sides.extend(self.side(at, at, stored.id, DELETED, |field| fields.contains(&field))?);
        }
        Ok(sides)
    }

    /// What a commit says about a field of a record, with those of its changes that are meant, at the place of another
    /// in the order of causes.
    fn side(
        &self,
        at: CommitRef,
        place: CommitRef,
        record: RecordId,
        field: FieldNumber,
        meant: impl Fn(FieldNumber) -> bool,
    ) -> Result<Option<Ordered>, Error> {
        let Some(commit) = log_rows::commit(&self.connection, &self.devices, at)? else { return Ok(None) };
        let value = commit.change(record, field).map_or(ChangedValue::Empty, |change| change.value.clone());
        let changes = self.changes_of(&commit, record, meant)?;
        let Commit { author, wall_time, .. } = commit;
        let lamport = log_rows::lamport(&self.connection, &self.devices, place)?;
        Ok(Some((lamport, place.device, ConflictSide { at, value, author, wall_time, changes })))
    }

    /// The change that a head stands for: where a conflict was settled, and opened again since, the one that set the same
    /// before it was settled; otherwise the head itself.
    fn said_first(
        &self,
        head: CommitRef,
        heads: &[CommitRef],
        record: RecordId,
        field: FieldNumber,
    ) -> Result<CommitRef, Error> {
        let (mut said, mut heads, mut reach) = (head, heads.to_vec(), REACH);
        // Values put back stand beside each other, a deletion perhaps beside the edits that it had not seen.
        while field == DELETED || heads.iter().any(|head| head.device == said.device && *head != said) {
            let Some(commit) = log_rows::commit(&self.connection, &self.devices, said)? else { break };
            let before = self.said_before_settled(&commit, record, field, &mut reach)?;
            let Some(before) = before else { break };
            (said, heads) = before;
        }
        Ok(said)
    }

    /// The change, and those beside it, that the nearest change behind a commit replaced which had several values before it,
    /// of which one is what the commit sets. `reach` is how many more changes may be gone back.
    fn said_before_settled(
        &self,
        put_back: &Commit,
        record: RecordId,
        field: FieldNumber,
        reach: &mut usize,
    ) -> Result<Option<(CommitRef, Vec<CommitRef>)>, Error> {
        let puts_back = matches!(
            put_back.action,
            Action::Undo(_) | Action::Redo(_) | Action::LeaveOut(_) | Action::TakeBack(_)
        );
        let Some(change) = put_back.change(record, field).filter(|_| puts_back) else { return Ok(None) };
        let replaced = |commit: &Commit| match commit.change(record, field) {
            Some(change) => {
                Ok(branches::meant(&self.connection, &self.devices, commit.at(), record, change)?)
            }
            None => Ok::<_, Error>(Vec::new()),
        };
        let mut waiting = VecDeque::from(replaced(put_back)?);
        while let Some(at) = waiting.pop_front() {
            let Some(commit) = log_rows::commit(&self.connection, &self.devices, at)? else { continue };
            let refs = replaced(&commit)?;
            let Some(left) = reach.checked_sub(1 + refs.len()) else { break };
            *reach = left;
            let heads = log_rows::heads(&self.connection, &self.devices, record, field, refs.clone())?;
            let said = values(&heads);
            let same = said.iter().find(|head| !differ(&head.value, &change.value));
            if let Some(same) = same.filter(|_| said.len() > 1 || field == DELETED) {
                return Ok(Some((same.at, refs)));
            }
            waiting.extend(refs);
        }
        Ok(None)
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

/// Whether no device has set two of these heads, as it does only where it opens a conflict again.
pub(super) fn are_of_different_devices(heads: &[CommitRef]) -> bool {
    // They are in the order of devices.
    heads.windows(2).all(|pair| pair[0].device != pair[1].device)
}

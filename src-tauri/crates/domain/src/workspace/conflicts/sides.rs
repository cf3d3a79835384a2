//! The sides of a conflict, and who it was that said so first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use rusqlite::Connection;

use crate::ids::{CommitRef, DeviceId, Lamport, RecordId};
use crate::kinds::FieldNumber;
use crate::log::{Action, Change, ChangedValue};
use crate::merge::{Branches, DELETED, differ, unseen, values};
use crate::store::devices::Devices;
use crate::store::kept_commits::{KeptCommit, KeptCommits};
use crate::store::records::StoredRecord;
use crate::store::{branches, log_rows, records};
use crate::workspace::Error;

/// How many changes of a field are gone back for whoever said something before a conflict was settled.
const REACH: usize = 100;

/// The workspace in which it is asked for the sides of one conflict after another.
pub(super) struct Sides<'a> {
    pub(super) connection: &'a Connection,
    pub(super) devices: &'a Devices,
    pub(super) commits: &'a mut KeptCommits,
}

/// A side, by the commit that said it first.
pub(super) struct Side {
    /// Its place in the order of causes.
    order: (Lamport, DeviceId),
    pub(super) commit: Rc<KeptCommit>,
    /// What it says of the field.
    pub(super) value: ChangedValue,
    /// The fields of the record of which it is told what it did.
    meant: BTreeSet<FieldNumber>,
}

impl Side {
    /// The commit that said it.
    pub(super) fn at(&self) -> CommitRef {
        self.commit.commit.at()
    }

    /// What of its changes of the record is meant.
    pub(super) fn changes(&self, record: RecordId) -> impl Iterator<Item = (u16, &Change)> {
        let all = self.commit.changes(record).into_iter();
        let all = all.flat_map(|record| record.changes.iter().map(|change| (record.kind, change)));
        all.filter(|(_, change)| self.meant.contains(&change.field))
    }
}

impl Sides<'_> {
    /// The sides of a contested field, the newest by cause first.
    pub(super) fn of(&mut self, stored: &StoredRecord, field: FieldNumber) -> Result<Vec<Side>, Error> {
        let mut sides = Vec::new();
        let heads = stored.state.heads(field);
        for &head in &heads {
            let at = self.said_first(head, &heads, stored.id, field)?;
            // What a field shows is told by its heads; a deletion and what it had not seen are in the order of their making.
            let order = if field == DELETED { at } else { head };
            sides.extend(self.side(at, order, stored.id, field, BTreeSet::from([field]))?);
        }
        if field == DELETED {
            sides.extend(self.for_keeping(stored)?);
        }
        sides.sort_by_key(|side| Reverse(side.order));
        Ok(sides)
    }

    /// Whose the sides of a contested field are. Whoever settles by a laptop does not tell its histories apart: its newest
    /// value counts.
    pub(super) fn devices(
        &mut self,
        stored: &StoredRecord,
        field: FieldNumber,
    ) -> Result<BTreeSet<DeviceId>, Error> {
        let heads = stored.state.heads(field);
        // Where no device has set it twice this is asked of the state alone, and no commit need be read.
        let said = match field != DELETED && are_of_different_devices(&heads) {
            true => heads,
            false => self.of(stored, field)?.iter().map(Side::at).collect(),
        };
        Ok(said.into_iter().map(|at| self.branches().device(at.device)).collect())
    }

    pub(super) fn branches(&self) -> &Branches {
        self.devices.branches()
    }

    /// Whoever edited what was deleted elsewhere, or else what belongs to it.
    fn for_keeping(&mut self, stored: &StoredRecord) -> Result<Vec<Side>, Error> {
        let heads = stored.state.heads(DELETED);
        let deletions = self.commits.heads(self.connection, self.devices, stored.id, DELETED, heads)?;
        let mut sides = self.edits_of(stored, &unseen(&stored.state, &deletions, self.branches()))?;
        if sides.is_empty() {
            for n in records::owned(self.connection, stored.n, false)? {
                let owned = records::load(self.connection, self.devices, n)?;
                sides.extend(self.edits_of(&owned, &owned.state.seen())?);
            }
        }
        Ok(sides)
    }

    /// Whoever made those edits of a record that these heads of its fields stand for.
    fn edits_of(&mut self, stored: &StoredRecord, edits: &[CommitRef]) -> Result<Vec<Side>, Error> {
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
            sides.extend(self.side(at, at, stored.id, DELETED, fields)?);
        }
        Ok(sides)
    }

    /// What a commit says about a field of a record, with those of its changes that are meant, at the place of another
    /// in the order of causes.
    fn side(
        &mut self,
        at: CommitRef,
        place: CommitRef,
        record: RecordId,
        field: FieldNumber,
        meant: BTreeSet<FieldNumber>,
    ) -> Result<Option<Side>, Error> {
        let Some(commit) = self.commits.of(self.connection, self.devices, at)? else { return Ok(None) };
        let value = commit.change(record, field).map_or(ChangedValue::Empty, |change| change.value.clone());
        let lamport = log_rows::lamport(self.connection, self.devices, place)?;
        Ok(Some(Side { order: (lamport, place.device), commit, value, meant }))
    }

    /// The change that a head stands for: where a conflict was settled, and opened again since, the one that set the same
    /// before it was settled; otherwise the head itself.
    fn said_first(
        &mut self,
        head: CommitRef,
        heads: &[CommitRef],
        record: RecordId,
        field: FieldNumber,
    ) -> Result<CommitRef, Error> {
        let (mut said, mut heads, mut reach) = (head, heads.to_vec(), REACH);
        // Values put back stand beside each other, a deletion perhaps beside the edits that it had not seen.
        while field == DELETED || heads.iter().any(|head| head.device == said.device && *head != said) {
            let before = self.said_before_settled(said, record, field, &mut reach)?;
            let Some(before) = before else { break };
            (said, heads) = before;
        }
        Ok(said)
    }

    /// The change, and those beside it, that the nearest change behind a commit replaced which had several values before it,
    /// of which one is what the commit sets. `reach` is how many more changes may be gone back.
    fn said_before_settled(
        &mut self,
        put_back: CommitRef,
        record: RecordId,
        field: FieldNumber,
        reach: &mut usize,
    ) -> Result<Option<(CommitRef, Vec<CommitRef>)>, Error> {
        let commit = self.commits.of(self.connection, self.devices, put_back)?;
        let put_back = commit.filter(|put_back| puts_back(put_back.commit.action));
        let Some(put_back) = put_back else { return Ok(None) };
        let Some(change) = put_back.change(record, field) else { return Ok(None) };
        let mut waiting = VecDeque::from(self.replaced(&put_back, record, field)?);
        while let Some(at) = waiting.pop_front() {
            let Some(commit) = self.commits.of(self.connection, self.devices, at)? else { continue };
            let refs = self.replaced(&commit, record, field)?;
            let Some(left) = reach.checked_sub(1 + refs.len()) else { break };
            *reach = left;
            let heads = self.commits.heads(self.connection, self.devices, record, field, refs.clone())?;
            let said = values(&heads);
            let same = said.iter().find(|head| !differ(&head.value, &change.value));
            if let Some(same) = same.filter(|_| said.len() > 1 || field == DELETED) {
                return Ok(Some((same.at, refs)));
            }
            waiting.extend(refs);
        }
        Ok(None)
    }

    /// The changes that a commit's change of a field replaced; none if it made none.
    fn replaced(
        &self,
        commit: &KeptCommit,
        record: RecordId,
        field: FieldNumber,
    ) -> Result<Vec<CommitRef>, Error> {
        let Some(change) = commit.change(record, field) else { return Ok(Vec::new()) };
        Ok(branches::meant(self.connection, self.devices, commit.commit.at(), record, change)?)
    }
}

/// Whether a commit that did this put back what there was before.
fn puts_back(action: Action) -> bool {
    matches!(action, Action::Undo(_) | Action::Redo(_) | Action::LeaveOut(_) | Action::TakeBack(_))
}

/// Whether no device has set two of these heads, as it does only where it opens a conflict again.
pub(super) fn are_of_different_devices(heads: &[CommitRef]) -> bool {
    // They are in the order of devices.
    heads.windows(2).all(|pair| pair[0].device != pair[1].device)
}

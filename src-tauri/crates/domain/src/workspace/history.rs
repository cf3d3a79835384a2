//! Who changed what and when.

use std::collections::BTreeSet;

use super::{Error, Workspace};
use crate::ids::{CommitRef, DeviceId, Lamport, RecordId, WallTime};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Action, Change, ChangedValue, Commit};
use crate::merge::settle;
use crate::store::kept_commits::KeptCommits;
use crate::store::{branches, log_rows, records};

/// What one commit changed in a record and in what belongs to it.
#[derive(Debug, Clone)]
pub struct HistoryEntry {
    /// Which commit.
    pub at: CommitRef,
    /// When, by the clock of the device.
    pub wall_time: WallTime,
    /// The officer.
    pub author: String,
    /// What was done.
    pub action: Action,
    /// Field by field; fields of a newer program are left out.
    pub changes: Vec<FieldChange>,
}

/// One change of one field.
#[derive(Debug, Clone)]
pub struct FieldChange {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The field; 0 for the deletion.
    pub field: FieldNumber,
    /// What it replaced, as it was shown; empty too if that is not here.
    pub before: ChangedValue,
    /// Whether it replaced something of which nothing is here, since it was withheld.
    pub withheld: bool,
    /// What it set.
    pub after: ChangedValue,
}

impl Workspace {
    /// The history of a record and of all that ever belonged to it, newest first, and how long it is.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the record is not here.
    pub fn history(
        &self,
        id: RecordId,
        offset: usize,
        limit: usize,
    ) -> Result<(Vec<HistoryEntry>, usize), Error> {
        let record = records::find(&self.connection, &self.devices, id)?.ok_or(Error::NotFound(id))?;
        let mut family = BTreeSet::from([id]);
        let mut refs: BTreeSet<CommitRef> = record.state.commits.iter().copied().collect();
        let mut waiting = vec![record.n];
        while let Some(n) = waiting.pop() {
            for owned in records::owned(&self.connection, n, true)? {
                let owned = records::load(&self.connection, &self.devices, owned)?;
                family.insert(owned.id);
                refs.extend(owned.state.commits.iter());
                waiting.push(owned.n);
            }
        }
        let mut order: Vec<(Lamport, DeviceId, CommitRef)> = Vec::new();
        for at in refs {
            let lamport =
                log_rows::commit(&self.connection, &self.devices, at)?.map_or(0, |commit| commit.lamport);
            order.push((lamport, at.device, at));
        }
        order.sort_unstable_by(|one, other| other.cmp(one));
        let total = order.len();
        let mut entries = Vec::new();
        for (.., at) in order.into_iter().skip(offset).take(limit) {
            if let Some(commit) = log_rows::commit(&self.connection, &self.devices, at)? {
                entries.push(self.entry(&commit, &family)?);
            }
        }
        Ok((entries, total))
    }

    fn entry(&self, commit: &Commit, family: &BTreeSet<RecordId>) -> Result<HistoryEntry, Error> {
        let mut changes = Vec::new();
        for record in commit.records.iter().filter(|record| family.contains(&record.record)) {
            let Some(kind) = Kind::from_number(record.kind) else { continue };
            for change in &record.changes {
                changes.push(self.field_change(commit.at(), record.record, kind, change)?);
            }
        }
        Ok(HistoryEntry {
            at: commit.at(),
            wall_time: commit.wall_time,
            author: commit.author.clone(),
            action: commit.action,
            changes,
        })
    }

    /// One change, by this commit, with what it replaced.
    pub(super) fn field_change(
        &self,
        by: CommitRef,
        record: RecordId,
        kind: Kind,
        change: &Change,
    ) -> Result<FieldChange, Error> {
        self.field_change_among(&mut KeptCommits::default(), by, record, kind, change)
    }

    /// The same, where many are told one after another.
    pub(super) fn field_change_among(
        &self,
        commits: &mut KeptCommits,
        by: CommitRef,
        record: RecordId,
        kind: Kind,
        change: &Change,
    ) -> Result<FieldChange, Error> {
        let replaced = branches::meant(&self.connection, &self.devices, by, record, change)?;
        let is_first = replaced.is_empty();
        let heads = commits.heads(&self.connection, &self.devices, record, change.field, replaced)?;
        let withheld = heads.is_empty() && !is_first;
        let before = settle(&heads).map_or(ChangedValue::Empty, |settled| settled.shown.value.clone());
        Ok(FieldChange { record, kind, field: change.field, before, withheld, after: change.value.clone() })
    }
}

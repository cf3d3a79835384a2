//! Whether a record is in the trash: by its deletion, by the edits that this had not seen, and by what belongs to it.

use rusqlite::Result;

use super::{Open, Projector};
use crate::kinds::Kind;
use crate::log::{ChangedValue, Commit};
use crate::merge::{DELETED, Head, is_deleted};
use crate::store::devices::Devices;
use crate::store::records::{self, StoredRecord};
use crate::store::{RecordNumber, kind_rows, log_rows};

impl Projector<'_> {
    pub(super) fn settle_deletion(&self, devices: &Devices, commit: &Commit, open: &mut Open) -> Result<()> {
        let refs = open.stored.state.heads(DELETED);
        if refs.is_empty() {
            open.stored.live = true;
            return Ok(());
        }
        let heads = self.heads(devices, commit, open, DELETED, refs)?;
        let contested = self.weigh_deletion(&mut open.stored, &heads)?;
        self.mark_conflict(open, DELETED, contested)
    }

    /// Sets whether the record is live, and returns whether that is contested.
    fn weigh_deletion(&self, stored: &mut StoredRecord, heads: &[Head]) -> Result<bool> {
        let wanted_gone = |head: &Head| matches!(head.value, ChangedValue::Deleted { .. });
        let kept_by_owned = !records::owned(self.connection, stored.n, false)?.is_empty();
        stored.live = kept_by_owned || !is_deleted(&stored.state, heads);
        Ok(stored.live && heads.iter().any(wanted_gone))
    }

    /// Looks again at whether a deleted record is kept by what belongs to it, and so on up the owners.
    pub(super) fn reconsider(&mut self, devices: &mut Devices, n: RecordNumber) -> Result<()> {
        let mut stored = records::load(self.connection, devices, n)?;
        let refs = stored.state.heads(DELETED);
        if refs.is_empty() {
            return Ok(());
        }
        let (was, was_live) = (stored.indexed(), stored.live);
        let heads = log_rows::heads(self.connection, devices, stored.id, DELETED, refs)?;
        let contested = self.weigh_deletion(&mut stored, &heads)?;
        let kind = Kind::from_number(stored.kind);
        let values =
            kind.map(|kind| kind_rows::load(self.connection, kind, n)).transpose()?.unwrap_or_default();
        let (live, owner) = (stored.live, stored.owner);
        let mut open =
            Open { stored, was, kind, values, is_new: false, was_live, conflicts: 0, changed: Vec::new() };
        self.mark_conflict(&open, DELETED, contested)?;
        if live == was_live {
            return Ok(());
        }
        if let Some(kind) = kind {
            kind_rows::update(self.connection, kind, n, Some(live), &open.values, &[])?;
        }
        records::store(self.connection, devices, &open.stored, open.was)?;
        self.words.note(self.connection, &open.stored)?;
        open.conflicts = self.count_conflicts(n)?;
        self.turned.push((n, open.effect()));
        owner.map_or(Ok(()), |owner| self.reconsider(devices, owner))
    }
}

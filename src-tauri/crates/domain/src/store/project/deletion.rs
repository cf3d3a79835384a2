//! Whether a record is in the trash: by its deletion, by the edits that this had not seen, and by what belongs to it.

use rusqlite::Result;

use super::Projector;
use super::known::Known;
use super::opening::Open;
use crate::log::{ChangedValue, Commit};
use crate::merge::{DELETED, Head, is_deleted};
use crate::rules;
use crate::store::devices::Devices;
use crate::store::records::{self, StoredRecord};
use crate::store::{RecordNumber, kind_rows, rows};

impl Projector<'_> {
    pub(super) fn settle_deletion(
        &self,
        devices: &Devices,
        commit: Option<&Commit>,
        open: &mut Open,
    ) -> Result<()> {
        let refs = open.stored.state.heads(DELETED);
        if refs.is_empty() {
            // Never deleted; or deletions that name each other, of which none is left.
            open.stored.live = true;
            return self.mark_conflict(open, DELETED, false);
        }
        let heads = self.heads(devices, commit, open, DELETED, refs)?;
        let contested = self.weigh_deletion(devices, &mut open.stored, &heads)?;
        self.mark_conflict(open, DELETED, contested)
    }

    /// Sets whether the record is live, and returns whether that is contested.
    fn weigh_deletion(&self, devices: &Devices, stored: &mut StoredRecord, heads: &[Head]) -> Result<bool> {
        let wanted_gone = |head: &Head| matches!(head.value, ChangedValue::Deleted { .. });
        let kept_by_owned = !records::owned(self.connection, stored.n, false)?.is_empty();
        stored.live = kept_by_owned || !is_deleted(&stored.state, heads, devices.branches());
        Ok(stored.live && heads.iter().any(wanted_gone))
    }

    /// Looks again at the owners of a record that was written: the one it has, if that must now be kept or need be
    /// kept no more, and the one it `left`.
    pub(super) fn reconsider_owners(
        &mut self,
        devices: &mut Devices,
        open: &Open,
        owner: Option<Known>,
        left: Option<RecordNumber>,
    ) -> Result<()> {
        let (live, was_live) = (open.stored.live, open.was_live);
        let matters = |owner: &Known| (live && !owner.live) || (!live && was_live);
        if let Some(owner) = owner.filter(matters) {
            self.reconsider(devices, owner.n)?;
        }
        left.map_or(Ok(()), |left| self.reconsider(devices, left))
    }

    /// Looks again at whether a deleted record is kept by what belongs to it, and so on up the owners.
    pub(super) fn reconsider(&mut self, devices: &mut Devices, n: RecordNumber) -> Result<()> {
        let mut stored = records::load(self.connection, devices, n)?;
        let refs = stored.state.heads(DELETED);
        if refs.is_empty() {
            return Ok(());
        }
        let (was, was_live) = (stored.indexed(), stored.live);
        let heads = self.heads_read(devices, stored.id, DELETED, refs)?;
        let contested = self.weigh_deletion(devices, &mut stored, &heads)?;
        let mut open = Open { is_new: false, was_live, is_marked: true, ..Open::new(stored, was) };
        let (live, owner) = (open.stored.live, open.stored.owner);
        self.mark_conflict(&mut open, DELETED, contested)?;
        if live == was_live {
            return Ok(());
        }
        if let Some(kind) = open.kind {
            open.values = kind_rows::load(self.connection, kind, n)?;
        }
        open.was_shown = was_live && !rules::is_left_out(&open.values);
        self.write(devices, &open)?;
        self.digest.remove(&open.stored, was_live, &open.values);
        self.digest.add(&open.stored, live, &open.values);
        // What it owns was told that it is in the trash, or that it is not.
        self.known.forget();
        self.words.note(n, open.stored.kind, records::main_of(self.connection, n)?);
        open.conflicts = rows::conflict_count(self.connection, n)?;
        self.turned.push((n, open.effect()));
        owner.map_or(Ok(()), |owner| self.reconsider(devices, owner))
    }
}

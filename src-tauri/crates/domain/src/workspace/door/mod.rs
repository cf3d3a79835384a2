//! The one door for writes: one transaction, one commit, one list of what changed.

mod edit;
mod pen;

use std::collections::BTreeSet;

use rusqlite::{Connection, TransactionBehavior};

use super::{Error, Seen, Workspace};
use crate::ids::{CommitRef, RecordId};
use crate::kinds::Kind;
use crate::log::Action;
use crate::store::devices::Devices;

pub(super) use edit::{Edit, Fate, merged};
pub(super) use pen::Pen;

/// What a write did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The commit; `None` if nothing had to be changed.
    pub commit: Option<CommitRef>,
    /// The records written, and the owners of those, in the order of ids.
    pub records: BTreeSet<(RecordId, Kind)>,
}

/// What a write is about besides its edits.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Besides<'a> {
    /// The records that it erases.
    erases: &'a [RecordId],
    /// What was seen by whoever made the edits, if not everything.
    seen: Option<Seen>,
}

impl Workspace {
    /// Writes one commit with these edits, whatever the validity of their values. Edits that change nothing are left
    /// out; if none is left, nothing is written, but for an undo or redo: it is a step taken even if all was left alone.
    pub(super) fn write(&mut self, action: Action, edits: &[Edit]) -> Result<Written, Error> {
        self.write_as_seen(action, edits, None, |_, _| Ok(()))
    }

    /// As [`write`](Self::write), by somebody who has seen only so much, with what `also` does in the same transaction.
    pub(super) fn write_as_seen(
        &mut self,
        action: Action,
        edits: &[Edit],
        seen: Option<Seen>,
        also: impl FnOnce(&Connection, CommitRef) -> rusqlite::Result<()>,
    ) -> Result<Written, Error> {
        let besides = Besides { seen, ..Besides::default() };
        self.write_with(besides, |connection, devices, pen, written| {
            pen.write(connection, devices, action, edits, written)?;
            Ok(written.commit.map_or(Ok(()), |last| also(connection, last))?)
        })
    }

    /// Writes one commit that erases these records.
    pub(super) fn write_erasure(&mut self, erases: &[RecordId]) -> Result<Written, Error> {
        let besides = Besides { erases, ..Besides::default() };
        self.write_with(besides, |connection, devices, pen, written| {
            pen.write(connection, devices, Action::Erase, &[], written)
        })
    }

    /// Writes in one transaction what `write` does with the pen, or leaves all as it was: if that fails, and if it wrote no
    /// commit.
    pub(super) fn write_with(
        &mut self,
        besides: Besides<'_>,
        write: impl FnOnce(&Connection, &mut Devices, &mut Pen<'_>, &mut Written) -> Result<(), Error>,
    ) -> Result<Written, Error> {
        let devices_before = self.devices.clone();
        let written = self.write_in_transaction(besides, write);
        match written.as_ref().is_ok_and(|written| written.commit.is_some()) {
            true => {
                self.journal.saved();
                self.mark();
            }
            false => self.devices = devices_before,
        }
        written
    }

    fn write_in_transaction(
        &mut self,
        besides: Besides<'_>,
        write: impl FnOnce(&Connection, &mut Devices, &mut Pen<'_>, &mut Written) -> Result<(), Error>,
    ) -> Result<Written, Error> {
        let (identity, continues) = (self.identity()?, self.continues());
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut pen = Pen { key: &self.key, sources: self.sources.as_mut(), identity, continues, besides };
        let mut written = Written::default();
        write(&transaction, &mut self.devices, &mut pen, &mut written)?;
        if written.commit.is_some() {
            transaction.commit()?;
        }
        Ok(written)
    }
}

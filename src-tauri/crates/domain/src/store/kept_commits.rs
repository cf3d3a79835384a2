//! Commits of the log that were read lately: for whoever asks about many records one after another, as a large commit is
//! about many.
//!
//! What is kept does not follow the log. It is for a look at it, or for a transaction that only adds commits.

use std::collections::HashMap;
use std::rc::Rc;

use rusqlite::{Connection, Result};

use super::devices::Devices;
use super::log_rows;
use crate::ids::{CommitRef, RecordId};
use crate::kinds::FieldNumber;
use crate::log::{Change, Commit, RecordChanges};
use crate::merge::Head;

/// How many bytes of commits are kept at most: those that a record was lately settled, opened again and settled by, all of
/// the greatest size. Where they have no room together, each is read anew for every record.
const KEPT: usize = 48 << 20;

/// The commits read lately.
#[derive(Debug)]
pub(crate) struct KeptCommits {
    /// How many bytes there is room for.
    room: usize,
    kept: HashMap<CommitRef, Rc<KeptCommit>>,
    size: usize,
}

/// A commit with the places of its records, each of which stands in it once.
#[derive(Debug)]
pub(crate) struct KeptCommit {
    /// The number of its row in the log.
    pub(crate) row: i64,
    pub(crate) commit: Commit,
    places: HashMap<RecordId, usize>,
}

impl Default for KeptCommits {
    fn default() -> Self {
        Self::with_room(KEPT)
    }
}

impl KeptCommits {
    /// None yet, and at most so many bytes of them, but for a single larger one.
    pub(crate) fn with_room(room: usize) -> Self {
        Self { room, kept: HashMap::new(), size: 0 }
    }

    /// A commit of the log, or `None` if it is not here.
    pub(crate) fn of(
        &mut self,
        connection: &Connection,
        devices: &Devices,
        at: CommitRef,
    ) -> Result<Option<Rc<KeptCommit>>> {
        if let Some(kept) = self.kept.get(&at) {
            return Ok(Some(Rc::clone(kept)));
        }
        let Some((row, size, mut commit)) = log_rows::numbered(connection, devices, at)? else {
            return Ok(None);
        };
        commit.records = commit.by_record();
        let places = commit.records.iter().enumerate().map(|(place, record)| (record.record, place));
        let kept = Rc::new(KeptCommit { row, places: places.collect(), commit });
        if self.size + size > self.room {
            self.kept.clear();
            self.size = 0;
        }
        self.size += size;
        self.kept.insert(at, Rc::clone(&kept));
        Ok(Some(kept))
    }

    /// The given heads of a field with their values, in ascending order. Heads whose commit is not here are left out.
    pub(crate) fn heads(
        &mut self,
        connection: &Connection,
        devices: &Devices,
        record: RecordId,
        field: FieldNumber,
        refs: impl IntoIterator<Item = CommitRef>,
    ) -> Result<Vec<Head>> {
        log_rows::heads_by(refs, |at| {
            let kept = self.of(connection, devices, at)?;
            Ok(kept.and_then(|kept| Some((kept.commit.lamport, kept.change(record, field)?.value.clone()))))
        })
    }
}

impl KeptCommit {
    /// What it changed in a record, private fields among it; `None` if nothing.
    pub(crate) fn changes(&self, record: RecordId) -> Option<&RecordChanges> {
        self.places.get(&record).map(|place| &self.commit.records[*place])
    }

    /// The change it made to a field of a record, if it made one and that is here.
    pub(crate) fn change(&self, record: RecordId, field: FieldNumber) -> Option<&Change> {
        self.changes(record)?.changes.iter().find(|change| change.field == field)
    }
}

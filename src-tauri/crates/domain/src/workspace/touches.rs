//! What commits did to a record, and what that comes to.

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;
use std::rc::Rc;

use rusqlite::Connection;

use super::Error;
use crate::ids::{CommitRef, Lamport, RecordId, WallTime};
use crate::kinds::FieldNumber;
use crate::log::{Change, Commit};
use crate::merge::{Replay, Told};
use crate::store::devices::Devices;
use crate::store::log_rows;
use crate::store::records::StoredRecord;

/// How many bytes of commits are kept for the next record, at most: a large commit is about many.
const KEPT: usize = 16 << 20;

/// What one commit did to one record.
#[derive(Debug, Clone)]
pub(super) struct Touch {
    /// The row of the commit in the log.
    pub(super) row: i64,
    pub(super) at: CommitRef,
    pub(super) lamport: Lamport,
    pub(super) wall_time: WallTime,
    pub(super) author: String,
    pub(super) changes: Vec<Change>,
}

impl Touch {
    /// What a commit in this row did to a record; `None` if nothing.
    pub(super) fn of(row: i64, commit: &Commit, record: RecordId) -> Option<Self> {
        let changes = commit.by_record().into_iter().find(|changes| changes.record == record)?;
        Some(Self::new(row, commit, changes.changes))
    }

    fn new(row: i64, commit: &Commit, changes: Vec<Change>) -> Self {
        Self {
            row,
            at: commit.at(),
            lamport: commit.lamport,
            wall_time: commit.wall_time,
            author: commit.author.clone(),
            changes,
        }
    }

    fn told(&self) -> Told<'_> {
        Told { at: self.at, lamport: self.lamport, changes: &self.changes }
    }
}

/// Reads what the commits of the log did to records, one record after another.
pub(super) struct Touches<'c> {
    connection: &'c Connection,
    kept: HashMap<CommitRef, Rc<Kept>>,
    size: usize,
}

/// A commit with the places of its records.
struct Kept {
    row: i64,
    commit: Commit,
    places: HashMap<RecordId, usize>,
}

impl<'c> Touches<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, kept: HashMap::new(), size: 0 }
    }

    /// What all known commits did to a record, in the order of their arrival.
    pub(super) fn of(&mut self, devices: &Devices, record: &StoredRecord) -> Result<Vec<Touch>, Error> {
        let mut touches = Vec::new();
        for &at in record.state.commits.iter() {
            let Some(kept) = self.kept(devices, at)? else { continue };
            let Some(&place) = kept.places.get(&record.id) else { continue };
            let changes = kept.commit.records[place].changes.clone();
            touches.push(Touch::new(kept.row, &kept.commit, changes));
        }
        touches.sort_unstable_by_key(|touch| touch.row);
        Ok(touches)
    }

    fn kept(&mut self, devices: &Devices, at: CommitRef) -> Result<Option<Rc<Kept>>, Error> {
        if let Some(kept) = self.kept.get(&at) {
            return Ok(Some(Rc::clone(kept)));
        }
        let Some((row, size, mut commit)) = log_rows::numbered(self.connection, devices, at)? else {
            return Ok(None);
        };
        commit.records = commit.by_record();
        let places = commit.records.iter().enumerate().map(|(place, record)| (record.record, place));
        let kept = Rc::new(Kept { row, places: places.collect(), commit });
        if self.size + size > KEPT {
            self.kept.clear();
            self.size = 0;
        }
        self.size += size;
        self.kept.insert(at, Rc::clone(&kept));
        Ok(Some(kept))
    }
}

/// A record before and after the commits in some rows of the log.
pub(super) struct Turn<'t> {
    pub(super) before: Replay<'t>,
    pub(super) after: Replay<'t>,
    /// The fields that those commits changed.
    pub(super) fields: BTreeSet<FieldNumber>,
}

impl<'t> Turn<'t> {
    /// By what commits did to the record, in the order of their rows; `None` if those in `rows` did nothing to it.
    pub(super) fn of(touches: &'t [Touch], rows: &RangeInclusive<i64>) -> Option<Self> {
        let mut before = Replay::default();
        let mut fields = BTreeSet::new();
        for touch in touches.iter().filter(|touch| touch.row < *rows.start()) {
            before.add(touch.told());
        }
        let mut after = before.clone();
        for touch in touches.iter().filter(|touch| rows.contains(&touch.row)) {
            after.add(touch.told());
            fields.extend(touch.changes.iter().map(|change| change.field));
        }
        (!fields.is_empty()).then_some(Self { before, after, fields })
    }

    /// Whether those commits made the record.
    pub(super) fn is_new(&self) -> bool {
        self.before.is_empty()
    }
}

//! What commits did to a record, and what that comes to.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use rusqlite::Connection;

use super::Error;
use crate::ids::{CommitRef, Lamport, RecordId, WallTime};
use crate::kinds::FieldNumber;
use crate::log::{Change, Commit};
use crate::merge::{Branches, Replay, Told};
use crate::store::devices::Devices;
use crate::store::kept_commits::KeptCommits;
use crate::store::records::StoredRecord;
use crate::store::{Arrival, filled};

/// How many bytes of commits an import keeps for the next record, at most: a large commit is about many.
const KEPT: usize = 16 << 20;

/// What an import brought.
#[derive(Debug, Clone)]
pub(super) struct Came {
    /// Its number. Of older rows it brought what `store/filled.rs` says.
    pub(super) import: u64,
    /// The rows of the log that are its own.
    pub(super) rows: RangeInclusive<i64>,
}

/// When something came, as an import sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// It was here.
    Before,
    /// The import brought it.
    With,
    /// It was not here yet.
    Since,
}

impl Came {
    /// What came with the import of this report.
    pub(super) fn of(arrival: &Arrival) -> Self {
        Self { import: arrival.n, rows: arrival.rows.clone() }
    }

    /// What came with commits of this laptop's own, in these rows.
    fn by_oneself(rows: RangeInclusive<i64>) -> Self {
        Self { import: u64::MAX, rows }
    }

    /// When the body of a record in this row of the log came, given which import filled it in, if one did.
    fn when(&self, row: i64, filled_by: Option<u64>) -> When {
        let order = match filled_by {
            Some(import) => import.cmp(&self.import),
            None if row < *self.rows.start() => Ordering::Less,
            None if self.rows.contains(&row) => Ordering::Equal,
            None => Ordering::Greater,
        };
        match order {
            Ordering::Less => When::Before,
            Ordering::Equal => When::With,
            Ordering::Greater => When::Since,
        }
    }
}

/// What one commit did to one record.
#[derive(Debug, Clone)]
pub(super) struct Touch {
    pub(super) when: When,
    pub(super) at: CommitRef,
    pub(super) lamport: Lamport,
    pub(super) wall_time: WallTime,
    pub(super) author: String,
    pub(super) changes: Vec<Change>,
}

impl Touch {
    /// What a commit did to a record; `None` if nothing.
    pub(super) fn of(when: When, commit: &Commit, record: RecordId) -> Option<Self> {
        let changes = commit.by_record().into_iter().find(|changes| changes.record == record)?;
        Some(Self::new(when, commit, changes.changes))
    }

    fn new(when: When, commit: &Commit, changes: Vec<Change>) -> Self {
        Self {
            when,
            at: commit.at(),
            lamport: commit.lamport,
            wall_time: commit.wall_time,
            author: commit.author.clone(),
            changes,
        }
    }

    pub(super) fn told(&self) -> Told<'_> {
        Told { at: self.at, lamport: self.lamport, changes: &self.changes }
    }
}

/// Reads what the commits of the log did to records, one record after another, as an import sees it.
pub(super) struct Touches<'c> {
    connection: &'c Connection,
    came: Came,
    commits: KeptCommits,
}

impl<'c> Touches<'c> {
    pub(super) fn new(connection: &'c Connection, came: Came) -> Self {
        Self { connection, came, commits: KeptCommits::with_room(KEPT) }
    }

    /// As a step of this laptop's own sees it.
    pub(super) fn of_step(connection: &'c Connection, rows: RangeInclusive<i64>) -> Self {
        Self { connection, came: Came::by_oneself(rows), commits: KeptCommits::default() }
    }

    /// What all known commits did to a record.
    pub(super) fn of(&mut self, devices: &Devices, record: &StoredRecord) -> Result<Vec<Touch>, Error> {
        let filled: HashMap<i64, u64> = filled::of(self.connection, record.id)?.into_iter().collect();
        let mut touches = Vec::new();
        for &at in record.state.commits.iter() {
            let Some(kept) = self.commits.of(self.connection, devices, at)? else { continue };
            let Some(changes) = kept.changes(record.id).map(|record| record.changes.clone()) else {
                continue;
            };
            let when = self.came.when(kept.row, filled.get(&kept.row).copied());
            touches.push(Touch::new(when, &kept.commit, changes));
        }
        Ok(touches)
    }
}

/// A record before and after an import.
pub(super) struct Turn<'t> {
    pub(super) before: Replay<'t>,
    pub(super) after: Replay<'t>,
    /// The fields that the import brought changes of.
    pub(super) fields: BTreeSet<FieldNumber>,
}

impl<'t> Turn<'t> {
    /// By what commits did to the record; `None` if the import brought nothing of it.
    pub(super) fn of(touches: &'t [Touch], branches: &'t Branches) -> Option<Self> {
        let those = |when| touches.iter().filter(move |touch| touch.when == when);
        let changes = those(When::With).flat_map(|touch| &touch.changes);
        let fields: BTreeSet<_> = changes.map(|change| change.field).collect();
        let before = || those(When::Before).map(Touch::told);
        (!fields.is_empty()).then(|| Self {
            before: Replay::of(before(), branches),
            after: Replay::of(before().chain(those(When::With).map(Touch::told)), branches),
            fields,
        })
    }

    /// Whether the import made the record.
    pub(super) fn is_new(&self) -> bool {
        self.before.is_empty()
    }
}

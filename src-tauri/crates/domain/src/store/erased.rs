//! The records that were erased: an id each, and nothing more of them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rusqlite::{Connection, Result};

use super::log_rows;
use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::log::{Commit, Out, RecordChanges};
use crate::value::Value;

/// Some records that were erased, or are to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Erased(BTreeSet<RecordId>);

impl Erased {
    /// All that are known to be.
    pub(crate) fn load(connection: &Connection) -> Result<Self> {
        let mut select = connection.prepare_cached("SELECT record FROM erased")?;
        select.query_map((), |row| row.get(0).map(RecordId::from_bytes))?.collect::<Result<_>>().map(Self)
    }

    /// Those among them that no commit names: they belonged to one that a commit names.
    pub(crate) fn unlisted(connection: &Connection) -> Result<Vec<RecordId>> {
        let mut select = connection.prepare("SELECT record FROM erased WHERE listed = 0")?;
        select.query_map((), |row| row.get(0).map(RecordId::from_bytes))?.collect()
    }

    /// Keeps them for good. `listed` are those that a commit names.
    pub(crate) fn keep(&self, connection: &Connection) -> Result<()> {
        let mut insert =
            connection.prepare_cached("INSERT OR IGNORE INTO erased (record, listed) VALUES (?, 0)")?;
        self.0.iter().try_for_each(|record| insert.execute([record.as_bytes()]).map(drop))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn contains(&self, record: RecordId) -> bool {
        self.0.contains(&record)
    }

    /// Adds a record; says whether it was not among them.
    pub(crate) fn insert(&mut self, record: RecordId) -> bool {
        self.0.insert(record)
    }

    /// In ascending order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = RecordId> {
        self.0.iter().copied()
    }

    /// Whether changes are of one of these records, or say that theirs belongs to one. That it moved away since does
    /// not matter: what was erased, and in which order one heard of it, must not make a difference. A laptop's own record
    /// is never erased, whoever names it: it says whose commits are whose.
    pub(crate) fn covers(&self, changes: &RecordChanges) -> bool {
        let is_laptop = changes.kind == Kind::Device.number();
        !is_laptop && (self.contains(changes.record) || self.contains_owner(changes))
    }

    /// Adds what a commit says to belong to one of these records, and what it says to belong to that; says whether there
    /// was any.
    pub(crate) fn extend_by(&mut self, commit: &Commit) -> bool {
        let before = self.len();
        // One of them may belong to another, wherever it stands.
        loop {
            let known = self.len();
            for record in &commit.records {
                if self.covers(record) {
                    self.insert(record.record);
                }
            }
            if self.len() == known {
                return known > before;
            }
        }
    }

    /// A commit's bytes without what it says of these records. [Extend](Self::extend_by) them by it first.
    pub(crate) fn taken_out<'b>(&self, commit: &Commit, bytes: &'b [u8]) -> Result<Cow<'b, [u8]>> {
        let covered = commit.records.iter().filter(|record| self.covers(record));
        let gone: BTreeSet<_> = covered.map(|record| record.record).collect();
        match gone.is_empty() {
            true => Ok(bytes.into()),
            false => log_rows::take_out(bytes, Out::Erased, |record| !gone.contains(&record)),
        }
    }

    fn contains_owner(&self, changes: &RecordChanges) -> bool {
        owners(changes).any(|owner| self.contains(owner))
    }
}

impl FromIterator<RecordId> for Erased {
    fn from_iter<I: IntoIterator<Item = RecordId>>(records: I) -> Self {
        Self(records.into_iter().collect())
    }
}

/// Notes that a commit names these records.
pub(crate) fn list(connection: &Connection, records: &[RecordId]) -> Result<()> {
    let mut insert =
        connection.prepare_cached("INSERT OR REPLACE INTO erased (record, listed) VALUES (?, 1)")?;
    records.iter().try_for_each(|record| insert.execute([record.as_bytes()]).map(drop))
}

/// Whether a record was erased.
pub(crate) fn contains(connection: &Connection, record: RecordId) -> Result<bool> {
    connection.prepare_cached("SELECT 1 FROM erased WHERE record = ?")?.exists([record.as_bytes()])
}

/// The records that these changes say theirs belongs to.
fn owners(changes: &RecordChanges) -> impl Iterator<Item = RecordId> {
    let field = Kind::from_number(changes.kind).and_then(Kind::owner_field).map(|field| field.number);
    let of_owner = changes.changes.iter().filter(move |change| Some(change.field) == field);
    of_owner.filter_map(|change| change.value.value().and_then(Value::as_reference))
}

//! Applying a commit: what the merge makes of it is written into the projections.

mod deletion;

use rusqlite::{Connection, Result};

use super::devices::Devices;
use super::records::{self, Indexed, PLACEHOLDER, StoredRecord};
use super::{RecordNumber, kind_rows, log_rows, search};
use crate::ids::{CommitRef, RecordId};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Change, ChangedValue, Commit, RecordChanges};
use crate::merge::{DELETED, Head, settle};
use crate::rules::{self, Values};
use crate::value::Value;

/// What applying a commit came to for one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Effect {
    /// The number of its kind.
    pub(crate) kind: u16,
    /// Whether it was not here before.
    pub(crate) is_new: bool,
    /// Whether it was in use before.
    pub(crate) was_live: bool,
    /// Whether it is in use now.
    pub(crate) live: bool,
    /// How many of its fields are contested.
    pub(crate) conflicts: u32,
}

/// Applies commits within a transaction that the caller opened. Call [`finish`](Self::finish) before it is committed.
pub(crate) struct Projector<'c> {
    connection: &'c Connection,
    words: search::Pending,
    /// Records that went to the trash or came out of it because of what belongs to them.
    turned: Vec<(RecordNumber, Effect)>,
}

/// A record in the middle of being changed.
struct Open {
    stored: StoredRecord,
    /// What the indexes knew of it before.
    was: Indexed,
    kind: Option<Kind>,
    values: Values,
    is_new: bool,
    was_live: bool,
    conflicts: u32,
    changed: Vec<FieldNumber>,
}

impl<'c> Projector<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self { connection, words: search::Pending::default(), turned: Vec::new() }
    }

    /// Applies a commit whose row is in the log already, and hands each record's effect to `each`.
    ///
    /// The commit must not be counted among the known ones yet: `devices` still stands at the one before it.
    /// Returns a record that the commit says is of another kind than is known, if there is one: then two programs, one
    /// of them faulty, gave one id to different things, and the transaction must not be committed.
    pub(crate) fn apply(
        &mut self,
        devices: &mut Devices,
        commit: &Commit,
        mut each: impl FnMut(RecordNumber, Effect),
    ) -> Result<Option<RecordId>> {
        for record in &commit.records {
            let mut open = self.open(devices, record)?;
            if open.stored.kind != record.kind {
                return Ok(Some(record.record));
            }
            for change in &record.changes {
                open.stored.state.add(commit.at(), change, |at| devices.knows(at));
            }
            for change in &record.changes {
                self.settle_field(devices, commit, &mut open, change)?;
            }
            self.close(devices, commit, &mut open)?;
            each(open.stored.n, open.effect());
            self.turned.drain(..).for_each(|(n, effect)| each(n, effect));
        }
        Ok(None)
    }

    /// Writes what was put off to the end of a transaction: the search index.
    pub(crate) fn finish(self) -> Result<()> {
        self.words.write(self.connection)
    }

    fn open(&self, devices: &Devices, record: &RecordChanges) -> Result<Open> {
        let mut stored = match records::number(self.connection, record.record)? {
            Some(n) => records::load(self.connection, devices, n)?,
            None => records::fresh(self.connection, record.record, record.kind)?,
        };
        let was = stored.indexed();
        let is_new = stored.state.commits.is_empty();
        if stored.kind == PLACEHOLDER {
            stored.kind = record.kind;
            records::disown_misfits(self.connection, stored.n, record.kind)?;
        }
        let kind = Kind::from_number(stored.kind);
        let values = match kind {
            Some(kind) if !is_new => kind_rows::load(self.connection, kind, stored.n)?,
            Some(_) | None => Values::new(),
        };
        let was_live = !is_new && stored.live;
        Ok(Open { stored, was, kind, values, is_new, was_live, conflicts: 0, changed: Vec::new() })
    }

    /// Works out what a field that was changed shows now.
    fn settle_field(
        &self,
        devices: &Devices,
        commit: &Commit,
        open: &mut Open,
        change: &Change,
    ) -> Result<()> {
        let heads = open.stored.state.heads(change.field);
        let (shown, conflict) = match heads.as_slice() {
            [only] if *only == commit.at() => (change.value.clone(), false),
            _ => {
                let heads = self.heads(devices, commit, open, change.field, heads)?;
                match settle(&heads) {
                    Some(settled) => (settled.shown.value.clone(), settled.conflict),
                    None => (ChangedValue::Empty, false),
                }
            }
        };
        if change.field != DELETED {
            self.mark_conflict(open, change.field, conflict)?;
            self.show(open, change.field, shown.value().cloned())?;
        }
        Ok(())
    }

    fn heads(
        &self,
        devices: &Devices,
        commit: &Commit,
        open: &Open,
        field: FieldNumber,
        refs: Vec<CommitRef>,
    ) -> Result<Vec<Head>> {
        let (here, stored): (Vec<_>, Vec<_>) = refs.into_iter().partition(|at| *at == commit.at());
        let mut heads = log_rows::heads(self.connection, devices, open.stored.id, field, stored)?;
        if let (Some(at), Some(change)) = (here.first(), commit.change(open.stored.id, field)) {
            heads.push(Head { at: *at, lamport: commit.lamport, value: change.value.clone() });
        }
        Ok(heads)
    }

    /// Puts a value where it is shown, or marks the field as unfamiliar if it has no place.
    fn show(&self, open: &mut Open, field: FieldNumber, value: Option<Value>) -> Result<()> {
        let Some(kind) = open.kind else { return Ok(()) };
        let fits = |value: &Value| {
            kind.field_by_number(field).is_some_and(|field| rules::fits(field.field_type, value))
        };
        let unfamiliar = value.as_ref().is_some_and(|value| !fits(value));
        self.mark("unfamiliar", open, field, unfamiliar)?;
        open.changed.push(field);
        match value.filter(|_| !unfamiliar) {
            Some(value) => drop(open.values.insert(field, value)),
            None => drop(open.values.remove(&field)),
        }
        Ok(())
    }

    /// Marks a field as contested, unless only a newer program knows it: nobody could settle it here.
    fn mark_conflict(&self, open: &Open, field: FieldNumber, contested: bool) -> Result<()> {
        let is_known = |kind: Kind| field == DELETED || kind.field_by_number(field).is_some();
        self.mark("conflict", open, field, contested && open.kind.is_some_and(is_known))
    }

    fn mark(&self, table: &str, open: &Open, field: FieldNumber, marked: bool) -> Result<()> {
        let sql = match marked {
            true => format!("INSERT OR IGNORE INTO {table} (n, field) VALUES (?, ?)"),
            false if open.is_new => return Ok(()),
            false => format!("DELETE FROM {table} WHERE n = ? AND field = ?"),
        };
        self.connection.prepare_cached(&sql)?.execute((open.stored.n, field)).map(drop)
    }

    /// Writes the record's rows, and looks again at its owner, which a live record keeps out of the trash.
    fn close(&mut self, devices: &mut Devices, commit: &Commit, open: &mut Open) -> Result<()> {
        self.settle_deletion(devices, commit, open)?;
        let owner_before = open.stored.owner;
        if let Some(kind) = open.kind {
            open.stored.title = rules::title(kind, &open.values);
            let owner = kind.owner_field().and_then(|field| open.values.get(&field.number)?.as_reference());
            open.stored.owner = match owner {
                Some(id) => records::owner(self.connection, kind, id)?,
                None => None,
            };
            let (n, live) = (open.stored.n, open.stored.live);
            let turned = (live != open.was_live).then_some(live);
            match open.is_new {
                true => kind_rows::insert(self.connection, kind, n, live, &open.values)?,
                false => kind_rows::update(self.connection, kind, n, turned, &open.values, &open.changed)?,
            }
        }
        records::store(self.connection, devices, &open.stored, open.was)?;
        self.words.note(self.connection, &open.stored)?;
        let left = owner_before.filter(|_| owner_before != open.stored.owner);
        if let Some(left) = left {
            self.words.note_above(self.connection, left)?;
        }
        for owner in [open.stored.owner, left].into_iter().flatten() {
            self.reconsider(devices, owner)?;
        }
        open.conflicts = self.count_conflicts(open.stored.n)?;
        Ok(())
    }

    fn count_conflicts(&self, n: RecordNumber) -> Result<u32> {
        self.connection
            .prepare_cached("SELECT count(*) FROM conflict WHERE n = ?")?
            .query_row([n], |row| row.get(0))
    }
}

impl Open {
    fn effect(&self) -> Effect {
        Effect {
            kind: self.stored.kind,
            is_new: self.is_new,
            was_live: self.was_live,
            live: self.stored.live,
            conflicts: self.conflicts,
        }
    }
}

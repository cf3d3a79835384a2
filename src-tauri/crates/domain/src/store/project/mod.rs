//! Applying a commit: what the merge makes of it is written into the projections.

mod closing;
mod deletion;
mod known;
mod opening;

use rusqlite::{Connection, Result};

use super::devices::Devices;
use super::digest::Digest;
use super::{RecordNumber, log_rows, rows, search};
use crate::ids::{CommitRef, RecordId};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Change, ChangedValue, Commit};
use crate::merge::{DELETED, Head, settle};
use crate::rules;
use crate::value::Value;
use known::KnownRecords;
use opening::Open;

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
    known: KnownRecords<'c>,
    words: search::Pending,
    digest: Digest,
    digest_before: Digest,
    /// Records that went to the trash or came out of it because of what belongs to them.
    turned: Vec<(RecordNumber, Effect)>,
}

impl<'c> Projector<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Result<Self> {
        let (known, digest) = (KnownRecords::new(connection), Digest::kept(connection)?);
        Ok(Self {
            connection,
            known,
            words: search::Pending::default(),
            digest,
            digest_before: digest,
            turned: Vec::new(),
        })
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
        self.words.write_taken(self.connection)?;
        Ok(None)
    }

    /// Writes what was put off to the end of a transaction, the search index and the digest. Returns the digest.
    pub(crate) fn finish(self) -> Result<Digest> {
        self.words.write(self.connection)?;
        if self.digest != self.digest_before {
            self.digest.keep(self.connection)?;
        }
        Ok(self.digest)
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
    fn mark_conflict(&self, open: &mut Open, field: FieldNumber, contested: bool) -> Result<()> {
        let is_known = |kind: Kind| field == DELETED || kind.field_by_number(field).is_some();
        let contested = contested && open.kind.is_some_and(is_known);
        self.mark("conflict", open, field, contested)
    }

    fn mark(&self, table: &str, open: &mut Open, field: FieldNumber, marked: bool) -> Result<()> {
        if !marked && !open.is_marked {
            return Ok(());
        }
        open.is_marked = true;
        rows::mark(self.connection, table, open.stored.n, field, marked)
    }
}

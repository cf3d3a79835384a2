//! What a field shows: the value of its heads, or of one of them, and whether they disagree.

use rusqlite::Result;

use super::Projector;
use super::opening::Open;
use crate::ids::{CommitRef, RecordId};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Change, Commit};
use crate::merge::{DELETED, Head, settle};
use crate::rules;
use crate::store::devices::Devices;
use crate::store::{log_rows, rows};
use crate::value::Value;

impl Projector<'_> {
    /// Works out what a field that was changed shows now.
    pub(super) fn settle_field(
        &self,
        devices: &Devices,
        commit: &Commit,
        open: &mut Open,
        change: &Change,
    ) -> Result<()> {
        if change.field == DELETED {
            return Ok(());
        }
        if open.stored.state.is_only_head(change.field, commit.at()) {
            self.mark_conflict(open, change.field, false)?;
            return self.show(open, change.field, change.value.value().cloned());
        }
        self.settle_heads(devices, Some(commit), open, change.field)
    }

    /// Works out what a field shows of whose heads any may be another commit's than the one being applied, if one is.
    pub(super) fn settle_heads(
        &self,
        devices: &Devices,
        commit: Option<&Commit>,
        open: &mut Open,
        field: FieldNumber,
    ) -> Result<()> {
        let heads = open.stored.state.heads(field);
        let heads = self.heads(devices, commit, open, field, heads)?;
        let settled = settle(&heads);
        self.mark_conflict(open, field, settled.as_ref().is_some_and(|settled| settled.conflict))?;
        let shown = settled.and_then(|settled| settled.shown.value.value().cloned());
        self.show(open, field, shown)
    }

    pub(super) fn heads(
        &self,
        devices: &Devices,
        commit: Option<&Commit>,
        open: &Open,
        field: FieldNumber,
        mut refs: Vec<CommitRef>,
    ) -> Result<Vec<Head>> {
        let change = commit.and_then(|commit| Some((commit, commit.change(open.stored.id, field)?)));
        // What is being applied is at hand and need not be read.
        let is_here = change.is_some_and(|(commit, _)| {
            let before = refs.len();
            refs.retain(|at| *at != commit.at());
            refs.len() < before
        });
        let mut heads = self.heads_read(devices, open.stored.id, field, refs)?;
        if let Some((commit, change)) = change.filter(|_| is_here) {
            heads.push(Head { at: commit.at(), lamport: commit.lamport, value: change.value.clone() });
        }
        Ok(heads)
    }

    /// Heads whose commits are to be read.
    pub(super) fn heads_read(
        &self,
        devices: &Devices,
        record: RecordId,
        field: FieldNumber,
        refs: Vec<CommitRef>,
    ) -> Result<Vec<Head>> {
        match self.read.borrow_mut().as_mut() {
            Some(read) => read.heads(self.connection, devices, record, field, refs),
            None => log_rows::heads(self.connection, devices, record, field, refs),
        }
    }

    /// Puts a value where it is shown, or marks the field as unfamiliar if it has no place.
    fn show(&self, open: &mut Open, field: FieldNumber, value: Option<Value>) -> Result<()> {
        let Some(kind) = open.kind else { return Ok(()) };
        let fits = |value: &Value| {
            kind.field_by_number(field).is_some_and(|field| rules::fits(field.field_type, value))
        };
        let unfamiliar = value.as_ref().is_some_and(|value| !fits(value));
        self.mark("unfamiliar", open, field, unfamiliar)?;
        let value = value.filter(|_| !unfamiliar);
        if open.values.get(&field) == value.as_ref() {
            return Ok(());
        }
        open.changed.push(field);
        rules::put(&mut open.values, field, value);
        Ok(())
    }

    /// Marks a field as contested, unless only a newer program knows it: nobody could settle it here.
    pub(super) fn mark_conflict(&self, open: &mut Open, field: FieldNumber, contested: bool) -> Result<()> {
        let is_known = |kind: Kind| field == DELETED || kind.field_by_number(field).is_some();
        let contested = contested && open.kind.is_some_and(is_known);
        self.mark("conflict", open, field, contested)
    }

    fn mark(&self, table: &str, open: &mut Open, field: FieldNumber, marked: bool) -> Result<()> {
        if !marked && !open.is_marked {
            return Ok(());
        }
        open.is_marked = true;
        self.any_marks.set(true);
        rows::mark(self.connection, table, open.stored.n, field, marked)
    }
}

//! What a record was at an earlier time: some of its commits, taken in anew.

use std::collections::{BTreeMap, BTreeSet};

use super::{Branches, DELETED, Head, RecordState, is_deleted, unseen};
use crate::ids::{CommitRef, Lamport};
use crate::kinds::FieldNumber;
use crate::log::{Change, ChangedValue};

/// What one commit did to a record.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Which commit.
    pub at: CommitRef,
    /// Its place in the order of causes.
    pub lamport: Lamport,
    /// Its changes of the record.
    pub changes: &'a [Change],
}

/// A record as some of its commits leave it.
#[derive(Debug, Clone)]
pub struct Replay<'a> {
    state: RecordState,
    told: BTreeMap<CommitRef, Told<'a>>,
    branches: &'a Branches,
}

impl<'a> Replay<'a> {
    /// Takes in what these commits did to the record.
    pub fn of(told: impl IntoIterator<Item = Told<'a>>, branches: &'a Branches) -> Self {
        let told: BTreeMap<_, _> = told.into_iter().map(|told| (told.at, told)).collect();
        let changes: Vec<_> = told.values().map(|told| (told.at, told.changes)).collect();
        Self { state: RecordState::of(&changes, branches), told, branches }
    }

    /// Whether no commit was taken in.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// The heads of a field, in ascending order.
    pub fn refs(&self, field: FieldNumber) -> Vec<CommitRef> {
        self.state.heads(field)
    }

    /// The heads of a field with their values, in ascending order.
    pub fn heads(&self, field: FieldNumber) -> Vec<Head> {
        let head = |at: CommitRef| {
            let told = self.told.get(&at)?;
            let change = told.changes.iter().find(|change| change.field == field)?;
            Some(Head { at, lamport: told.lamport, value: change.value.clone() })
        };
        self.refs(field).into_iter().filter_map(head).collect()
    }

    /// What a field shows.
    pub fn shown(&self, field: FieldNumber) -> ChangedValue {
        let heads = self.heads(field);
        super::settle(&heads).map_or(ChangedValue::Empty, |settled| settled.shown.value.clone())
    }

    /// Whether someone deleted the record who had not seen every edit of it.
    pub fn is_deletion_contested(&self) -> bool {
        let gone = |head: &Head| matches!(head.value, ChangedValue::Deleted { .. });
        self.heads(DELETED).iter().any(gone) && !self.is_deleted()
    }

    /// The fields of which some head was seen by none of the record's deletions.
    pub fn unseen(&self) -> BTreeSet<FieldNumber> {
        let unseen = unseen(&self.state, &self.heads(DELETED), self.branches);
        let is_unseen = |field: &FieldNumber| self.refs(*field).iter().any(|at| unseen.contains(at));
        self.state.fields.keys().copied().filter(|field| *field != DELETED && is_unseen(field)).collect()
    }

    /// Whether a field has several values.
    pub fn is_contested(&self, field: FieldNumber) -> bool {
        match field {
            DELETED => self.is_deletion_contested(),
            _ => super::settle(&self.heads(field)).is_some_and(|settled| settled.conflict),
        }
    }

    /// Whether the record is deleted, but for what may belong to it.
    pub fn is_deleted(&self) -> bool {
        is_deleted(&self.state, &self.heads(DELETED), self.branches)
    }
}

//! Putting back what a record held before something was done to it: by an undo, by taking an import back, by leaving out a
//! part of one.
//!
//! Where a field had several values it gets them all again. Each is set by a commit of its own, which replaces what all
//! the others replace and none of them: so they are heads beside each other, as the sides of the conflict were, by the
//! rules of the merge alone. A deletion that had not seen everything is put back as one that has not seen it.

use std::collections::{BTreeMap, BTreeSet};

use super::door::{Edit, Fate};
use crate::kinds::{FieldNumber, Kind};
use crate::log::ChangedValue;
use crate::merge::{DELETED, Head, values};
use crate::store::records::StoredRecord;
use crate::value::Value;

/// What a record is to be again.
pub(super) struct PutBack<'r> {
    stored: &'r StoredRecord,
    kind: Kind,
    /// The values of each field, the one to be shown last.
    fields: BTreeMap<FieldNumber, Vec<Option<Value>>>,
    fates: Vec<Fate>,
    unseen: BTreeSet<FieldNumber>,
}

impl<'r> PutBack<'r> {
    /// Nothing yet of this record.
    pub(super) fn of(stored: &'r StoredRecord, kind: Kind) -> Self {
        let (fields, unseen) = (BTreeMap::new(), BTreeSet::new());
        Self { stored, kind, fields, fates: Vec::new(), unseen }
    }

    /// What a field held is put back, which had these heads.
    pub(super) fn field(&mut self, field: FieldNumber, before: &[Head]) {
        let said = values(before).into_iter().map(|head| head.value.value().cloned());
        let said: Vec<_> = said.collect();
        self.fields.insert(field, if said.is_empty() { vec![None] } else { said });
    }

    /// The record is in the trash again, or is not, by these heads of its deletion, none of which had seen what these
    /// fields held.
    pub(super) fn deletion(&mut self, before: &[Head], unseen: BTreeSet<FieldNumber>) {
        let (gone, kept): (Vec<_>, Vec<_>) =
            before.iter().partition(|head| matches!(head.value, ChangedValue::Deleted { .. }));
        self.fates.extend((!kept.is_empty() || gone.is_empty()).then_some(Fate::Restore));
        self.fates.extend((!gone.is_empty()).then_some(Fate::Delete));
        self.unseen = unseen;
    }

    /// The edits that do so, one after another, each to go into a commit of its own.
    pub(super) fn edits(self) -> Vec<Edit> {
        let most = self.fields.values().map(Vec::len).max().unwrap_or(0);
        let mut edits = vec![Edit::of_fate(self.stored.id, self.kind, Fate::Keep); most];
        for (field, said) in self.fields {
            let beside = (said.len() > 1).then(|| self.stored.state.heads(field));
            for (edit, value) in edits[most - said.len()..].iter_mut().zip(said) {
                edit.fields.insert(field, value);
                edit.again.beside.extend(beside.clone().map(|beside| (field, beside)));
            }
        }
        let beside = (self.fates.len() > 1).then(|| self.stored.state.heads(DELETED));
        for fate in self.fates {
            // A deletion comes last and by itself, for it to have seen what was put back before.
            if fate == Fate::Delete || edits.is_empty() {
                edits.push(Edit::of_fate(self.stored.id, self.kind, Fate::Keep));
            }
            let last = edits.last_mut().expect("BUG: one was just added");
            last.fate = fate;
            last.again.beside.extend(beside.clone().map(|beside| (DELETED, beside)));
            last.again.unseen.clone_from(&self.unseen);
        }
        edits
    }
}

/// The edits of many records, one commit after another: what takes one commit alone is in the last.
pub(super) fn rounds(records: Vec<Vec<Edit>>) -> Vec<Vec<Edit>> {
    let most = records.iter().map(Vec::len).max().unwrap_or(0);
    let mut rounds = vec![Vec::new(); most];
    for edits in records {
        for (round, edit) in rounds[most - edits.len()..].iter_mut().zip(edits) {
            round.push(edit);
        }
    }
    rounds
}

/// What goes into each commit, round by round.
pub(super) fn commits(rounds: &[Vec<Edit>]) -> impl Iterator<Item = &[Edit]> {
    rounds.iter().flat_map(|edits| parts(edits))
}

/// Edits in parts that each fit into a commit, with room to spare.
pub(super) fn parts(edits: &[Edit]) -> Vec<&[Edit]> {
    const PART: usize = 3 << 20;
    let mut parts = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (at, edit) in edits.iter().enumerate() {
        let texts = edit.fields.values().flatten().filter_map(|value| value.as_text());
        // A record with the heads it replaces, and a field with those, each as large as they usually are.
        let weight = 512 + edit.fields.len() * 64 + texts.map(str::len).sum::<usize>();
        if size + weight > PART && at > start {
            parts.push(&edits[start..at]);
            (start, size) = (at, 0);
        }
        size += weight;
    }
    if start < edits.len() {
        parts.push(&edits[start..]);
    }
    parts
}

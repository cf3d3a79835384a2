//! The state of one record: the heads of all its fields.

use std::collections::{BTreeMap, BTreeSet};

use super::{DELETED, Head, Heads, Refs};
use crate::ids::CommitRef;
use crate::kinds::{FieldNumber, PRIVATE};
use crate::log::{Change, ChangedValue};

/// What is known of a record beyond its values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordState {
    /// The heads of each field that was ever set, the [deletion](DELETED) among them.
    pub fields: BTreeMap<FieldNumber, Heads>,
    /// Every commit that touched the record: its history.
    pub commits: Refs,
}

impl RecordState {
    /// Takes in one change that was not known before.
    ///
    /// Of a change it replaces it is asked whether that is known, not whether its commit is: the commit may be here
    /// without the part that tells of this record. It is known if the commit is one that touched the record, since
    /// all that a commit says of a record's open fields comes as one, and what is private comes with it or never.
    pub fn add(&mut self, at: CommitRef, change: &Change) {
        let is_known = |parent| parent != at && self.commits.contains(&parent);
        self.fields.entry(change.field).or_default().add(at, &change.parents, is_known);
        self.commits.insert(at);
    }

    /// The heads of a field, in ascending order: the parents of the next change to it.
    pub fn heads(&self, field: FieldNumber) -> Vec<CommitRef> {
        self.fields.get(&field).map(|heads| heads.heads.to_vec()).unwrap_or_default()
    }

    /// Whether this commit is the only head of a field.
    pub fn is_only_head(&self, field: FieldNumber, at: CommitRef) -> bool {
        self.fields.get(&field).is_some_and(|heads| *heads.heads == [at])
    }

    /// The heads of all fields but the deletion and the private ones, in ascending order: what a deletion made now has
    /// seen. A private note does not keep a record that others have deleted, since they cannot see it.
    pub fn seen(&self) -> Vec<CommitRef> {
        let counts = |field: FieldNumber| field != DELETED && field < PRIVATE;
        let heads =
            self.fields.iter().filter(|(field, _)| counts(**field)).flat_map(|(_, heads)| &*heads.heads);
        heads.copied().collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// Whether the record is deleted, given the heads of its deletion. It is if nobody brought it back, and whoever
/// deleted it had seen every head of its fields: an edit that no deletion has seen keeps the record.
pub fn is_deleted(state: &RecordState, deletion: &[Head]) -> bool {
    let is_deletion = |head: &Head| matches!(head.value, ChangedValue::Deleted { .. });
    !deletion.is_empty() && deletion.iter().all(is_deletion) && unseen(state, deletion).is_empty()
}

/// The heads of a record's fields that none of its deletions had seen, in ascending order.
pub fn unseen(state: &RecordState, deletion: &[Head]) -> Vec<CommitRef> {
    let mut seen_by_any = BTreeSet::new();
    for head in deletion {
        if let ChangedValue::Deleted { seen } = &head.value {
            seen_by_any.extend(seen.iter().copied());
        }
    }
    state.seen().into_iter().filter(|head| !seen_by_any.contains(head)).collect()
}

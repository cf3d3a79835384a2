//! The state of one record: the heads of all its fields.

use std::collections::{BTreeMap, BTreeSet};

use super::{Branches, DELETED, Head, Heads, Refs};
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

    /// What all these commits come to that touched the record, by what the heads of a field are defined to be. It comes to
    /// the same as [adding](Self::add) their changes one by one, and takes branches into account, of which which change
    /// is meant depends on all that are known.
    pub fn of(told: &[(CommitRef, &[Change])], branches: &Branches) -> Self {
        let mut commits = BTreeSet::new();
        let mut setters: BTreeMap<FieldNumber, Refs> = BTreeMap::new();
        for (at, change) in each(told) {
            commits.insert(at);
            setters.entry(change.field).or_default().insert(at);
        }
        let mut replaced: BTreeMap<FieldNumber, BTreeSet<CommitRef>> = BTreeMap::new();
        for (at, change) in each(told) {
            let known = &setters[&change.field];
            let meant = change.parents.iter().filter_map(|parent| branches.meant(at, *parent, known));
            replaced.entry(change.field).or_default().extend(meant);
        }
        let heads = |(field, setters): (FieldNumber, Refs)| {
            let replaced = &replaced[&field];
            let heads = setters.iter().filter(|at| !replaced.contains(at)).copied().collect();
            let awaited = replaced.iter().filter(|at| !commits.contains(at)).copied().collect();
            (field, Heads { heads, awaited })
        };
        Self { fields: setters.into_iter().map(heads).collect(), commits: commits.iter().copied().collect() }
    }

    /// Whether it may depend on branches what the record's commits come to.
    pub fn is_concerned_by(&self, branches: &Branches) -> bool {
        let awaited = self.fields.values().flat_map(|heads| heads.awaited.iter());
        self.commits.iter().chain(awaited).any(|at| branches.concern(*at))
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
        self.seen_but(&BTreeSet::new())
    }

    /// What a deletion that is put back has seen: likewise, but for the heads of these fields.
    pub fn seen_but(&self, unseen: &BTreeSet<FieldNumber>) -> Vec<CommitRef> {
        let counts = |field: FieldNumber| field != DELETED && field < PRIVATE && !unseen.contains(&field);
        let heads =
            self.fields.iter().filter(|(field, _)| counts(**field)).flat_map(|(_, heads)| &*heads.heads);
        heads.copied().collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// Whether the record is deleted, given the heads of its deletion. It is if nobody brought it back, and whoever
/// deleted it had seen every head of its fields: an edit that no deletion has seen keeps the record.
pub fn is_deleted(state: &RecordState, deletion: &[Head], branches: &Branches) -> bool {
    let is_deletion = |head: &Head| matches!(head.value, ChangedValue::Deleted { .. });
    !deletion.is_empty() && deletion.iter().all(is_deletion) && unseen(state, deletion, branches).is_empty()
}

/// The heads of a record's fields that none of its deletions had seen, in ascending order.
pub fn unseen(state: &RecordState, deletion: &[Head], branches: &Branches) -> Vec<CommitRef> {
    let mut unseen = state.seen();
    let mut seen_by_any = BTreeSet::new();
    for head in deletion {
        if let ChangedValue::Deleted { seen } = &head.value {
            seen_by_any.extend(seen.iter().filter_map(|name| branches.meant(head.at, *name, &unseen)));
        }
    }
    unseen.retain(|head| !seen_by_any.contains(head));
    unseen
}

/// The changes of several commits one by one.
fn each<'a>(told: &'a [(CommitRef, &[Change])]) -> impl Iterator<Item = (CommitRef, &'a Change)> {
    told.iter().flat_map(|(at, changes)| changes.iter().map(move |change| (*at, change)))
}

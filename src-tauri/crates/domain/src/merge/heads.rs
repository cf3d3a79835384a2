//! The heads of one field, and what they mean.

use super::Refs;
use crate::ids::{CommitRef, Lamport};
use crate::log::ChangedValue;

/// The heads of one field, and what has been replaced before it arrived.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heads {
    /// The known changes that no known change names.
    pub heads: Refs,
    /// Changes that are named by known ones but are not known themselves: when one arrives, it is no head.
    pub awaited: Refs,
}

/// A head with what is needed to choose among several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Which commit set the field.
    pub at: CommitRef,
    /// That commit's place in the order of causes.
    pub lamport: Lamport,
    /// What the field was set to.
    pub value: ChangedValue,
}

/// What the heads of a field come to.
#[derive(Debug, PartialEq, Eq)]
pub struct Settled<'a> {
    /// The head whose value is shown.
    pub shown: &'a Head,
    /// Whether another head has a different value.
    pub conflict: bool,
}

impl Heads {
    /// Takes in a change that was not known before. `is_known` says of any other change of this field whether it is.
    pub fn add(&mut self, at: CommitRef, parents: &[CommitRef], is_known: impl Fn(CommitRef) -> bool) {
        for &parent in parents {
            let was_head = self.heads.remove(parent);
            if !was_head && !is_known(parent) {
                self.awaited.insert(parent);
            }
        }
        if !self.awaited.remove(at) {
            self.heads.insert(at);
        }
    }
}

/// Chooses among the heads of a field: the greatest by (lamport, device) is shown, and heads of different value
/// are a conflict. Returns `None` where there are no heads. Two deletions are of one value, whatever they had seen.
pub fn settle(heads: &[Head]) -> Option<Settled<'_>> {
    let shown = heads.iter().max_by_key(|head| (head.lamport, head.at.device))?;
    let conflict = heads.iter().any(|head| differ(&head.value, &shown.value));
    Some(Settled { shown, conflict })
}

/// One head for each value that there is, the greatest by (lamport, device), in that order: the one shown is the last.
pub fn values(heads: &[Head]) -> Vec<&Head> {
    let mut in_order: Vec<_> = heads.iter().collect();
    in_order.sort_by_key(|head| std::cmp::Reverse((head.lamport, head.at.device)));
    let mut values: Vec<&Head> = Vec::new();
    for head in in_order {
        if values.iter().all(|known| differ(&known.value, &head.value)) {
            values.push(head);
        }
    }
    values.reverse();
    values
}

/// Whether these heads of a field and those have the same values. A field without heads is an empty one.
pub fn say_the_same(these: &[Head], those: &[Head]) -> bool {
    let said = |heads| -> Vec<&ChangedValue> {
        let said: Vec<_> = values(heads).into_iter().map(|head| &head.value).collect();
        if said.is_empty() { vec![&ChangedValue::Empty] } else { said }
    };
    let (these, those) = (said(these), said(those));
    let is_said = |one: &&ChangedValue| those.iter().any(|other| !differ(one, other));
    these.len() == those.len() && these.iter().all(is_said)
}

/// Whether two changes set a field to different values. All deletions are one.
pub fn differ(one: &ChangedValue, other: &ChangedValue) -> bool {
    match (one, other) {
        (ChangedValue::Deleted { .. }, ChangedValue::Deleted { .. }) => false,
        (ChangedValue::Deleted { .. } | ChangedValue::Empty | ChangedValue::Value(_), _) => one != other,
    }
}

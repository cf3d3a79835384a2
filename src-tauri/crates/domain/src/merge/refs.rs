//! A small set of commits.

use std::ops::Deref;

use crate::ids::CommitRef;

/// A set of commits, read as a list in ascending order. It nearly always holds one, for which a tree would be too much.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refs(Vec<CommitRef>);

impl Refs {
    /// Adds a commit, unless it is there.
    pub fn insert(&mut self, at: CommitRef) {
        if let Err(place) = self.0.binary_search(&at) {
            self.0.insert(place, at);
        }
    }

    /// Takes a commit out. Says whether it was there.
    pub fn remove(&mut self, at: CommitRef) -> bool {
        let place = self.0.binary_search(&at);
        place.is_ok_and(|place| self.0.remove(place) == at)
    }
}

impl Deref for Refs {
    type Target = [CommitRef];

    fn deref(&self) -> &[CommitRef] {
        &self.0
    }
}

impl FromIterator<CommitRef> for Refs {
    fn from_iter<I: IntoIterator<Item = CommitRef>>(commits: I) -> Self {
        let mut list: Vec<_> = commits.into_iter().collect();
        list.sort_unstable();
        list.dedup();
        Self(list)
    }
}

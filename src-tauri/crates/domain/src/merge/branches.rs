//! How the commits of a device part that was copied, or restored from a backup, and went on more than once.
//!
//! Two commits of one device with one number and different hashes are no fault of whoever hears of both. What the device
//! wrote before stays its own; each history behind that is a *branch*, with an [id](crate::log::branch_id) that follows
//! from the device and the hash of the branch's first commit. Which branches there are is a function of the set of
//! known commits.

use std::collections::BTreeMap;

use crate::ids::{CommitRef, DeviceId, Seq};

/// The most histories of one device that are kept. Each more makes whatever the device has touched slower to work out, and
/// no laptop is copied so often by mistake: whoever has its key could otherwise keep everyone busy for hours.
pub const MAX_HISTORIES: usize = 200;

/// From where on a branch is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Branch {
    /// The device, or the branch of it, on whose last commit this one follows.
    pub follows: DeviceId,
    /// The number of its first commit, which stands behind that.
    pub first: Seq,
}

/// All branches that are known, of all devices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branches {
    by_id: BTreeMap<DeviceId, Branch>,
    /// The last commit of whatever parted.
    ends: BTreeMap<DeviceId, Seq>,
}

impl Branches {
    /// Adds a branch, or says anew what it follows on.
    pub fn insert(&mut self, id: DeviceId, branch: Branch) {
        self.by_id.insert(id, branch);
        // What parts earlier than it did before is no longer followed by those that follow what lies between.
        self.ends.insert(branch.follows, branch.first - 1);
    }

    /// How many histories a device has.
    pub fn histories(&self, device: DeviceId) -> usize {
        let is_last = |id: &&DeviceId| !self.is_parted(**id) && self.device(**id) == device;
        self.by_id.keys().filter(is_last).count().max(1)
    }

    /// Whether no device parted.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The branch of this id; `None` for a device.
    pub fn get(&self, id: DeviceId) -> Option<&Branch> {
        self.by_id.get(&id)
    }

    /// The device that wrote a branch; a device itself.
    pub fn device(&self, id: DeviceId) -> DeviceId {
        self.by_id.get(&id).map_or(id, |branch| self.device(branch.follows))
    }

    /// The number of the first commit of a device or branch.
    pub fn first(&self, id: DeviceId) -> Seq {
        self.by_id.get(&id).map_or(1, |branch| branch.first)
    }

    /// Whether branches follow on this device or branch, so that it never goes on itself.
    pub fn is_parted(&self, id: DeviceId) -> bool {
        self.ends.contains_key(&id)
    }

    /// The branches that follow right on this device or branch, in the order of ids.
    pub fn behind(&self, id: DeviceId) -> impl Iterator<Item = DeviceId> {
        self.by_id.iter().filter(move |(_, branch)| branch.follows == id).map(|(id, _)| *id)
    }

    /// The way to a commit: the last commit of each branch on it, from the commit itself back to its device.
    pub fn way(&self, to: CommitRef) -> Vec<CommitRef> {
        let mut way = vec![to];
        let mut at = to.device;
        while let Some(branch) = self.by_id.get(&at) {
            at = branch.follows;
            way.push(CommitRef { device: at, seq: branch.first - 1 });
        }
        way
    }

    /// The commit of this number on the way to, or in, a branch.
    pub fn on_the_way(&self, to: DeviceId, seq: Seq) -> CommitRef {
        match self.by_id.get(&to) {
            Some(branch) if seq < branch.first => self.on_the_way(branch.follows, seq),
            Some(_) | None => CommitRef { device: to, seq },
        }
    }

    /// Whether a name may mean a commit of a branch. Where no device parted, it never does.
    pub fn concern(&self, name: CommitRef) -> bool {
        let is_beyond = |end: &Seq| name.seq > *end;
        self.by_id.contains_key(&name.device) || self.ends.get(&name.device).is_some_and(is_beyond)
    }

    /// Which commit is meant by the name that the commit `by` gives it, of those `known` that come into question.
    ///
    /// A device that writes knows no other history of itself: within a branch, its own commits are those on the way to
    /// it. Anyone else knew at least one of several histories, and nobody can tell which: the name means the one commit
    /// known that it can mean, and none if there are several, so that no value is hidden from view by someone who may
    /// never have seen it. What is not known is awaited by its name.
    pub fn meant(&self, by: CommitRef, name: CommitRef, known: &[CommitRef]) -> Option<CommitRef> {
        if !self.concern(name) {
            return Some(name);
        }
        if self.device(by.device) == name.device {
            return Some(self.on_the_way(by.device, name.seq));
        }
        let mut possible =
            known.iter().filter(|at| at.seq == name.seq && self.is_or_follows(at.device, name.device));
        match (possible.next(), possible.next()) {
            (Some(one), None) => Some(*one),
            (None, _) => Some(name),
            (Some(_), Some(_)) => None,
        }
    }

    /// Whether one is the other, or goes on from it.
    fn is_or_follows(&self, one: DeviceId, other: DeviceId) -> bool {
        one == other || self.by_id.get(&one).is_some_and(|branch| self.is_or_follows(branch.follows, other))
    }
}

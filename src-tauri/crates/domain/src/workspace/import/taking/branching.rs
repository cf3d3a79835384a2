//! Runs of devices that parted, or may have: read commit by commit and put where each follows on what is here.
//!
//! What is here already is otherwise passed over unread, which tells nothing of where two histories part. So a run that
//! does not come to what its device signed makes the import begin anew, and read every commit of that device.

use std::collections::BTreeSet;

use super::Taking;
use crate::bundle::BundleError;
use crate::ids::{CommitRef, DeviceId, Seq};
use crate::log::{self, CommitHash};
use crate::merge::MAX_HISTORIES;
use crate::store::{branches, holes, log_rows};
use crate::workspace::Error;

/// How far a run has been followed: a commit that is here, and its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) at: CommitRef,
    hash: CommitHash,
}

/// Devices that parted.
#[derive(Debug, Default)]
pub(in crate::workspace::import) struct Parting {
    /// Those whose commits are to be read, since what was passed over of them is not what they signed.
    pub(in crate::workspace::import) read: BTreeSet<DeviceId>,
    /// Those that were found to have parted, or to have parted once more.
    pub(super) found: BTreeSet<DeviceId>,
    /// Behind which commits what was here turned out to be a branch, and which, in the order in which that was found.
    pub(in crate::workspace::import) moved: Vec<(CommitRef, DeviceId)>,
}

impl Parting {
    /// Before the bundle is gone through once more.
    pub(in crate::workspace::import) fn once_more(self) -> Self {
        Self { read: self.read, ..Self::default() }
    }
}

impl Place {
    pub(super) fn is_of(&self, hash: &CommitHash) -> bool {
        self.hash == *hash
    }
}

impl Taking<'_> {
    /// Whether every commit of a device has to be read.
    pub(super) fn is_read(&self, device: DeviceId) -> bool {
        let several = self.announced.get(&device).is_some_and(|heads| heads.len() > 1);
        several || self.parting.read.contains(&device) || self.devices.branches().is_parted(device)
    }

    /// A commit that is here, by its number and hash.
    pub(super) fn place(
        &self,
        device: DeviceId,
        seq: Seq,
        hash: &CommitHash,
    ) -> Result<Option<Place>, Error> {
        let at = branches::place(self.connection, self.devices, device, seq, hash)?;
        Ok(at.map(|at| Place { at, hash: *hash }))
    }

    /// Takes in the commit that follows on a place, or passes over it if it is here. Returns where it is.
    pub(super) fn follow(&mut self, place: Place, bytes: &[u8]) -> Result<Place, Error> {
        let device = self.devices.branches().device(place.at.device);
        let seq = place.at.seq + 1;
        let refused = |source| BundleError::Commit { device, seq, source };
        let (commit, hash) = log::decode(bytes, &place.hash).map_err(refused)?;
        if commit.device != device || commit.seq != seq {
            return Err(BundleError::BrokenChain(device).into());
        }
        if let Some(known) = self.known_behind(place, &hash)? {
            self.known_commits += 1;
            let n = self.number(known);
            if self.has_holes && holes::contains(self.connection, n, seq)? {
                self.fill(known, n, seq, bytes)?;
            }
            return Ok(Place { at: CommitRef { device: known, seq }, hash });
        }
        let goes_on = self.room_behind(place.at, &hash)?;
        self.add(goes_on, self.number(goes_on), seq, &place.hash, bytes)?;
        Ok(Place { at: CommitRef { device: goes_on, seq }, hash })
    }

    /// Keeps a device's signature over a commit, if that is the last of its branch.
    pub(super) fn sign(&mut self, place: Place, signature: log::Signature) -> Result<(), Error> {
        let end = self.devices.get(place.at.device).expect(HAS_A_ROW);
        let is_news = end.head == place.at.seq && end.signature.is_none_or(|known| known != signature);
        if is_news && !self.devices.branches().is_parted(end.id) {
            self.devices.store_head(self.connection, self.number(place.at.device), signature)?;
        }
        Ok(())
    }

    /// The device or branch in which the commit of this hash follows on a place; `None` if it is not here.
    fn known_behind(&self, place: Place, hash: &CommitHash) -> Result<Option<DeviceId>, Error> {
        let here = self.devices.get(place.at.device).expect(HAS_A_ROW);
        let possible: Vec<_> = match place.at.seq < here.head {
            true => vec![here.id],
            false => self.devices.branches().behind(here.id).collect(),
        };
        for id in possible {
            if log_rows::hash(self.connection, self.number(id), place.at.seq + 1)? == Some(*hash) {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Where a commit that is new goes on behind another: at the end of what that is in, or in a branch of its own.
    fn room_behind(&mut self, at: CommitRef, first: &CommitHash) -> Result<DeviceId, Error> {
        let here = self.devices.get(at.device).expect(HAS_A_ROW);
        if at.seq == here.head && !self.devices.branches().is_parted(here.id) {
            return Ok(here.id);
        }
        let device = self.devices.branches().device(at.device);
        if self.devices.branches().histories(device) >= MAX_HISTORIES {
            return Err(BundleError::Malformed("a device would have more than 200 histories").into());
        }
        if at.seq < here.head {
            let branch = branches::part(self.connection, self.devices, at)?;
            self.parting.moved.push((at, branch));
            let tally = &mut self.tally;
            self.projector.part(self.devices, at, branch, |n, effect| tally.note(n, effect))?;
        }
        self.parting.found.insert(device);
        Ok(branches::begin(self.connection, self.devices, at, first)?)
    }

    fn number(&self, id: DeviceId) -> i64 {
        self.devices.get(id).expect(HAS_A_ROW).n
    }
}

const HAS_A_ROW: &str = "BUG: whatever is known of a device has a row";

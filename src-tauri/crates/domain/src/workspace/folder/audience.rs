//! For whom this laptop writes into the folder.

use std::collections::BTreeSet;

use crate::ids::{CommitRef, DeviceId, Seq};
use crate::log::Tip;
use crate::store::folder_own::Vector;
use crate::store::peers::{self, Peer};
use crate::workspace::laptops::is_retired;
use crate::workspace::{Error, Workspace};

/// The laptops that are known here.
pub(super) struct KnownLaptops {
    /// The others that are in use.
    pub(super) audience: BTreeSet<DeviceId>,
    /// Those of which an officer has said that they are no longer in use, this one among them.
    pub(super) retired: BTreeSet<DeviceId>,
}

impl Workspace {
    /// The other laptops in use that are known here: what is put into the folder is sealed for them.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn folder_audience(&self) -> Result<BTreeSet<DeviceId>, Error> {
        Ok(self.known_laptops()?.audience)
    }

    /// The laptops that are known here: only such as the officer finds in the list of them. Whoever makes a bundle could
    /// else have all of us seal for a key that nobody ever sees.
    pub(super) fn known_laptops(&self) -> Result<KnownLaptops, Error> {
        let mut known = KnownLaptops { audience: BTreeSet::new(), retired: BTreeSet::new() };
        let (branches, own) = (self.devices.branches(), self.own_devices());
        let devices = self.devices.iter().filter(|device| branches.get(device.id).is_none());
        for device in devices.filter(|device| device.key.is_some()).map(|device| device.id) {
            if !self.is_heard_of(device)? {
                continue;
            }
            match self.device_row(device)?.as_ref().is_some_and(is_retired) {
                true => drop(known.retired.insert(device)),
                false if own.contains(&device) => {}
                false => drop(known.audience.insert(device)),
            }
        }
        Ok(known)
    }

    /// Whether a device has been heard of in a way that files can be sealed for it.
    pub(super) fn is_known(&self, device: DeviceId) -> bool {
        self.devices.get(device).is_some_and(|device| device.key.is_some())
    }

    /// Whether all these commits are here.
    pub(super) fn knows_all(&self, vector: &[Tip]) -> Result<bool, Error> {
        for tip in vector {
            if peers::beyond(&self.connection, &self.devices, tip)? > 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The devices as which this workspace writes or wrote, and those branches of them that are its own.
    pub(super) fn own_devices(&self) -> Vec<DeviceId> {
        let tips = self.former.iter().map(|former| CommitRef { device: former.device, seq: former.seq });
        let ways = tips.flat_map(|tip| self.devices.branches().way(tip)).map(|at| at.device);
        ways.chain([self.device()]).collect()
    }

    /// What the devices of an audience said of themselves, as far as they did.
    pub(super) fn told_by(&self, audience: &BTreeSet<DeviceId>) -> Result<Vec<Peer>, Error> {
        let told = audience.iter().map(|device| peers::load(&self.connection, &self.devices, *device));
        Ok(told.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    /// Whether a device said that it has all of these commits, whole.
    pub(super) fn has_all(&self, peer: &Peer, carried: &Vector) -> Result<bool, Error> {
        let has = peers::has(&self.connection, &self.devices, &peer.vector)?;
        let knows = |(device, seq): (&DeviceId, &Seq)| {
            *device == peer.device || has.get(device).is_some_and(|known| known >= seq)
        };
        Ok(peer.lacks.is_empty() && carried.iter().all(knows))
    }
}

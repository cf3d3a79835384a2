//! For whom this laptop writes into the folder.

use std::collections::BTreeSet;

use crate::ids::{DeviceId, RecordId, Seq};
use crate::kinds::Kind;
use crate::store::folder_own::Vector;
use crate::store::peers::{self, Peer};
use crate::value::Value;
use crate::workspace::{Error, Workspace};

impl Workspace {
    /// The other laptops in use that are known here: what is put into the folder is sealed for them.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn folder_audience(&self) -> Result<BTreeSet<DeviceId>, Error> {
        let mut audience = BTreeSet::new();
        for device in self.devices.iter().filter(|device| device.key.is_some()) {
            let is_own =
                device.id == self.device() || self.former.iter().any(|former| former.device == device.id);
            if !is_own && !self.is_retired(device.id)? {
                audience.insert(device.id);
            }
        }
        Ok(audience)
    }

    /// Whether a device has been heard of in a way that files can be sealed for it.
    pub(super) fn is_known(&self, device: DeviceId) -> bool {
        self.devices.get(device).is_some_and(|device| device.key.is_some())
    }

    /// Whether all these commits are here.
    pub(super) fn knows_all(&self, vector: &[(DeviceId, Seq)]) -> bool {
        vector.iter().all(|(device, seq)| self.devices.get(*device).is_some_and(|device| device.head >= *seq))
    }

    /// The devices as which this workspace writes or wrote.
    pub(super) fn own_devices(&self) -> Vec<DeviceId> {
        self.former.iter().map(|former| former.device).chain([self.device()]).collect()
    }

    /// What the devices of an audience said of themselves, as far as they did.
    pub(super) fn told_by(&self, audience: &BTreeSet<DeviceId>) -> Result<Vec<Peer>, Error> {
        let told = audience.iter().map(|device| peers::load(&self.connection, &self.devices, *device));
        Ok(told.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    fn is_retired(&self, device: DeviceId) -> Result<bool, Error> {
        let retired = Kind::Device.field("retired").expect("BUG: only declared fields are named");
        let row = self.row(RecordId::from_bytes(*device.as_bytes()))?;
        Ok(row.is_some_and(|row| row.values.get(&retired.number).is_some_and(Value::is_true)))
    }
}

/// Whether a device said that it has all of these commits, whole.
pub(super) fn has_all(peer: &Peer, carried: &Vector) -> bool {
    let has = |(device, seq): (&DeviceId, &Seq)| {
        *device == peer.device || peer.vector.iter().any(|(of, known)| of == device && known >= seq)
    };
    peer.lacks.is_empty() && carried.iter().all(has)
}

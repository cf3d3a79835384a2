//! What is missing before what came early.

use crate::ids::{DeviceId, Seq};
use crate::log::CommitHash;
use crate::store::aside::{self, Aside};
use crate::store::devices::Device;
use crate::store::{branches, peers};
use crate::workspace::{Error, Workspace};

/// Missing commits of one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Whose.
    pub device: DeviceId,
    /// The first missing one.
    pub from: Seq,
    /// The last missing one.
    pub to: Seq,
    /// The devices that have them, by what their own bundles said.
    pub ask: Vec<DeviceId>,
}

impl Gap {
    /// Missing commits of a device, when nobody was asked yet who has them.
    pub(super) fn of(device: DeviceId, from: Seq, to: Seq) -> Self {
        Self { device, from, to, ask: Vec::new() }
    }
}

/// How far the commits of a device are known, what is kept aside included.
struct Reached {
    /// The number of the device.
    n: i64,
    /// The last commit known.
    known: Seq,
    /// The end of the stretch kept aside that was looked at last, and its hash.
    end: (Seq, CommitHash),
}

impl Workspace {
    /// The stretches of commits that are missing before those kept aside.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn gaps(&self) -> Result<Vec<Gap>, Error> {
        let mut gaps = Vec::new();
        let mut reached: Option<Reached> = None;
        for stretch in aside::all(&self.connection)? {
            let Some(device) = self.devices.by_number(stretch.device) else { continue };
            let behind = reached.filter(|reached| reached.n == device.n);
            let known = behind.as_ref().map_or(device.head, |behind| behind.known);
            if !self.goes_on(&stretch, device, behind.as_ref())? {
                let (from, to) = ((known + 1).min(stretch.first - 1), stretch.first - 1);
                let ask = peers::covering(&self.connection, &self.devices, device.id, to)?;
                gaps.push(Gap { ask, ..Gap::of(device.id, from, to) });
            }
            let end = (stretch.last, stretch.hash);
            reached = Some(Reached { n: device.n, known: known.max(stretch.last), end });
        }
        Ok(gaps)
    }

    /// Whether a stretch goes on from the one kept aside before it, or from what is here.
    fn goes_on(&self, stretch: &Aside, device: &Device, behind: Option<&Reached>) -> Result<bool, Error> {
        let (before, previous) = (stretch.first - 1, stretch.previous);
        if behind.is_some_and(|behind| behind.end == (before, previous)) {
            return Ok(true);
        }
        Ok(branches::place(&self.connection, &self.devices, device.id, before, &previous)?.is_some())
    }
}

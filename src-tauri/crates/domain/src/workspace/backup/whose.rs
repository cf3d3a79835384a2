//! Whose a copy is, by what is in it. Several workspaces may keep their copies in one folder, all called alike.

use std::path::Path;

use rusqlite::Connection;

use crate::ids::{DeviceId, Seq};
use crate::log::CommitHash;
use crate::store::devices::Devices;
use crate::store::reading::reading;
use crate::store::{branches, devices, formerly, lineage};
use crate::workspace::Error;

/// Whose a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// This workspace's.
    Own,
    /// It was made before this workspace was copied from the one it was made of, and has nothing that this one had not. The
    /// other one has it too.
    Shared,
    /// Another workspace's.
    Other,
    /// It cannot be read.
    Unknown,
}

/// A workspace that asks whose copies are.
pub(super) struct Asking {
    connection: Connection,
    devices: Devices,
    lineage: Vec<DeviceId>,
    /// The devices as which it went on before.
    former: Vec<DeviceId>,
}

impl Asking {
    /// The workspace in this file.
    pub(super) fn of(workspace: &Path) -> Result<Self, Error> {
        let connection = reading(workspace)?;
        let devices = Devices::load(&connection)?;
        let former = formerly::all(&connection, &devices)?;
        let former = former.iter().map(|former| devices.branches().device(former.device)).collect();
        Ok(Self { lineage: lineage::of(&connection)?, former, connection, devices })
    }

    /// The beginnings of what it is called and of what it was, as they stand in names.
    pub(super) fn marks(&self) -> impl Iterator<Item = String> {
        self.lineage.iter().map(DeviceId::short)
    }

    /// Whether nothing was ever saved in it or taken in.
    pub(super) fn is_empty(&self) -> bool {
        self.devices.heads().next().is_none()
    }

    /// Whose a copy is.
    pub(super) fn whose(&self, copy: &Path) -> Whose {
        self.looked_into(copy).unwrap_or(Whose::Unknown)
    }

    fn looked_into(&self, copy: &Path) -> Result<Whose, Error> {
        let copy = reading(copy)?;
        let called = lineage::of(&copy)?;
        let Some(name) = called.first() else { return Ok(Whose::Unknown) };
        if self.lineage.first() == Some(name) {
            return Ok(Whose::Own);
        }
        let Some(device) = lineage::own_device(&copy)? else { return Ok(Whose::Unknown) };
        let came_to = devices::head(&copy, device)?;
        let is_known = |(seq, hash): (Seq, CommitHash)| {
            branches::place(&self.connection, &self.devices, device, seq, &hash).map(|at| at.is_some())
        };
        let was_this = self.lineage.contains(name) && self.former.contains(&device);
        Ok(match was_this && came_to.map_or(Ok(false), is_known)? {
            true => Whose::Shared,
            false => Whose::Other,
        })
    }
}

//! When this laptop last took away what one that is no longer in use had left in the shared folder.

use rusqlite::{Connection, OptionalExtension, Result};

use super::devices::Devices;
use crate::ids::{DeviceId, WallTime};

/// When that was; `None` if it never was.
pub(crate) fn at(connection: &Connection, devices: &Devices, device: DeviceId) -> Result<Option<WallTime>> {
    let Some(n) = devices.get(device).map(|device| device.n) else { return Ok(None) };
    connection
        .prepare_cached("SELECT at FROM folder_cleared WHERE device = ?")?
        .query_row([n], |row| row.get(0))
        .optional()
}

/// Notes that it was now.
pub(crate) fn note(
    connection: &Connection,
    devices: &mut Devices,
    device: DeviceId,
    now: WallTime,
) -> Result<()> {
    let n = devices.number(connection, device)?;
    connection.execute("INSERT OR REPLACE INTO folder_cleared (device, at) VALUES (?, ?)", (n, now)).map(drop)
}

/// Forgets all of it.
pub(crate) fn forget_all(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM folder_cleared", ()).map(drop)
}

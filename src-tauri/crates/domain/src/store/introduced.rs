//! The names of devices that introduced themselves and of which no commit has arrived yet.

use rusqlite::{Connection, OptionalExtension, Result};

use super::devices::Devices;
use crate::ids::DeviceId;
use crate::log::PublicKey;

/// The officer's name and the laptop's.
pub(crate) type Names = (String, String);

/// How a device introduced itself.
pub(crate) fn names(connection: &Connection, devices: &Devices, device: DeviceId) -> Result<Option<Names>> {
    let Some(n) = devices.get(device).map(|device| device.n) else { return Ok(None) };
    connection
        .prepare_cached("SELECT officer, laptop FROM introduced WHERE device = ?")?
        .query_row([n], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// Notes how a device introduced itself, with its key: from then on it can be trusted, and files sealed for it.
pub(crate) fn note(
    connection: &Connection,
    devices: &mut Devices,
    key: PublicKey,
    (officer, laptop): &Names,
) -> Result<()> {
    devices.introduce(connection, key)?;
    let n = devices.number(connection, key.device())?;
    connection
        .execute(
            "INSERT OR REPLACE INTO introduced (device, officer, laptop) VALUES (?, ?, ?)",
            (n, officer, laptop),
        )
        .map(drop)
}

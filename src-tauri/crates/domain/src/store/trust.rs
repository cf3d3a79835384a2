//! The devices whose fingerprint this officer compared with its owner's. It is this laptop's own and never travels.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, OptionalExtension, Result, Row};

use super::devices::Devices;
use crate::ids::{DeviceId, WallTime};

/// That a device is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trust {
    /// Since when, by this laptop's clock.
    pub since: WallTime,
    /// How its fingerprint was compared.
    pub compared: Compared,
}

/// How a fingerprint was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Read out, over a telephone say.
    Aloud,
    /// Seen on both screens, or by its QR code.
    SideBySide,
}

impl Compared {
    /// Its name, in the file and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Aloud => "aloud",
            Self::SideBySide => "side-by-side",
        }
    }

    /// The way of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Aloud, Self::SideBySide].into_iter().find(|way| way.name() == name)
    }
}

impl FromSql for Compared {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::from_name(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

/// Whether a device is trusted.
pub(crate) fn of(connection: &Connection, devices: &Devices, device: DeviceId) -> Result<Option<Trust>> {
    let Some(n) = devices.get(device).map(|device| device.n) else { return Ok(None) };
    connection
        .prepare_cached("SELECT since, compared FROM trust WHERE device = ?")?
        .query_row([n], read)
        .optional()
}

fn read(row: &Row<'_>) -> Result<Trust> {
    Ok(Trust { since: row.get(0)?, compared: row.get(1)? })
}

/// All that are trusted.
pub(crate) fn all(connection: &Connection, devices: &Devices) -> Result<Vec<(DeviceId, Trust)>> {
    let mut select = connection.prepare("SELECT since, compared, device FROM trust ORDER BY device")?;
    let all = select.query_map((), |row| Ok((row.get(2)?, read(row)?)))?.collect::<Result<Vec<_>>>()?;
    Ok(all.into_iter().filter_map(|(n, trust)| Some((devices.by_number(n)?.id, trust))).collect())
}

/// Trusts these and no others.
pub(crate) fn set_all(
    connection: &Connection,
    devices: &mut Devices,
    trusted: &[(DeviceId, Trust)],
) -> Result<()> {
    connection.execute("DELETE FROM trust", ())?;
    trusted.iter().try_for_each(|(device, trust)| set(connection, devices, *device, Some(*trust)))
}

/// Trusts a device, or no longer.
pub(crate) fn set(
    connection: &Connection,
    devices: &mut Devices,
    device: DeviceId,
    trust: Option<Trust>,
) -> Result<()> {
    let n = devices.number(connection, device)?;
    match trust {
        Some(Trust { since, compared }) => connection.execute(
            "INSERT OR REPLACE INTO trust (device, since, compared) VALUES (?, ?, ?)",
            (n, since, compared.name()),
        ),
        None => connection.execute("DELETE FROM trust WHERE device = ?", [n]),
    }
    .map(drop)
}

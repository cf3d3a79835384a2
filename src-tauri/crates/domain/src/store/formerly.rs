//! The devices as which this workspace went on before it was restored or copied.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, Result};

use super::devices::Devices;
use crate::ids::{DeviceId, Seq, WallTime};

/// A device as which this workspace went on before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Former {
    /// Its id; if it parted, the id of the branch that is this workspace's.
    pub device: DeviceId,
    /// The last of its commits that is this workspace's own; later ones were made elsewhere.
    pub seq: Seq,
    /// When the workspace went on as another, by this laptop's clock.
    pub at: WallTime,
    /// How it was recognised.
    pub why: Recognised,
    /// Whether the officer has taken notice.
    pub seen: bool,
}

/// How it was recognised that another workspace has, or may have, the same device's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognised {
    /// This machine has seen the device go on further, or otherwise: the file is an older one.
    Restored,
    /// This machine has never seen the device, or sees it in two places: the file is a copy.
    Copied,
    /// A colleague's bundle had commits of the device that are not in this file.
    Heard,
}

impl Recognised {
    /// Its name, in the file and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Restored => "restored",
            Self::Copied => "copied",
            Self::Heard => "heard",
        }
    }
}

impl FromSql for Recognised {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "restored" => Ok(Self::Restored),
            "copied" => Ok(Self::Copied),
            "heard" => Ok(Self::Heard),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

/// All of them, the latest last.
pub(crate) fn all(connection: &Connection, devices: &Devices) -> Result<Vec<Former>> {
    let mut select = connection.prepare("SELECT device, seq, at, why, seen FROM formerly ORDER BY n")?;
    let mut all = Vec::new();
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        let (seq, at, why, seen) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        let device = devices.by_number(row.get(0)?);
        all.extend(device.map(|device| Former { device: device.id, seq, at, why, seen }));
    }
    Ok(all)
}

/// Notes that the workspace goes on as another device than this one.
pub(crate) fn note(connection: &Connection, devices: &mut Devices, former: &Former) -> Result<()> {
    let n = devices.number(connection, former.device)?;
    connection
        .execute(
            "INSERT INTO formerly (device, seq, at, why, seen) VALUES (?, ?, ?, ?, ?)",
            (n, former.seq, former.at, former.why.name(), former.seen),
        )
        .map(drop)
}

/// Notes that the officer has taken notice.
pub(crate) fn note_seen(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE formerly SET seen = 1 WHERE seen = 0", ()).map(drop)
}

//! Which workspace a file is, whatever device it goes on as: it is by this that copies in one folder are told apart.
//!
//! A workspace is called by the device that it began as, also after it was restored. A copy of it that goes on beside it is
//! another one from then on, called by the device that it became; what was copied of it before, both may have back.

use rusqlite::{Connection, OptionalExtension, Result};

use super::local::{self, Key};
use super::secrets;
use crate::ids::DeviceId;
use crate::log::DeviceKey;

/// What a workspace is called, and before that what those were called of which it was a copy, the latest first. Empty if the
/// file has no key, as no sound one does.
pub(crate) fn of(connection: &Connection) -> Result<Vec<DeviceId>> {
    if let Some(kept) = local::devices(connection, Key::Lineage)? {
        return Ok(kept);
    }
    // It never was a copy, as far as a program knew that wrote none down.
    Ok(first_device(connection)?.or(own_device(connection)?).into_iter().collect())
}

/// Keeps what a workspace is called.
pub(crate) fn keep(connection: &Connection, lineage: &[DeviceId]) -> Result<()> {
    local::set_devices(connection, Key::Lineage, lineage)
}

/// The device that a workspace is.
pub(crate) fn own_device(connection: &Connection) -> Result<Option<DeviceId>> {
    Ok(secrets::own(connection)?.map(|secret| DeviceKey::from_secret(*secret).public().device()))
}

/// The first device that it was, if it has gone on as another since. A file of the first version has no table for that.
fn first_device(connection: &Connection) -> Result<Option<DeviceId>> {
    let sql = "SELECT id FROM formerly JOIN log_device ON log_device.n = formerly.device ORDER BY formerly.n LIMIT 1";
    let Ok(mut select) = connection.prepare(sql) else { return Ok(None) };
    select.query_row((), |row| row.get(0).map(DeviceId::from_bytes)).optional()
}

//! The secret keys in a workspace: its device's, and in the `former_secret` table those that it had before.

use rusqlite::{Connection, Result};
use zeroize::Zeroizing;

use super::local::{self, Key};

/// A secret key of a device, wiped from memory when it is no longer needed.
pub(crate) type Secret = Zeroizing<[u8; 32]>;

/// The key of the device that this workspace is; `None` if the file holds none, as no sound one does.
pub(crate) fn own(connection: &Connection) -> Result<Option<Secret>> {
    let bytes = local::get(connection, Key::Secret)?.map(Zeroizing::new);
    Ok(bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok()).map(Zeroizing::new))
}

/// All of them, the device's own first, then the former ones from the latest on.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Secret>> {
    let mut all = Vec::from_iter(own(connection)?);
    let mut select = connection.prepare("SELECT secret FROM former_secret ORDER BY n DESC")?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        all.push(Zeroizing::new(row.get(0)?));
    }
    Ok(all)
}

/// Makes this the key of the workspace's device, and keeps the one it has as a former one.
pub(crate) fn renew(connection: &Connection, secret: &Secret) -> Result<()> {
    if let Some(former) = own(connection)? {
        keep(connection, &former)?;
    }
    local::set(connection, Key::Secret, secret.as_slice())
}

/// Keeps a key as a former one, unless it is kept already.
pub(crate) fn keep(connection: &Connection, former: &Secret) -> Result<()> {
    connection
        .execute("INSERT OR IGNORE INTO former_secret (secret) VALUES (?)", [former.as_slice()])
        .map(drop)
}

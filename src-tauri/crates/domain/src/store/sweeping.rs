//! After an erasure: writing the file anew, so that no byte of what was erased is left in it.

use rusqlite::{Connection, Result};

use super::local::{self, Key};

/// Notes that there is something to sweep. Call within the transaction that erases.
pub(crate) fn note(connection: &Connection) -> Result<()> {
    local::set(connection, Key::Unswept, &[])
}

/// Whether there is something to sweep.
pub(crate) fn is_due(connection: &Connection) -> Result<bool> {
    local::get(connection, Key::Unswept).map(|value| value.is_some())
}

/// Writes search index and file anew and empties the journal. Outside a transaction. It needs room for the file once more
/// both on the disk and in memory, where the copy is made; if there is none, the file stays as it is, and sweeping is
/// still due.
pub(crate) fn sweep(connection: &Connection) -> Result<()> {
    // The index only marks what is taken out of it until its parts are merged.
    connection.execute("INSERT INTO search (search) VALUES ('optimize')", ())?;
    connection.execute_batch("VACUUM")?;
    local::remove(connection, Key::Unswept)?;
    // Another reader of this program may still need the journal; then it is emptied when the workspace is closed.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))
}

//! Connections beside the workspace's own, for looking at a file without changing it, and for copies of it.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Result};

/// A connection that only reads.
pub(crate) fn reading(file: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // Whoever moves the journal into the file has done so within moments.
    connection.busy_timeout(Duration::from_secs(5))?;
    Ok(connection)
}

/// Makes one whole file of a database, with no journal that would have to be beside it, and closes it.
pub(crate) fn close_as_one_file(connection: Connection) -> Result<()> {
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.close().map_err(|(_, error)| error)
}

//! Which import brought a body that was missing of a commit: the commit's row in the log is older than that.

use rusqlite::{Connection, Result};

use crate::ids::RecordId;

/// Notes that an import brought the body of a record in a commit.
pub(crate) fn note(connection: &Connection, record: RecordId, row: i64, import: u64) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO import_filled (record, row, import) VALUES (?, ?, ?)")?
        .execute((record.as_bytes(), row, import))
        .map(drop)
}

/// The rows of the log in which a body of this record came later, and with which import.
pub(crate) fn of(connection: &Connection, record: RecordId) -> Result<Vec<(i64, u64)>> {
    connection
        .prepare_cached("SELECT row, import FROM import_filled WHERE record = ?")?
        .query_map([record.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Hands over what an import brought so: the rows, in ascending order, and of each the records.
pub(crate) fn by<E: From<rusqlite::Error>>(
    connection: &Connection,
    import: u64,
    mut each: impl FnMut(i64, RecordId) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let mut select = connection
        .prepare_cached("SELECT row, record FROM import_filled WHERE import = ? ORDER BY row, record")?;
    let mut rows = select.query([import])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, RecordId::from_bytes(row.get(1)?))?;
    }
    Ok(())
}

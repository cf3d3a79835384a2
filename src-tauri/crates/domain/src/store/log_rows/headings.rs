//! What commits say of themselves in their headers, read without what they are about: that may be megabytes each.

use rusqlite::{Connection, MAIN_DB, Result};

use super::bytes;
use crate::ids::Seq;
use crate::log::{self, Action};
use crate::store::packing;

/// Rows of more bytes are not read whole. A page of SQLite's cache or two is as quick as less.
const SMALL: i64 = 8 << 10;

/// How many bytes the header of any commit has room in, but for the longest erasures.
const HEADER: usize = 4 << 10;

/// A commit by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) seq: Seq,
    pub(crate) action: Action,
    /// How many bodies it has, private ones too: about as many as the records that it changes.
    pub(crate) bodies: u64,
}

/// The commits of one device from newest to oldest, `limit` at the most.
pub(crate) fn newest_of(connection: &Connection, device: i64, limit: u32) -> Result<Vec<Heading>> {
    let mut select = connection.prepare_cached(
        "SELECT n, seq, CASE WHEN length(bytes) <= ? THEN bytes END FROM log
         WHERE device = ? ORDER BY seq DESC LIMIT ?",
    )?;
    let mut rows = select.query((SMALL, device, limit))?;
    let mut headings = Vec::new();
    while let Some(row) = rows.next()? {
        headings.push(match row.get_ref(2)?.as_blob_or_null()? {
            Some(stored) => of(&packing::unpacked(stored))?,
            None => of_large(connection, row.get(0)?, device, row.get(1)?)?,
        });
    }
    Ok(headings)
}

fn of_large(connection: &Connection, row: i64, device: i64, seq: Seq) -> Result<Heading> {
    let stored = connection.blob_open(MAIN_DB, "log", "bytes", row, true)?;
    match packing::beginning(stored, HEADER).ok().and_then(|bytes| of(&bytes).ok()) {
        Some(heading) => Ok(heading),
        None => of(&bytes(connection, device, seq)?),
    }
}

fn of(bytes: &[u8]) -> Result<Heading> {
    let (commit, bodies) = log::heading(bytes).map_err(super::stored::damaged)?;
    Ok(Heading { seq: commit.seq, action: commit.action, bodies })
}

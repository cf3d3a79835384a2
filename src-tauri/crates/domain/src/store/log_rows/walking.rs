//! Going through many commits, one after another.

use std::ops::RangeInclusive;

use rusqlite::{Connection, Result};

use crate::ids::{Lamport, Seq};
use crate::log::{CommitHash, MAX_SEQ};
use crate::store::packing;

/// Hands the bytes of the commits in these rows to `each`, with the rows' numbers and those of their devices.
pub(crate) fn for_each_in<E: From<rusqlite::Error>>(
    connection: &Connection,
    rows: &RangeInclusive<i64>,
    mut each: impl FnMut(i64, i64, &[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut select =
        connection.prepare_cached("SELECT n, device, bytes FROM log WHERE n BETWEEN ? AND ? ORDER BY n")?;
    let mut rows = select.query((rows.start(), rows.end()))?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        each(row.get(0)?, row.get(1)?, &packing::unpacked(bytes))?;
    }
    Ok(())
}

/// Hands the bytes of every commit to `each`, in the order of arrival, with the number of its device.
pub(crate) fn for_each<E: From<rusqlite::Error>>(
    connection: &Connection,
    mut each: impl FnMut(i64, &[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut select = connection.prepare("SELECT device, bytes FROM log ORDER BY n")?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        each(row.get(0)?, &packing::unpacked(bytes))?;
    }
    Ok(())
}

/// Hands the bytes of every commit to `each`, with its device's number and its own.
pub(crate) fn for_each_row<E: From<rusqlite::Error>>(
    connection: &Connection,
    mut each: impl FnMut(i64, Seq, &[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut select = connection.prepare("SELECT device, seq, bytes FROM log")?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        each(row.get(0)?, row.get(1)?, &packing::unpacked(bytes))?;
    }
    Ok(())
}

/// What stands in the log beside a commit's bytes, and follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Beside {
    pub(crate) seq: Seq,
    pub(crate) lamport: Lamport,
    pub(crate) hash: CommitHash,
}

/// Hands the bytes of one device's commits from `first` on to `each`, in the device's order, with what stands beside
/// them.
pub(crate) fn for_each_of<E: From<rusqlite::Error>>(
    connection: &Connection,
    device: i64,
    first: Seq,
    each: impl FnMut(&[u8], Beside) -> Result<(), E>,
) -> Result<(), E> {
    for_each_between(connection, device, &(first..=MAX_SEQ), each)
}

/// The same, of the commits with these numbers.
pub(crate) fn for_each_between<E: From<rusqlite::Error>>(
    connection: &Connection,
    device: i64,
    seqs: &RangeInclusive<Seq>,
    mut each: impl FnMut(&[u8], Beside) -> Result<(), E>,
) -> Result<(), E> {
    let mut select = connection.prepare_cached(
        "SELECT bytes, seq, lamport, hash FROM log WHERE device = ? AND seq BETWEEN ? AND ? ORDER BY seq",
    )?;
    let mut rows = select.query((device, seqs.start(), seqs.end()))?;
    while let Some(row) = rows.next()? {
        let beside = Beside { seq: row.get(1)?, lamport: row.get(2)?, hash: row.get(3)? };
        let bytes = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        each(&packing::unpacked(bytes), beside)?;
    }
    Ok(())
}

//! Stretches of commits that arrived before those they follow on, kept until the gap closes.

use std::borrow::Cow;

use rusqlite::{Connection, Result};

use super::erased::Erased;
use super::{log_rows, packing};
use crate::ids::Seq;
use crate::log::{CommitHash, Signature};

/// A stretch of one device's commits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Aside {
    /// Its row's number.
    pub(crate) n: i64,
    /// The number of the device.
    pub(crate) device: i64,
    pub(crate) first: Seq,
    /// The last, which the device signed.
    pub(crate) last: Seq,
    /// The hash of the commit before the first.
    pub(crate) previous: CommitHash,
    /// The hash of the last.
    pub(crate) hash: CommitHash,
    /// The device's, over the last.
    pub(crate) signature: Signature,
}

/// All stretches, by device and first commit.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Aside>> {
    let mut select = connection.prepare_cached(
        "SELECT n, device, first, last, previous, hash, signature FROM aside ORDER BY device, first, last",
    )?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Aside {
            n: row.get(0)?,
            device: row.get(1)?,
            first: row.get(2)?,
            last: row.get(3)?,
            previous: row.get(4)?,
            hash: row.get(5)?,
            signature: row.get(6)?,
        })
    };
    select.query_map((), read)?.collect()
}

/// How many bytes the commits of all stretches take.
pub(crate) fn size(connection: &Connection) -> Result<u64> {
    connection
        .prepare_cached("SELECT coalesce(sum(length(bytes)), 0) FROM aside_commit")?
        .query_row((), |row| row.get(0))
}

/// Adds a stretch, without its commits; returns its number, whatever the given one says.
pub(crate) fn insert(connection: &Connection, aside: &Aside) -> Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO aside (device, first, last, previous, hash, signature) VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute((aside.device, aside.first, aside.last, aside.previous, aside.hash, aside.signature))?;
    Ok(connection.last_insert_rowid())
}

/// Notes to which head, of those of its device, the commits of a stretch lead.
pub(crate) fn sign(connection: &Connection, n: i64, hash: &CommitHash, signature: &Signature) -> Result<()> {
    connection
        .prepare_cached("UPDATE aside SET hash = ?, signature = ? WHERE n = ?")?
        .execute((hash, signature, n))
        .map(drop)
}

/// Adds a commit to a stretch; returns how many bytes it takes.
pub(crate) fn insert_commit(connection: &Connection, n: i64, seq: Seq, bytes: &[u8]) -> Result<u64> {
    let packed = packing::packed(bytes);
    connection
        .prepare_cached("INSERT INTO aside_commit (aside, seq, bytes) VALUES (?, ?, ?)")?
        .execute((n, seq, &packed))?;
    Ok(packed.len() as u64)
}

/// Hands the commits of a stretch from `first` on to `each`, in order.
pub(crate) fn for_each_commit<E: From<rusqlite::Error>>(
    connection: &Connection,
    n: i64,
    first: Seq,
    mut each: impl FnMut(Seq, &[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut select = connection
        .prepare_cached("SELECT seq, bytes FROM aside_commit WHERE aside = ? AND seq >= ? ORDER BY seq")?;
    let mut rows = select.query((n, first))?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        each(row.get(0)?, &packing::unpacked(bytes))?;
    }
    Ok(())
}

/// Hands the commits of all stretches to `each`, with the number of their stretch.
pub(crate) fn for_each(
    connection: &Connection,
    mut each: impl FnMut(i64, Seq, &[u8]) -> Result<()>,
) -> Result<()> {
    for stretch in all(connection)? {
        for_each_commit(connection, stretch.n, stretch.first, |seq, bytes| each(stretch.n, seq, bytes))?;
    }
    Ok(())
}

/// Takes a stretch away, with its commits.
pub(crate) fn remove(connection: &Connection, n: i64) -> Result<()> {
    connection.prepare_cached("DELETE FROM aside WHERE n = ?")?.execute([n]).map(drop)
}

/// Takes the bodies of erased records out of what is kept aside.
pub(crate) fn erase(connection: &Connection, erased: &Erased) -> Result<()> {
    let mut altered = Vec::new();
    for_each(connection, |n, seq, bytes| {
        if let Cow::Owned(left) = erased.taken_out(&log_rows::stored(bytes)?, bytes)? {
            altered.push((packing::packed(&left).into_owned(), n, seq));
        }
        Ok(())
    })?;
    let mut update =
        connection.prepare_cached("UPDATE aside_commit SET bytes = ? WHERE aside = ? AND seq = ?")?;
    altered.into_iter().try_for_each(|row| update.execute(row).map(drop))
}

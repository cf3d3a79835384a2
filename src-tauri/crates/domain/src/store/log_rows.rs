//! The rows of the log.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::RangeInclusive;

use rusqlite::{Connection, OptionalExtension, Result};

use crate::ids::{CommitRef, DeviceId, Lamport, RecordId, Seq};
use crate::kinds::FieldNumber;
use crate::log::{self, BEFORE_THE_FIRST, Commit, CommitHash, MalformedCommit, Out};
use crate::merge::Head;

use super::devices::Devices;
use super::packing;
pub(crate) use super::packing::packed;

/// Adds a commit. The caller has checked that it follows the device's newest.
pub(crate) fn append(
    connection: &Connection,
    device: i64,
    commit: &Commit,
    hash: &CommitHash,
    bytes: &[u8],
) -> Result<()> {
    append_packed(connection, device, commit, hash, &packing::packed(bytes))
}

/// Adds a commit of which the bytes are [packed] already.
pub(crate) fn append_packed(
    connection: &Connection,
    device: i64,
    commit: &Commit,
    hash: &CommitHash,
    packed: &[u8],
) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO log (device, seq, lamport, hash, bytes) VALUES (?, ?, ?, ?, ?)")?
        .execute((device, commit.seq, commit.lamport, hash, packed))
        .map(drop)
}

/// Puts other bytes of the same hash in a commit's place: with more parts of it, or without those erased.
pub(crate) fn replace(connection: &Connection, device: i64, seq: Seq, bytes: &[u8]) -> Result<()> {
    connection
        .prepare_cached("UPDATE log SET bytes = ? WHERE device = ? AND seq = ?")?
        .execute((packing::packed(bytes), device, seq))
        .map(drop)
}

/// The greatest lamport in the log; 0 if it is empty.
pub(crate) fn greatest_lamport(connection: &Connection) -> Result<Lamport> {
    connection.query_row("SELECT coalesce(max(lamport), 0) FROM log", (), |row| row.get(0))
}

/// The lamport of a commit, which must be here.
pub(crate) fn lamport(connection: &Connection, devices: &Devices, at: CommitRef) -> Result<Lamport> {
    let device = devices.get(at.device).ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    connection
        .prepare_cached("SELECT lamport FROM log WHERE device = ? AND seq = ?")?
        .query_row((device.n, at.seq), |row| row.get(0))
}

/// How many commits there are.
pub(crate) fn count(connection: &Connection) -> Result<u64> {
    connection.query_row("SELECT count(*) FROM log", (), |row| row.get(0))
}

/// A commit of the log, or `None` if it is not here.
pub(crate) fn commit(connection: &Connection, devices: &Devices, at: CommitRef) -> Result<Option<Commit>> {
    let Some(device) = devices.get(at.device) else { return Ok(None) };
    let bytes: Option<Vec<u8>> = connection
        .prepare_cached("SELECT bytes FROM log WHERE device = ? AND seq = ?")?
        .query_row((device.n, at.seq), |row| row.get(0))
        .optional()?;
    bytes.map(|bytes| read(&bytes, at.device)).transpose()
}

/// The bytes of a commit, which must be here.
pub(crate) fn bytes(connection: &Connection, device: i64, seq: Seq) -> Result<Vec<u8>> {
    connection
        .prepare_cached("SELECT bytes FROM log WHERE device = ? AND seq = ?")?
        .query_row((device, seq), |row| Ok(packing::unpacked(row.get_ref(0)?.as_blob()?).into_owned()))
}

/// The newest commits by order of arrival, `limit` at the most.
pub(crate) fn newest(connection: &Connection, devices: &Devices, limit: u32) -> Result<Vec<Commit>> {
    let mut select = connection.prepare_cached("SELECT device, bytes FROM log ORDER BY n DESC LIMIT ?")?;
    select.query_map([limit], |row| read(row.get_ref(1)?.as_blob()?, whose(devices, row.get(0)?)?))?.collect()
}

/// A commit of the log with the number of its row and how many bytes it has; `None` if it is not here.
pub(crate) fn numbered(
    connection: &Connection,
    devices: &Devices,
    at: CommitRef,
) -> Result<Option<(i64, usize, Commit)>> {
    let Some(device) = devices.get(at.device) else { return Ok(None) };
    let row: Option<(i64, Vec<u8>)> = connection
        .prepare_cached("SELECT n, bytes FROM log WHERE device = ? AND seq = ?")?
        .query_row((device.n, at.seq), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((n, bytes)) = row else { return Ok(None) };
    let bytes = packing::unpacked(&bytes);
    Ok(Some((n, bytes.len(), stored_of(&bytes, at.device)?)))
}

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

/// The number of the row that was added last; 0 if there is none.
pub(crate) fn last_row(connection: &Connection) -> Result<i64> {
    connection.prepare_cached("SELECT coalesce(max(n), 0) FROM log")?.query_row((), |row| row.get(0))
}

/// The commit in a row.
pub(crate) fn in_row(connection: &Connection, devices: &Devices, n: i64) -> Result<Option<Commit>> {
    connection
        .prepare_cached("SELECT device, bytes FROM log WHERE n = ?")?
        .query_row([n], |row| read(row.get_ref(1)?.as_blob()?, whose(devices, row.get(0)?)?))
        .optional()
}

/// The number of the row of a commit, which must be here.
pub(crate) fn row_of(connection: &Connection, device: i64, seq: Seq) -> Result<i64> {
    connection
        .prepare_cached("SELECT n FROM log WHERE device = ? AND seq = ?")?
        .query_row((device, seq), |row| row.get(0))
}

/// The commits of one device from newest to oldest, `limit` at the most.
pub(crate) fn newest_of(connection: &Connection, device: i64, limit: u32) -> Result<Vec<Commit>> {
    let mut select =
        connection.prepare_cached("SELECT bytes FROM log WHERE device = ? ORDER BY seq DESC LIMIT ?")?;
    select.query_map((device, limit), |row| stored(&packing::unpacked(row.get_ref(0)?.as_blob()?)))?.collect()
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
pub(crate) fn for_each_row(
    connection: &Connection,
    mut each: impl FnMut(i64, Seq, &[u8]) -> Result<()>,
) -> Result<()> {
    let mut select = connection.prepare("SELECT device, seq, bytes FROM log")?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get(1)?, &packing::unpacked(row.get_ref(2)?.as_blob()?))?;
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
    mut each: impl FnMut(&[u8], Beside) -> Result<(), E>,
) -> Result<(), E> {
    let mut select = connection.prepare_cached(
        "SELECT bytes, seq, lamport, hash FROM log WHERE device = ? AND seq >= ? ORDER BY seq",
    )?;
    let mut rows = select.query((device, first))?;
    while let Some(row) = rows.next()? {
        let beside = Beside { seq: row.get(1)?, lamport: row.get(2)?, hash: row.get(3)? };
        let bytes = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
        each(&packing::unpacked(bytes), beside)?;
    }
    Ok(())
}

/// The hash of a commit, if it is here.
pub(crate) fn hash(connection: &Connection, device: i64, seq: Seq) -> Result<Option<CommitHash>> {
    connection
        .prepare_cached("SELECT hash FROM log WHERE device = ? AND seq = ?")?
        .query_row((device, seq), |row| row.get(0))
        .optional()
}

/// The given heads of a field with their values, in ascending order. Heads whose commit is not here are left out.
pub(crate) fn heads(
    connection: &Connection,
    devices: &Devices,
    record: RecordId,
    field: FieldNumber,
    refs: impl IntoIterator<Item = CommitRef>,
) -> Result<Vec<Head>> {
    let mut heads = Vec::new();
    for at in refs {
        let Some(commit) = commit(connection, devices, at)? else { continue };
        if let Some(change) = commit.change(record, field) {
            heads.push(Head { at, lamport: commit.lamport, value: change.value.clone() });
        }
    }
    Ok(heads)
}

/// The commit that a row of this device, or branch of one, holds.
fn read(bytes: &[u8], whose: DeviceId) -> Result<Commit> {
    stored_of(&packing::unpacked(bytes), whose)
}

/// The id of the device, or branch of one, of this number.
fn whose(devices: &Devices, n: i64) -> Result<DeviceId> {
    Ok(devices.by_number(n).ok_or(rusqlite::Error::QueryReturnedNoRows)?.id)
}

/// A commit as it stands in the log of this device, or of this branch of one.
pub(crate) fn stored_of(bytes: &[u8], whose: DeviceId) -> Result<Commit> {
    Ok(Commit { device: whose, ..stored(bytes)? })
}

/// A commit whose bytes were verified before they came into the log: only a damaged file makes this fail.
pub(crate) fn stored(bytes: &[u8]) -> Result<Commit> {
    log::decode(bytes, &BEFORE_THE_FIRST).map(|(commit, _)| commit).map_err(damaged)
}

/// A commit's bytes as they may leave the laptop.
pub(crate) fn open_parts(bytes: &[u8]) -> Result<Cow<'_, [u8]>> {
    log::open_parts(bytes).map_err(damaged)
}

/// A commit's bytes as they may leave the laptop, with only the bodies of these records.
pub(crate) fn selected<'b>(bytes: &'b [u8], records: &HashSet<RecordId>) -> Result<Cow<'b, [u8]>> {
    let keeps = |record: RecordId, is_private: bool| !is_private && records.contains(&record);
    log::take_out(bytes, Out::Withheld, keeps).map_err(damaged)
}

/// A commit's bytes with only those bodies, private or not, whose records are kept.
pub(crate) fn take_out(
    bytes: &[u8],
    out: Out,
    mut keeps: impl FnMut(RecordId) -> bool,
) -> Result<Cow<'_, [u8]>> {
    log::take_out(bytes, out, |record, _| keeps(record)).map_err(damaged)
}

fn damaged(error: MalformedCommit) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Blob, Box::new(error))
}

//! The rows of the log.

mod headings;
mod stored;
mod walking;

use rusqlite::{Connection, OptionalExtension, Result};

use crate::ids::{CommitRef, DeviceId, Lamport, RecordId, Seq};
use crate::kinds::FieldNumber;
use crate::log::{ChangedValue, Commit, CommitHash};
use crate::merge::Head;

use super::devices::Devices;
use super::packing;
pub(crate) use super::packing::packed;
pub(crate) use headings::{Heading, newest_of};
pub(crate) use stored::{bare, open_parts, selected, stored, stored_of, take_out};
pub(crate) use walking::{Beside, for_each, for_each_between, for_each_in, for_each_of, for_each_row};

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
    heads_by(refs, |at| {
        let commit = commit(connection, devices, at)?;
        Ok(commit.and_then(|commit| Some((commit.lamport, commit.change(record, field)?.value.clone()))))
    })
}

/// Heads, each with what its commit says if that is here: when, by cause, and which value.
pub(crate) fn heads_by(
    refs: impl IntoIterator<Item = CommitRef>,
    mut said: impl FnMut(CommitRef) -> Result<Option<(Lamport, ChangedValue)>>,
) -> Result<Vec<Head>> {
    let mut heads = Vec::new();
    for at in refs {
        heads.extend(said(at)?.map(|(lamport, value)| Head { at, lamport, value }));
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

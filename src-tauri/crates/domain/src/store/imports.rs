//! The reports of imports: what came in when, from whom, and what became of it.

use std::ops::RangeInclusive;

use rusqlite::{Connection, OptionalExtension, Result, Row};

use super::devices::Devices;
use crate::ids::{DeviceId, WallTime};

/// What is kept of an import. Its records follow from the rows of the log that it brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Its number, by which it is taken back; 1 for the first.
    pub n: u64,
    /// When it was imported, by this laptop's clock.
    pub at: WallTime,
    /// The name of the bundle's file.
    pub file: String,
    /// Who made the bundle.
    pub sender: DeviceId,
    /// The officer's name in it.
    pub officer: String,
    /// The laptop's name in it.
    pub laptop: String,
    /// When it was made, by the sender's clock.
    pub made_at: WallTime,
    /// How many commits were new.
    pub commits: u64,
    /// Records new here, each counted with what belongs to it.
    pub new: u64,
    /// Records changed, those with contested fields among them.
    pub changed: u64,
    /// Records moved to the trash.
    pub deleted: u64,
    /// Fields contested that were not before.
    pub conflicts: u64,
    /// Documents new here.
    pub documents: u64,
    /// Commits kept aside.
    pub early: u64,
    /// Whether something of it was left out.
    pub left_out: bool,
    /// Whether it is taken back.
    pub undone: bool,
    /// The rows of the log that it brought, besides what it filled (`store/filled.rs`); none if the end comes before the start.
    pub(crate) rows: RangeInclusive<i64>,
    /// The row of the commit that took it back.
    pub(crate) undone_by: Option<i64>,
}

const COLUMNS: &str = "n, at, file, sender, officer, laptop, made_at, first, last, new, changed, deleted, conflicts, \
    documents, early, left_out, undone_by, \
    (SELECT count(DISTINCT row) FROM import_filled WHERE import = import.n)";

/// The number of the next import.
pub(crate) fn next(connection: &Connection) -> Result<u64> {
    connection.prepare_cached("SELECT coalesce(max(n), 0) + 1 FROM import")?.query_row((), |row| row.get(0))
}

/// Adds a report.
pub(crate) fn insert(connection: &Connection, devices: &mut Devices, arrival: &Arrival) -> Result<()> {
    let sender = devices.number(connection, arrival.sender)?;
    connection
        .prepare_cached(
            "INSERT INTO import (n, at, file, sender, officer, laptop, made_at, first, last, new, changed, deleted,
                 conflicts, documents, early, left_out, undone_by)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        )?
        .execute(rusqlite::params![
            arrival.n,
            arrival.at,
            arrival.file,
            sender,
            arrival.officer,
            arrival.laptop,
            arrival.made_at,
            arrival.rows.start(),
            arrival.rows.end(),
            arrival.new,
            arrival.changed,
            arrival.deleted,
            arrival.conflicts,
            arrival.documents,
            arrival.early,
            arrival.left_out,
        ])
        .map(drop)
}

/// How many reports there are.
pub(crate) fn count(connection: &Connection) -> Result<u32> {
    connection.prepare_cached("SELECT count(*) FROM import")?.query_row((), |row| row.get(0))
}

/// The reports from the newest on.
pub(crate) fn newest(
    connection: &Connection,
    devices: &Devices,
    offset: u32,
    limit: u32,
) -> Result<Vec<Arrival>> {
    let sql = format!("SELECT {COLUMNS} FROM import ORDER BY n DESC LIMIT ? OFFSET ?");
    let mut select = connection.prepare_cached(&sql)?;
    select.query_map((limit, offset), |row| read(row, devices))?.collect()
}

/// One report.
pub(crate) fn find(connection: &Connection, devices: &Devices, n: u64) -> Result<Option<Arrival>> {
    let sql = format!("SELECT {COLUMNS} FROM import WHERE n = ?");
    connection.prepare_cached(&sql)?.query_row([n], |row| read(row, devices)).optional()
}

/// Says of a report that it was taken back by the commit in this row of the log.
pub(crate) fn set_undone(connection: &Connection, n: u64, row: i64) -> Result<()> {
    connection.prepare_cached("UPDATE import SET undone_by = ? WHERE n = ?")?.execute((row, n)).map(drop)
}

fn read(row: &Row<'_>, devices: &Devices) -> Result<Arrival> {
    let sender: i64 = row.get(3)?;
    let (first, last): (i64, i64) = (row.get(7)?, row.get(8)?);
    let filled: u64 = row.get(17)?;
    Ok(Arrival {
        n: row.get(0)?,
        at: row.get(1)?,
        file: row.get(2)?,
        sender: devices.by_number(sender).ok_or(rusqlite::Error::QueryReturnedNoRows)?.id,
        officer: row.get(4)?,
        laptop: row.get(5)?,
        made_at: row.get(6)?,
        commits: u64::try_from(last.saturating_sub(first).saturating_add(1)).unwrap_or(0) + filled,
        new: row.get(9)?,
        changed: row.get(10)?,
        deleted: row.get(11)?,
        conflicts: row.get(12)?,
        documents: row.get(13)?,
        early: row.get(14)?,
        left_out: row.get(15)?,
        undone: false,
        rows: first..=last,
        undone_by: row.get(16)?,
    })
}

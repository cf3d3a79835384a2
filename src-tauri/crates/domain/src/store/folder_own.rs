//! The files that this laptop wrote into the shared folder, what they carry, and who can read them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Result};

use super::devices::Devices;
use super::documents::ContentHash;
use crate::ids::{DeviceId, Seq, WallTime};

/// How far each device's commits go.
pub(crate) type Vector = BTreeMap<DeviceId, Seq>;

/// A file that this laptop wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnFile {
    /// The number in its name.
    pub(crate) n: u64,
    pub(crate) name: String,
    pub(crate) size: u64,
    /// When, by this laptop's clock.
    pub(crate) at: WallTime,
    /// What could be taken out of it or be put into it since.
    pub(crate) bodies: Bodies,
    /// How far it and the files before it carry each device's commits.
    pub(crate) carried: Vector,
    /// The documents in it.
    pub(crate) documents: BTreeSet<ContentHash>,
}

/// How much of what the log's commits say is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bodies {
    /// How many records were erased.
    pub(crate) erased: u64,
    /// Of how many commits something is missing that may come.
    pub(crate) withheld: u64,
}

/// How much is not here now.
pub(crate) fn bodies(connection: &Connection) -> Result<Bodies> {
    let count = |sql| connection.prepare_cached(sql)?.query_row((), |row| row.get(0));
    Ok(Bodies {
        erased: count("SELECT count(*) FROM erased")?,
        withheld: count("SELECT count(*) FROM hole WHERE withheld = 1")?,
    })
}

/// The files written as this device, in order.
pub(crate) fn all(connection: &Connection, devices: &Devices, device: DeviceId) -> Result<Vec<OwnFile>> {
    let Some(device) = devices.get(device) else { return Ok(Vec::new()) };
    let mut select = connection.prepare_cached(
        "SELECT n, name, size, at, erased, withheld FROM folder_own WHERE device = ? ORDER BY n",
    )?;
    let read = |row: &rusqlite::Row<'_>| {
        let n = row.get(0)?;
        Ok(OwnFile {
            n,
            name: row.get(1)?,
            size: row.get(2)?,
            at: row.get(3)?,
            bodies: Bodies { erased: row.get(4)?, withheld: row.get(5)? },
            carried: carried(connection, devices, n)?,
            documents: documents(connection, n)?,
        })
    };
    select.query_map([device.n], read)?.collect()
}

fn carried(connection: &Connection, devices: &Devices, own: u64) -> Result<Vector> {
    vector(connection, devices, "SELECT device, seq FROM folder_carried WHERE own = ?", [own])
}

fn documents(connection: &Connection, own: u64) -> Result<BTreeSet<ContentHash>> {
    let mut select = connection.prepare_cached("SELECT hash FROM folder_document WHERE own = ?")?;
    select.query_map([own], |row| row.get(0))?.collect()
}

fn vector(
    connection: &Connection,
    devices: &Devices,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vector> {
    let mut select = connection.prepare_cached(sql)?;
    let rows = select.query_map(params, |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<Vec<_>>>()?;
    let named = |(n, seq): (i64, Seq)| devices.by_number(n).map(|device| (device.id, seq));
    Ok(rows.into_iter().filter_map(named).collect())
}

/// Puts a file in the place of those numbered from `replaced` on, and forgets those that were written as another device.
pub(crate) fn replace(
    connection: &Connection,
    devices: &mut Devices,
    device: DeviceId,
    replaced: u64,
    file: &OwnFile,
) -> Result<()> {
    let n = devices.number(connection, device)?;
    connection.execute("DELETE FROM folder_own WHERE n >= ? OR device != ?", (replaced, n))?;
    connection.execute(
        "INSERT INTO folder_own (n, device, name, size, at, erased, withheld) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (file.n, n, &file.name, file.size, file.at, file.bodies.erased, file.bodies.withheld),
    )?;
    let mut insert =
        connection.prepare_cached("INSERT INTO folder_carried (own, device, seq) VALUES (?, ?, ?)")?;
    for (of, seq) in &file.carried {
        insert.execute((file.n, devices.number(connection, *of)?, seq))?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO folder_document (own, hash) VALUES (?, ?)")?;
    file.documents.iter().try_for_each(|hash| insert.execute((file.n, hash)).map(drop))
}

/// Forgets which files were written, for whom, and what others offered.
pub(crate) fn forget_all(connection: &Connection) -> Result<()> {
    connection.execute_batch("DELETE FROM folder_own; DELETE FROM folder_reader; DELETE FROM folder_offered;")
}

/// The devices that can read all of the files.
pub(crate) fn readers(connection: &Connection, devices: &Devices) -> Result<BTreeSet<DeviceId>> {
    let mut select = connection.prepare_cached("SELECT device FROM folder_reader")?;
    let numbers = select.query_map((), |row| row.get(0))?.collect::<Result<Vec<i64>>>()?;
    Ok(numbers.into_iter().filter_map(|n| devices.by_number(n)).map(|device| device.id).collect())
}

/// Adds devices that can read all of the files.
pub(crate) fn add_readers<'d>(
    connection: &Connection,
    devices: &mut Devices,
    readers: impl IntoIterator<Item = &'d DeviceId>,
) -> Result<()> {
    for reader in readers {
        let n = devices.number(connection, *reader)?;
        connection.prepare_cached("INSERT OR IGNORE INTO folder_reader (device) VALUES (?)")?.execute([n])?;
    }
    Ok(())
}

/// How far others' files carried each device's commits to all for whom this laptop writes.
pub(crate) fn offered(connection: &Connection, devices: &Devices) -> Result<Vector> {
    vector(connection, devices, "SELECT device, seq FROM folder_offered", ())
}

/// Notes that a device's commits were offered by another's file so far.
pub(crate) fn note_offered(
    connection: &Connection,
    devices: &mut Devices,
    device: DeviceId,
    seq: Seq,
) -> Result<()> {
    let n = devices.number(connection, device)?;
    connection
        .prepare_cached(
            "INSERT INTO folder_offered (device, seq) VALUES (?, ?)
             ON CONFLICT (device) DO UPDATE SET seq = max(seq, excluded.seq)",
        )?
        .execute((n, seq))
        .map(drop)
}

//! Commits of the log that are here only in part.

use rusqlite::{Connection, Result};

use super::devices::Devices;
use crate::ids::{DeviceId, Seq};
use crate::log::Missing;

/// Consecutive commits of one device: whose, the first and the last.
pub(crate) type Stretch = (DeviceId, Seq, Seq);

/// Notes what is missing of a commit.
pub(crate) fn note(connection: &Connection, device: i64, seq: Seq, missing: Missing) -> Result<()> {
    if !missing.is_hole() {
        let sql = "DELETE FROM hole WHERE device = ? AND seq = ?";
        return connection.prepare_cached(sql)?.execute((device, seq)).map(drop);
    }
    connection
        .prepare_cached("INSERT OR REPLACE INTO hole (device, seq, withheld) VALUES (?, ?, ?)")?
        .execute((device, seq, missing.withheld > 0))
        .map(drop)
}

/// Whether any commit is here only in part.
pub(crate) fn any(connection: &Connection) -> Result<bool> {
    connection.prepare_cached("SELECT 1 FROM hole")?.exists(())
}

/// Whether a commit is here only in part.
pub(crate) fn contains(connection: &Connection, device: i64, seq: Seq) -> Result<bool> {
    connection.prepare_cached("SELECT 1 FROM hole WHERE device = ? AND seq = ?")?.exists((device, seq))
}

/// How many commits of a device are here only in part.
pub(crate) fn count(connection: &Connection, device: i64) -> Result<u64> {
    connection.query_row("SELECT count(*) FROM hole WHERE device = ?", [device], |row| row.get(0))
}

/// The most stretches that a bundle may state.
pub(crate) const MAX_STRETCHES: usize = 100_000;

/// Where parts are missing that may come another way, device by device whatever the branch, [`MAX_STRETCHES`] at the most.
pub(crate) fn withheld(connection: &Connection, devices: &Devices) -> Result<Vec<Stretch>> {
    let mut select =
        connection.prepare_cached("SELECT device, seq FROM hole WHERE withheld = 1 ORDER BY device, seq")?;
    let mut stretches: Vec<Stretch> = Vec::new();
    for hole in select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (n, seq): (i64, Seq) = hole?;
        let Some(device) = devices.by_number(n).map(|device| devices.branches().device(device.id)) else {
            continue;
        };
        let full = stretches.len() == MAX_STRETCHES;
        match stretches.last_mut() {
            Some((whose, _, last)) if *whose == device && *last + 1 == seq => *last = seq,
            _ if full => break,
            _ => stretches.push((device, seq, seq)),
        }
    }
    Ok(stretches)
}

/// How many commits of a stretch are here with nothing withheld.
pub(crate) fn whole(connection: &Connection, device: i64, first: Seq, last: Seq) -> Result<u64> {
    connection
        .prepare_cached(
            "SELECT (SELECT count(*) FROM log WHERE device = ?1 AND seq BETWEEN ?2 AND ?3)
                  - (SELECT count(*) FROM hole WHERE device = ?1 AND seq BETWEEN ?2 AND ?3 AND withheld = 1)",
        )?
        .query_row((device, first, last), |row| row.get(0))
}

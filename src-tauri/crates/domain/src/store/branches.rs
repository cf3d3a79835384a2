//! The `branch` table: where the commits of a device part that went on more than once.

use rusqlite::{Connection, Result};

use super::devices::{Device, Devices};
use super::log_rows;
use crate::ids::{CommitRef, DeviceId, RecordId, Seq};
use crate::log::{BEFORE_THE_FIRST, Change, CommitHash, Tip, branch_id};
use crate::merge::Branch;

/// The table: a branch's number, that of what it follows on, and the number of its first commit.
pub(super) fn all(connection: &Connection) -> Result<Vec<(i64, i64, Seq)>> {
    let mut select = connection.prepare("SELECT device, follows, first FROM branch")?;
    select.query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

/// The devices that parted and of which the officer has not taken notice.
pub(crate) fn unseen(connection: &Connection, devices: &Devices) -> Result<Vec<DeviceId>> {
    let mut select = connection.prepare_cached("SELECT device FROM branch WHERE seen = 0")?;
    let mut unseen = Vec::new();
    for n in select.query_map((), |row| row.get(0))? {
        let branch = devices.by_number(n?).map(|branch| devices.branches().device(branch.id));
        unseen.extend(branch);
    }
    unseen.sort_unstable();
    unseen.dedup();
    Ok(unseen)
}

/// Notes that the officer has taken notice of all there are.
pub(crate) fn note_seen(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE branch SET seen = 1 WHERE seen = 0", ()).map(drop)
}

/// The hash of the commit before this one, which must be here.
pub(crate) fn hash_before(connection: &Connection, devices: &Devices, at: CommitRef) -> Result<CommitHash> {
    if at.seq <= 1 {
        return Ok(BEFORE_THE_FIRST);
    }
    let before = devices.branches().on_the_way(at.device, at.seq - 1);
    let device = devices.get(before.device).ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    log_rows::hash(connection, device.n, before.seq)?.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// The commit of this number and hash of a device, be it in a branch; `None` if it is not here. Before the first, all
/// histories of a device are one.
pub(crate) fn place(
    connection: &Connection,
    devices: &Devices,
    device: DeviceId,
    seq: Seq,
    hash: &CommitHash,
) -> Result<Option<CommitRef>> {
    if seq == 0 {
        return Ok((*hash == BEFORE_THE_FIRST).then_some(CommitRef { device, seq }));
    }
    for known in devices.with_branches(device) {
        if log_rows::hash(connection, known.n, seq)? == Some(*hash) {
            return Ok(Some(CommitRef { device: known.id, seq }));
        }
    }
    Ok(None)
}

/// The last commit of a tip, if it is here. Where its hash was not stated, of a device that parted none is known to be.
pub(crate) fn tip(connection: &Connection, devices: &Devices, tip: &Tip) -> Result<Option<CommitRef>> {
    let at = CommitRef { device: tip.device, seq: tip.seq };
    let is_here = || devices.get(tip.device).is_some_and(|device| device.head >= tip.seq);
    match tip.hash {
        Some(hash) => place(connection, devices, tip.device, tip.seq, &hash),
        None => Ok(Some(at).filter(|_| is_here())),
    }
}

/// The changes that a change, by this commit, replaces.
pub(crate) fn meant(
    connection: &Connection,
    devices: &Devices,
    by: CommitRef,
    record: RecordId,
    change: &Change,
) -> Result<Vec<CommitRef>> {
    let branches = devices.branches();
    let mut meant = Vec::new();
    for &name in &change.parents {
        let mut known = Vec::new();
        if branches.concern(name) {
            for possible in devices.with_branches(branches.device(name.device)) {
                let at = CommitRef { device: possible.id, seq: name.seq };
                let commit = log_rows::commit(connection, devices, at)?;
                known.extend(commit.and_then(|commit| commit.change(record, change.field).map(|_| at)));
            }
        }
        meant.extend(branches.meant(by, name, &known));
    }
    Ok(meant)
}

/// Makes a branch of all that is known of a device behind this commit of it. Returns the branch's id.
pub(crate) fn part(connection: &Connection, devices: &mut Devices, at: CommitRef) -> Result<DeviceId> {
    let device = devices.get(at.device).expect("BUG: whatever parts has a row").clone();
    let hash = |seq| log_rows::hash(connection, device.n, seq);
    let first = hash(at.seq + 1)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    let last_in_common = hash(at.seq)?.unwrap_or(BEFORE_THE_FIRST);
    let followers: Vec<_> = devices.branches().behind(at.device).collect();
    let id = branch_id(devices.branches().device(at.device), &first);
    let n = devices.number(connection, id)?;
    for table in ["log", "hole", "formerly"] {
        let sql = format!("UPDATE {table} SET device = ? WHERE device = ? AND seq > ?");
        connection.execute(&sql, (n, device.n, at.seq))?;
    }
    follow(connection, devices, (id, n), (at.device, device.n), at.seq + 1)?;
    for follower in followers {
        let (number, first) = (devices.number(connection, follower)?, devices.branches().first(follower));
        follow(connection, devices, (follower, number), (id, n), first)?;
    }
    let signature = None;
    devices.set(connection, Device { head: at.seq, hash: last_in_common, signature, ..device.clone() })?;
    devices.set(connection, Device { id, n, ..device })?;
    Ok(id)
}

/// Begins a branch behind this commit, the last of what it follows on, with a commit of this hash.
pub(crate) fn begin(
    connection: &Connection,
    devices: &mut Devices,
    at: CommitRef,
    first: &CommitHash,
) -> Result<DeviceId> {
    let follows = devices.get(at.device).expect("BUG: what a branch follows on has a row").clone();
    let id = branch_id(devices.branches().device(at.device), first);
    let n = devices.number(connection, id)?;
    follow(connection, devices, (id, n), (at.device, follows.n), at.seq + 1)?;
    devices.set(connection, Device { id, n, signature: None, ..follows })?;
    Ok(id)
}

fn follow(
    connection: &Connection,
    devices: &mut Devices,
    branch: (DeviceId, i64),
    follows: (DeviceId, i64),
    first: Seq,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO branch (device, follows, first) VALUES (?, ?, ?)
             ON CONFLICT (device) DO UPDATE SET follows = excluded.follows, first = excluded.first",
        )?
        .execute((branch.1, follows.1, first))?;
    devices.note_branch(branch.0, Branch { follows: follows.0, first });
    Ok(())
}

//! What colleagues' devices are known to have: the version vectors that their own bundles stated.
//!
//! Only a bundle that a device made itself says what it knows. What was exported for it may never have arrived.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Result};

use super::branches;
use super::devices::Devices;
use super::documents::ContentHash;
use super::holes::Stretch;
use crate::ids::{CommitRef, DeviceId, Seq, WallTime};
use crate::log::Tip;

/// What one device is known to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Peer {
    pub(crate) device: DeviceId,
    /// How far it knew each device's commits, in ascending order.
    pub(crate) vector: Vec<Tip>,
    /// When the bundle that said so was made, by that device's clock.
    pub(crate) made_at: WallTime,
    /// When it was imported here, by this laptop's clock.
    pub(crate) imported_at: WallTime,
    /// Where it has commits only in part.
    pub(crate) lacks: Vec<Stretch>,
    /// The documents it refers to and lacks.
    pub(crate) wants: Vec<ContentHash>,
}

/// Keeps what a device stated of itself. A vector only grows: an older bundle imported late takes nothing back, and one
/// that says nothing new writes nothing.
pub(crate) fn keep(connection: &Connection, devices: &mut Devices, stated: &Peer) -> Result<()> {
    let known = load(connection, devices, stated.device)?;
    let same = |peer: &Peer| (&peer.lacks, &peer.wants) == (&stated.lacks, &stated.wants);
    let says_nothing_new = known.as_ref().is_some_and(same);
    let known = by_device(known.iter().flat_map(|peer| &peer.vector));
    let now = by_device(&stated.vector);
    let grown: Vec<_> = now.iter().filter(|(device, now)| grew(known.get(device), now)).collect();
    keep_tips(connection, devices, stated, &grown)?;
    // No clock tells which of two bundles is the newer one, but what it knew does.
    let goes_as_far = |(device, before): (&DeviceId, &Vec<Tip>)| {
        now.get(device).is_some_and(|now| now == before || grew(Some(before), now))
    };
    let is_newest = known.iter().all(goes_as_far);
    if !is_newest || now.is_empty() || says_nothing_new {
        return Ok(());
    }
    keep_lacks(connection, devices, stated)?;
    keep_wants(connection, devices, stated)
}

fn by_device<'t>(tips: impl IntoIterator<Item = &'t Tip>) -> BTreeMap<DeviceId, Vec<Tip>> {
    let mut by_device: BTreeMap<_, Vec<Tip>> = BTreeMap::new();
    for tip in tips {
        by_device.entry(tip.device).or_default().push(*tip);
    }
    by_device.values_mut().for_each(|tips| tips.sort_unstable());
    by_device
}

/// Whether what is known of one device's commits has grown: each of its histories goes as far or further. Of two with
/// one number, that with its hash says more.
fn grew(before: Option<&Vec<Tip>>, now: &[Tip]) -> bool {
    let Some(before) = before else { return true };
    let goes_on = |tip: &Tip| {
        let as_far = |later: &Tip| (later.seq, later.hash.is_some()) > (tip.seq, tip.hash.is_some());
        now.iter().any(|later| later == tip || as_far(later))
    };
    before != now && now.len() >= before.len() && before.iter().all(goes_on)
}

fn keep_tips(
    connection: &Connection,
    devices: &mut Devices,
    stated: &Peer,
    grown: &[(&DeviceId, &Vec<Tip>)],
) -> Result<()> {
    if grown.is_empty() {
        return Ok(());
    }
    let n = devices.number(connection, stated.device)?;
    connection
        .prepare_cached(
            "INSERT INTO peer (device, made_at, imported_at) VALUES (?, ?, ?)
             ON CONFLICT (device) DO UPDATE SET made_at = excluded.made_at, imported_at = excluded.imported_at",
        )?
        .execute((n, stated.made_at, stated.imported_at))?;
    for (device, tips) in grown {
        let of = devices.number(connection, **device)?;
        connection.prepare_cached("DELETE FROM peer_tip WHERE peer = ? AND device = ?")?.execute((n, of))?;
        for tip in *tips {
            let hash = tip.hash.as_ref().map_or(&[][..], |hash| hash);
            connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO peer_tip (peer, device, hash, seq) VALUES (?, ?, ?, ?)",
                )?
                .execute((n, of, hash, tip.seq))?;
        }
    }
    Ok(())
}

/// How far a device knows the commits of each device and branch that are here, given what it stated. What was said of
/// a device that has parted, and cannot be found among its histories, is not taken for knowing any of them.
pub(crate) fn has(
    connection: &Connection,
    devices: &Devices,
    tips: &[Tip],
) -> Result<BTreeMap<DeviceId, Seq>> {
    let branches = devices.branches();
    let mut has: BTreeMap<DeviceId, Seq> = BTreeMap::new();
    for tip in tips {
        let head = devices.get(tip.device).map_or(0, |device| device.head);
        let known = match tip.hash {
            Some(hash) => branches::place(connection, devices, tip.device, tip.seq, &hash)?,
            None => Some(CommitRef { device: tip.device, seq: tip.seq.min(head) }),
        };
        // Where one history is known, what goes beyond that is taken to go on from it.
        let goes_on = tip.seq > head && !branches.is_parted(tip.device);
        let known = known.or(goes_on.then_some(CommitRef { device: tip.device, seq: tip.seq }));
        for at in known.into_iter().flat_map(|known| branches.way(known)) {
            has.entry(at.device).and_modify(|seq| *seq = at.seq.max(*seq)).or_insert(at.seq);
        }
    }
    Ok(has)
}

/// How many commits up to a tip are not here, at the least.
pub(crate) fn beyond(connection: &Connection, devices: &Devices, tip: &Tip) -> Result<u64> {
    let here = devices.with_branches(tip.device).map(|known| known.head).max().unwrap_or(0);
    let is_here = branches::tip(connection, devices, tip)?.is_some();
    Ok(if is_here { 0 } else { tip.seq.saturating_sub(here).max(1) })
}

fn keep_lacks(connection: &Connection, devices: &mut Devices, stated: &Peer) -> Result<()> {
    let n = devices.number(connection, stated.device)?;
    connection.prepare_cached("DELETE FROM peer_lacks WHERE peer = ?")?.execute([n])?;
    let mut insert = connection
        .prepare_cached("INSERT OR IGNORE INTO peer_lacks (peer, device, first, last) VALUES (?, ?, ?, ?)")?;
    for (device, first, last) in &stated.lacks {
        insert.execute((n, devices.number(connection, *device)?, first, last))?;
    }
    Ok(())
}

fn keep_wants(connection: &Connection, devices: &mut Devices, stated: &Peer) -> Result<()> {
    let n = devices.number(connection, stated.device)?;
    connection.prepare_cached("DELETE FROM peer_wants WHERE peer = ?")?.execute([n])?;
    let mut insert =
        connection.prepare_cached("INSERT OR IGNORE INTO peer_wants (peer, hash) VALUES (?, ?)")?;
    stated.wants.iter().try_for_each(|hash| insert.execute((n, hash)).map(drop))
}

/// What a device is known to have; `None` before the first bundle of its own.
pub(crate) fn load(connection: &Connection, devices: &Devices, device: DeviceId) -> Result<Option<Peer>> {
    let Some(n) = devices.get(device).map(|device| device.n) else { return Ok(None) };
    let times: Option<(WallTime, WallTime)> = connection
        .prepare_cached("SELECT made_at, imported_at FROM peer WHERE device = ?")?
        .query_row([n], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((made_at, imported_at)) = times else { return Ok(None) };
    let mut select = connection.prepare_cached("SELECT device, seq, hash FROM peer_tip WHERE peer = ?")?;
    let mut vector = Vec::new();
    for known in select.query_map([n], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        let (of, seq, hash): (i64, Seq, Vec<u8>) = known?;
        vector.extend(devices.by_number(of).map(|of| Tip { device: of.id, seq, hash: hash.try_into().ok() }));
    }
    vector.sort_unstable();
    let lacks = lacks(connection, devices, n)?;
    let mut select = connection.prepare_cached("SELECT hash FROM peer_wants WHERE peer = ? ORDER BY hash")?;
    let wants = select.query_map([n], |row| row.get(0))?.collect::<Result<_>>()?;
    Ok(Some(Peer { device, vector, made_at, imported_at, lacks, wants }))
}

fn lacks(connection: &Connection, devices: &Devices, peer: i64) -> Result<Vec<Stretch>> {
    let mut select =
        connection.prepare_cached("SELECT device, first, last FROM peer_lacks WHERE peer = ?")?;
    let mut lacks = Vec::new();
    for stretch in select.query_map([peer], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        let (of, first, last): (i64, Seq, Seq) = stretch?;
        lacks.extend(devices.by_number(of).map(|device| (device.id, first, last)));
    }
    lacks.sort_unstable();
    Ok(lacks)
}

/// The devices that are known to have a commit.
pub(crate) fn covering(
    connection: &Connection,
    devices: &Devices,
    device: DeviceId,
    seq: Seq,
) -> Result<Vec<DeviceId>> {
    let Some(n) = devices.get(device).map(|device| device.n) else { return Ok(Vec::new()) };
    let mut select = connection
        .prepare_cached("SELECT DISTINCT peer FROM peer_tip WHERE device = ? AND seq >= ? ORDER BY peer")?;
    let peers = select.query_map((n, seq), |row| row.get(0))?.collect::<Result<Vec<_>>>()?;
    Ok(peers.into_iter().filter_map(|n| devices.by_number(n)).map(|device| device.id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;

    fn id(byte: u8) -> DeviceId {
        DeviceId::from_bytes([byte; 16])
    }

    #[test]
    fn what_a_device_knows_only_grows_in_whatever_order_its_bundles_come() {
        let connection = Connection::open_in_memory().expect("opened");
        schema::migrate(&connection).expect("made");
        let mut devices = Devices::default();
        let tip = |(device, seq): &(DeviceId, Seq)| Tip { device: *device, seq: *seq, hash: Some([7; 32]) };
        let stated = |vector: &[(DeviceId, Seq)], made_at| Peer {
            device: id(9),
            vector: vector.iter().map(tip).collect(),
            made_at,
            imported_at: made_at + 1,
            lacks: vec![(id(2), 1, u64::try_from(made_at).expect("a small number"))],
            wants: vec![[u8::try_from(made_at).expect("a small number"); 32]],
        };
        let (old, new) = (stated(&[(id(1), 3), (id(2), 5)], 10), stated(&[(id(2), 7), (id(9), 1)], 20));
        assert_eq!(load(&connection, &devices, id(9)).expect("read"), None);
        keep(&connection, &mut devices, &new).expect("kept");
        keep(&connection, &mut devices, &old).expect("kept");
        let peer = load(&connection, &devices, id(9)).expect("read").expect("known");
        assert_eq!(peer.vector, [(id(1), 3), (id(2), 7), (id(9), 1)].map(|known| tip(&known)));
        assert_eq!(peer.wants, [[20; 32]], "what it wanted when it knew less counts no more");
        assert_eq!(peer.lacks, [(id(2), 1, 20)], "nor what it lacked");
        let before = connection.total_changes();
        keep(&connection, &mut devices, &new).expect("kept");
        assert_eq!(connection.total_changes(), before, "what says nothing new writes nothing");
    }
}

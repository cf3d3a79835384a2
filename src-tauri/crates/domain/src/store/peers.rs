//! What colleagues' devices are known to have: the version vectors that their own bundles stated.
//!
//! Only a bundle that a device made itself says what it knows. What was exported for it may never have arrived.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Result};

use super::devices::Devices;
use super::documents::ContentHash;
use super::holes::Stretch;
use crate::ids::{DeviceId, Seq, WallTime};

/// What one device is known to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Peer {
    pub(crate) device: DeviceId,
    /// How far it knew each device's commits, in the order of ids.
    pub(crate) vector: Vec<(DeviceId, Seq)>,
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
    let known: BTreeMap<_, _> = known.iter().flat_map(|peer| peer.vector.iter().copied()).collect();
    keep_vector(connection, devices, stated, &known)?;
    let now: BTreeMap<_, _> = stated.vector.iter().copied().collect();
    // No clock tells which of two bundles is the newer one, but what it knew does.
    let is_newest = known.iter().all(|(device, seq)| now.get(device).is_some_and(|later| later >= seq));
    if !is_newest || now.is_empty() || says_nothing_new {
        return Ok(());
    }
    keep_lacks(connection, devices, stated)?;
    keep_wants(connection, devices, stated)
}

fn keep_vector(
    connection: &Connection,
    devices: &mut Devices,
    stated: &Peer,
    known: &BTreeMap<DeviceId, Seq>,
) -> Result<()> {
    let grown: Vec<_> = stated
        .vector
        .iter()
        .filter(|(device, seq)| known.get(device).is_none_or(|before| before < seq))
        .collect();
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
    for (device, seq) in grown {
        let of = devices.number(connection, *device)?;
        connection
            .prepare_cached("INSERT OR REPLACE INTO peer_knows (peer, device, seq) VALUES (?, ?, ?)")?
            .execute((n, of, seq))?;
    }
    Ok(())
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
    let mut select = connection.prepare_cached("SELECT device, seq FROM peer_knows WHERE peer = ?")?;
    let mut vector = Vec::new();
    for known in select.query_map([n], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (of, seq): (i64, Seq) = known?;
        vector.extend(devices.by_number(of).map(|device| (device.id, seq)));
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
        .prepare_cached("SELECT peer FROM peer_knows WHERE device = ? AND seq >= ? ORDER BY peer")?;
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
        let stated = |vector: &[(DeviceId, Seq)], made_at| Peer {
            device: id(9),
            vector: vector.into(),
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
        assert_eq!(peer.vector, [(id(1), 3), (id(2), 7), (id(9), 1)]);
        assert_eq!(peer.wants, [[20; 32]], "what it wanted when it knew less counts no more");
        assert_eq!(peer.lacks, [(id(2), 1, 20)], "nor what it lacked");
        let before = connection.total_changes();
        keep(&connection, &mut devices, &new).expect("kept");
        assert_eq!(connection.total_changes(), before, "what says nothing new writes nothing");
    }
}

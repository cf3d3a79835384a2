//! Who made the commits: the device table, kept in memory while a workspace is open (there are dozens of rows).

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Result};

use crate::ids::{DeviceId, Seq};
use crate::log::{BEFORE_THE_FIRST, CommitHash, PublicKey, Signature, Tip};
use crate::merge::{Branch, Branches};

use super::branches;

/// The devices of a workspace and the branches of those that parted, and how far the commits of each are known.
#[derive(Debug, Default, Clone)]
pub(crate) struct Devices {
    by_number: Vec<Device>,
    numbers: HashMap<DeviceId, usize>,
    branches: Branches,
}

/// A device as the file knows it, or a branch of one.
#[derive(Debug, Clone)]
pub(crate) struct Device {
    pub(crate) id: DeviceId,
    /// Its row's number.
    pub(crate) n: i64,
    /// `None` while it is only named. A branch has the key of its device.
    pub(crate) key: Option<PublicKey>,
    /// Its last commit; of a branch before its first, the one it follows on.
    pub(crate) head: Seq,
    pub(crate) hash: CommitHash,
    /// `None` before its first commit, and where it parted: then the heads of the branches vouch for it.
    pub(crate) signature: Option<Signature>,
}

/// How far a device's own commits go in a file, which may be of an older program.
pub(crate) fn head(connection: &Connection, device: DeviceId) -> Result<Option<(Seq, CommitHash)>> {
    let sql = "SELECT head_seq, head_hash FROM log_device WHERE id = ?";
    connection.query_row(sql, [device.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?))).optional()
}

impl Devices {
    /// Reads the table.
    pub(crate) fn load(connection: &Connection) -> Result<Self> {
        let mut devices = Self::default();
        let mut select = connection.prepare(
            "SELECT n, id, public_key, head_seq, head_hash, head_signature FROM log_device ORDER BY n",
        )?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let key: Option<[u8; 32]> = row.get(2)?;
            devices.keep(Device {
                n: row.get(0)?,
                id: DeviceId::from_bytes(row.get(1)?),
                key: key.and_then(|bytes| PublicKey::from_bytes(&bytes).ok()),
                head: row.get(3)?,
                hash: row.get(4)?,
                signature: row.get(5)?,
            });
        }
        for (n, follows, first) in branches::all(connection)? {
            if let (Some(branch), Some(follows)) = (devices.by_number(n), devices.by_number(follows)) {
                let (id, follows) = (branch.id, follows.id);
                devices.note_branch(id, Branch { follows, first });
            }
        }
        Ok(devices)
    }

    /// Where devices parted.
    pub(crate) fn branches(&self) -> &Branches {
        &self.branches
    }

    /// Notes in memory where a branch is one.
    pub(super) fn note_branch(&mut self, id: DeviceId, branch: Branch) {
        self.branches.insert(id, branch);
    }

    /// The device of this id, if it is known or at least named.
    pub(crate) fn get(&self, id: DeviceId) -> Option<&Device> {
        self.numbers.get(&id).map(|&index| &self.by_number[index])
    }

    /// The device of this row number.
    pub(crate) fn by_number(&self, n: i64) -> Option<&Device> {
        self.by_number.get(usize::try_from(n).ok()?.checked_sub(1)?)
    }

    /// All of them and all branches, in the order of their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Device> {
        self.by_number.iter()
    }

    /// A device and its branches.
    pub(crate) fn with_branches(&self, id: DeviceId) -> impl Iterator<Item = &Device> {
        self.by_number.iter().filter(move |device| device.id == id || self.branches.device(device.id) == id)
    }

    /// Those whose last commit is followed by none: of a device that parted its last branches.
    pub(crate) fn ends(&self) -> impl Iterator<Item = &Device> {
        self.iter().filter(|device| device.head > 0 && !self.branches.is_parted(device.id))
    }

    /// How far the commits of every device and branch are known.
    pub(crate) fn heads(&self) -> impl Iterator<Item = (DeviceId, Seq)> {
        self.iter().filter(|device| device.head > 0).map(|device| (device.id, device.head))
    }

    /// How far the commits of every device are known, in ascending order: the version vector.
    pub(crate) fn vector(&self) -> Vec<Tip> {
        let tip = |end: &Device| {
            let device = self.branches.device(end.id);
            Tip { device, seq: end.head, hash: Some(end.hash) }
        };
        let mut vector: Vec<_> = self.ends().map(tip).collect();
        vector.sort_unstable();
        vector
    }

    /// The number of a device, which gets a row if it has none.
    pub(crate) fn number(&mut self, connection: &Connection, id: DeviceId) -> Result<i64> {
        if let Some(device) = self.get(id) {
            return Ok(device.n);
        }
        let n = self.by_number.len() as i64 + 1;
        connection
            .prepare_cached("INSERT INTO log_device (n, id, head_seq, head_hash) VALUES (?, ?, 0, ?)")?
            .execute((n, id.as_bytes(), BEFORE_THE_FIRST))?;
        self.keep(Device { id, n, key: None, head: 0, hash: BEFORE_THE_FIRST, signature: None });
        Ok(n)
    }

    /// Learns a device's public key.
    pub(crate) fn introduce(&mut self, connection: &Connection, key: PublicKey) -> Result<()> {
        let n = self.number(connection, key.device())?;
        connection
            .prepare_cached("UPDATE log_device SET public_key = ? WHERE n = ?")?
            .execute((key.as_bytes(), n))?;
        self.at(n).key = Some(key);
        Ok(())
    }

    /// Notes in memory that one more commit of a device is known; [`store_head`](Self::store_head) writes it down.
    pub(crate) fn advance(&mut self, n: i64, seq: Seq, hash: CommitHash) {
        let device = self.at(n);
        device.head = seq;
        device.hash = hash;
    }

    /// Writes down how far a device's commits are known, and its signature over that.
    pub(crate) fn store_head(&mut self, connection: &Connection, n: i64, signature: Signature) -> Result<()> {
        let device = self.at(n);
        device.signature = Some(signature);
        connection
            .prepare_cached(
                "UPDATE log_device SET head_seq = ?, head_hash = ?, head_signature = ? WHERE n = ?",
            )?
            .execute((device.head, device.hash, signature, n))
            .map(drop)
    }

    /// Writes down all that is known of one that has a row.
    pub(super) fn set(&mut self, connection: &Connection, device: Device) -> Result<()> {
        connection
            .prepare_cached(
                "UPDATE log_device SET public_key = ?, head_seq = ?, head_hash = ?, head_signature = ? WHERE n = ?",
            )?
            .execute((device.key.map(|key| *key.as_bytes()), device.head, device.hash, device.signature, device.n))?;
        let n = device.n;
        *self.at(n) = device;
        Ok(())
    }

    fn at(&mut self, n: i64) -> &mut Device {
        let index = usize::try_from(n - 1).expect("BUG: device numbers begin with 1");
        &mut self.by_number[index]
    }

    fn keep(&mut self, device: Device) {
        self.numbers.insert(device.id, self.by_number.len());
        self.by_number.push(device);
    }
}

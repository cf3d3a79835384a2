//! The laptops that take part: who has what, who lacks what, and whom the officer trusts.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::identity::{field, record_of, retirement};
use super::{Error, Identity, Workspace, Written};
use crate::ids::{CommitRef, DeviceId, Seq, WallTime};
use crate::log::Action;
use crate::store::devices::{Device, Devices};
use crate::store::peers::{self, Peer};
use crate::store::trust::{self, Compared, Trust};
use crate::store::{Row, branches, holes, introduced, log_rows};
use crate::value::Value;

/// A device, as far as it is known here.
#[derive(Debug, Clone)]
pub struct Laptop {
    /// Its id, from which its fingerprint follows.
    pub device: DeviceId,
    /// Its names, if it has introduced itself.
    pub identity: Option<Identity>,
    /// Whether it is this one.
    pub here: bool,
    /// Whether this workspace went on as this device before.
    pub formerly: bool,
    /// The device in whose place it goes on.
    pub continues: Option<DeviceId>,
    /// Whether it is no longer in use.
    pub retired: bool,
    /// Whether the officer compared its fingerprint.
    pub trust: Option<Trust>,
    /// How many of its commits are here.
    pub commits: u64,
    /// What is known of it having gone on more than once, if it has.
    pub parted: Option<Parted>,
    /// When its latest bundle was made, by its own clock, and when that was imported, by this one's; `None` before the first.
    pub heard: Option<(WallTime, WallTime)>,
    /// What it lacked of what is here when it made that bundle.
    pub lacks: Option<Lacking>,
    /// How many commits it had that are not here.
    pub ahead: u64,
}

/// A device that was copied, or restored from a backup, and went on more than once: each history is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parted {
    /// How many histories there are.
    pub histories: u32,
    /// When the first commit was made that not all of them have, by the device's clock.
    pub since: WallTime,
}

/// Commits that a device has not said to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// How many, those among them that it has only in part; 0 if it has all.
    pub commits: u64,
    /// When the earliest of them was made, by the clock of whoever made it; `None` if it lacks none.
    pub since: Option<WallTime>,
}

impl Workspace {
    /// All devices that have made commits or bundles or introduced themselves, this one first, then by when they were last heard of.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn laptops(&self) -> Result<Vec<Laptop>, Error> {
        let own = self.device();
        let mut laptops = Vec::new();
        let branches = self.devices.branches();
        for device in self.devices.iter().filter(|device| branches.get(device.id).is_none()) {
            if device.id == own || self.is_heard_of(device.id)? {
                let peer = peers::load(&self.connection, &self.devices, device.id)?;
                laptops.push(self.laptop(device, peer.as_ref())?);
            }
        }
        laptops.sort_by_key(|laptop| {
            let heard = laptop.heard.map(|(_, imported)| imported);
            (!laptop.here, laptop.retired, std::cmp::Reverse(heard), laptop.device)
        });
        Ok(laptops)
    }

    /// Whether a device has made commits or bundles or introduced itself. That another named it, with its key, is not enough.
    pub(super) fn is_heard_of(&self, device: DeviceId) -> Result<bool, Error> {
        Ok(self.commits_of(device) > 0
            || introduced::names(&self.connection, &self.devices, device)?.is_some()
            || peers::load(&self.connection, &self.devices, device)?.is_some())
    }

    /// The devices that parted and of which the officer has not taken notice.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn unnoticed_parted(&self) -> Result<Vec<(DeviceId, Parted)>, Error> {
        let unseen = branches::unseen(&self.connection, &self.devices)?;
        let mut told = Vec::new();
        for device in unseen {
            told.extend(parted(&self.connection, &self.devices, device)?.map(|parted| (device, parted)));
        }
        Ok(told)
    }

    /// Takes it that the officer knows of all of them.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn note_parted_seen(&mut self) -> Result<(), Error> {
        Ok(branches::note_seen(&self.connection)?)
    }

    /// Whether a device is trusted.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn trust_in(&self, device: DeviceId) -> Result<Option<Trust>, Error> {
        Ok(trust::of(&self.connection, &self.devices, device)?)
    }

    /// Trusts a device whose fingerprint was compared so, or, with `None`, no longer. Says nothing to anyone else.
    ///
    /// # Errors
    /// [`Error::UnknownDevice`] if nothing of it has arrived here.
    pub fn set_trust(&mut self, device: DeviceId, compared: Option<Compared>) -> Result<(), Error> {
        self.expect_known(device)?;
        let since = self.sources.now();
        let trust = compared.map(|compared| Trust { since, compared });
        Ok(trust::set(&self.connection, &mut self.devices, device, trust)?)
    }

    /// Says, to colleagues too, that a device is no longer in use, or is again.
    ///
    /// # Errors
    /// [`Error::UnknownDevice`] if nothing of it has arrived here.
    pub fn set_retired(&mut self, device: DeviceId, retired: bool) -> Result<Written, Error> {
        self.expect_known(device)?;
        self.write(Action::Save, &[retirement(device, retired)])
    }

    /// The record by which a device introduced itself, if it has.
    pub(super) fn device_row(&self, device: DeviceId) -> Result<Option<Row>, Error> {
        self.row(record_of(device))
    }

    fn expect_known(&self, device: DeviceId) -> Result<(), Error> {
        match self.devices.get(device) {
            Some(known) if known.key.is_some() => Ok(()),
            Some(_) | None => Err(Error::UnknownDevice(device)),
        }
    }

    fn laptop(&self, device: &Device, peer: Option<&Peer>) -> Result<Laptop, Error> {
        let branches = self.devices.branches();
        let row = self.device_row(device.id)?;
        let continues = row.as_ref().and_then(|row| row.values.get(&field("continues").number));
        let continues = continues.and_then(Value::as_reference);
        Ok(Laptop {
            device: device.id,
            identity: self.identity_of(device.id)?,
            here: device.id == self.device(),
            formerly: self.former.iter().any(|former| branches.device(former.device) == device.id),
            continues: continues.map(|record| DeviceId::from_bytes(*record.as_bytes())),
            retired: row.as_ref().is_some_and(is_retired),
            trust: trust::of(&self.connection, &self.devices, device.id)?,
            commits: self.commits_of(device.id),
            parted: parted(&self.connection, &self.devices, device.id)?,
            heard: peer.map(|peer| (peer.made_at, peer.imported_at)),
            lacks: peer.map(|peer| self.lacking(peer)).transpose()?,
            ahead: peer.map_or(Ok(0), |peer| self.beyond(peer))?,
        })
    }

    /// What of the commits here a device has not said to have.
    fn lacking(&self, peer: &Peer) -> Result<Lacking, Error> {
        let has = peers::has(&self.connection, &self.devices, &peer.vector)?;
        let branches = self.devices.branches();
        let mut lacking = self.lacking_in_part(peer, &has)?;
        for device in self.devices.iter() {
            let before = branches.first(device.id) - 1;
            let known = has.get(&device.id).map_or(before, |known| before.max(*known));
            // What it made itself it has, whatever it said of it; unless that is several histories.
            if device.head <= known || (device.id == peer.device && !branches.is_parted(device.id)) {
                continue;
            }
            lacking.commits += device.head - known;
            let first = CommitRef { device: device.id, seq: known + 1 };
            let first = log_rows::commit(&self.connection, &self.devices, first)?;
            let made = first.map(|commit| commit.wall_time);
            lacking.since = lacking.since.into_iter().chain(made).min();
        }
        Ok(lacking)
    }

    /// The commits that a device has only in part and that are here whole.
    fn lacking_in_part(&self, peer: &Peer, has: &BTreeMap<DeviceId, Seq>) -> Result<Lacking, Error> {
        let mut firsts = BTreeMap::new();
        let mut commits = 0;
        for (device, first, last) in &peer.lacks {
            for part in self.devices.with_branches(*device) {
                let Some(up_to) = has.get(&part.id) else { continue };
                let whole = holes::whole(&self.connection, part.n, *first, *last.min(up_to))?;
                if whole > 0 {
                    firsts.entry(part.id).or_insert(*first);
                }
                commits += whole;
            }
        }
        let mut since = None;
        for (device, seq) in firsts {
            let first = log_rows::commit(&self.connection, &self.devices, CommitRef { device, seq })?;
            since = since.into_iter().chain(first.map(|first| first.wall_time)).min();
        }
        Ok(Lacking { commits, since })
    }

    /// How many commits a device has said to have that are not here.
    fn beyond(&self, peer: &Peer) -> Result<u64, Error> {
        let beyond = |tip| peers::beyond(&self.connection, &self.devices, tip);
        peer.vector.iter().map(|tip| Ok(beyond(tip)?)).sum()
    }

    /// How many commits of a device are here, in all its branches.
    fn commits_of(&self, device: DeviceId) -> u64 {
        let branches = self.devices.branches();
        self.devices.with_branches(device).map(|part| part.head + 1 - branches.first(part.id)).sum()
    }
}

/// Whether a device's record says that it is no longer in use.
pub(super) fn is_retired(row: &Row) -> bool {
    row.values.get(&field("retired").number).is_some_and(Value::is_true)
}

/// How a device parted, if it did.
pub(super) fn parted(
    connection: &Connection,
    devices: &Devices,
    device: DeviceId,
) -> rusqlite::Result<Option<Parted>> {
    let branches = devices.branches();
    let mut made = Vec::new();
    for first in branches.behind(device).map(|id| CommitRef { device: id, seq: branches.first(id) }) {
        made.extend(log_rows::commit(connection, devices, first)?.map(|first| first.wall_time));
    }
    let histories = u32::try_from(branches.histories(device)).unwrap_or(u32::MAX);
    Ok(made.into_iter().min().map(|since| Parted { histories, since }))
}

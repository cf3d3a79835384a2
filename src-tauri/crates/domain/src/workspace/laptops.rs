//! The laptops that take part: who has what, who lacks what, and whom the officer trusts.

use std::collections::BTreeMap;

use super::door::{Edit, Fate};
use super::{Error, Identity, Workspace, Written};
use crate::ids::{CommitRef, DeviceId, RecordId, Seq, WallTime};
use crate::kinds::Kind;
use crate::log::Action;
use crate::store::devices::Device;
use crate::store::peers::{self, Peer};
use crate::store::trust::{self, Compared, Trust};
use crate::store::{introduced, log_rows};
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
    pub commits: Seq,
    /// When its latest bundle was made, by its own clock, and when that was imported, by this one's; `None` before the first.
    pub heard: Option<(WallTime, WallTime)>,
    /// What it lacked of what is here when it made that bundle.
    pub lacks: Option<Lacking>,
    /// How many commits it had that are not here.
    pub ahead: u64,
}

/// Commits that a device has not said to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// How many; 0 if it has all.
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
        for device in self.devices.iter() {
            let peer = peers::load(&self.connection, &self.devices, device.id)?;
            let is_introduced = introduced::names(&self.connection, &self.devices, device.id)?.is_some();
            if device.id == own || device.head > 0 || peer.is_some() || is_introduced {
                laptops.push(self.laptop(device, peer.as_ref())?);
            }
        }
        laptops.sort_by_key(|laptop| {
            let heard = laptop.heard.map(|(_, imported)| imported);
            (!laptop.here, laptop.retired, std::cmp::Reverse(heard), laptop.device)
        });
        Ok(laptops)
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
    /// [`Error::UnknownDevice`] if it has not introduced itself here.
    pub fn set_retired(&mut self, device: DeviceId, retired: bool) -> Result<Written, Error> {
        self.expect_known(device)?;
        let record = RecordId::from_bytes(*device.as_bytes());
        if self.row(record)?.is_none() {
            return Err(Error::UnknownDevice(device));
        }
        let field = Kind::Device.field("retired").expect("BUG: only declared fields are named");
        let fields = BTreeMap::from([(field.number, retired.then_some(Value::Boolean(true)))]);
        self.write(Action::Save, &[Edit { record, kind: Kind::Device, fields, fate: Fate::Keep }])
    }

    fn expect_known(&self, device: DeviceId) -> Result<(), Error> {
        match self.devices.get(device) {
            Some(known) if known.key.is_some() => Ok(()),
            Some(_) | None => Err(Error::UnknownDevice(device)),
        }
    }

    fn laptop(&self, device: &Device, peer: Option<&Peer>) -> Result<Laptop, Error> {
        let row = self.row(RecordId::from_bytes(*device.id.as_bytes()))?;
        let value = |name| {
            let field = Kind::Device.field(name).expect("BUG: only declared fields are named");
            row.as_ref().and_then(|row| row.values.get(&field.number))
        };
        let continues = value("continues").and_then(Value::as_reference);
        Ok(Laptop {
            device: device.id,
            identity: self.identity_of(device.id)?,
            here: device.id == self.device(),
            formerly: self.former.iter().any(|former| former.device == device.id),
            continues: continues.map(|record| DeviceId::from_bytes(*record.as_bytes())),
            retired: value("retired").is_some_and(Value::is_true),
            trust: trust::of(&self.connection, &self.devices, device.id)?,
            commits: device.head,
            heard: peer.map(|peer| (peer.made_at, peer.imported_at)),
            lacks: peer.map(|peer| self.lacking(peer)).transpose()?,
            ahead: peer.map_or(0, |peer| self.beyond(peer)),
        })
    }

    /// What of the commits here a device has not said to have.
    fn lacking(&self, peer: &Peer) -> Result<Lacking, Error> {
        let has: BTreeMap<DeviceId, Seq> = peer.vector.iter().copied().collect();
        let mut lacking = Lacking { commits: 0, since: None };
        for device in self.devices.iter() {
            // What it made itself it has, whatever it said of it.
            let known = has.get(&device.id).copied().unwrap_or(0);
            if device.id == peer.device || device.head <= known {
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

    /// How many commits a device has said to have that are not here.
    fn beyond(&self, peer: &Peer) -> u64 {
        let here = |device| self.devices.get(device).map_or(0, |device| device.head);
        peer.vector.iter().map(|(device, seq)| seq.saturating_sub(here(*device))).sum()
    }
}

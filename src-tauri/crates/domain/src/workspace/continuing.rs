//! A workspace that was restored or copied goes on under a new device identity, so that no two files ever write
//! commits of one device. What the former device wrote stays its own.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::marks::{Mark, Marks, Noted, Refused, recognised};
use super::{Error, Workspace};
use crate::bundle::OpeningKey;
use crate::ids::{CommitRef, DeviceId, Seq};
use crate::log::{CommitHash, DeviceKey};
use crate::store::devices::Devices;
use crate::store::formerly::{self, Former, Recognised};
use crate::store::local::{self, Key};
use crate::store::secrets::{self, Secret};
use crate::store::{branches, lineage, log_rows};

/// Whether a restored or copied file would be recognised.
#[derive(Default)]
pub(super) enum Marking {
    /// Nobody asked for it.
    #[default]
    Off,
    /// It is.
    On(Marks),
    /// It cannot be, since the folder or a file in it cannot be had.
    Failed(std::io::Error),
}

impl Workspace {
    /// Looks in a folder of this program's own on this machine whether the file was restored or copied, and if so goes on
    /// under a new device identity. From then on the folder is told of every write. If it cannot be had, the workspace goes
    /// on as it is; [`unmarked`](Self::unmarked) says why.
    ///
    /// # Errors
    /// If the workspace cannot be read or written.
    pub fn recognise(&mut self, folder: &Path) -> Result<(), Error> {
        match Marks::take(folder, self.device()) {
            Ok(marks) => self.compare(marks),
            Err(Refused::InUse) => {
                self.continue_as_new(Recognised::Copied)?;
                self.take_marks(folder);
                Ok(())
            }
            Err(Refused::Unwritable(error)) => {
                self.marking = Marking::Failed(error);
                Ok(())
            }
        }
    }

    fn compare(&mut self, marks: Marks) -> Result<(), Error> {
        let noted = match marks.noted() {
            Ok(noted) => noted,
            Err(error) => {
                self.marking = Marking::Failed(error);
                return Ok(());
            }
        };
        let device = self.device();
        let marked = local::get(&self.connection, Key::Marked)?;
        self.marked = marked.filter(|marked| marked == device.as_bytes()).map(|_| device);
        let own = self.devices.get(device).expect("BUG: a workspace knows its own device");
        let here = match noted {
            Noted::At(mark) => log_rows::hash(&self.connection, own.n, mark.seq)?,
            Noted::Nothing | Noted::Unreadable => None,
        };
        match recognised(&noted, self.marked.is_some(), own.head, here) {
            Some(why) => {
                self.continue_as_new(why)?;
                self.take_marks(marks.folder());
            }
            None => {
                self.marking = Marking::On(marks);
                self.mark();
            }
        }
        Ok(())
    }

    /// The latest device as which this workspace went on before, until the officer has taken notice.
    pub fn continued(&self) -> Option<&Former> {
        self.former.last().filter(|former| !former.seen)
    }

    /// The device in whose place this one goes on, if that has ever written anything: what colleagues are told.
    pub(super) fn continues(&self) -> Option<DeviceId> {
        let former = self.former.iter().rfind(|former| former.seq > 0)?;
        Some(self.devices.branches().device(former.device))
    }

    /// Takes it that the officer knows.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn note_continued_seen(&mut self) -> Result<(), Error> {
        formerly::note_seen(&self.connection)?;
        self.former.iter_mut().for_each(|former| former.seen = true);
        Ok(())
    }

    /// Why a restored or copied file would not be recognised; `None` if it would, or nobody asked for it.
    pub fn unmarked(&self) -> Option<&std::io::Error> {
        match &self.marking {
            Marking::Off => None,
            Marking::On(marks) => marks.trouble(),
            Marking::Failed(error) => Some(error),
        }
    }

    /// Whether a commit was made in this workspace, be it as another device than it now is.
    pub fn is_own(&self, at: CommitRef) -> bool {
        let branches = self.devices.branches();
        let was_own = |former: &Former| {
            at.seq <= former.seq && branches.on_the_way(former.device, at.seq).device == at.device
        };
        at.device == self.device() || self.former.iter().any(was_own)
    }

    /// The numbers of the device and the branches in which a commit of this workspace and those that it made behind it
    /// stand, in their order.
    pub(super) fn own_behind(&self, at: CommitRef) -> Vec<i64> {
        let tips = self.former.iter().map(|former| CommitRef { device: former.device, seq: former.seq });
        let ways = tips.map(|tip| self.devices.branches().way(tip));
        let way = ways.into_iter().find(|way| way.iter().any(|on_it| on_it.device == at.device));
        let mut behind: Vec<_> = way.unwrap_or_default().into_iter().map(|on_it| on_it.device).collect();
        behind.reverse();
        if !behind.contains(&at.device) {
            behind.push(at.device);
        }
        let from = behind.iter().position(|device| *device == at.device).unwrap_or(0);
        behind[from..].iter().filter_map(|device| self.devices.get(*device)).map(|device| device.n).collect()
    }

    /// Goes on as a new device, under a new key. The old one goes on opening what is sealed for it, and signs nothing more.
    pub(super) fn continue_as_new(&mut self, why: Recognised) -> Result<(), Error> {
        let fresh = Fresh::new(self.sources.as_mut(), why);
        let own = Own::of(&self.devices, self.device());
        let devices_before = self.devices.clone();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let changed = fresh.settle_in(&transaction, &mut self.devices, &own);
        match changed.and_then(|former| transaction.commit().map(|()| former)) {
            Ok(former) => {
                self.write_as(&fresh);
                self.former.push(former);
                Ok(())
            }
            Err(error) => {
                self.devices = devices_before;
                Err(error.into())
            }
        }
    }

    /// Takes on the identity that was written down.
    pub(super) fn write_as(&mut self, fresh: &Fresh) {
        self.key = fresh.key();
        self.opening.insert(0, OpeningKey::from(&self.key));
    }

    /// Where marks are made, goes on making them for the device that this now is.
    pub(super) fn follow_with_marks(&mut self) {
        match std::mem::take(&mut self.marking) {
            Marking::On(marks) => self.take_marks(marks.folder()),
            other => self.marking = other,
        }
    }

    fn take_marks(&mut self, folder: &Path) {
        self.marking = match Marks::take(folder, self.device()) {
            Ok(marks) => Marking::On(marks),
            Err(Refused::Unwritable(error)) => Marking::Failed(error),
            Err(Refused::InUse) => Marking::Failed(std::io::ErrorKind::ResourceBusy.into()),
        };
        self.mark();
    }

    /// Makes a mark of how far this device has come, and notes in the workspace that it has one. What has been saved
    /// is saved whether or not this succeeds; the next write tries again.
    pub(super) fn mark(&mut self) {
        let device = self.device();
        let own = self.devices.get(device).expect("BUG: a workspace knows its own device");
        let Marking::On(marks) = &mut self.marking else { return };
        marks.note(&Mark { seq: own.head, hash: own.hash });
        if marks.trouble().is_none() && self.marked != Some(device) {
            let noted = local::set(&self.connection, Key::Marked, device.as_bytes());
            self.marked = noted.ok().map(|()| device);
        }
    }
}

/// A new identity, before it is written down.
pub(super) struct Fresh {
    secret: Secret,
    at: crate::ids::WallTime,
    why: Recognised,
}

impl Fresh {
    pub(super) fn new(sources: &mut dyn super::Sources, why: Recognised) -> Self {
        let mut secret = Secret::default();
        sources.fill(secret.as_mut_slice());
        Self { secret, at: sources.now(), why }
    }

    /// Its key.
    pub(super) fn key(&self) -> DeviceKey {
        DeviceKey::from_secret(*self.secret)
    }

    /// Writes it down in place of the one that this was, within a transaction that the caller opened.
    pub(super) fn settle_in(
        &self,
        connection: &Connection,
        devices: &mut Devices,
        own: &Own,
    ) -> rusqlite::Result<Former> {
        let at = branches::place(connection, devices, own.device, own.seq, &own.hash)?;
        let device = at.map_or(own.device, |at| at.device);
        let former = Former { device, seq: own.seq, at: self.at, why: self.why, seen: false };
        formerly::note(connection, devices, &former)?;
        let mut lineage = lineage::of(connection)?;
        if self.why != Recognised::Restored {
            // The one that it was copied from may go on too.
            lineage.insert(0, self.key().public().device());
        }
        lineage::keep(connection, &lineage)?;
        if self.why == Recognised::Restored && local::get(connection, Key::Folder)?.is_some() {
            // What was undone by restoring must not come back from there within seconds.
            local::set(connection, Key::FolderPaused, &[])?;
        }
        secrets::renew(connection, &self.secret)?;
        devices.introduce(connection, self.key().public())?;
        Ok(former)
    }
}

/// The device that a workspace is, and how far it had come.
pub(super) struct Own {
    pub(super) device: DeviceId,
    seq: Seq,
    hash: CommitHash,
}

impl Own {
    pub(super) fn of(devices: &Devices, device: DeviceId) -> Self {
        let own = devices.get(device).expect("BUG: a workspace knows its own device");
        Self { device, seq: own.head, hash: own.hash }
    }

    /// Whether it has come further, or otherwise, without this workspace having written anything.
    pub(super) fn went_on(&self, devices: &Devices) -> bool {
        let head = devices.get(self.device).map(|own| (own.head, own.hash));
        head != Some((self.seq, self.hash)) || devices.branches().is_parted(self.device)
    }
}

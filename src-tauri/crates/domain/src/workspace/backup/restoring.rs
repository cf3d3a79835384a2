//! Putting a copy back in the place of the workspace.
//!
//! The copy is made ready beside the workspace, as a new device, and takes its name at the very end. What it replaces is
//! kept as a copy itself; so whoever regrets it puts that one back.

use std::fs;
use std::path::Path;

use super::{Backups, Occasion, names};
use crate::ids::{DeviceId, WallTime};
use crate::store::UntrustedReason;
use crate::store::local::{self, Key};
use crate::store::secrets::{self, Secret};
use crate::workspace::lock::Lock;
use crate::workspace::open::{behind_link, beside, remove_if_there};
use crate::workspace::{Error, Recognised, Sources, System, Watch, Workspace, identity};

impl Workspace {
    /// Puts a copy in the place of this workspace, which is itself kept as a copy, and opens it: as a new device, since
    /// others may know what the former one wrote after the copy was made.
    ///
    /// # Errors
    /// [`Error::Untrusted`] if the copy is not sound, [`Error::File`], [`Error::Cancelled`]. The workspace is closed
    /// then, and as it was before.
    pub fn restore_backup(mut self, backup: &Path, watch: &Watch) -> Result<Self, Error> {
        let now = self.sources.now();
        let backups = self.backups()?;
        let file = behind_link(&self.path);
        let ready = beside(&file, ".restoring");
        copy_ready(backup, &ready)?;
        let made_ready =
            self.make_ready(&ready, &backups, now, watch).map_err(|error| told_of(backup, &ready, error));
        let Self { path, sources, journal, connection, _lock: lock, .. } = self;
        // What the journal holds goes into the file by closing it.
        drop((journal, connection));
        drop(lock);
        made_ready.and_then(|()| replace(&file, &ready)).inspect_err(|_| drop(fs::remove_file(&ready)))?;
        Self::open(&path, sources)
    }

    /// Makes a file ready to take this workspace's place, and keeps this workspace as a copy.
    fn make_ready(
        &mut self,
        ready: &Path,
        backups: &Backups,
        now: WallTime,
        watch: &Watch,
    ) -> Result<(), Error> {
        let sources = std::mem::replace(&mut self.sources, Box::new(System));
        // This workspace, and those that it took the place of, go on no more.
        let mut devices = identity::replaced(&self.connection)?;
        devices.push(self.device());
        let replaced = Replaced {
            backups: local::get(&self.connection, Key::Backups)?.unwrap_or_default(),
            secrets: secrets::all(&self.connection)?,
            devices,
        };
        self.sources = as_new_device(ready, sources, replaced)?;
        backups.make(Occasion::BeforeRestore, now, watch).map(drop)
    }
}

impl Backups {
    /// Puts a copy in the place of a workspace that does not open, and opens it, as a new device. What does not open is
    /// kept among the copies all the same, since someone may yet read something from it.
    ///
    /// # Errors
    /// [`Error::Untrusted`] if the copy is not sound or the workspace is open elsewhere, [`Error::File`]; the workspace
    /// is as it was then.
    pub fn restore_unopened(&self, backup: &Path, mut sources: Box<dyn Sources>) -> Result<Workspace, Error> {
        let now = sources.now();
        let file = behind_link(&self.workspace);
        let ready = beside(&file, ".restoring");
        let lock = Lock::of(&file).map_err(|reason| Error::untrusted(&file, reason))?;
        copy_ready(backup, &ready)?;
        let made_ready = as_new_device(&ready, sources, Replaced::default())
            .map_err(|error| told_of(backup, &ready, error));
        let replaced = made_ready.and_then(|sources| {
            self.keep_unopened(&file, now)?;
            put_in_place(&file, &ready)?;
            Ok(sources)
        });
        drop(lock);
        let sources = replaced.inspect_err(|_| drop(fs::remove_file(&ready)))?;
        Workspace::open(&self.workspace, sources)
    }

    /// Keeps a file that does not open, and takes its journal from beside it: it would be taken for one of the file that
    /// is put in its place.
    fn keep_unopened(&self, file: &Path, now: WallTime) -> Result<(), Error> {
        let kept = self.folder.join(names::name(&self.workspace, now, Occasion::BeforeRestore));
        fs::create_dir_all(&self.folder).map_err(Error::file(&self.folder, "written"))?;
        for ending in ["", "-wal"] {
            let (from, to) = (beside(file, ending), beside(&kept, ending));
            if from.exists() {
                fs::copy(&from, &to).map_err(Error::file(&to, "written"))?;
            }
        }
        for ending in ["-wal", "-shm"] {
            let journal = beside(file, ending);
            remove_if_there(&journal).map_err(Error::file(&journal, "written"))?;
        }
        Ok(())
    }
}

/// A copy of the copy, to be made ready.
fn copy_ready(backup: &Path, ready: &Path) -> Result<(), Error> {
    // What a restoration cut short by a power cut left behind. Its journal would be taken for one of the new copy.
    for ending in ["", "-wal", "-shm"] {
        let left = beside(ready, ending);
        remove_if_there(&left).map_err(Error::file(&left, "written"))?;
    }
    fs::copy(backup, ready).map(drop).map_err(Error::file(backup, "read"))
}

/// What a restored workspace takes over from the one whose place it takes.
#[derive(Default)]
struct Replaced {
    /// The folder for backups, as it is kept.
    backups: Vec<u8>,
    /// The keys that open what was sealed for it, the latest first.
    secrets: Vec<Secret>,
    /// The devices that go on no more.
    devices: Vec<DeviceId>,
}

/// Makes the workspace in this file a new device, which can open what the keys of the one it replaces could. Gives back
/// the sources it was opened with.
fn as_new_device(
    ready: &Path,
    sources: Box<dyn Sources>,
    mut replaced: Replaced,
) -> Result<Box<dyn Sources>, Error> {
    let mut restored = Workspace::open(ready, sources)?;
    restored.continue_as_new(Recognised::Restored)?;
    replaced.secrets.iter().rev().try_for_each(|secret| secrets::keep(&restored.connection, secret))?;
    replaced.devices.extend(identity::replaced(&restored.connection)?);
    replaced.devices.sort_unstable();
    replaced.devices.dedup();
    identity::note_replaced(&restored.connection, &replaced.devices)?;
    local::set(&restored.connection, Key::Backups, &replaced.backups)?;
    let Workspace { journal, connection, sources, .. } = restored;
    drop(journal);
    connection.close().map_err(|(_, error)| error)?;
    Ok(sources)
}

/// What is wrong with the file made ready is wrong with the copy.
pub(super) fn told_of(backup: &Path, ready: &Path, error: Error) -> Error {
    match error {
        Error::Untrusted(untrusted) if untrusted.path == ready => Error::untrusted(backup, untrusted.reason),
        other => other,
    }
}

/// Gives a file that was made ready the workspace's name, which nobody may have open.
fn replace(file: &Path, ready: &Path) -> Result<(), Error> {
    let _lock = Lock::of(file).map_err(|reason| Error::untrusted(file, reason))?;
    if beside(file, "-wal").exists() {
        // Some other connection is still there, and its journal would be taken for one of the file put back.
        return Err(Error::untrusted(file, UntrustedReason::Locked));
    }
    put_in_place(file, ready)
}

fn put_in_place(file: &Path, ready: &Path) -> Result<(), Error> {
    fs::File::open(ready).and_then(|ready| ready.sync_all()).map_err(Error::file(ready, "written"))?;
    fs::rename(ready, file).map_err(Error::file(file, "written"))
}

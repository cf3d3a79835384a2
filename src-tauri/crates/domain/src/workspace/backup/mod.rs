//! Copies of the whole workspace, documents included, each verified by opening it.
//!
//! A copy is made through a connection of its own, of the workspace as it is at one instant, while the officer goes on
//! working. It is a workspace file like any other; one that is put back goes on as a new device. Several workspaces may
//! keep their copies in one folder: each touches only its own.

mod carrying;
mod copying;
mod erasing;
mod names;
mod restoring;
mod rotation;
mod whose;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Error, Watch, Workspace};
use crate::ids::WallTime;
use crate::store::local::{self, Key};

use copying::Unfinished;
use names::Named;
use whose::{Asking, Whose};

pub use names::Occasion;

/// A copy of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was made, by the clock of the laptop that made it.
    pub at: WallTime,
    /// What for.
    pub occasion: Occasion,
    /// Its size.
    pub bytes: u64,
}

/// The copies of one workspace. It needs no open workspace, so that a copy is made while that is in use.
#[derive(Debug, Clone)]
pub struct Backups {
    workspace: PathBuf,
    folder: PathBuf,
}

/// How long after a copy the next one is due, in milliseconds.
const HOUR: WallTime = 60 * 60 * 1_000;

/// How many seconds are tried for a name that is not taken.
const TRIES: WallTime = 60 * 60;

impl Workspace {
    /// The copies of this workspace, in the folder of the officer's choice or else beside it.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn backups(&self) -> Result<Backups, Error> {
        let chosen = local::get(&self.connection, Key::Backups)?;
        let chosen = chosen.and_then(|bytes| String::from_utf8(bytes).ok()).filter(|path| !path.is_empty());
        let beside = Backups::beside(&self.path);
        Ok(Backups { folder: chosen.map_or(beside.folder, PathBuf::from), ..beside })
    }

    /// Chooses the folder for copies; `None` for the one beside the workspace. Copies made before stay where they are.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn set_backup_folder(&mut self, folder: Option<&Path>) -> Result<(), Error> {
        let text = folder.map(|folder| folder.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(local::set(&self.connection, Key::Backups, text.as_bytes())?)
    }
}

impl Backups {
    /// The copies in the folder beside a workspace, which may be one that does not open.
    pub fn beside(workspace: &Path) -> Self {
        let folder = workspace.with_file_name(format!("{} backups", names::stem(workspace)));
        Self { workspace: workspace.into(), folder }
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All copies there are of this workspace, the newest first; none if there is no such folder. Of a workspace that does not
    /// open, all that are called as its copies are.
    ///
    /// # Errors
    /// [`Error::File`] if the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Backup>, Error> {
        let asking = Asking::of(&self.workspace).ok();
        let found = self.found(asking.as_ref())?.into_iter();
        let is_of_this = |backup: &Backup| whose(asking.as_ref(), backup) != Whose::Other;
        Ok(found.filter(is_of_this).collect())
    }

    /// Whether an hour has gone by since the last copy. Those dated later than that are passed over, since they were made
    /// while the clock was ahead; so a clock that was put back makes one due rather than none.
    ///
    /// # Errors
    /// [`Error::File`] if the folder cannot be read, [`Error::Store`] if the workspace cannot.
    pub fn is_due(&self, now: WallTime) -> Result<bool, Error> {
        let asking = Asking::of(&self.workspace)?;
        let mut recent = self.found(Some(&asking))?.into_iter();
        let is_recent = |backup: &Backup| now.abs_diff(backup.at) < HOUR.unsigned_abs();
        Ok(!recent.any(|backup| is_recent(&backup) && asking.whose(&backup.path) == Whose::Own))
    }

    /// Makes a copy, verifies it by opening it, and lets go of copies that are no longer wanted. Makes none if there is
    /// nothing in the workspace that the newest copy has not, unless the officer asked for it or puts another one back.
    ///
    /// # Errors
    /// [`Error::File`] if the folder cannot be written or is full, [`Error::Untrusted`] if the copy is not sound,
    /// [`Error::Cancelled`]; then no unfinished copy is left.
    pub fn make(&self, occasion: Occasion, now: WallTime, watch: &Watch) -> Result<Option<Backup>, Error> {
        fs::create_dir_all(&self.folder).map_err(Error::file(&self.folder, "written"))?;
        let asking = Asking::of(&self.workspace)?;
        let before = self.found(Some(&asking))?;
        if occasion.passes_over_known() && copying::is_same(&self.workspace, newest(&asking, &before, now))? {
            return Ok(None);
        }
        self.sweep(Some(&asking))?;
        let (claimed, path, at) = self.claim(occasion, now, asking.marks().next().as_deref())?;
        let bytes = copying::copy(&self.workspace, &path, claimed, watch)?;
        self.let_go(&asking, before, now)?;
        Ok(Some(Backup { path, at, occasion, bytes }))
    }

    /// What is called as this workspace's copies are, the newest first.
    fn found(&self, asking: Option<&Asking>) -> Result<Vec<Backup>, Error> {
        let unreadable = || Error::file(&self.folder, "read");
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unreadable()(error)),
        };
        let mut backups = Vec::new();
        for entry in entries {
            let entry = entry.map_err(unreadable())?;
            let name = entry.file_name();
            let Some(named) = names::read(&name).filter(|named| self.is_called_so(asking, named)) else {
                continue;
            };
            let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
            backups.push(Backup { path: entry.path(), at: named.at, occasion: named.occasion, bytes });
        }
        backups.sort_by(|one, other| (other.at, &other.path).cmp(&(one.at, &one.path)));
        Ok(backups)
    }

    /// Whether a copy of this workspace may be called so: by its mark, whatever the file was called then; or, of an earlier
    /// program, by what it is called.
    fn is_called_so(&self, asking: Option<&Asking>, named: &Named<'_>) -> bool {
        match (named.mark, asking) {
            (Some(mark), Some(asking)) => asking.marks().any(|own| own == mark),
            (Some(_), None) | (None, _) => named.stem == names::stem(&self.workspace),
        }
    }

    /// Claims a name for a copy made now, or so many seconds later that no other has it: none is ever replaced.
    fn claim(
        &self,
        occasion: Occasion,
        now: WallTime,
        mark: Option<&str>,
    ) -> Result<(Unfinished, PathBuf, WallTime), Error> {
        let times = (0..TRIES).map(|seconds| now.saturating_add(seconds * 1_000));
        for at in times {
            let path = self.folder.join(names::name(&self.workspace, at, occasion, mark));
            // Whoever would give a copy this name comes by here, so that nobody does between this look and the end.
            let Some(claimed) = Unfinished::claim(&path)? else { continue };
            if path.symlink_metadata().is_err() {
                return Ok((claimed, path, at));
            }
        }
        Err(Error::file(&self.folder, "written")(io::ErrorKind::AlreadyExists.into()))
    }

    /// Removes what copies of this workspace that a power cut interrupted left behind.
    fn sweep(&self, asking: Option<&Asking>) -> Result<(), Error> {
        let unreadable = || Error::file(&self.folder, "read");
        for entry in fs::read_dir(&self.folder).map_err(unreadable())? {
            let entry = entry.map_err(unreadable())?;
            if names::read_unfinished(&entry.file_name())
                .is_some_and(|named| self.is_called_so(asking, &named))
            {
                fs::remove_file(entry.path()).map_err(Error::file(&entry.path(), "written"))?;
            }
        }
        Ok(())
    }

    /// Removes automatic copies of this workspace, of those there were before the one just made, that the rotation does not
    /// keep. Those dated after now were made while the clock was ahead: they neither count among the others, nor the others
    /// among them, so that no clock lets a copy go.
    fn let_go(&self, asking: &Asking, mut before: Vec<Backup>, now: WallTime) -> Result<(), Error> {
        before.retain(|backup| backup.occasion.rotates() && asking.whose(&backup.path) == Whose::Own);
        let (ahead, behind): (Vec<_>, Vec<_>) = before.into_iter().partition(|backup| backup.at > now);
        for backups in [ahead, behind] {
            let times: Vec<WallTime> = backups.iter().map(|backup| backup.at).collect();
            for (backup, _) in backups.iter().zip(rotation::kept(&times)).filter(|(_, kept)| !kept) {
                fs::remove_file(&backup.path).map_err(Error::file(&backup.path, "written"))?;
            }
        }
        Ok(())
    }
}

/// Whose a copy is; of a workspace that does not open, nobody knows.
fn whose(asking: Option<&Asking>, backup: &Backup) -> Whose {
    asking.map_or(Whose::Unknown, |asking| asking.whose(&backup.path))
}

/// The newest of these copies that is this workspace's and not dated an hour ahead, or more.
fn newest<'b>(asking: &Asking, found: &'b [Backup], now: WallTime) -> Option<&'b Backup> {
    let is_it =
        |backup: &&Backup| backup.at < now.saturating_add(HOUR) && asking.whose(&backup.path) == Whose::Own;
    found.iter().find(is_it)
}

//! Copies of the whole workspace, documents included, each verified by opening it.
//!
//! A copy is made through a connection of its own, of the workspace as it is at one instant, while the officer goes on
//! working. It is a workspace file like any other; one that is put back goes on as a new device.

mod copying;
mod erasing;
mod names;
mod restoring;
mod rotation;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Error, Watch, Workspace};
use crate::ids::WallTime;
use crate::store::local::{self, Key};

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

    /// All copies there are, the newest first; none if there is no such folder.
    ///
    /// # Errors
    /// [`Error::File`] if the folder cannot be read.
    pub fn list(&self) -> Result<Vec<Backup>, Error> {
        let unreadable = || Error::file(&self.folder, "read");
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unreadable()(error)),
        };
        let mut backups = Vec::new();
        for entry in entries {
            let entry = entry.map_err(unreadable())?;
            let Some((at, occasion)) = names::read(&self.workspace, &entry.file_name()) else { continue };
            let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
            backups.push(Backup { path: entry.path(), at, occasion, bytes });
        }
        backups.sort_by(|one, other| (other.at, &other.path).cmp(&(one.at, &one.path)));
        Ok(backups)
    }

    /// Whether an hour has gone by since the last copy. A clock that was put back makes one due rather than none.
    ///
    /// # Errors
    /// [`Error::File`] if the folder cannot be read.
    pub fn is_due(&self, now: WallTime) -> Result<bool, Error> {
        let newest = self.list()?.first().map(|backup| backup.at);
        Ok(newest.is_none_or(|at| now.abs_diff(at) >= HOUR.unsigned_abs()))
    }

    /// Makes a copy, verifies it by opening it, and lets go of copies that are no longer wanted. Makes none if there is
    /// nothing in the workspace that the newest copy has not, unless the officer asked for it or puts another one back.
    ///
    /// # Errors
    /// [`Error::File`] if the folder cannot be written or is full, [`Error::Untrusted`] if the copy is not sound,
    /// [`Error::Cancelled`]; then no unfinished copy is left.
    pub fn make(&self, occasion: Occasion, now: WallTime, watch: &Watch) -> Result<Option<Backup>, Error> {
        fs::create_dir_all(&self.folder).map_err(Error::file(&self.folder, "written"))?;
        let before = self.list()?;
        if occasion.passes_over_known() && copying::is_same(&self.workspace, before.first())? {
            return Ok(None);
        }
        self.sweep()?;
        let (path, at) = self.free_name(occasion, now);
        let bytes = copying::copy(&self.workspace, &path, watch)?;
        let made = Backup { path, at, occasion, bytes };
        self.let_go(&made, before)?;
        Ok(Some(made))
    }

    /// The name for a copy made now, or so many seconds later that no other has it.
    fn free_name(&self, occasion: Occasion, now: WallTime) -> (PathBuf, WallTime) {
        let named = |at| (self.folder.join(names::name(&self.workspace, at, occasion)), at);
        let is_free = |(path, _): &(PathBuf, WallTime)| path.symlink_metadata().is_err();
        (0..)
            .map(|seconds| named(now.saturating_add(seconds * 1_000)))
            .find(is_free)
            .expect("BUG: there are more seconds than copies")
    }

    /// Removes what copies that a power cut interrupted left behind.
    fn sweep(&self) -> Result<(), Error> {
        let unreadable = || Error::file(&self.folder, "read");
        for entry in fs::read_dir(&self.folder).map_err(unreadable())? {
            let entry = entry.map_err(unreadable())?;
            if names::is_unfinished(&self.workspace, &entry.file_name()) {
                fs::remove_file(entry.path()).map_err(Error::file(&entry.path(), "written"))?;
            }
        }
        Ok(())
    }

    /// Removes automatic copies that the rotation does not keep; never the one just made.
    fn let_go(&self, made: &Backup, before: Vec<Backup>) -> Result<(), Error> {
        let rotating = |backup: &&Backup| backup.occasion.rotates() && backup.path != made.path;
        let mut old: Vec<&Backup> = before.iter().filter(rotating).collect();
        old.sort_by_key(|backup| std::cmp::Reverse(backup.at));
        let times: Vec<WallTime> = old.iter().map(|backup| backup.at).collect();
        for (backup, kept) in old.iter().zip(rotation::kept(&times)) {
            if !kept {
                fs::remove_file(&backup.path).map_err(Error::file(&backup.path, "written"))?;
            }
        }
        Ok(())
    }
}

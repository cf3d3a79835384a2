//! The shared folder: one that Syncthing, Nextcloud, OneDrive or a stick carries between laptops.
//!
//! Each laptop writes only files of its own, whole and by rename, and takes nothing away but those and what one that is no
//! longer in use has left. There is no lock and
//! no file that two laptops write, so that a carrier which delays, loses, reorders or doubles files can do no harm: each
//! file is a bundle, and importing is a set that grows. A look at the folder is three steps, each short enough that saves
//! take turns with them: [what is new](Workspace::new_in_folder), [one file after another](Workspace::pick_up), and
//! [what this laptop has to say](Workspace::put_in_folder).
//!
//! | module | what it decides |
//! |---|---|
//! | `listing`, `names` | which files are looked at, and what own ones are called |
//! | `picking_up`, `standing` | what becomes of a file that another laptop wrote |
//! | `planning` | when something is written, and which own files it takes the place of |
//! | `writing`, `audience` | writing it, and for whom |
//! | `clearing` | when the files of a laptop that is no longer in use are taken away |
//! | `introducing` | how laptops that have never exchanged a file hear of each other |

mod audience;
mod clearing;
mod introducing;
mod listing;
mod names;
mod picking_up;
mod planning;
mod standing;
mod writing;

use std::io;
use std::path::{Path, PathBuf};

use super::{Error, Watch, Workspace};
use crate::store::folder_files::{self, FolderFile};
use crate::store::local::{self, Key};
use crate::store::{folder_cleared, folder_own};

pub use listing::{FolderState, FoundFile};
pub use picking_up::PickedUp;
pub use writing::PutFile;

/// The shared folder of a workspace, which is this laptop's own choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedFolder {
    /// Where it is.
    pub path: PathBuf,
    /// Whether what trusted laptops put there is applied without asking.
    pub applies: bool,
    /// Whether what is put there can be read by whoever has it, and not only by the laptops known here.
    pub open: bool,
}

/// What a look at the folder came to.
#[derive(Debug, Default)]
pub struct Looked {
    /// Whether anything arrived that was not here.
    pub arrived: bool,
    /// The file that was written, if there was anything to say.
    pub put: Option<PutFile>,
}

impl Workspace {
    /// The shared folder, if one was chosen.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn folder(&self) -> Result<Option<SharedFolder>, Error> {
        let text = |key| Ok::<_, Error>(local::get(&self.connection, key)?);
        let Some(path) = text(Key::Folder)?.and_then(|bytes| String::from_utf8(bytes).ok()) else {
            return Ok(None);
        };
        Ok(Some(SharedFolder {
            path: path.into(),
            applies: text(Key::FolderApplies)?.is_some(),
            open: text(Key::FolderOpen)?.is_some(),
        }))
    }

    /// Chooses the shared folder, or how it is used. Another folder, or another choice of who can read what is put there,
    /// begins anew with all that is known.
    ///
    /// # Errors
    /// [`Error::File`] if it is not a folder, or its path is not text.
    pub fn set_folder(&mut self, folder: &SharedFolder) -> Result<(), Error> {
        let unreadable = || Error::file(&folder.path, "read");
        let path = folder.path.to_str().ok_or(io::ErrorKind::InvalidFilename.into()).map_err(unreadable())?;
        if !folder.path.is_dir() {
            return Err(unreadable()(io::ErrorKind::NotADirectory.into()));
        }
        let before = self.folder()?;
        let is_same = before.is_some_and(|before| (&before.path, before.open) == (&folder.path, folder.open));
        if !is_same || self.folder_state()? != FolderState::There {
            self.forget_folder()?;
        }
        local::set(&self.connection, Key::Folder, path.as_bytes())?;
        // Whoever chooses it, be it once more, wants it to be used.
        self.set_rule(Key::FolderPaused, false)?;
        self.set_rule(Key::FolderApplies, folder.applies)?;
        self.set_rule(Key::FolderOpen, folder.open)
    }

    /// Uses the shared folder no more. What stands in it stays.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn leave_folder(&mut self) -> Result<(), Error> {
        self.forget_folder()?;
        [Key::Folder, Key::FolderApplies, Key::FolderOpen, Key::FolderPaused]
            .into_iter()
            .try_for_each(|key| Ok(local::remove(&self.connection, key)?))
    }

    /// What others' files in the folder came to, by name, as of the last look.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn folder_files(&self) -> Result<Vec<FolderFile>, Error> {
        Ok(folder_files::all(&self.connection)?)
    }

    /// Looks into the folder: takes in what has come and may be, and writes what others lack. *anew* tries again what could
    /// not be read before.
    ///
    /// # Errors
    /// [`Error::NoFolder`], [`Error::FolderPaused`], [`Error::FolderGone`], [`Error::FolderEmptied`]; [`Error::File`] if nothing can be written there,
    /// [`Error::Cancelled`]; what was taken in before stays.
    pub fn look_in_folder(&mut self, anew: bool, watch: &Watch) -> Result<Looked, Error> {
        let mut looked = Looked::default();
        for file in self.new_in_folder(anew)? {
            looked.arrived |= self.pick_up(&file, watch)?.arrived;
        }
        looked.put = self.put_in_folder(watch)?;
        Ok(looked)
    }

    /// Whether the folder is left alone since a backup was put back: what others have put there may be what that was to get
    /// rid of. Choosing the folder once more ends it.
    pub(super) fn is_folder_paused(&self) -> Result<bool, Error> {
        Ok(local::get(&self.connection, Key::FolderPaused)?.is_some())
    }

    fn chosen_folder(&self) -> Result<SharedFolder, Error> {
        self.folder()?.ok_or(Error::NoFolder)
    }

    fn set_rule(&self, key: Key, holds: bool) -> Result<(), Error> {
        match holds {
            true => local::set(&self.connection, key, &[1])?,
            false => local::remove(&self.connection, key)?,
        }
        Ok(())
    }

    pub(super) fn forget_folder(&self) -> Result<(), Error> {
        folder_files::forget_all(&self.connection)?;
        folder_cleared::forget_all(&self.connection)?;
        Ok(folder_own::forget_all(&self.connection)?)
    }
}

/// The name of a file that lies in this folder itself.
fn name_in<'p>(folder: &Path, path: &'p Path) -> Option<&'p str> {
    (path.parent() == Some(folder)).then(|| path.file_name()?.to_str()).flatten()
}

//! What stands in the folder, and what of it has to be read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::names;
use crate::store::folder_files::{self, FolderFile, Standing};
use crate::store::{folder_own, trust};
use crate::workspace::{Error, Workspace};

/// The most entries of the folder that are looked at.
const MAX_ENTRIES: usize = 10_000;

/// Whether the folder can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderState {
    /// It is there.
    There,
    /// A backup was put back, and the folder is left alone until it is chosen again.
    Paused,
    /// It is not: a stick that is not plugged in, say, or a carrier that is not set up.
    Gone,
    /// It is there and without a single bundle, though this laptop has put some into it: the place where a stick was, or
    /// a folder that its carrier has not filled yet. Nothing is written until it is chosen again.
    Emptied,
}

/// A file in the folder that has to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) modified: i64,
    pub(super) is_file: bool,
}

impl Workspace {
    /// Whether the folder can be used; [`FolderState::There`] too if none was chosen.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn folder_state(&self) -> Result<FolderState, Error> {
        let Some(folder) = self.folder()? else { return Ok(FolderState::There) };
        if self.is_folder_paused()? {
            return Ok(FolderState::Paused);
        }
        match listed(&folder.path) {
            Ok(found) => self.state_with(&found),
            Err(_) => Ok(FolderState::Gone),
        }
    }

    fn state_with(&self, found: &[FoundFile]) -> Result<FolderState, Error> {
        let has_own = !folder_own::all(&self.connection, &self.devices, self.device())?.is_empty();
        Ok(if has_own && found.is_empty() { FolderState::Emptied } else { FolderState::There })
    }

    /// The files that have to be read: those that are new or have changed, and those that wait and need not any more.
    /// *anew* adds those that could not be read before. What is gone from the folder is forgotten.
    ///
    /// # Errors
    /// [`Error::NoFolder`], [`Error::FolderPaused`], [`Error::FolderGone`], [`Error::FolderEmptied`].
    pub fn new_in_folder(&mut self, anew: bool) -> Result<Vec<FoundFile>, Error> {
        let folder = self.chosen_folder()?;
        if self.is_folder_paused()? {
            return Err(Error::FolderPaused(folder.path));
        }
        let found = listed(&folder.path).map_err(|_| Error::FolderGone(folder.path.clone()))?;
        if self.state_with(&found)? == FolderState::Emptied {
            return Err(Error::FolderEmptied(folder.path));
        }
        let known = folder_files::all(&self.connection)?;
        let there: BTreeSet<&str> = found.iter().map(|file| file.name.as_str()).collect();
        for gone in known.iter().filter(|file| !there.contains(file.name.as_str())) {
            folder_files::forget(&self.connection, &gone.name)?;
        }
        let known: BTreeMap<&str, &FolderFile> =
            known.iter().map(|file| (file.name.as_str(), file)).collect();
        let own = self.written_names()?;
        let is_new = |file: &FoundFile| match known.get(file.name.as_str()) {
            Some(known) if (known.size, known.modified) == (file.size, file.modified) => {
                Ok(anew && known.standing.is_trouble() || self.need_not_wait(known, folder.applies)?)
            }
            _ => Ok::<_, Error>(!own.contains(&file.name)),
        };
        let lacks_parts = |file: &FoundFile| {
            known.get(file.name.as_str()).is_some_and(|known| known.standing == Standing::PartsMissing)
        };
        let (mut new, mut in_parts) = (Vec::new(), Vec::new());
        for file in found {
            if is_new(&file)? {
                new.push(file);
            } else if lacks_parts(&file) {
                in_parts.push(file);
            }
        }
        // Any that has come may be the part that was missing.
        if !new.is_empty() {
            new.extend(in_parts);
        }
        // What was written first is what the others follow on.
        new.sort_by(|one, other| (one.modified, &one.name).cmp(&(other.modified, &other.name)));
        Ok(new)
    }

    /// The names of the files that this laptop has in the folder.
    fn written_names(&self) -> Result<BTreeSet<String>, Error> {
        let own = folder_own::all(&self.connection, &self.devices, self.device())?;
        let introduction = names::introduction(&self.identity()?.officer, self.device());
        Ok(own.into_iter().map(|file| file.name).chain([introduction]).collect())
    }

    /// Whether a file that waits may be taken in by now, or brings nothing any more.
    fn need_not_wait(&self, file: &FolderFile, applies: bool) -> Result<bool, Error> {
        let Some(sender) = &file.sender else { return Ok(false) };
        let is_trusted = || trust::of(&self.connection, &self.devices, sender.device);
        Ok(match file.standing {
            Standing::Waits => self.knows_all(&sender.vector)? || applies && is_trusted()?.is_some(),
            Standing::Erases => self.knows_all(&sender.vector)?,
            Standing::Introduces => self.is_known(sender.device),
            _ => false,
        })
    }
}

/// What is to be looked at in a folder.
fn listed(folder: &Path) -> io::Result<Vec<FoundFile>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.take(MAX_ENTRIES) {
        found.extend(looked_at(&entry?));
    }
    Ok(found)
}

/// A file, unless its name is none that is looked at or it has just gone.
fn looked_at(entry: &DirEntry) -> Option<FoundFile> {
    let name = entry.file_name().into_string().ok().filter(|name| names::is_looked_at(name))?;
    // Of a link itself, not of what it leads to.
    let metadata = entry.metadata().ok()?;
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let modified = modified.and_then(|since| i64::try_from(since.as_micros()).ok()).unwrap_or(0);
    Some(FoundFile { name, size: metadata.len(), modified, is_file: metadata.is_file() })
}

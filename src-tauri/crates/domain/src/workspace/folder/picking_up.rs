//! What becomes of a file that was found in the folder.

use std::fs;
use std::path::Path;

use super::{introducing, name_in, names, standing};
use crate::bundle::Opening;
use crate::log::PublicKey;
use crate::store::folder_files::{self, FileSender, FolderFile, Standing};
use crate::store::{folder_own, holes, peers};
use crate::workspace::{Error, FoundFile, Mode, SharedFolder, Watch, Workspace};

/// A larger file is not read unless the officer imports it.
const HUGE: u64 = 2 << 30;

/// What became of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PickedUp {
    /// Whether anything arrived by it that was not here.
    pub arrived: bool,
    /// The number under which its import is reported and can be taken back.
    pub report: Option<u64>,
}

impl Workspace {
    /// Reads a file that was found, and takes it in if it brings nothing new, or if it is a trusted laptop's and that is the
    /// officer's rule, unless it erases something. Any other waits to be looked at. What cannot be read or is refused is left
    /// as it is, and told with [`folder_files`](Self::folder_files).
    ///
    /// # Errors
    /// [`Error::Cancelled`], or if the workspace cannot be written.
    pub fn pick_up(&mut self, found: &FoundFile, watch: &Watch) -> Result<PickedUp, Error> {
        let folder = self.chosen_folder()?;
        let path = folder.path.join(&found.name);
        let unread = match (found.is_file, found.size > HUGE) {
            (false, _) => Some(Standing::NotAFile),
            (true, true) => Some(Standing::Huge),
            (true, false) => None,
        };
        if let Some(standing) = unread {
            self.note_found(found, standing, None)?;
            return Ok(PickedUp::default());
        }
        match self.opening_of(&path) {
            Ok((opening, _)) => self.judge(found, &folder, &path, &opening, watch),
            Err(error) if standing::is_gone(&error) => Ok(PickedUp::default()),
            Err(error) => {
                let standing = standing::of_unopened(&error).ok_or(error)?;
                self.note_found(found, standing, None)?;
                Ok(PickedUp::default())
            }
        }
    }

    /// What a file that is whole says of itself, and the key that it was signed by.
    pub(super) fn opening_of(&self, path: &Path) -> Result<(Opening, PublicKey), Error> {
        let reader = self.open_bundle(path.into())?;
        Ok((reader.opening().clone(), reader.sender_key()))
    }

    fn judge(
        &mut self,
        found: &FoundFile,
        folder: &SharedFolder,
        path: &Path,
        opening: &Opening,
        watch: &Watch,
    ) -> Result<PickedUp, Error> {
        if opening.sender == self.device() {
            self.meet_own(found, path, opening)?;
            return Ok(PickedUp::default());
        }
        let is_known = self.is_known(opening.sender);
        if introducing::is_introduction(opening) {
            let standing = if is_known { Standing::Read } else { Standing::Introduces };
            self.note_found(found, standing, Some(opening))?;
            return Ok(PickedUp::default());
        }
        self.note_found(found, Standing::Waits, Some(opening))?;
        let is_trusted = self.trust_in(opening.sender)?.is_some();
        if !is_known || !(folder.applies && is_trusted || self.brings_nothing(path, opening, watch)?) {
            return Ok(PickedUp::default());
        }
        // An officer's mistake would else be carried out on every laptop before anybody could see it. What is all here
        // takes out nothing more.
        let mode = if self.knows_all(&opening.vector)? { Mode::Apply } else { Mode::Unasked };
        let standing = match self.import(path, mode, watch) {
            Ok(import) if matches!(mode, Mode::Unasked) && import.takes_out => Standing::Erases,
            Ok(import) => return Ok(PickedUp { arrived: import.has_news(), report: import.report }),
            Err(error) => standing::of_untaken(&error).ok_or(error)?,
        };
        folder_files::set_standing(&self.connection, &found.name, standing)?;
        Ok(PickedUp::default())
    }

    /// Whether all that a file carries is here, so that importing it says only what its sender has.
    fn brings_nothing(&mut self, path: &Path, opening: &Opening, watch: &Watch) -> Result<bool, Error> {
        if !self.knows_all(&opening.vector)? {
            return Ok(false);
        }
        if opening.documents == 0 && !holes::any(&self.connection)? {
            return Ok(true);
        }
        match self.import(path, Mode::Preview, watch) {
            Ok(import) => Ok(!import.has_news()),
            Err(error) if standing::of_untaken(&error).is_some() => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// One of this laptop's own files that it does not count on any more: one that was replaced and could not be taken
    /// away then, or was written just before a kill. It goes, once all in it is carried by a later one. Anything else
    /// that this laptop made, such as a bundle that its officer put there by hand, stays.
    fn meet_own(&mut self, found: &FoundFile, path: &Path, opening: &Opening) -> Result<(), Error> {
        if !names::is_of(self.device(), &found.name) {
            return self.note_found(found, Standing::Read, Some(opening));
        }
        let own = folder_own::all(&self.connection, &self.devices, self.device())?;
        let carried = own.last().map(|file| file.carried.clone()).unwrap_or_default();
        if self.is_carried(&opening.vector, &carried)? {
            // If it cannot be taken away now, it is met again.
            let _ = fs::remove_file(path);
        }
        Ok(())
    }

    fn note_found(
        &mut self,
        found: &FoundFile,
        standing: Standing,
        opening: Option<&Opening>,
    ) -> Result<(), Error> {
        let file = FolderFile {
            name: found.name.clone(),
            size: found.size,
            modified: found.modified,
            standing,
            sender: opening.map(|opening| FileSender {
                device: opening.sender,
                officer: opening.officer.clone(),
                laptop: opening.device.clone(),
                made_at: opening.made_at,
                commits: opening.commits,
                vector: opening.vector.clone(),
            }),
        };
        Ok(folder_files::note(&self.connection, &file)?)
    }

    /// Notes that a bundle was taken in: if it stands in the folder it waits no more, and whoever can read it need not be
    /// told the same by this laptop.
    pub(in crate::workspace) fn note_taken_in(
        &mut self,
        path: &Path,
        opening: &Opening,
    ) -> Result<(), Error> {
        let Some(folder) = self.folder()? else { return Ok(()) };
        let Some(name) = name_in(&folder.path, path) else { return Ok(()) };
        folder_files::set_standing(&self.connection, name, Standing::Read)?;
        let mut audience = self.folder_audience()?;
        audience.remove(&opening.sender);
        let reaches_all = opening.recipients.is_empty()
            || audience.iter().all(|device| opening.recipients.contains(device));
        if opening.commits == 0 || !reaches_all {
            return Ok(());
        }
        for (device, seq) in peers::has(&self.connection, &self.devices, &opening.vector)? {
            let here = self.devices.get(device).map_or(0, |device| device.head);
            if here > 0 {
                folder_own::note_offered(&self.connection, &mut self.devices, device, here.min(seq))?;
            }
        }
        Ok(())
    }
}

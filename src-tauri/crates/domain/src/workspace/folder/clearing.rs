//! Taking away what a laptop that is no longer in use has left in the folder.
//!
//! Nobody else would: each laptop takes away its own files only, and one that was given up, or in whose place another goes on
//! since it was restored, looks no more. So its files may go once an officer has said that it is no longer in use, and each
//! of the others takes them away as soon as its own files, as they stand there, carry all that is in them, for all who
//! could read them. Which of them is the first makes no difference.

use std::fs;

use super::writing::Known;
use super::{SharedFolder, names};
use crate::bundle::Opening;
use crate::ids::{CommitRef, DeviceId, WallTime};
use crate::log::Tip;
use crate::store::folder_files::{self, FolderFile, Standing};
use crate::store::folder_own::Vector;
use crate::store::{branches, folder_cleared};
use crate::workspace::{Error, Workspace};

/// After so many milliseconds what such a laptop has put there meanwhile goes too. It is in use after all then, and writes
/// again what is missing; so the two do not take turns at every look.
const WEEK: WallTime = 7 * 24 * 60 * 60 * 1_000;

impl Workspace {
    /// Takes away the files of laptops that are no longer in use, where there is nothing in them that is not in this
    /// laptop's own. Asked when there is nothing to write, so that those stand there since an earlier look at the latest.
    pub(super) fn clear_retired(&mut self, folder: &SharedFolder, known: &Known) -> Result<(), Error> {
        let (retired, own) = (&known.retired, self.device());
        // One that is itself retired may be gone tomorrow, with all it has put there.
        let Some(carried) = known.carried().filter(|_| !retired.contains(&own)) else { return Ok(()) };
        for device in retired {
            let left = folder_files::of(&self.connection, *device)?;
            let left: Vec<_> = left.into_iter().filter(|file| names::is_of(*device, &file.name)).collect();
            if !left.is_empty() && self.is_superseded(&left, carried)? && self.is_time_to_clear(*device)? {
                let reached: Vec<_> = known.audience.iter().chain(retired).copied().collect();
                self.clear(folder, *device, &left, &reached)?;
            }
        }
        Ok(())
    }

    /// Whether all that stands in these files has been read, and is carried.
    fn is_superseded(&self, files: &[FolderFile], carried: &Vector) -> Result<bool, Error> {
        for file in files {
            let is_read = matches!(file.standing, Standing::Read | Standing::Introduces);
            let vector = file.sender.iter().flat_map(|sender| &sender.vector);
            if !is_read || !self.is_carried(vector, carried)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether these commits are among those that are carried.
    pub(super) fn is_carried<'t>(
        &self,
        vector: impl IntoIterator<Item = &'t Tip>,
        carried: &Vector,
    ) -> Result<bool, Error> {
        for tip in vector {
            let at = branches::tip(&self.connection, &self.devices, tip)?;
            let is_carried = |at: CommitRef| carried.get(&at.device).is_some_and(|seq| *seq >= at.seq);
            if at.is_none_or(|at| !is_carried(at)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn is_time_to_clear(&mut self, device: DeviceId) -> Result<bool, Error> {
        let now = self.sources.now();
        let before = folder_cleared::at(&self.connection, &self.devices, device)?;
        Ok(before.is_none_or(|before| now.abs_diff(before) >= WEEK.unsigned_abs()))
    }

    /// Takes these files of a device away, but for one that somebody else could read who is not among those reached.
    fn clear(
        &mut self,
        folder: &SharedFolder,
        device: DeviceId,
        files: &[FolderFile],
        reached: &[DeviceId],
    ) -> Result<(), Error> {
        let now = self.sources.now();
        folder_cleared::note(&self.connection, &mut self.devices, device, now)?;
        let own = self.own_devices();
        let is_reached = |reader: &DeviceId| reached.contains(reader) || own.contains(reader);
        for file in files {
            let path = folder.path.join(&file.name);
            // Read once more: what goes must be what was taken in, of that device's hand.
            let is_it = |opening: &Opening| {
                opening.sender == device
                    && file.sender.as_ref().is_some_and(|sender| sender.vector == opening.vector)
                    && opening.recipients.iter().all(is_reached)
            };
            if self.opening_of(&path).is_ok_and(|(opening, _)| is_it(&opening)) {
                // If it cannot be taken away now, another does, or this one a week from now.
                let _ = fs::remove_file(path);
            }
        }
        // What a kill left behind there.
        let _ = fs::remove_file(folder.path.join(names::unfinished(device)));
        Ok(())
    }
}

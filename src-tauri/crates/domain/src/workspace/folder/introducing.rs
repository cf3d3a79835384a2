//! How laptops that have never exchanged a file hear of each other.
//!
//! What is put into the folder is sealed for those known, so a laptop that nobody knows could neither read nor be read.
//! Each therefore has one small file there that is not sealed and carries nothing: who its sender is, by name, and the key
//! it is signed with. Whoever takes it in seals for that laptop from then on, which is why it is never taken in by rule.

use std::io::BufWriter;

use rusqlite::TransactionBehavior;

use super::{names, writing};
use crate::bundle::{Opening, Sealed, Sealing, Writer};
use crate::ids::DeviceId;
use crate::store::folder_files::{self, Standing};
use crate::store::introduced;
use crate::workspace::output::Output;
use crate::workspace::{Error, SharedFolder, Workspace};

/// Whether a bundle says nothing but who its sender is.
pub(super) fn is_introduction(opening: &Opening) -> bool {
    opening.vector.is_empty() && opening.commits == 0 && opening.documents == 0
}

impl Workspace {
    /// Takes in a laptop's introduction: from now on it is known here, though not trusted, and what is put into the folder is
    /// sealed for it too.
    ///
    /// # Errors
    /// [`Error::NoFolder`]; [`Error::UnknownDevice`] if no introduction of it waits; as an import if it cannot be read.
    pub fn meet(&mut self, device: DeviceId) -> Result<(), Error> {
        let folder = self.chosen_folder()?;
        let mut of_it = folder_files::of(&self.connection, device)?.into_iter();
        let file =
            of_it.find(|file| file.standing == Standing::Introduces).ok_or(Error::UnknownDevice(device))?;
        let (opening, key) = self.opening_of(&folder.path.join(&file.name))?;
        if opening.sender != device || !is_introduction(&opening) {
            return Err(Error::ChangedSinceShown);
        }
        let before = self.devices.clone();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let devices = &mut self.devices;
        let noted = introduced::note(&transaction, devices, key, &(opening.officer, opening.device))
            .and_then(|()| folder_files::set_standing(&transaction, &file.name, Standing::Read))
            .and_then(|()| transaction.commit());
        if noted.is_err() {
            self.devices = before;
        }
        Ok(noted?)
    }

    /// Writes this laptop's own introduction, unless it stands there.
    pub(super) fn introduce_in(&mut self, folder: &SharedFolder) -> Result<(), Error> {
        let identity = self.identity()?;
        let path = folder.path.join(names::introduction(&identity.officer, self.device()));
        if path.symlink_metadata().is_ok() {
            return Ok(());
        }
        let unwritable = || Error::file(&path, "written");
        let opening = Opening {
            sender: self.device(),
            officer: identity.officer,
            device: identity.device,
            made_at: self.sources.now(),
            complete: false,
            vector: Vec::new(),
            // It says nothing of what is known here.
            digest: ([0; 32], String::new()),
            commits: 0,
            documents: 0,
            recipients: Vec::new(),
            holes: Vec::new(),
            wants: Vec::new(),
        };
        let mut file = Output::through(folder.path.join(names::unfinished(self.device())), &path)?;
        Sealed::new(BufWriter::new(&mut file.file), &Sealing::Open, [0; 16])
            .and_then(|sealed| Writer::new(sealed, &opening))
            .and_then(|writer| writer.finish(&self.key))
            .and_then(|(sealed, _)| sealed.finish().map(drop))
            .map_err(unwritable())?;
        file.keep()?;
        writing::sync_folder(&folder.path);
        Ok(())
    }
}

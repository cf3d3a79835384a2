//! Taking in a bundle: verified whole, applied in one transaction, or (for a preview) applied and taken back.
//!
//! The preview is made by the very work of the import in a transaction that is rolled back, so what it promises is
//! what happens. Commits known already are passed over unread.

mod erasing;
mod filling;
mod pieces;
mod runs;
mod sender;
mod taking;
mod tally;

use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;

use super::{Error, Watch, Workspace};
use crate::bundle::{BundleError, Joined, Keys, Opening, Passphrase, Reader, Unsealed, unseal};
use crate::ids::{DeviceId, RecordId, Seq};
use crate::kinds::Kind;

use taking::Taking;

/// A bundle to take in.
#[derive(Debug, Clone, Copy)]
pub struct Received<'b> {
    /// The file; or, if it came in parts, any of them, beside the others.
    pub path: &'b Path,
    /// The passphrase, if it is sealed by one.
    pub passphrase: Option<&'b Passphrase>,
}

impl<'b> From<&'b Path> for Received<'b> {
    fn from(path: &'b Path) -> Self {
        Self { path, passphrase: None }
    }
}

impl<'b> From<&'b PathBuf> for Received<'b> {
    fn from(path: &'b PathBuf) -> Self {
        path.as_path().into()
    }
}

/// The messages of a bundle as they come out of its file or its parts, no longer sealed.
type Messages = Reader<Unsealed<Joined>>;

/// Whether an import is to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Only say what it would do.
    Preview,
    /// Do it.
    Apply,
}

/// What an import did or would do.
#[derive(Debug, Clone)]
pub struct Import {
    /// What the bundle says of itself.
    pub opening: Opening,
    /// Whether commits of the sender were here before.
    pub sender_known: bool,
    /// Commits that were new, or of which more came than was here.
    pub new_commits: u64,
    /// Commits that were here already.
    pub known_commits: u64,
    /// Records new here, all kinds.
    pub new: u64,
    /// Records changed.
    pub changed: u64,
    /// Records moved to the trash.
    pub deleted: u64,
    /// Records erased, for good.
    pub erased: u64,
    /// Fields contested now that were not before.
    pub conflicts: u64,
    /// Documents new here.
    pub documents: u64,
    /// Records and fields that only a newer program shows, more than before.
    pub unfamiliar: u64,
    /// Stretches of commits that are in neither the bundle nor the workspace. With one, nothing can be applied.
    pub gaps: Vec<Gap>,
    /// The records touched that have a page of their own, 200 at most.
    pub records: Vec<ImportedRecord>,
}

/// Missing commits of one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Whose.
    pub device: DeviceId,
    /// The first missing one.
    pub from: Seq,
    /// The last missing one.
    pub to: Seq,
}

/// A record that an import touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRecord {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// What it is called afterwards, or was called if it is erased.
    pub title: Option<String>,
    /// What happens to it.
    pub effect: RecordEffect,
}

/// What an import does to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordEffect {
    /// It is new here.
    New,
    /// Something of it changes.
    Changed,
    /// It goes to the trash.
    Deleted,
    /// It is erased for good.
    Erased,
    /// It has contested fields afterwards.
    Conflict,
}

impl Workspace {
    /// Takes in a bundle, or says what that would do.
    ///
    /// # Errors
    /// [`Error::Bundle`] if the bundle is refused, [`Error::File`] if it cannot be read, [`Error::Cancelled`]; the
    /// workspace is as before then.
    pub fn import<'b>(
        &mut self,
        bundle: impl Into<Received<'b>>,
        mode: Mode,
        watch: &Watch,
    ) -> Result<Import, Error> {
        let mut reader = self.open_bundle(bundle.into())?;
        watch.expect(reader.opening().commits);
        let devices_before = self.devices.clone();
        let imported = self.import_in_transaction(&mut reader, mode, watch);
        if mode == Mode::Preview || imported.is_err() {
            self.devices = devices_before;
        } else {
            // The bundle is in. What cannot be written any more, for want of room, is with the next one.
            let _ = self.finish_erasing();
        }
        imported
    }

    /// Opens a bundle with what this device has to open it with, and verifies it.
    fn open_bundle(&self, bundle: Received<'_>) -> Result<Messages, Error> {
        let file = Joined::open(bundle.path).map_err(|error| match error {
            BundleError::Io(source) => Error::file(bundle.path, "read")(source),
            other => other.into(),
        })?;
        let known: Vec<_> = self.devices.iter().map(|device| device.id).collect();
        let keys = Keys { own: &self.key, passphrase: bundle.passphrase, known: &known };
        Ok(Reader::open(unseal(file, &keys)?)?)
    }

    fn import_in_transaction(
        &mut self,
        reader: &mut Messages,
        mode: Mode,
        watch: &Watch,
    ) -> Result<Import, Error> {
        let now = self.sources.now();
        let sender_known = self.devices.get(reader.opening().sender).is_some_and(|device| device.head > 0);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
        let mut taking = Taking::new(&transaction, &mut self.devices, reader.opening())?;
        taking.take_all(reader, watch)?;
        let gap = taking.gaps.first().copied();
        let mut imported = taking.finish(reader.opening().clone(), watch)?;
        if imported.opening.sender != self.key.public().device() {
            sender::note(&transaction, &mut self.devices, &imported.opening, now)?;
        }
        imported.sender_known = sender_known;
        match (mode, gap) {
            (Mode::Preview, _) => {}
            (Mode::Apply, Some(Gap { device, from, to })) => {
                return Err(BundleError::Gap { device, from, to }.into());
            }
            (Mode::Apply, None) => transaction.commit()?,
        }
        Ok(imported)
    }
}

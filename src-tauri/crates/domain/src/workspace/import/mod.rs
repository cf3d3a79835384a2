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

use std::fs::File;
use std::path::Path;

use rusqlite::TransactionBehavior;

use super::{Error, Watch, Workspace};
use crate::bundle::{BundleError, Opening, Reader};
use crate::ids::{DeviceId, RecordId, Seq};
use crate::kinds::Kind;

use taking::Taking;

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
    pub fn import(&mut self, path: &Path, mode: Mode, watch: &Watch) -> Result<Import, Error> {
        let file = File::open(path).map_err(Error::file(path, "read"))?;
        let mut reader = Reader::open(file)?;
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

    fn import_in_transaction(
        &mut self,
        reader: &mut Reader<File>,
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

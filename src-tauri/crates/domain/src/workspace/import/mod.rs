//! Taking in a bundle: verified whole, applied in one transaction, or (for a preview) applied and taken back.
//!
//! The preview is made by the very work of the import in a transaction that is rolled back, so what it promises is
//! what happens. Commits known already are passed over unread.

mod ahead;
mod branching;
mod early;
mod erasing;
mod fields;
mod filling;
mod lines;
mod pieces;
mod put_back;
mod reports;
mod runs;
mod sender;
mod taking;
mod tally;

use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;

use super::continuing::{Fresh, Own};
use super::door::Pen;
use super::touches::Came;
use super::{Error, Parted, Recognised, Watch, Workspace};
use crate::bundle::{BundleError, Joined, Keys, Opening, Passphrase, Reader, Unsealed, unseal};
use crate::ids::{DeviceId, Seq, WallTime};
use crate::log::CommitHash;
use crate::store::{Arrival, aside, branches, formerly, imports, log_rows, peers};

use branching::Parting;
use lines::{Shown, Standing};
use taking::Taking;

pub use fields::{LineField, LinePart};
pub use lines::{LinePage, LineQuery, Lines};
pub use put_back::LeftOut;

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
pub(super) type Messages = Reader<Unsealed<Joined>>;

/// Whether an import is to last.
#[derive(Debug, Clone, Copy)]
pub enum Mode<'a> {
    /// Only say what it would do.
    Preview,
    /// Do it.
    Apply,
    /// Do what a preview showed, without what the officer leaves out. That arrives all the same, so that the chain of
    /// commits is whole, and is put back by a commit of this device at once.
    AsShown(&'a Lines, &'a [LeftOut]),
}

/// What an import did or would do.
#[derive(Debug)]
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
    /// Commits kept aside until those they follow on arrive.
    pub early_commits: u64,
    /// The devices that were found to have parted: they were copied or restored, and each history is kept.
    pub parted: Vec<(DeviceId, Parted)>,
    /// Stretches of commits before those of the bundle that are in neither the bundle nor the workspace.
    pub gaps: Vec<Gap>,
    /// Stretches that were kept aside and are let go: their gap has closed, and they are not what follows.
    pub let_go: Vec<Gap>,
    /// Of a preview, its records one by one.
    pub lines: Option<Lines>,
    /// The number under which this import is reported and can be taken back, if anything arrived by it.
    pub report: Option<u64>,
}

/// Missing commits of one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Whose.
    pub device: DeviceId,
    /// The first missing one.
    pub from: Seq,
    /// The last missing one.
    pub to: Seq,
    /// The devices that have them, by what their own bundles said.
    pub ask: Vec<DeviceId>,
}

impl Gap {
    /// A gap of this device, nothing else of which is known yet.
    fn of(device: DeviceId) -> Self {
        Self { device, from: 0, to: 0, ask: Vec::new() }
    }
}

impl Workspace {
    /// Takes in a bundle, or says what that would do.
    ///
    /// # Errors
    /// [`Error::Bundle`] if the bundle is refused, [`Error::File`] if it cannot be read, [`Error::ChangedSinceShown`],
    /// [`Error::NotFound`] or [`Error::ErasureLeftOut`] for what is left out and not here, [`Error::Cancelled`];
    /// the workspace is as before then.
    pub fn import<'b>(
        &mut self,
        bundle: impl Into<Received<'b>>,
        mode: Mode<'_>,
        watch: &Watch,
    ) -> Result<Import, Error> {
        let bundle = bundle.into();
        let is_preview = matches!(mode, Mode::Preview);
        let devices_before = self.devices.clone();
        let name = bundle.path.file_name().unwrap_or_default().to_string_lossy();
        let mut parting = Parting::default();
        let imported = loop {
            let mut reader = self.open_bundle(bundle)?;
            // A preview goes over what came a second time, to tell of it record by record.
            watch.expect(reader.opening().commits.saturating_mul(1 + u64::from(is_preview)));
            let to_read = parting.read.len();
            let imported = self.import_in_transaction(&mut reader, &name, mode, &mut parting, watch);
            if is_preview || imported.is_err() {
                self.devices.clone_from(&devices_before);
            }
            // Devices turned out to have parted where their commits were passed over: once more, and these are read.
            if parting.read.len() == to_read {
                break imported;
            }
            parting = Parting { read: parting.read, ..Parting::default() };
        };
        if let (false, Ok(import)) = (is_preview, &imported) {
            // The bundle is in. What cannot be written any more, for want of room, is with the next one.
            let _ = self.finish_erasing();
            self.note_taken_in(bundle.path, &import.opening)?;
        }
        imported
    }

    /// Opens a bundle with what this device has to open it with, and verifies it.
    pub(super) fn open_bundle(&self, bundle: Received<'_>) -> Result<Messages, Error> {
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
        file: &str,
        mode: Mode<'_>,
        parting: &mut Parting,
        watch: &Watch,
    ) -> Result<Import, Error> {
        let now = self.sources.now();
        let identity = self.identity()?;
        let continues = self.continues();
        let own = Own::of(&self.devices, self.device());
        let fresh = Fresh::new(self.sources.as_mut(), Recognised::Heard);
        let sender_known = self.devices.with_branches(reader.opening().sender).any(|known| known.head > 0);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
        let shown = Shown { opening: reader.opening().clone(), standing: Standing::of(&transaction)? };
        if matches!(mode, Mode::AsShown(lines, _) if lines.shown.as_ref() != Some(&shown)) {
            return Err(Error::ChangedSinceShown);
        }
        let mut taking = Taking::new(&transaction, &mut self.devices, parting, reader.opening())?;
        let import = taking.import;
        let known = taking.known();
        ahead::reading(reader, known, |reader| taking.take_all(reader, watch))?;
        let (mut imported, effects) = taking.finish(reader.opening().clone(), watch)?;
        if imported.opening.sender != self.key.public().device() {
            sender::note(&transaction, &mut self.devices, &imported.opening, now)?;
        }
        imported.sender_known = sender_known;
        for gap in &mut imported.gaps {
            gap.ask = peers::covering(&transaction, &self.devices, gap.device, gap.to)?;
        }
        let left_out: &[LeftOut] = match mode {
            Mode::Preview => {
                let (devices, moved) = (&self.devices, &parting.moved);
                let lines = Lines::of_preview(&transaction, devices, moved, shown, import, &effects, watch)?;
                imported.lines = Some(lines);
                return Ok(imported);
            }
            Mode::Apply => &[],
            Mode::AsShown(_, left_out) => left_out,
        };
        let came = Came { import, rows: shown.standing.row + 1..=log_rows::last_row(&transaction)? };
        // Another file has gone on as this device: this one was restored, and leaves the name to that.
        let former = match own.went_on(&self.devices) {
            true => Some(fresh.settle_in(&transaction, &mut self.devices, &own)?),
            false => None,
        };
        let (fresh_key, is_told) = (fresh.key(), former.is_some_and(|former| former.seq > 0));
        let mut pen = Pen {
            key: if former.is_some() { &fresh_key } else { &self.key },
            sources: self.sources.as_mut(),
            identity,
            continues: if is_told { Some(own.device) } else { continues },
            erases: &[],
        };
        put_back::leave_out(&transaction, &mut self.devices, &mut pen, came.clone(), left_out)?;
        if imported.has_news() {
            let arrival = imported.arrival(file, now, came, !left_out.is_empty());
            imports::insert(&transaction, &mut self.devices, &arrival)?;
            imported.report = Some(arrival.n);
        }
        let formerly = formerly::all(&transaction, &self.devices)?;
        transaction.commit()?;
        self.former = formerly;
        match former {
            Some(_) => {
                self.key = fresh.key();
                self.follow_with_marks();
            }
            None => self.mark(),
        }
        Ok(imported)
    }

    /// The stretches of commits that are missing before those kept aside.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn gaps(&self) -> Result<Vec<Gap>, Error> {
        let mut gaps = Vec::new();
        let mut reached: Option<(i64, Seq, CommitHash)> = None;
        for stretch in aside::all(&self.connection)? {
            let Some(device) = self.devices.by_number(stretch.device) else { continue };
            let behind = reached.filter(|(n, ..)| *n == device.n);
            let known = behind.map_or(device.head, |(_, seq, _)| seq);
            let (from, to) = ((known + 1).min(stretch.first - 1), stretch.first - 1);
            let follows = behind.is_some_and(|(_, seq, hash)| (seq, hash) == (to, stretch.previous));
            let here = |hash| branches::place(&self.connection, &self.devices, device.id, to, hash);
            if !follows && here(&stretch.previous)?.is_none() {
                let ask = peers::covering(&self.connection, &self.devices, device.id, to)?;
                gaps.push(Gap { device: device.id, from, to, ask });
            }
            reached = Some((device.n, known.max(stretch.last), stretch.hash));
        }
        Ok(gaps)
    }
}

impl Import {
    /// Whether anything arrived that was not here.
    pub fn has_news(&self) -> bool {
        self.new_commits + self.documents + self.early_commits > 0
    }

    /// What is kept of it for later.
    fn arrival(&self, file: &str, at: WallTime, came: Came, left_out: bool) -> Arrival {
        Arrival {
            n: came.import,
            at,
            file: file.into(),
            sender: self.opening.sender,
            officer: self.opening.officer.clone(),
            laptop: self.opening.device.clone(),
            made_at: self.opening.made_at,
            commits: self.new_commits,
            new: self.new,
            changed: self.changed,
            deleted: self.deleted,
            conflicts: self.conflicts,
            documents: self.documents,
            early: self.early_commits,
            left_out,
            undone: false,
            rows: came.rows,
            undone_by: None,
        }
    }
}

//! Taking in a bundle: verified whole, applied in one transaction, or (for a preview) applied and taken back.
//!
//! The preview is made by the very work of the import in a transaction that is rolled back, so what it promises is
//! what happens. Commits known already are passed over unread.
//!
//! [`Workspace::import`] goes through the steps: open and verify, then within one transaction (`underway`) take the
//! messages in (`taking`), and tell of them line by line (`lines`) or put back what is left out (`put_back`), report, and
//! commit. What is missing before what came is told by `gaps`, what came in long ago by `reports`.

mod gaps;
mod lines;
mod outcome;
mod put_back;
mod reports;
mod sender;
mod taking;
mod taking_back;
mod underway;

use std::path::{Path, PathBuf};

use super::{Error, Watch, Workspace};
use crate::bundle::{BundleError, Joined, Keys, Passphrase, Reader, Unsealed, unseal};

use taking::Parting;

pub use gaps::Gap;
pub use lines::{LineField, LinePage, LinePart, LineQuery, Lines};
pub use outcome::Import;
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
    /// Do it, unless it [takes out](Import::takes_out) something for good: then nothing is done.
    Unasked,
    /// Do what a preview showed, without what the officer leaves out. That arrives all the same, so that the chain of
    /// commits is whole, and is put back by a commit of this device at once.
    AsShown(&'a Lines, &'a [LeftOut]),
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
        let mut parting = Parting::default();
        let imported = loop {
            let to_read = parting.read.len();
            let imported = self.go_through(bundle, mode, &mut parting, watch);
            // Devices turned out to have parted where their commits were passed over: once more, and these are read.
            if parting.read.len() == to_read {
                break imported?;
            }
            parting = parting.once_more();
        };
        if mode.lasts(&imported) {
            // The bundle is in. What cannot be written any more, for want of room, is with the next one; and a file of the
            // shared folder that is not noted to have been read is read once more.
            let _ = self.finish_erasing(watch);
            let _ = self.note_taken_in(bundle.path, &imported.opening);
        }
        Ok(imported)
    }

    /// Goes through a bundle once, from its opening on.
    fn go_through(
        &mut self,
        bundle: Received<'_>,
        mode: Mode<'_>,
        parting: &mut Parting,
        watch: &Watch,
    ) -> Result<Import, Error> {
        let file = joined(bundle)?;
        let bytes = file.bytes();
        let mut messages = self.unsealed(file, bundle)?;
        // A preview goes over what came a second time, to tell of it record by record.
        watch.expect(messages.opening().commits.saturating_mul(1 + u64::from(mode.is_preview())));
        let devices_before = self.devices.clone();
        let imported = self.import_in_transaction(&mut messages, bundle, mode, parting, watch);
        if !imported.as_ref().is_ok_and(|imported| mode.lasts(imported)) {
            self.devices = devices_before;
        }
        imported.map(|imported| Import { bytes, ..imported })
    }

    /// Opens a bundle with what this device has to open it with, and verifies it.
    pub(super) fn open_bundle(&self, bundle: Received<'_>) -> Result<Messages, Error> {
        self.unsealed(joined(bundle)?, bundle)
    }

    fn unsealed(&self, file: Joined, bundle: Received<'_>) -> Result<Messages, Error> {
        let known: Vec<_> = self.devices.iter().map(|device| device.id).collect();
        let keys = Keys { own: &self.opening, passphrase: bundle.passphrase, known: &known };
        Ok(Reader::open(unseal(file, &keys)?)?)
    }

    /// The steps of an import. What does not come to the last one leaves the file as it was.
    fn import_in_transaction(
        &mut self,
        messages: &mut Messages,
        bundle: Received<'_>,
        mode: Mode<'_>,
        parting: &mut Parting,
        watch: &Watch,
    ) -> Result<Import, Error> {
        let mut underway = self.begin_import(messages.opening())?;
        underway.refuse_if_changed(mode)?;
        let (mut imported, effects) = underway.take_in(messages, parting, watch)?;
        let left_out = match mode {
            Mode::Preview => {
                imported.lines = Some(underway.lines(&parting.moved, &effects, watch)?);
                return Ok(imported);
            }
            Mode::Unasked if imported.takes_out => return Ok(imported),
            Mode::Unasked | Mode::Apply => &[],
            Mode::AsShown(_, left_out) => left_out,
        };
        let came = underway.came()?;
        underway.go_on_as_new()?;
        underway.leave_out(&came, left_out)?;
        underway.report(&mut imported, bundle.name(), came, !left_out.is_empty())?;
        let settled = underway.commit()?;
        self.go_on_as(settled);
        Ok(imported)
    }
}

/// The file of a bundle, or its parts as one.
fn joined(bundle: Received<'_>) -> Result<Joined, Error> {
    Joined::open(bundle.path).map_err(|error| match error {
        BundleError::Io(source) => Error::file(bundle.path, "read")(source),
        other => other.into(),
    })
}

impl Received<'_> {
    /// The file's name, for the report.
    fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

impl Mode<'_> {
    fn is_preview(self) -> bool {
        matches!(self, Self::Preview)
    }

    /// Whether an import that came to this was done.
    fn lasts(self, imported: &Import) -> bool {
        match self {
            Self::Preview => false,
            Self::Unasked => !imported.takes_out,
            Self::Apply | Self::AsShown(..) => true,
        }
    }
}

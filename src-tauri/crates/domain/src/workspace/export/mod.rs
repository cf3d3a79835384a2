//! Writing what is known into a bundle.

mod carried;
mod had;
mod sealing;
mod selection;
mod splitting;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::output::Output;
use super::{Error, Identity, Watch, Workspace};
use crate::bundle::{DeviceHead, Hole, Opening, Run, Sealed, Writer};
use crate::ids::{DeviceId, Seq};
use crate::store::devices::Device;
use crate::store::digest::Digest;
use crate::store::documents::{self, ContentHash};
use crate::store::{holes, log_rows, schema};

pub use sealing::Seal;
pub use selection::Selection;
pub use splitting::{SMALLEST_PART, Splitting};

use carried::{Carried, Stretched};

/// What goes into a bundle, for whom, and how.
#[derive(Debug, Clone, Default)]
pub struct Bundling {
    /// Which commits and documents.
    pub scope: Scope,
    /// For whom it is; none if it is for anyone.
    pub recipients: Vec<DeviceId>,
    /// Who can read it.
    pub seal: Seal,
    /// Documents of more bytes are held back.
    pub largest_document: Option<u64>,
    /// Into which parts it comes, if it is not to be one file.
    pub splitting: Option<Splitting>,
}

/// Which commits and documents go into a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Scope {
    /// All that is known.
    #[default]
    Everything,
    /// What this device did not have when it made the last of its own bundles that was imported here, with the documents
    /// that those commits refer to and those that it asked for.
    Lacking(DeviceId),
    /// What goes beyond these commits, with these documents.
    Beyond {
        /// How far the commits of each device and branch are not carried.
        vector: BTreeMap<DeviceId, Seq>,
        /// The documents, by their hashes; those that are not here are passed over.
        documents: BTreeSet<[u8; 32]>,
    },
    /// A part of it. What else the commits say is withheld; the chain of their hashes is whole all the same.
    Selection(Selection),
}

/// What a bundle would carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// How many commits, but for those that go along bare since the recipient has them.
    pub commits: u64,
    /// How many documents.
    pub documents: u64,
    /// How many bytes those have.
    pub document_bytes: u64,
    /// How many documents are held back for their size.
    pub held_back: u64,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// How many commits, but for those that go along bare since the recipient has them.
    pub commits: u64,
    /// How many documents.
    pub documents: u64,
    /// How many documents were held back for their size.
    pub held_back: u64,
    /// How many bytes all files have.
    pub bytes: u64,
    /// The files: one, unless it came in parts.
    pub files: Vec<PathBuf>,
}

impl Workspace {
    /// Writes commits and documents into a bundle, signed by this device. The file appears whole or not at all.
    ///
    /// # Errors
    /// As [`write_file`](super::write_file) if it cannot be written; [`Error::UnknownDevice`] or [`Error::ShortPassphrase`] if it cannot be
    /// sealed so; [`Error::Cancelled`].
    pub fn export(&mut self, path: &Path, bundling: &Bundling, watch: &Watch) -> Result<Exported, Error> {
        self.export_through(Output::at(path)?, path, bundling, watch)
    }

    /// Writes a bundle through an unfinished file of the caller's.
    pub(super) fn export_through(
        &mut self,
        mut file: Output,
        path: &Path,
        bundling: &Bundling,
        watch: &Watch,
    ) -> Result<Exported, Error> {
        self.finish_erasing(watch)?;
        let now = self.sources.now();
        let sealing = self.sealing(bundling)?;
        let chance = self.chance(bundling);
        let unwritable = || Error::file(path, "written");
        // One look at the workspace for the whole bundle, whatever else is being done.
        let snapshot = self.connection.unchecked_transaction()?;
        let mut carried = self.carried(&bundling.scope, watch)?;
        let (contents, held_back) = bundling.small_enough(std::mem::take(&mut carried.documents));
        carried.complete &= held_back == 0;
        carried.documents = contents;
        if !bundling.recipients.is_empty() {
            carried.recipients.clone_from(&bundling.recipients);
        }
        watch.expect(carried.commits + carried.documents.iter().map(|(_, size)| size).sum::<u64>());
        watch.reached(0)?;
        let opening = self.opening(now, &carried)?;
        let sealed = Sealed::new(BufWriter::new(&mut file.file), &sealing, chance).map_err(unwritable())?;
        let mut writer = Writer::new(sealed, &opening).map_err(unwritable())?;
        self.write_commits(&mut writer, &carried, watch, path)?;
        for (hash, size) in &carried.documents {
            watch.advance(*size)?;
            self.write_document(&mut writer, hash, *size).map_err(unwritable())?;
        }
        let (sealed, _) = writer.finish(&self.key).map_err(unwritable())?;
        drop(sealed.finish().map_err(unwritable())?);
        drop(snapshot);
        let (files, bytes) = bundling.keep(file, path, chance)?;
        Ok(Exported { commits: carried.told(), documents: opening.documents, held_back, bytes, files })
    }

    /// What a bundle would carry.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn plan_export(&self, bundling: &Bundling, watch: &Watch) -> Result<Planned, Error> {
        let carried = self.carried(&bundling.scope, watch)?;
        let commits = carried.told();
        let (contents, held_back) = bundling.small_enough(carried.documents);
        Ok(Planned {
            commits,
            documents: contents.len() as u64,
            document_bytes: contents.iter().map(|(_, size)| size).sum(),
            held_back,
        })
    }

    /// Random bytes for a bundle that needs some, so that one which does not leaves the chance of others as it is.
    fn chance(&mut self, bundling: &Bundling) -> [u8; 16] {
        let mut chance = [0; 16];
        if bundling.splitting.is_some() || !matches!(bundling.seal, Seal::Open) {
            self.sources.fill(&mut chance);
        }
        chance
    }

    fn opening(&self, made_at: i64, carried: &Carried) -> Result<Opening, Error> {
        let Identity { officer, device } = self.identity()?;
        Ok(Opening {
            sender: self.device(),
            officer,
            device,
            made_at,
            complete: carried.complete,
            vector: self.devices.vector(),
            digest: (Digest::kept(&self.connection)?.to_bytes(), schema::fingerprint()),
            commits: carried.commits,
            documents: carried.documents.len() as u64,
            recipients: carried.recipients.clone(),
            holes: self.holes()?,
            wants: documents::missing(&self.connection)?,
        })
    }

    /// Where parts of commits are missing here that may come another way.
    fn holes(&self) -> Result<Vec<Hole>, Error> {
        let withheld = holes::withheld(&self.connection, &self.devices)?.into_iter();
        Ok(withheld.map(|(device, from, to)| Hole { device, from, to }).collect())
    }

    /// Each device's commits in a run of their own, and each branch's.
    fn write_commits<W: Write>(
        &self,
        writer: &mut Writer<W>,
        carried: &Carried,
        watch: &Watch,
        path: &Path,
    ) -> Result<(), Error> {
        let unwritable = || Error::file(path, "written");
        for run in &carried.runs {
            writer.device(&head(&run.end)).map_err(unwritable())?;
        }
        for run in &carried.runs {
            let Stretched { device, first, previous, .. } = *run;
            writer.run(Run { device, first, count: run.count(), previous }).map_err(unwritable())?;
            for (n, from) in &run.parts {
                log_rows::for_each_of(&self.connection, *n, *from, |bytes, beside| {
                    watch.advance(1)?;
                    writer.commit(&carried.bytes(*n, beside.seq, bytes)?).map_err(unwritable())
                })?;
            }
        }
        Ok(())
    }

    /// A document's content is read through a pipe of one piece, so that a large one needs no more memory than a small.
    fn write_document<W: Write>(&self, writer: &mut Writer<W>, hash: &[u8; 32], size: u64) -> io::Result<()> {
        let content = documents::open(&self.connection, hash)?.ok_or(io::ErrorKind::NotFound)?;
        writer.document(hash, size, content)
    }
}

impl Bundling {
    /// The documents that are not held back for their size, and how many are.
    fn small_enough(&self, documents: Vec<(ContentHash, u64)>) -> (Vec<(ContentHash, u64)>, u64) {
        let limit = self.largest_document.unwrap_or(u64::MAX);
        let all = documents.len();
        let kept: Vec<_> = documents.into_iter().filter(|(_, size)| *size <= limit).collect();
        let held_back = all - kept.len();
        (kept, held_back as u64)
    }

    /// Gives a finished bundle its name, or its parts theirs. Returns the files and how many bytes they have.
    fn keep(&self, file: Output, path: &Path, id: [u8; 16]) -> Result<(Vec<PathBuf>, u64), Error> {
        let files = match &self.splitting {
            Some(splitting) => splitting.keep(file, path, id)?,
            None => {
                file.keep()?;
                vec![path.into()]
            }
        };
        let size = |file: &PathBuf| Ok(fs::metadata(file).map_err(Error::file(file, "read"))?.len());
        let bytes = files.iter().map(size).sum::<Result<u64, Error>>()?;
        Ok((files, bytes))
    }
}

fn head(device: &Device) -> DeviceHead {
    let (Some(key), Some(signature)) = (device.key, device.signature) else {
        unreachable!("BUG: a device with commits has been introduced and has signed them")
    };
    DeviceHead { key, seq: device.head, hash: device.hash, signature }
}

//! Writing a file into the folder, and taking away those whose place it takes.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;

use rusqlite::TransactionBehavior;

use super::audience::KnownLaptops;
use super::names;
use super::planning::Situation;
use crate::ids::{DeviceId, WallTime};
use crate::store::documents::{self, ContentHash};
use crate::store::folder_own::{self, OwnFile, Vector};
use crate::workspace::output::Output;
use crate::workspace::{Bundling, Error, Scope, Seal, SharedFolder, Watch, Workspace};

/// After so many milliseconds what was only heard is passed on.
const DAY: WallTime = 24 * 60 * 60 * 1_000;

/// A file that was written into the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutFile {
    /// Its name.
    pub name: String,
    /// How many commits it carries.
    pub commits: u64,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What is known of the folder when a file is planned.
pub(super) struct Known {
    own: Vec<OwnFile>,
    intact: usize,
    vector: Vector,
    pub(super) audience: BTreeSet<DeviceId>,
    /// The laptops that are no longer in use.
    pub(super) retired: BTreeSet<DeviceId>,
    readers: BTreeSet<DeviceId>,
    /// The documents that somebody lacks and that are here.
    wanted: BTreeSet<ContentHash>,
}

impl Known {
    /// How far this laptop's files carry commits, if all of them stand there as they were written.
    pub(super) fn carried(&self) -> Option<&Vector> {
        self.own.last().filter(|_| self.intact == self.own.len()).map(|file| &file.carried)
    }
}

impl Workspace {
    /// The files that this laptop has in the folder: how many, of how many bytes, and when the last was written.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn put_files(&self) -> Result<(u64, u64, Option<WallTime>), Error> {
        let own = folder_own::all(&self.connection, &self.devices, self.device())?;
        let bytes = own.iter().map(|file| file.size).sum();
        Ok((own.len() as u64, bytes, own.last().map(|file| file.at)))
    }

    /// Writes what somebody would miss, if there is anything, into a file that appears whole or not at all, and then takes
    /// away those files of this laptop whose place it takes. While nobody is known for whom it could be sealed, only an
    /// introduction is written.
    ///
    /// # Errors
    /// [`Error::NoFolder`]; [`Error::File`] if the folder cannot be written, [`Error::Cancelled`]; what stands there stays.
    pub fn put_in_folder(&mut self, watch: &Watch) -> Result<Option<PutFile>, Error> {
        let folder = self.chosen_folder()?;
        // What a kill left behind. If it cannot be taken away, the next file is written over it.
        let _ = fs::remove_file(folder.path.join(names::unfinished(self.device())));
        if !folder.open {
            self.introduce_in(&folder)?;
        }
        let known = self.known_in(&folder)?;
        if !folder.open && known.audience.is_empty() {
            return Ok(None);
        }
        let newcomers = match folder.open {
            true => BTreeSet::new(),
            false => known.audience.difference(&known.readers).copied().collect(),
        };
        let kept = self.kept(&known, &newcomers)?;
        match kept {
            Some(kept) => self.write_behind(&folder, known, kept, watch).map(Some),
            None => {
                // They have all that they cannot read.
                folder_own::add_readers(&self.connection, &mut self.devices, &newcomers)?;
                self.clear_retired(&folder, &known)?;
                Ok(None)
            }
        }
    }

    fn known_in(&self, folder: &SharedFolder) -> Result<Known, Error> {
        let own = folder_own::all(&self.connection, &self.devices, self.device())?;
        let is_intact = |file: &OwnFile| {
            fs::symlink_metadata(folder.path.join(&file.name))
                .is_ok_and(|metadata| metadata.is_file() && metadata.len() == file.size)
        };
        let KnownLaptops { audience, retired } = self.known_laptops()?;
        let mut wanted = BTreeSet::new();
        for hash in self.told_by(&audience)?.into_iter().flat_map(|peer| peer.wants) {
            if documents::contains(&self.connection, &hash)? {
                wanted.insert(hash);
            }
        }
        Ok(Known {
            intact: own.iter().position(|file| !is_intact(file)).unwrap_or(own.len()),
            own,
            vector: self.devices.heads().collect(),
            audience,
            retired,
            readers: folder_own::readers(&self.connection, &self.devices)?,
            wanted,
        })
    }

    /// How many of the files stay behind which one is to be written; `None` if none is.
    fn kept(&mut self, known: &Known, newcomers: &BTreeSet<DeviceId>) -> Result<Option<usize>, Error> {
        let now = self.sources.now();
        let own = &known.own;
        let carried = own.last().map(|file| &file.carried);
        let told = self.told_by(newcomers)?;
        let mut lacks = false;
        for device in newcomers.iter().filter(|_| carried.is_some()) {
            let peer = told.iter().find(|peer| peer.device == *device);
            lacks |= match peer.zip(carried) {
                Some((peer, carried)) => !self.has_all(peer, carried)?,
                None => true,
            };
        }
        let offers = |hash: &ContentHash| own.iter().any(|file| file.documents.contains(hash));
        Ok(Situation {
            own,
            intact: known.intact,
            device: self.device(),
            known: &known.vector,
            offered: &folder_own::offered(&self.connection, &self.devices)?,
            bodies: folder_own::bodies(&self.connection)?,
            newcomer: lacks,
            wanted: !known.wanted.iter().all(offers),
            day_passed: own.last().is_none_or(|file| now.abs_diff(file.at) >= DAY.unsigned_abs()),
        }
        .kept())
    }

    fn write_behind(
        &mut self,
        folder: &SharedFolder,
        known: Known,
        kept: usize,
        watch: &Watch,
    ) -> Result<PutFile, Error> {
        let base = kept.checked_sub(1).map(|last| known.own[last].carried.clone()).unwrap_or_default();
        let mut documents = self.attached_by(&self.own_devices(), &base)?;
        let stay = &known.own[..kept];
        documents.extend(known.wanted);
        documents.retain(|hash| !stay.iter().any(|file| file.documents.contains(hash)));
        let (n, name) = self.free_name(folder, &known.own)?;
        let bundling = Bundling {
            scope: Scope::Beyond { vector: base, documents: documents.clone() },
            recipients: if folder.open { Vec::new() } else { known.audience.iter().copied().collect() },
            seal: if folder.open { Seal::Open } else { Seal::Recipients },
            ..Bundling::default()
        };
        let path = folder.path.join(&name);
        let file = Output::through(folder.path.join(names::unfinished(self.device())), &path)?;
        let exported = self.export_through(file, &path, &bundling, watch)?;
        sync_folder(&folder.path);
        let written = OwnFile {
            n,
            name: name.clone(),
            size: exported.bytes,
            at: self.sources.now(),
            bodies: folder_own::bodies(&self.connection)?,
            carried: known.vector,
            documents,
        };
        self.count_on(&written, &known.own[kept..], &known.audience)?;
        for replaced in &known.own[kept..] {
            take_away(&folder.path, replaced);
        }
        Ok(PutFile { name, commits: exported.commits, bytes: exported.bytes })
    }

    /// The next number, and a name that no file has.
    fn free_name(&self, folder: &SharedFolder, own: &[OwnFile]) -> Result<(u64, String), Error> {
        let officer = self.identity()?.officer;
        let next = own.last().map_or(1, |file| file.n + 1);
        let named = |n| (n, names::numbered(&officer, self.device(), n));
        let is_free = |(_, name): &(u64, String)| folder.path.join(name).symlink_metadata().is_err();
        Ok((next..).map(named).find(is_free).expect("BUG: there are more numbers than files"))
    }

    /// From now on counts on a file that stands in the folder, in the place of these.
    fn count_on(
        &mut self,
        written: &OwnFile,
        replaced: &[OwnFile],
        audience: &BTreeSet<DeviceId>,
    ) -> Result<(), Error> {
        let device = self.device();
        let first = replaced.first().map_or(written.n, |file| file.n);
        let before = self.devices.clone();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let devices = &mut self.devices;
        let noted = folder_own::replace(&transaction, devices, device, first, written)
            .and_then(|()| folder_own::add_readers(&transaction, devices, audience))
            .and_then(|()| transaction.commit());
        if noted.is_err() {
            self.devices = before;
        }
        Ok(noted?)
    }
}

/// Has a new name written through to the disk, where the system can do that, before older files are taken away.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Takes a file away that this laptop wrote, unless it is no more what it wrote. If that fails it is met again at a later look.
fn take_away(folder: &Path, file: &OwnFile) {
    let path = folder.join(&file.name);
    if path.symlink_metadata().is_ok_and(|there| there.is_file() && there.len() == file.size) {
        let _ = fs::remove_file(path);
    }
}

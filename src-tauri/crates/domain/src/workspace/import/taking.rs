//! Taking in the messages of a bundle, one after another, within a transaction.

use std::borrow::Cow;
use std::collections::HashMap;

use rusqlite::Connection;

use super::ahead::{ReadAhead, Ready};
use super::branching::Parting;
use super::erasing::Erasing;
use super::filling::refuse_private;
use super::runs::OpenRun;
use super::tally::{Effects, Tally};
use super::{Gap, Import};
use crate::bundle::{BundleError, DeviceHead, Item, Opening};
use crate::ids::{DeviceId, Lamport, Seq};
use crate::log::{Commit, CommitHash, MAX_SEQ, Unchained};
use crate::store::devices::Devices;
use crate::store::erased::Erased;
use crate::store::project::Projector;
use crate::store::{holes, imports, log_rows, schema};
use crate::workspace::{Error, Watch, laptops};

/// How many commits may at most be missing before those that arrive, beyond what is here and in the bundle. It allows
/// for more than any alliance writes, and for far less than would leave no room for the commits of others.
pub(super) const ALLOWED_MISSING: u64 = 1 << 24;

/// The most devices that a bundle may tell of.
pub(super) const MAX_DEVICES: usize = 10_000;

/// The state of an import between two messages.
pub(super) struct Taking<'a> {
    pub(super) connection: &'a Connection,
    pub(super) devices: &'a mut Devices,
    pub(super) projector: Projector<'a>,
    /// The heads of each device: several, if it parted.
    pub(super) announced: HashMap<DeviceId, Vec<DeviceHead>>,
    heads: usize,
    pub(super) run: Option<OpenRun>,
    /// What was worked out ahead of the commit that is being taken in.
    ready: Option<Ready>,
    /// Whether a run has begun, behind which no device may be announced.
    pub(super) runs: bool,
    pub(super) tally: Tally,
    /// The number of this import.
    pub(super) import: u64,
    /// Which devices parted.
    pub(super) parting: &'a mut Parting,
    /// What was erased, and what of that is news.
    pub(super) erasing: Erasing,
    /// Whether any commit is here only in part.
    pub(super) has_holes: bool,
    /// How many commits the bundle says it has.
    commits: u64,
    /// Whether a commit that is new has come.
    is_prepared: bool,
    /// The greatest lamport that a commit in the bundle can rightly have.
    pub(super) greatest_lamport: Lamport,
    /// Commits read of the bundle.
    read_commits: u64,
    pub(super) new_commits: u64,
    pub(super) known_commits: u64,
    /// Commits kept aside.
    pub(super) early_commits: u64,
    pub(super) documents: u64,
    pub(super) new_documents: u64,
    /// With the hash of the commit that closes each.
    pub(super) gaps: Vec<(Gap, CommitHash)>,
    /// What was kept aside and turned out not to follow on what it came before.
    pub(super) let_go: Vec<Gap>,
}

impl<'a> Taking<'a> {
    pub(super) fn new(
        connection: &'a Connection,
        devices: &'a mut Devices,
        parting: &'a mut Parting,
        opening: &Opening,
    ) -> Result<Self, Error> {
        // What a commit knew of is here or in the bundle, if that is whole. A greater lamport is a forgery that would
        // leave no room for the commits of others.
        let missing = if opening.complete { 0 } else { ALLOWED_MISSING };
        let causes = opening.commits.saturating_add(missing);
        let greatest_lamport = log_rows::greatest_lamport(connection)?.saturating_add(causes);
        Ok(Self {
            connection,
            devices,
            projector: Projector::new(connection)?,
            announced: HashMap::new(),
            heads: 0,
            run: None,
            ready: None,
            runs: false,
            tally: Tally::new(connection)?,
            import: imports::next(connection)?,
            parting,
            erasing: Erasing::new(connection)?,
            has_holes: holes::any(connection)?,
            commits: opening.commits,
            is_prepared: false,
            greatest_lamport: greatest_lamport.min(MAX_SEQ),
            read_commits: 0,
            new_commits: 0,
            known_commits: 0,
            early_commits: 0,
            documents: 0,
            new_documents: 0,
            gaps: Vec::new(),
            let_go: Vec::new(),
        })
    }

    /// How far the commits of each device are here, which need not be read.
    pub(super) fn known(&self) -> HashMap<DeviceId, Seq> {
        self.devices.iter().map(|device| (device.id, device.head)).collect()
    }

    /// Takes in everything up to the bundle's end.
    pub(super) fn take_all(&mut self, reader: &mut ReadAhead, watch: &Watch) -> Result<(), Error> {
        loop {
            watch.reached(self.read_commits)?;
            let (item, ready) = reader.next()?;
            self.ready = ready;
            match item {
                Item::Device(head) => self.announce(*head)?,
                Item::Run(run) => self.begin(run)?,
                Item::Commit(bytes) => self.commit(bytes)?,
                Item::Document(hash, size) => {
                    self.end_run()?;
                    self.erase()?;
                    self.document(hash, size, reader)?;
                }
                Item::Piece(_) => return Err(BundleError::Malformed("a piece of no document").into()),
                Item::End => {
                    self.end_run()?;
                    self.close_gaps()?;
                    return self.erase();
                }
            }
        }
    }

    fn announce(&mut self, head: DeviceHead) -> Result<(), Error> {
        let id = head.key.device();
        self.heads += 1;
        if self.heads > MAX_DEVICES {
            return Err(BundleError::Malformed("it tells of more than 10,000 devices").into());
        }
        if head.seq == 0 || head.seq > MAX_SEQ {
            return Err(BundleError::Malformed("a device's head is one that none can reach").into());
        }
        head.key
            .verify_head(head.seq, &head.hash, &head.signature)
            .map_err(|_| BundleError::BrokenChain(id))?;
        let heads = self.announced.entry(id).or_default();
        if self.runs || heads.iter().any(|known| known.hash == head.hash) {
            return Err(BundleError::Malformed("a device is announced twice or behind a run").into());
        }
        heads.push(head);
        if self.devices.get(id).is_none_or(|device| device.key.is_none()) {
            self.devices.introduce(self.connection, head.key)?;
        }
        Ok(())
    }

    fn commit(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let open = self.run.as_mut().ok_or(BundleError::Malformed("a commit outside a run"))?;
        let (id, seq) = (open.run.device, open.next);
        if seq >= open.run.first + open.run.count {
            return Err(BundleError::Malformed("more commits than its run has").into());
        }
        open.next += 1;
        self.read_commits += 1;
        if let Some(mut early) = open.early.take() {
            self.commit_early(&mut early, id, seq, bytes)?;
            self.run.as_mut().expect("BUG: the run is still open").early = Some(early);
            return Ok(());
        }
        if let Some(place) = open.place {
            let place = self.follow(place, bytes)?;
            self.run.as_mut().expect("BUG: the run is still open").place = Some(place);
            return Ok(());
        }
        let device = self.devices.get(id).expect("BUG: announced devices have a row");
        let (n, previous) = (device.n, device.hash);
        if seq <= device.head {
            self.known_commits += 1;
            return if self.has_holes { self.fill(id, n, seq, bytes) } else { Ok(()) };
        }
        open.news = true;
        self.add(id, n, seq, &previous, bytes)
    }

    /// Prepares for what comes, before the first commit that is new: a bundle that brings nothing new must write nothing.
    /// No statement may be under way.
    pub(super) fn prepare(&mut self) -> Result<(), Error> {
        if !self.is_prepared {
            self.is_prepared = true;
            let to_come = self.commits.saturating_sub(self.known_commits);
            self.projector.expect(log_rows::count(self.connection)?, to_come)?;
        }
        Ok(())
    }

    /// Adds a commit that is new here behind the others of its device, or of this branch of it.
    pub(super) fn add(
        &mut self,
        id: DeviceId,
        n: i64,
        seq: Seq,
        previous: &CommitHash,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let device = self.devices.branches().device(id);
        let refused = |source| BundleError::Commit { device, seq, source };
        let (read, packed) = match self.ready.take() {
            Some(Ready { read, packed }) => (read, packed),
            None => (Unchained::read(bytes).map_err(refused)?, Vec::new()),
        };
        let (commit, hash) = read.behind(previous);
        if commit.device != device || commit.seq != seq {
            return Err(BundleError::BrokenChain(device).into());
        }
        if !(1..=self.greatest_lamport).contains(&commit.lamport) {
            return Err(BundleError::Malformed("a commit claims more causes than there are").into());
        }
        refuse_private(&commit)?;
        let (commit, bytes) = self.without_erased(Commit { device: id, ..commit }, bytes)?;
        self.prepare()?;
        match bytes {
            Cow::Borrowed(_) if !packed.is_empty() => {
                log_rows::append_packed(self.connection, n, &commit, &hash, &packed)?;
            }
            bytes => log_rows::append(self.connection, n, &commit, &hash, &bytes)?,
        }
        if commit.missing.is_hole() {
            holes::note(self.connection, n, seq, commit.missing)?;
            self.has_holes = true;
        }
        self.project(&commit)?;
        self.devices.advance(n, seq, hash);
        self.new_commits += 1;
        Ok(())
    }

    /// Applies a commit that stands in the log.
    pub(super) fn project(&mut self, commit: &Commit) -> Result<(), Error> {
        let tally = &mut self.tally;
        let clash = self.projector.apply(self.devices, commit, |n, effect| tally.note(n, effect))?;
        clash.map_or(Ok(()), |record| Err(BundleError::TwoKinds(record).into()))
    }

    /// Writes what was put off, compares digests where both sides know the same, and counts up.
    pub(super) fn finish(self, opening: Opening, watch: &Watch) -> Result<(Import, Effects), Error> {
        if self.read_commits != opening.commits {
            return Err(BundleError::Malformed("it has not as many commits as it says").into());
        }
        if self.documents != opening.documents {
            return Err(BundleError::Malformed("it has not as many documents as it says").into());
        }
        watch.reached(opening.commits)?;
        let digest = self.projector.finish()?.to_bytes();
        // Who has something only in part, or erased something that no commit names yet, cannot say what all of it comes to.
        let is_whole = opening.holes.is_empty()
            && holes::withheld(self.connection, self.devices)?.is_empty()
            && Erased::unlisted(self.connection)?.is_empty();
        let comparable =
            is_whole && knows_the_same(self.devices, &opening) && opening.digest.1 == schema::fingerprint();
        if comparable && digest != opening.digest.0 {
            return Err(BundleError::DifferentDigest.into());
        }
        let counts = self.tally.count(self.connection)?;
        let mut parted = Vec::new();
        for device in &self.parting.found {
            let told = laptops::parted(self.connection, self.devices, *device)?;
            parted.extend(told.map(|told| (*device, told)));
        }
        let imported = Import {
            opening,
            sender_known: false,
            new_commits: self.new_commits,
            known_commits: self.known_commits,
            early_commits: self.early_commits,
            new: counts.new,
            changed: counts.changed,
            deleted: counts.deleted,
            erased: self.erasing.count,
            conflicts: counts.conflicts,
            documents: self.new_documents,
            unfamiliar: counts.unfamiliar,
            parted,
            gaps: self.gaps.into_iter().map(|(gap, _)| gap).collect(),
            let_go: self.let_go,
            lines: None,
            report: None,
        };
        Ok((imported, Effects { of: counts.touched, erased: self.erasing.lines }))
    }
}

/// Whether the sender knew the same commits. Without their hashes that cannot be told where a device parted.
fn knows_the_same(devices: &Devices, opening: &Opening) -> bool {
    let mut here = devices.vector();
    let mut there = opening.vector.clone();
    if there.iter().any(|tip| tip.hash.is_none()) && devices.branches().is_empty() {
        here.iter_mut().chain(&mut there).for_each(|tip| tip.hash = None);
    }
    there.sort_unstable();
    here == there
}

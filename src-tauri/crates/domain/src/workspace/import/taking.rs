//! Taking in the messages of a bundle, one after another, within a transaction.

use std::collections::HashMap;
use std::io::{self, Read};

use rusqlite::Connection;

use super::pieces::Pieces;
use super::tally::Tally;
use super::{Gap, Import};
use crate::bundle::{BundleError, DeviceHead, Item, Opening, Reader, Run};
use crate::ids::{DeviceId, Seq};
use crate::log::{self, BEFORE_THE_FIRST, CommitHash};
use crate::store::devices::Devices;
use crate::store::documents::{self, MAX_CONTENT};
use crate::store::project::Projector;
use crate::store::{digest, log_rows, schema};
use crate::workspace::{Error, Watch};

/// The state of an import between two messages.
pub(super) struct Taking<'a> {
    connection: &'a Connection,
    devices: &'a mut Devices,
    projector: Projector<'a>,
    announced: HashMap<DeviceId, DeviceHead>,
    run: Option<OpenRun>,
    tally: Tally,
    new_commits: u64,
    known_commits: u64,
    new_documents: u64,
    pub(super) gaps: Vec<Gap>,
}

/// A run whose commits are being read.
struct OpenRun {
    run: Run,
    next: Seq,
    /// Whether its commits follow on those that are here.
    joins: bool,
    /// Whether one of them was new.
    news: bool,
}

impl<'a> Taking<'a> {
    pub(super) fn new(connection: &'a Connection, devices: &'a mut Devices) -> Result<Self, Error> {
        Ok(Self {
            connection,
            devices,
            projector: Projector::new(connection),
            announced: HashMap::new(),
            run: None,
            tally: Tally::new(connection)?,
            new_commits: 0,
            known_commits: 0,
            new_documents: 0,
            gaps: Vec::new(),
        })
    }

    /// Takes in everything up to the bundle's end.
    pub(super) fn take_all<R: Read>(&mut self, reader: &mut Reader<R>, watch: &Watch) -> Result<(), Error> {
        loop {
            let done = self.new_commits + self.known_commits;
            watch.reached(done)?;
            match reader.next_item()? {
                Item::Device(head) => self.announce(*head)?,
                Item::Run(run) => self.begin(run)?,
                Item::Commit(bytes) => self.commit(bytes)?,
                Item::Document(hash, size) => {
                    self.end_run()?;
                    self.document(hash, size, reader)?;
                }
                Item::Piece(_) => return Err(BundleError::Malformed("a piece of no document").into()),
                Item::End => return self.end_run(),
            }
        }
    }

    fn announce(&mut self, head: DeviceHead) -> Result<(), Error> {
        let id = head.key.device();
        head.key
            .verify_head(head.seq, &head.hash, &head.signature)
            .map_err(|_| BundleError::BrokenChain(id))?;
        self.announced.insert(id, head);
        if self.devices.get(id).is_none_or(|device| device.key.is_none()) {
            self.devices.introduce(self.connection, head.key)?;
        }
        Ok(())
    }

    fn begin(&mut self, run: Run) -> Result<(), Error> {
        self.end_run()?;
        let head = self
            .announced
            .get(&run.device)
            .ok_or(BundleError::Malformed("a run of a device not announced"))?;
        if run.count == 0 || run.first == 0 || run.first.checked_add(run.count - 1) != Some(head.seq) {
            return Err(BundleError::Malformed("a run that does not lead to its device's head").into());
        }
        let known = self.devices.get(run.device).map_or(0, |device| device.head);
        let joins = run.first <= known + 1;
        if !joins {
            self.gaps.push(Gap { device: run.device, from: known + 1, to: run.first - 1 });
        } else if self.hash_before(&run)? != Some(run.previous) {
            return Err(BundleError::Forked { device: run.device, seq: run.first - 1 }.into());
        }
        self.run = Some(OpenRun { run, next: run.first, joins, news: false });
        Ok(())
    }

    /// The hash here of the commit before a run.
    fn hash_before(&self, run: &Run) -> Result<Option<CommitHash>, Error> {
        match self.devices.get(run.device) {
            Some(device) if run.first > 1 => Ok(log_rows::hash(self.connection, device.n, run.first - 1)?),
            Some(_) | None => Ok(Some(BEFORE_THE_FIRST)),
        }
    }

    fn commit(&mut self, bytes: &[u8]) -> Result<(), Error> {
        let open = self.run.as_mut().ok_or(BundleError::Malformed("a commit outside a run"))?;
        let (id, seq) = (open.run.device, open.next);
        if seq >= open.run.first + open.run.count {
            return Err(BundleError::Malformed("more commits than its run has").into());
        }
        open.next += 1;
        let device = self.devices.get(id).expect("BUG: announced devices have a row");
        if !open.joins {
            return Ok(());
        }
        if seq <= device.head {
            self.known_commits += 1;
            return Ok(());
        }
        open.news = true;
        let (n, previous) = (device.n, device.hash);
        self.add(id, n, seq, &previous, bytes)
    }

    /// Adds a commit that is new here.
    fn add(
        &mut self,
        id: DeviceId,
        n: i64,
        seq: Seq,
        previous: &CommitHash,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let refused = |source| BundleError::Commit { device: id, seq, source };
        let (commit, hash) = log::decode(bytes, previous).map_err(refused)?;
        // No commit can know of more causes than there are commits; far beyond any count it is a forgery that
        // would leave no room for later ones.
        const MAX_LAMPORT: u64 = 1 << 48;
        if commit.device != id || commit.seq != seq || !(1..MAX_LAMPORT).contains(&commit.lamport) {
            return Err(BundleError::BrokenChain(id).into());
        }
        log_rows::append(self.connection, n, &commit, &hash, bytes)?;
        let tally = &mut self.tally;
        let clash = self.projector.apply(self.devices, &commit, |n, effect| tally.note(n, effect))?;
        if let Some(record) = clash {
            return Err(BundleError::TwoKinds(record).into());
        }
        self.devices.advance(n, seq, hash);
        self.new_commits += 1;
        Ok(())
    }

    /// Checks that the run which ends here came to the head that its device signed.
    fn end_run(&mut self) -> Result<(), Error> {
        let Some(open) = self.run.take() else { return Ok(()) };
        if open.next != open.run.first + open.run.count {
            return Err(BundleError::Malformed("fewer commits than a run says").into());
        }
        let head = self.announced[&open.run.device];
        let n = self.devices.get(open.run.device).expect("BUG: announced devices have a row").n;
        if !open.joins {
            return Ok(());
        }
        if log_rows::hash(self.connection, n, head.seq)? != Some(head.hash) {
            return Err(match open.news {
                true => BundleError::BrokenChain(open.run.device),
                false => BundleError::Forked { device: open.run.device, seq: head.seq },
            }
            .into());
        }
        if open.news {
            self.devices.store_head(self.connection, n, head.signature)?;
        }
        Ok(())
    }

    fn document<R: Read>(&mut self, hash: [u8; 32], size: u64, reader: &mut Reader<R>) -> Result<(), Error> {
        if size > MAX_CONTENT {
            return Err(BundleError::TooLarge { limit: MAX_CONTENT }.into());
        }
        let mut pieces = Pieces::new(reader, size);
        if documents::contains(self.connection, &hash)? {
            io::copy(&mut pieces, &mut io::sink()).map_err(BundleError::from)?;
            return Ok(());
        }
        documents::keep(self.connection, &hash, size, pieces).map_err(BundleError::from)?;
        self.new_documents += 1;
        Ok(())
    }

    /// Writes what was put off, compares digests where both sides know the same, and counts up.
    pub(super) fn finish(self, opening: Opening, watch: &Watch) -> Result<Import, Error> {
        if self.new_commits + self.known_commits != opening.commits && self.gaps.is_empty() {
            return Err(BundleError::Malformed("it has not as many commits as it says").into());
        }
        watch.reached(opening.commits)?;
        self.projector.finish()?;
        let changed = self.new_commits > 0;
        if changed && same_vector(self.devices, &opening) && opening.digest.1 == schema::fingerprint() {
            let here = digest::digest(self.connection, self.devices)?;
            if here != opening.digest.0 {
                return Err(BundleError::DifferentDigest.into());
            }
        }
        let counts = self.tally.count(self.connection)?;
        Ok(Import {
            opening,
            sender_known: false,
            new_commits: self.new_commits,
            known_commits: self.known_commits,
            new: counts.new,
            changed: counts.changed,
            deleted: counts.deleted,
            conflicts: counts.conflicts,
            documents: self.new_documents,
            unfamiliar: counts.unfamiliar,
            gaps: self.gaps,
            records: counts.records,
        })
    }
}

fn same_vector(devices: &Devices, opening: &Opening) -> bool {
    let known = devices.iter().filter(|device| device.head > 0).count();
    let same = |(id, seq): &(DeviceId, Seq)| devices.get(*id).is_some_and(|device| device.head == *seq);
    known == opening.vector.len() && opening.vector.iter().all(same)
}

//! Taking in the messages of a bundle, one after another, within a transaction.
//!
//! Here is the way through them; what each kind of message comes to stands beside. Most commits are either known and
//! passed over unread, or follow on what is here (`adding`). The others are those known only in part (`filling`), those of
//! devices that parted (`branching`), and those that come before what they follow on (`early`).

mod adding;
mod ahead;
mod branching;
mod early;
mod erasing;
mod filling;
mod finishing;
mod pieces;
mod runs;
mod tally;

use std::collections::HashMap;

use rusqlite::Connection;

use super::{Gap, Import};
use crate::bundle::{BundleError, DeviceHead, Item, Opening};
use crate::ids::{DeviceId, Lamport, Seq};
use crate::log::{CommitHash, MAX_SEQ};
use crate::store::devices::Devices;
use crate::store::project::Projector;
use crate::store::{documents, holes, log_rows};
use crate::workspace::{Error, Watch};

use ahead::{ReadAhead, Ready};
use erasing::Erasing;
use runs::OpenRun;
use tally::Tally;

pub(super) use ahead::reading;
pub(super) use branching::Parting;
pub(super) use tally::Effects;

/// How many commits may at most be missing before those that arrive, beyond what is here and in the bundle. It allows
/// for more than any alliance writes, and for far less than would leave no room for the commits of others.
const ALLOWED_MISSING: u64 = 1 << 24;

/// The most devices that a bundle may tell of.
pub(super) const MAX_DEVICES: usize = 10_000;

/// The state of an import between two messages.
pub(super) struct Taking<'a> {
    connection: &'a Connection,
    devices: &'a mut Devices,
    projector: Projector<'a>,
    /// The heads of each device: several, if it parted.
    announced: HashMap<DeviceId, Vec<DeviceHead>>,
    heads: usize,
    run: Option<OpenRun>,
    /// What was worked out ahead of the commit that is being taken in.
    ready: Option<Ready>,
    /// Whether a run has begun, behind which no device may be announced.
    runs: bool,
    tally: Tally,
    /// The number of this import.
    import: u64,
    /// Which devices parted.
    parting: &'a mut Parting,
    /// What was erased, and what of that is news.
    erasing: Erasing,
    /// Whether any commit is here only in part.
    has_holes: bool,
    /// How many commits the bundle says it has.
    commits: u64,
    /// Whether a commit that is new has come.
    is_prepared: bool,
    /// The greatest lamport that a commit in the bundle can rightly have.
    greatest_lamport: Lamport,
    /// Commits read of the bundle.
    read_commits: u64,
    new_commits: u64,
    known_commits: u64,
    /// Commits kept aside.
    early_commits: u64,
    documents: u64,
    new_documents: u64,
    /// The number of the content that was here last.
    last_content: i64,
    /// With the hash of the commit that closes each.
    gaps: Vec<(Gap, CommitHash)>,
    /// What was kept aside and turned out not to follow on what it came before.
    let_go: Vec<Gap>,
}

impl<'a> Taking<'a> {
    pub(super) fn new(
        connection: &'a Connection,
        devices: &'a mut Devices,
        parting: &'a mut Parting,
        opening: &Opening,
        import: u64,
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
            import,
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
            last_content: documents::last(connection)?,
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
                    self.erase()?;
                    return self.drop_unnamed();
                }
            }
        }
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
}

//! What a bundle carries: of which devices, from which commit on, and which documents.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::had::Had;
use super::selection::Part;
use crate::ids::{CommitRef, DeviceId, Lamport, Seq};
use crate::kinds::Kind;
use crate::log::{Commit, CommitHash};
use crate::store::devices::Device;
use crate::store::documents::{self, ContentHash};
use crate::store::{branches, log_rows, peers};
use crate::workspace::{Error, Scope, Watch, Workspace};

/// What a bundle carries.
pub(super) struct Carried {
    /// The stretches of commits, in the order in which they are written.
    pub(super) runs: Vec<Stretched>,
    /// How many commits those are.
    pub(super) commits: u64,
    /// The documents, with their sizes.
    pub(super) documents: Vec<(ContentHash, u64)>,
    /// Whether this is all that is known.
    pub(super) complete: bool,
    /// What of those commits is carried, if not all.
    pub(super) part: Option<Part>,
    /// What of them whom it is for has already.
    pub(super) had: Had,
    /// How many of them that one has whole.
    pub(super) bare: u64,
    /// For whom it is.
    pub(super) recipients: Vec<DeviceId>,
}

/// Consecutive commits of a device, up to the last that is known.
pub(super) struct Stretched {
    pub(super) device: DeviceId,
    pub(super) first: Seq,
    /// The hash of the commit before the first.
    pub(super) previous: CommitHash,
    /// The device, or the branch of it, in which they end.
    pub(super) end: Device,
    /// The numbers of the device and the branches in which they stand, and from which commit on.
    pub(super) parts: Vec<(i64, Seq)>,
}

impl Workspace {
    /// Whether a device told what it has: whether a bundle that it made was imported here.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn has_told(&self, device: DeviceId) -> Result<bool, Error> {
        Ok(peers::load(&self.connection, &self.devices, device)?.is_some())
    }

    /// What a bundle of this scope carries.
    pub(super) fn carried(&self, scope: &Scope, watch: &Watch) -> Result<Carried, Error> {
        match scope {
            Scope::Everything => self.all_or_part(None),
            Scope::Selection(selection) => self.all_or_part(Some(self.part(selection)?)),
            Scope::Lacking(device) => self.lacked_by(*device, watch),
            Scope::Beyond { vector, documents } => self.beyond_these(vector, documents),
        }
    }

    /// All commits, whole or in part.
    fn all_or_part(&self, part: Option<Part>) -> Result<Carried, Error> {
        Ok(Carried {
            runs: self.runs_beyond(&BTreeMap::new())?,
            commits: log_rows::count(&self.connection)?,
            documents: self.contents_of(part.as_ref())?,
            complete: part.is_none(),
            part,
            had: Had::default(),
            bare: 0,
            recipients: Vec::new(),
        })
    }

    /// What goes beyond these commits, with these documents.
    fn beyond_these(
        &self,
        vector: &BTreeMap<DeviceId, Seq>,
        wanted: &BTreeSet<ContentHash>,
    ) -> Result<Carried, Error> {
        let runs = self.runs_beyond(vector)?;
        let commits = runs.iter().map(Stretched::count).sum();
        let mut documents = documents::all(&self.connection)?;
        documents.retain(|(hash, _)| wanted.contains(hash));
        Ok(Carried {
            complete: commits == log_rows::count(&self.connection)?,
            runs,
            commits,
            documents,
            part: None,
            had: Had::default(),
            bare: 0,
            recipients: Vec::new(),
        })
    }

    /// The contents of the documents that these devices attached, from their first commit beyond these on.
    pub(in crate::workspace) fn attached_by(
        &self,
        devices: &[DeviceId],
        beyond: &BTreeMap<DeviceId, Seq>,
    ) -> Result<BTreeSet<ContentHash>, Error> {
        let mut attached = BTreeSet::new();
        for device in devices.iter().filter_map(|device| self.devices.get(*device)) {
            let first = beyond.get(&device.id).copied().unwrap_or(0) + 1;
            log_rows::for_each_of(&self.connection, device.n, first, |bytes, _| {
                attached.extend(contents(&log_rows::stored(bytes)?));
                Ok::<_, Error>(())
            })?;
        }
        Ok(attached)
    }

    /// What a device lacks, by what its own bundles said of it: what was exported for it may never have arrived. Of a run
    /// that begins with a commit that it has in part, those behind that which it has whole are carried bare.
    fn lacked_by(&self, device: DeviceId, watch: &Watch) -> Result<Carried, Error> {
        let peer = peers::load(&self.connection, &self.devices, device)?;
        let (vector, lacks, wants) =
            peer.map_or_else(Default::default, |peer| (peer.vector, peer.lacks, peer.wants));
        let has = peers::has(&self.connection, &self.devices, &vector)?;
        let (had, known) = self.had(has, &lacks, watch)?;
        let runs = self.runs_beyond(&known)?;
        let commits = runs.iter().map(Stretched::count).sum();
        watch.expect(commits);
        let mut needed: BTreeSet<ContentHash> = wants.into_iter().collect();
        let mut bare = 0;
        for (n, first) in runs.iter().flat_map(|run| &run.parts) {
            log_rows::for_each_of(&self.connection, *n, *first, |bytes, beside| {
                match had.is_whole(*n, beside.seq) {
                    true => bare += 1,
                    false => needed.extend(contents(&log_rows::stored(bytes)?)),
                }
                watch.advance(1)
            })?;
        }
        let mut documents = documents::all(&self.connection)?;
        documents.retain(|(hash, _)| needed.contains(hash));
        let complete = bare == 0 && commits == log_rows::count(&self.connection)?;
        Ok(Carried { runs, commits, documents, complete, part: None, had, bare, recipients: vec![device] })
    }

    /// The commits beyond these, a stretch for each device and for each branch of one that parted, with what that follows
    /// on. Who began earlier made what others refer to: in this order little has to be expected before it is known.
    fn runs_beyond(&self, known: &BTreeMap<DeviceId, Seq>) -> Result<Vec<Stretched>, Error> {
        let branches = self.devices.branches();
        let mut carried = known.clone();
        let mut runs: Vec<(Lamport, DeviceId, Stretched)> = Vec::new();
        for end in self.devices.ends() {
            let mut way = branches.way(CommitRef { device: end.id, seq: end.head });
            way.reverse();
            let is_carried = |at: &CommitRef| carried.get(&at.device).is_some_and(|known| *known >= at.seq);
            let lacked = way.iter().position(|at| !is_carried(at)).unwrap_or(way.len());
            let Some(&begin) = way.get(lacked) else { continue };
            let before = carried.get(&begin.device).copied().unwrap_or(0);
            let first = before.max(branches.first(begin.device) - 1) + 1;
            let began = log_rows::lamport(&self.connection, &self.devices, branches.on_the_way(end.id, 1))?;
            let mut parts = Vec::new();
            for at in &way[lacked..] {
                let from = if at.device == begin.device { first } else { branches.first(at.device) };
                parts.extend(self.devices.get(at.device).map(|part| (part.n, from)));
                carried.insert(at.device, at.seq);
            }
            let device = branches.device(end.id);
            let before = CommitRef { device: begin.device, seq: first };
            let previous = branches::hash_before(&self.connection, &self.devices, before)?;
            runs.push((began, device, Stretched { device, first, previous, end: end.clone(), parts }));
        }
        // The runs of one device stay in the order in which one goes on from another.
        runs.sort_by_key(|(began, device, _)| (*began, *device));
        Ok(runs.into_iter().map(|(.., run)| run).collect())
    }
}

impl Carried {
    /// How many commits are carried for what they say.
    pub(super) fn told(&self) -> u64 {
        self.commits - self.bare
    }

    /// A commit's bytes as they are carried.
    pub(super) fn bytes<'b>(&self, n: i64, seq: Seq, bytes: &'b [u8]) -> Result<Cow<'b, [u8]>, Error> {
        Ok(match &self.part {
            _ if self.had.is_whole(n, seq) => log_rows::bare(bytes)?,
            Some(part) => log_rows::selected(bytes, &part.records)?,
            None => log_rows::open_parts(bytes)?,
        })
    }
}

impl Stretched {
    /// How many commits it has.
    pub(super) fn count(&self) -> u64 {
        self.end.head - self.first + 1
    }
}

/// The contents that a commit's documents have.
fn contents(commit: &Commit) -> Vec<ContentHash> {
    let field = Kind::Document.field("content-hash").expect("BUG: only declared fields are named").number;
    let documents = commit.records.iter().filter(|record| record.kind == Kind::Document.number());
    let changes = documents.flat_map(|record| &record.changes).filter(|change| change.field == field);
    let hashes = changes.filter_map(|change| blake3::Hash::from_hex(change.value.value()?.as_text()?).ok());
    hashes.map(Into::into).collect()
}

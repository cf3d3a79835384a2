//! Runs that arrive before those they follow on: kept aside, and taken in when the gap closes.

use std::collections::HashMap;

use super::branching::Place;
use super::filling::refuse_private;
use super::{ALLOWED_MISSING, Gap, Taking};
use crate::bundle::{BundleError, Run};
use crate::ids::{DeviceId, RecordId, Seq};
use crate::log::{self, CommitHash, MAX_SEQ, RecordChanges};
use crate::store::aside::{self, Aside};
use crate::store::records::{self, PLACEHOLDER};
use crate::workspace::Error;

/// The most that is kept aside, in bytes. What goes beyond is passed over, and has to be asked for again when its gap
/// has closed.
const MAX_ASIDE: u64 = 64 << 20;

/// A run that is being kept aside.
pub(super) struct Early {
    /// The number of its stretch; `None` if it is passed over.
    n: Option<i64>,
    /// The hash of the commit read last.
    hash: CommitHash,
    /// How many bytes there still is room for.
    room: u64,
    /// What is kept aside of its device already.
    kept: Vec<Aside>,
}

impl Taking<'_> {
    /// Begins to keep a run aside, unless it is kept already.
    pub(super) fn begin_early(&mut self, run: &Run) -> Result<Early, Error> {
        let device = self.devices.get(run.device).expect("BUG: announced devices have a row");
        let (n, last) = (device.n, run.first + run.count - 1);
        // Of a branch that is not here one commit is missing at the least, and nobody knows how many more.
        let from = (device.head + 1).min(run.first - 1);
        self.gaps.push((Gap::of(run.device, from, run.first - 1), run.previous));
        let mut kept = aside::all(self.connection)?;
        kept.retain(|kept| kept.device == n);
        let head =
            self.announced[&run.device].iter().find(|head| head.seq == last).expect("BUG: it was found");
        let (hash, signature) = (head.hash, head.signature);
        let stretch =
            Aside { n: 0, device: n, first: run.first, last, previous: run.previous, hash, signature };
        let mut early = Early { n: None, hash: run.previous, room: 0, kept };
        let heads = &self.announced[&run.device];
        for whole in early.kept.iter().filter(|kept| kept.first <= run.first && last <= kept.last) {
            let there = self.hash_in(whole, last)?;
            if heads.iter().any(|head| Some(head.hash) == there) {
                return Ok(early);
            }
        }
        early.room = MAX_ASIDE.saturating_sub(aside::size(self.connection)?);
        early.n = Some(aside::insert(self.connection, &stretch)?);
        Ok(early)
    }

    /// The hash of a commit that is kept aside.
    fn hash_in(&self, stretch: &Aside, seq: Seq) -> Result<Option<CommitHash>, Error> {
        let (mut hash, mut there) = (stretch.previous, None);
        aside::for_each_commit(self.connection, stretch.n, stretch.first, |at, bytes| {
            if at <= seq {
                hash = log::decode(bytes, &hash).map_err(|_| rusqlite::Error::InvalidQuery)?.1;
                there = (at == seq).then_some(hash);
            }
            Ok::<_, Error>(())
        })?;
        Ok(there)
    }

    /// Keeps a commit of such a run aside. What it is part of is verified when the run ends.
    pub(super) fn commit_early(
        &mut self,
        early: &mut Early,
        device: DeviceId,
        seq: Seq,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let refused = |source| BundleError::Commit { device, seq, source };
        let (commit, hash) = log::decode(bytes, &early.hash).map_err(refused)?;
        if commit.device != device || commit.seq != seq {
            return Err(BundleError::BrokenChain(device).into());
        }
        refuse_private(&commit)?;
        early.hash = hash;
        let Some(n) = early.n else { return Ok(()) };
        let left = self.erasing.left_of(&commit, bytes)?;
        let taken = aside::insert_commit(self.connection, n, seq, &left)?;
        match early.room.checked_sub(taken) {
            Some(room) => early.room = room,
            None => {
                aside::remove(self.connection, n)?;
                early.n = None;
            }
        }
        Ok(())
    }

    /// Checks that a run kept aside came to a head that its device signed. What was kept of it before is let go.
    pub(super) fn end_early(&mut self, early: &Early, run: &Run) -> Result<(), Error> {
        let head = self.signed(run, |hash| early.hash == *hash)?;
        let Some(n) = early.n else { return Ok(()) };
        aside::sign(self.connection, n, &head.hash, &head.signature)?;
        self.early_commits += run.count;
        let stretch = Aside {
            n,
            device: 0,
            first: run.first,
            last: head.seq,
            previous: run.previous,
            hash: head.hash,
            signature: head.signature,
        };
        for part in early.kept.iter().filter(|kept| run.first <= kept.first && kept.last <= head.seq) {
            if self.hash_in(&stretch, part.last)? == Some(part.hash) {
                aside::remove(self.connection, part.n)?;
            }
        }
        Ok(())
    }

    /// Takes in what was kept aside and follows on what is here by now.
    pub(super) fn close_gaps(&mut self) -> Result<(), Error> {
        for stretch in aside::all(self.connection)? {
            let device =
                self.devices.by_number(stretch.device).expect("BUG: what is kept aside has a device").id;
            let Some(place) = self.place(device, stretch.first - 1, &stretch.previous)? else { continue };
            let is_here = self.place(device, stretch.last, &stretch.hash)?.is_some();
            match is_here || self.is_sound(&stretch)? {
                true if is_here => {}
                true => self.take_stretch(place, &stretch)?,
                false => {
                    self.let_go.push(Gap::of(device, stretch.first, stretch.last));
                }
            }
            aside::remove(self.connection, stretch.n)?;
        }
        let mut open = Vec::new();
        for (gap, hash) in std::mem::take(&mut self.gaps) {
            if self.place(gap.device, gap.to, &hash)?.is_none() {
                open.push((gap, hash));
            }
        }
        self.gaps = open;
        Ok(())
    }

    /// Whether the chain of a stretch leads to what its device signed, and nothing in it would have its bundle refused.
    /// Asked before any of it is taken in, since the bundle that closes a gap is not to blame for it.
    fn is_sound(&self, stretch: &Aside) -> Result<bool, Error> {
        let mut hash = stretch.previous;
        let mut kinds: HashMap<RecordId, u16> = HashMap::new();
        let bound = self.bound_of(stretch);
        let mut sound = true;
        aside::for_each_commit(self.connection, stretch.n, stretch.first, |_, bytes| {
            let Ok((commit, next)) = log::decode(bytes, &hash) else {
                sound = false;
                return Ok(());
            };
            hash = next;
            sound &= (1..=bound).contains(&commit.lamport);
            for record in &commit.records {
                sound &= self.kind_of(&mut kinds, record)? == record.kind;
            }
            Ok::<_, Error>(())
        })?;
        Ok(sound && hash == stretch.hash)
    }

    /// The kind that a record is known to be of, or told to be first.
    fn kind_of(&self, kinds: &mut HashMap<RecordId, u16>, told: &RecordChanges) -> Result<u16, Error> {
        if let Some(kind) = kinds.get(&told.record) {
            return Ok(*kind);
        }
        let known = records::known(self.connection, told.record)?.map(|(_, kind, _)| kind);
        let kind = known.filter(|kind| *kind != PLACEHOLDER).unwrap_or(told.kind);
        kinds.insert(told.record, kind);
        Ok(kind)
    }

    fn bound_of(&self, stretch: &Aside) -> u64 {
        let causes = self.greatest_lamport.saturating_add(stretch.last - stretch.first + 1);
        causes.saturating_add(ALLOWED_MISSING).min(MAX_SEQ)
    }

    fn take_stretch(&mut self, mut place: Place, stretch: &Aside) -> Result<(), Error> {
        self.greatest_lamport = self.bound_of(stretch);
        self.prepare()?;
        let (connection, known) = (self.connection, self.known_commits);
        aside::for_each_commit(connection, stretch.n, stretch.first, |_, bytes| {
            place = self.follow(place, bytes)?;
            Ok::<_, Error>(())
        })?;
        // What came in the meantime by another way was counted then.
        self.known_commits = known;
        self.sign(place, stretch.signature)
    }
}

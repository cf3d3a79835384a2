//! Runs that arrive before those they follow on: kept aside, and taken in when the gap closes.

use std::collections::HashMap;

use super::Gap;
use super::filling::refuse_private;
use super::taking::{ALLOWED_MISSING, Taking};
use crate::bundle::{BundleError, DeviceHead, Run};
use crate::ids::{DeviceId, RecordId, Seq};
use crate::log::{self, CommitHash, MAX_SEQ, RecordChanges};
use crate::store::aside::{self, Aside};
use crate::store::log_rows;
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
}

impl Taking<'_> {
    /// Begins to keep a run aside, unless it is kept already.
    pub(super) fn begin_early(&mut self, run: &Run, head: &DeviceHead) -> Result<Early, Error> {
        let device = self.devices.get(run.device).expect("BUG: announced devices have a row");
        let stretch = Aside {
            n: 0,
            device: device.n,
            first: run.first,
            last: head.seq,
            previous: run.previous,
            hash: head.hash,
            signature: head.signature,
        };
        self.gaps.push(Gap { from: device.head + 1, to: run.first - 1, ..Gap::of(run.device) });
        let mut passed_over = Early { n: None, hash: run.previous, room: 0 };
        for kept in aside::all(self.connection)?.iter().filter(|kept| kept.device == stretch.device) {
            if kept.first <= stretch.first && stretch.last <= kept.last {
                return Ok(passed_over);
            }
            if stretch.first <= kept.first && kept.last <= stretch.last {
                aside::remove(self.connection, kept.n)?;
            }
        }
        passed_over.room = MAX_ASIDE.saturating_sub(aside::size(self.connection)?);
        Ok(Early { n: Some(aside::insert(self.connection, &stretch)?), ..passed_over })
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

    /// Checks that a run kept aside came to the head that its device signed.
    pub(super) fn end_early(&mut self, early: &Early, head: &DeviceHead, count: u64) -> Result<(), Error> {
        if early.hash != head.hash {
            return Err(BundleError::BrokenChain(head.key.device()).into());
        }
        if early.n.is_some() {
            self.early_commits += count;
        }
        Ok(())
    }

    /// Takes in what was kept aside and follows on what is here by now.
    pub(super) fn close_gaps(&mut self) -> Result<(), Error> {
        for stretch in aside::all(self.connection)? {
            let device =
                self.devices.by_number(stretch.device).expect("BUG: what is kept aside has a device");
            let (id, head, hash) = (device.id, device.head, device.hash);
            if stretch.first > head + 1 {
                continue;
            }
            if !self.follows(&stretch, head, hash)? {
                self.let_go.push(Gap { from: stretch.first, to: stretch.last, ..Gap::of(id) });
            } else if head < stretch.last {
                self.take_stretch(id, &stretch, head)?;
            }
            aside::remove(self.connection, stretch.n)?;
        }
        let devices = &self.devices;
        self.gaps.retain(|gap| devices.get(gap.device).is_none_or(|device| device.head < gap.to));
        Ok(())
    }

    /// Whether a stretch is a part of what is here, or goes on where that ends: the chain leads from here to what its
    /// device signed, and nothing in it would have its bundle refused. Asked before any of it is taken in, since the
    /// bundle that closes a gap is not to blame for it.
    fn follows(&self, stretch: &Aside, head: Seq, mut hash: CommitHash) -> Result<bool, Error> {
        if stretch.last <= head {
            return Ok(log_rows::hash(self.connection, stretch.device, stretch.last)? == Some(stretch.hash));
        }
        let mut kinds: HashMap<RecordId, u16> = HashMap::new();
        let bound = self.bound_of(stretch);
        let mut sound = true;
        aside::for_each_commit(self.connection, stretch.n, head + 1, |_, bytes| {
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

    fn take_stretch(&mut self, id: DeviceId, stretch: &Aside, head: Seq) -> Result<(), Error> {
        self.greatest_lamport = self.bound_of(stretch);
        self.prepare()?;
        let connection = self.connection;
        aside::for_each_commit(connection, stretch.n, head + 1, |seq, bytes| {
            let previous = self.devices.get(id).expect("BUG: what is kept aside has a device").hash;
            self.add(id, stretch.device, seq, &previous, bytes)
        })?;
        Ok(self.devices.store_head(connection, stretch.device, stretch.signature)?)
    }
}

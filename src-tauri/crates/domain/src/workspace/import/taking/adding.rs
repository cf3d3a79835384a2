//! Commits that are new and follow on what is here.

use std::borrow::Cow;

use super::Taking;
use super::ahead::Ready;
use super::filling::refuse_private;
use crate::bundle::BundleError;
use crate::ids::{DeviceId, Seq};
use crate::log::{Commit, CommitHash, Unchained};
use crate::store::{holes, log_rows};
use crate::workspace::Error;

impl Taking<'_> {
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
        let Ready { read, packed } = self.read(device, seq, bytes)?;
        let (commit, hash) = read.behind(previous);
        self.refuse_unsound(&commit, device, seq)?;
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

    /// A commit as it was read ahead; or read now, and not packed, if it was not.
    fn read(&mut self, device: DeviceId, seq: Seq, bytes: &[u8]) -> Result<Ready, BundleError> {
        if let Some(ready) = self.ready.take() {
            return Ok(ready);
        }
        let read = Unchained::read(bytes).map_err(|source| BundleError::Commit { device, seq, source })?;
        Ok(Ready { read, packed: Vec::new() })
    }

    /// Refuses a commit that is not the one of this device and number, or that nobody can rightly have made.
    fn refuse_unsound(&self, commit: &Commit, device: DeviceId, seq: Seq) -> Result<(), BundleError> {
        if commit.device != device || commit.seq != seq {
            return Err(BundleError::BrokenChain(device));
        }
        if !(1..=self.greatest_lamport).contains(&commit.lamport) {
            return Err(BundleError::Malformed("a commit claims more causes than there are"));
        }
        refuse_private(commit)
    }

    /// Applies a commit that stands in the log.
    pub(super) fn project(&mut self, commit: &Commit) -> Result<(), Error> {
        let tally = &mut self.tally;
        let clash = self.projector.apply(self.devices, commit, |n, effect| tally.note(n, effect))?;
        clash.map_or(Ok(()), |record| Err(BundleError::TwoKinds(record).into()))
    }
}

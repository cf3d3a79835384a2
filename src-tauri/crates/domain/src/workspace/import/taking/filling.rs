//! Commits that are here in part and come again with more.

use std::collections::BTreeSet;

use super::Taking;
use crate::bundle::BundleError;
use crate::ids::{CommitRef, DeviceId, Seq};
use crate::log::{self, Commit};
use crate::store::{branches, filled, holes, log_rows};
use crate::workspace::Error;

impl Taking<'_> {
    /// Takes in what another copy of a commit has besides, if some part of it is missing here.
    pub(super) fn fill(&mut self, id: DeviceId, n: i64, seq: Seq, bytes: &[u8]) -> Result<(), Error> {
        if !holes::contains(self.connection, n, seq)? {
            return Ok(());
        }
        let device = self.devices.branches().device(id);
        let refused = |source| BundleError::Commit { device, seq, source };
        let at = CommitRef { device: id, seq };
        let previous = branches::hash_before(self.connection, self.devices, at)?;
        let (came, hash) = log::decode(bytes, &previous).map_err(refused)?;
        if log_rows::hash(self.connection, n, seq)? != Some(hash) {
            self.parting.read.insert(device);
            return Err(BundleError::BrokenChain(device).into());
        }
        refuse_private(&came)?;
        let (_, bytes) = self.without_erased(came, bytes)?;
        let here = log_rows::bytes(self.connection, n, seq)?;
        let joined = log::join(&here, &bytes).map_err(refused)?;
        if *joined == *here {
            return Ok(());
        }
        let (before, _) = log::decode(&here, &previous).map_err(refused)?;
        let mut commit = log_rows::stored_of(&joined, id)?;
        log_rows::replace(self.connection, n, seq, &joined)?;
        holes::note(self.connection, n, seq, commit.missing)?;
        let was_here: BTreeSet<_> = before.records.iter().map(|record| record.record).collect();
        commit.records.retain(|record| !record.is_private() && !was_here.contains(&record.record));
        let row = log_rows::row_of(self.connection, n, seq)?;
        for record in &commit.records {
            filled::note(self.connection, record.record, row, self.import)?;
        }
        // Something came that was not here, and must be told so.
        (self.known_commits, self.new_commits) = (self.known_commits - 1, self.new_commits + 1);
        self.project(&commit)
    }
}

/// What is private has no business in a bundle: whoever sends it has a faulty program, and must learn of it.
pub(super) fn refuse_private(commit: &Commit) -> Result<(), BundleError> {
    match commit.records.iter().any(|record| record.is_private()) {
        true => Err(BundleError::Malformed("it carries what its author keeps private")),
        false => Ok(()),
    }
}

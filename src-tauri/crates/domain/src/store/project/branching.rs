//! Records that commits of a device which parted have touched: of these it is worked out anew each time, from all
//! commits that touched them, which change is meant by which name.

use std::collections::BTreeSet;

use rusqlite::{Connection, Result};

use super::opening::Open;
use super::{Effect, Projector};
use crate::ids::{CommitRef, DeviceId};
use crate::log::{Change, RecordChanges};
use crate::merge::{DELETED, RecordState};
use crate::store::devices::Devices;
use crate::store::{RecordNumber, log_rows, records};

/// Whether branches may matter for what a record comes to with a commit's changes. Where no device parted they do not,
/// and nothing is asked.
pub(super) fn concern(devices: &Devices, state: &RecordState, at: CommitRef, record: &RecordChanges) -> bool {
    let branches = devices.branches();
    let mut named = record.changes.iter().flat_map(|change| &change.parents);
    !branches.is_empty()
        && (branches.concern(at) || named.any(|at| branches.concern(*at)) || state.is_concerned_by(branches))
}

impl Projector<'_> {
    /// Follows in the state of every record what was known of a device behind the commit `at`, and is a branch from now
    /// on. Each effect is handed to `each`.
    ///
    /// Only records that the device touched behind there can come to something else: a name for one of its commits means
    /// another only among changes of the record that it is given in.
    pub(crate) fn part(
        &mut self,
        devices: &mut Devices,
        at: CommitRef,
        branch: DeviceId,
        mut each: impl FnMut(RecordNumber, Effect),
    ) -> Result<()> {
        let is_moved = |known: &CommitRef| known.device == at.device && known.seq > at.seq;
        for n in touched_behind(self.connection, devices, at)? {
            let stored = records::load(self.connection, devices, n)?;
            let kind = stored.kind;
            let mut open = self.open_known(stored, kind)?;
            let moved = |known: &CommitRef| match is_moved(known) {
                true => CommitRef { device: branch, seq: known.seq },
                false => *known,
            };
            open.stored.state.commits = open.stored.state.commits.iter().map(moved).collect();
            self.settle_anew(devices, &mut open)?;
            self.close(devices, None, &mut open)?;
            each(n, open.effect());
            self.turned.drain(..).for_each(|(n, effect)| each(n, effect));
        }
        Ok(())
    }

    /// Works out the state of a record, and what each of its fields shows, from all commits that touched it.
    pub(super) fn settle_anew(&self, devices: &Devices, open: &mut Open) -> Result<()> {
        let mut told: Vec<(CommitRef, Vec<Change>)> = Vec::new();
        for &at in open.stored.state.commits.iter() {
            if let Some(commit) = log_rows::commit(self.connection, devices, at)? {
                let of_it = commit.records.into_iter().filter(|record| record.record == open.stored.id);
                told.push((at, of_it.flat_map(|record| record.changes).collect()));
            }
        }
        let told: Vec<_> = told.iter().map(|(at, changes)| (*at, changes.as_slice())).collect();
        open.stored.state = RecordState::of(&told, devices.branches());
        let fields: Vec<_> = open.stored.state.fields.keys().copied().collect();
        for field in fields.into_iter().filter(|field| *field != DELETED) {
            self.settle_heads(devices, None, open, field)?;
        }
        Ok(())
    }
}

/// The records, in the order of their numbers, that a device's commits behind this one have touched, in whatever branch.
fn touched_behind(
    connection: &Connection,
    devices: &Devices,
    at: CommitRef,
) -> Result<BTreeSet<RecordNumber>> {
    let device = devices.branches().device(at.device);
    let mut ids = BTreeSet::new();
    for part in devices.with_branches(device).filter(|part| part.head > at.seq) {
        log_rows::for_each_of(connection, part.n, at.seq + 1, |bytes, _| {
            ids.extend(log_rows::stored(bytes)?.records.iter().map(|record| record.record));
            Ok::<_, rusqlite::Error>(())
        })?;
    }
    let mut touched = BTreeSet::new();
    for id in ids {
        touched.extend(records::number(connection, id)?);
    }
    Ok(touched)
}

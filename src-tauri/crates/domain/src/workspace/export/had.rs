//! What whom a bundle is for has already, by what its own bundles said.
//!
//! A run has to lead up to what its device signed, its newest commit. So when an old commit was withheld from somebody,
//! all behind it goes along with it; but what that one has whole goes bare, header and hashes alone.

use std::collections::BTreeMap;

use crate::ids::{DeviceId, Seq};
use crate::log::Commit;
use crate::store::holes::Stretch;
use crate::store::log_rows;
use crate::workspace::{Error, Watch, Workspace};

/// Which commits somebody has. They are named by the numbers of device or branch.
#[derive(Default)]
pub(super) struct Had {
    /// How far it has them.
    up_to: BTreeMap<i64, Seq>,
    /// Those that it has in part only, and of which something is here, in ascending order.
    in_part: BTreeMap<i64, Vec<Seq>>,
}

impl Had {
    /// Whether nothing of a commit need be said to it.
    pub(super) fn is_whole(&self, n: i64, seq: Seq) -> bool {
        let in_part = || self.in_part.get(&n).is_some_and(|seqs| seqs.binary_search(&seq).is_ok());
        self.up_to.get(&n).is_some_and(|up_to| seq <= *up_to) && !in_part()
    }
}

impl Workspace {
    /// What somebody has, given how far and where only in part; and before which commits of each device and branch
    /// nothing need be carried.
    pub(super) fn had(
        &self,
        mut known: BTreeMap<DeviceId, Seq>,
        lacks: &[Stretch],
        watch: &Watch,
    ) -> Result<(Had, BTreeMap<DeviceId, Seq>), Error> {
        let mut had = Had::default();
        for (device, up_to) in &known {
            had.up_to.extend(self.devices.get(*device).map(|part| (part.n, *up_to)));
        }
        for (device, first, last) in lacks {
            // It does not say in which branch; whatever it may have meant is sent.
            for part in self.devices.with_branches(*device) {
                let Some(up_to) = had.up_to.get(&part.n) else { continue };
                let in_part = had.in_part.entry(part.n).or_default();
                log_rows::for_each_between(
                    &self.connection,
                    part.n,
                    &(*first..=*last.min(up_to)),
                    |bytes, beside| {
                        if says_something(&log_rows::stored(bytes)?) {
                            in_part.push(beside.seq);
                        }
                        watch.reached(0)
                    },
                )?;
            }
        }
        for (n, seqs) in &mut had.in_part {
            seqs.sort_unstable();
            seqs.dedup();
            if let (Some(first), Some(part)) = (seqs.first(), self.devices.by_number(*n)) {
                known.entry(part.id).and_modify(|known| *known = (*known).min(first - 1));
            }
        }
        Ok((had, known))
    }
}

/// Whether a commit has anything here that can be told to others.
fn says_something(commit: &Commit) -> bool {
    commit.records.iter().any(|record| !record.is_private())
}

//! The end of a bundle: whether it kept what it says, whether both sides came to the same, and what it did.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::tally::Effects;
use super::{Import, Taking};
use crate::bundle::{BundleError, Opening};
use crate::ids::DeviceId;
use crate::store::devices::Devices;
use crate::store::digest::Digest;
use crate::store::erased::Erased;
use crate::store::{holes, schema};
use crate::workspace::{Error, Parted, Watch, laptops};

impl Taking<'_> {
    /// Writes what was put off, compares digests where both sides know the same, and counts up.
    pub(in crate::workspace::import) fn finish(
        self,
        opening: Opening,
        watch: &Watch,
    ) -> Result<(Import, Effects), Error> {
        self.refuse_miscounted(&opening)?;
        watch.reached(opening.commits)?;
        let digest = self.projector.finish()?;
        refuse_differing(self.connection, self.devices, &opening, &digest)?;
        let counts = self.tally.count(self.connection)?;
        let imported = Import {
            opening,
            bytes: 0,
            sender_known: false,
            new_commits: self.new_commits,
            known_commits: self.known_commits,
            early_commits: self.early_commits,
            new: counts.new,
            changed: counts.changed,
            deleted: counts.deleted,
            erased: self.erasing.lines.len() as u64,
            takes_out: self.erasing.takes_out,
            conflicts: counts.conflicts,
            documents: self.new_documents,
            unfamiliar: counts.unfamiliar,
            parted: told(self.connection, self.devices, &self.parting.found)?,
            gaps: self.gaps.into_iter().map(|(gap, _)| gap).collect(),
            let_go: self.let_go,
            lines: None,
            report: None,
        };
        Ok((imported, Effects { of: counts.touched, erased: self.erasing.lines }))
    }

    fn refuse_miscounted(&self, opening: &Opening) -> Result<(), BundleError> {
        if self.read_commits != opening.commits {
            return Err(BundleError::Malformed("it has not as many commits as it says"));
        }
        if self.documents != opening.documents {
            return Err(BundleError::Malformed("it has not as many documents as it says"));
        }
        Ok(())
    }
}

/// Refuses a bundle whose sender knows the same commits and was shown something else.
fn refuse_differing(
    connection: &Connection,
    devices: &Devices,
    opening: &Opening,
    digest: &Digest,
) -> Result<(), Error> {
    // Who has something only in part, or erased something that no commit names yet, cannot say what all of it comes to.
    let is_whole = opening.holes.is_empty()
        && holes::withheld(connection, devices)?.is_empty()
        && Erased::unlisted(connection)?.is_empty();
    let (stated, projection) = &opening.digest;
    let is_comparable = is_whole && knows_the_same(devices, opening) && *projection == schema::fingerprint();
    match is_comparable && digest.to_bytes() != *stated {
        true => Err(BundleError::DifferentDigest.into()),
        false => Ok(()),
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

/// What is told of devices that were found to have parted.
fn told(
    connection: &Connection,
    devices: &Devices,
    found: &BTreeSet<DeviceId>,
) -> Result<Vec<(DeviceId, Parted)>, Error> {
    let mut parted = Vec::new();
    for device in found {
        let told = laptops::parted(connection, devices, *device)?;
        parted.extend(told.map(|told| (*device, told)));
    }
    Ok(parted)
}

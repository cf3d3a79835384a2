//! The sender of a bundle: what it says of its own knowledge is kept, and who it is if it has saved nothing yet.

use std::cmp::Reverse;

use rusqlite::Connection;

use super::taking::MAX_DEVICES;
use crate::bundle::{BundleError, Hole, Opening};
use crate::ids::WallTime;
use crate::log::{MAX_SEQ, PublicKey};
use crate::store::devices::Devices;
use crate::store::documents::MAX_MISSING;
use crate::store::holes::MAX_STRETCHES;
use crate::store::introduced;
use crate::store::peers::{self, Peer};
use crate::workspace::Error;

/// Takes note of the sender.
pub(super) fn note(
    connection: &Connection,
    devices: &mut Devices,
    (opening, key): (&Opening, PublicKey),
    now: WallTime,
) -> Result<(), Error> {
    note_what_it_has(connection, devices, opening, now)?;
    // Whoever has nothing yet is met where files are shared; and who has saved something has a record that says who it is.
    let has_record = devices.with_branches(opening.sender).any(|known| known.head > 0);
    if has_record || opening.vector.is_empty() {
        return Ok(());
    }
    let names = (opening.officer.clone(), opening.device.clone());
    if introduced::names(connection, devices, opening.sender)?.as_ref() != Some(&names) {
        introduced::note(connection, devices, key, &names)?;
    }
    Ok(())
}

/// Notes what the sender has, so that the next bundle for it need carry only what it lacks.
fn note_what_it_has(
    connection: &Connection,
    devices: &mut Devices,
    opening: &Opening,
    now: WallTime,
) -> Result<(), Error> {
    let sound = |seq| (1..=MAX_SEQ).contains(&seq);
    if opening.vector.len() > MAX_DEVICES || !opening.vector.iter().all(|tip| sound(tip.seq)) {
        return Err(BundleError::Malformed("its sender claims to know what nobody can").into());
    }
    if opening.wants.len() > MAX_MISSING {
        return Err(BundleError::Malformed("its sender asks for more than 10,000 documents").into());
    }
    let is_stretch = |hole: &Hole| sound(hole.from) && sound(hole.to) && hole.from <= hole.to;
    if opening.holes.len() > MAX_STRETCHES || !opening.holes.iter().all(is_stretch) {
        return Err(BundleError::Malformed("its sender claims to lack what cannot be").into());
    }
    let mut lacks: Vec<_> = opening.holes.iter().map(|hole| (hole.device, hole.from, hole.to)).collect();
    lacks.sort_unstable_by_key(|(device, first, last)| (*device, *first, Reverse(*last)));
    lacks.dedup_by_key(|(device, first, _)| (*device, *first));
    let mut wants = opening.wants.clone();
    wants.sort_unstable();
    wants.dedup();
    let stated = Peer {
        device: opening.sender,
        vector: opening.vector.clone(),
        made_at: opening.made_at,
        imported_at: now,
        lacks,
        wants,
    };
    Ok(peers::keep(connection, devices, &stated)?)
}

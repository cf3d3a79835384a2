//! The sender of a bundle: what it says of its own knowledge is kept.

use rusqlite::Connection;

use super::taking::MAX_DEVICES;
use crate::bundle::{BundleError, Opening};
use crate::ids::WallTime;
use crate::log::MAX_SEQ;
use crate::store::devices::Devices;
use crate::store::peers::{self, Peer};
use crate::workspace::Error;

/// Notes what the sender has, so that the next bundle for it need carry only what it lacks.
pub(super) fn note(
    connection: &Connection,
    devices: &mut Devices,
    opening: &Opening,
    now: WallTime,
) -> Result<(), Error> {
    let sound = |seq| (1..=MAX_SEQ).contains(&seq);
    if opening.vector.len() > MAX_DEVICES || !opening.vector.iter().all(|(_, seq)| sound(*seq)) {
        return Err(BundleError::Malformed("its sender claims to know what nobody can").into());
    }
    let stated = Peer {
        device: opening.sender,
        vector: opening.vector.clone(),
        made_at: opening.made_at,
        imported_at: now,
    };
    Ok(peers::keep(connection, devices, &stated)?)
}

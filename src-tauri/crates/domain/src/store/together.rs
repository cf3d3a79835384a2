//! Which commits of this laptop's own are one step, as they were made at once and are too much for one.
//!
//! That stands beside the log, and not in it: colleagues take them for what they are, saves, and the forms of a commit that are
//! out in the world have no room for more. A program that does not know of it undoes them one by one.

use std::ops::RangeInclusive;

use rusqlite::{Connection, Result};

use super::local::{self, Key};
use crate::ids::{DeviceId, Seq};

/// How a run is kept: the device, and the numbers of its first and last commit, in 8 bytes each.
const BYTES: usize = 32;

/// The runs of commits of this device that are one step each, the oldest first.
pub(crate) fn all(connection: &Connection, device: DeviceId) -> Result<Vec<RangeInclusive<Seq>>> {
    let kept = local::get(connection, Key::Together)?.unwrap_or_default();
    let runs = kept.as_chunks::<BYTES>().0.iter();
    Ok(runs.filter(|run| run[..16] == *device.as_bytes()).map(|run| seq(run, 16)..=seq(run, 24)).collect())
}

/// Adds the latest of them. Those that end before `reach` are forgotten.
pub(crate) fn add(
    connection: &Connection,
    device: DeviceId,
    run: RangeInclusive<Seq>,
    reach: Seq,
) -> Result<()> {
    let mut runs = all(connection, device)?;
    runs.retain(|run| *run.end() >= reach);
    runs.push(run);
    let bytes = |run: &RangeInclusive<Seq>| {
        [&device.as_bytes()[..], &run.start().to_be_bytes(), &run.end().to_be_bytes()].concat()
    };
    local::set(connection, Key::Together, &runs.iter().flat_map(bytes).collect::<Vec<_>>())
}

fn seq(run: &[u8; BYTES], at: usize) -> Seq {
    Seq::from_be_bytes(run[at..at + 8].try_into().expect("BUG: eight bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;

    #[test]
    fn runs_are_a_devices_own_and_the_old_ones_are_forgotten() {
        let connection = schema::empty();
        let (own, former) = (DeviceId::from_bytes([1; 16]), DeviceId::from_bytes([2; 16]));
        add(&connection, own, 2..=5, 0).expect("added");
        add(&connection, own, 7..=900, 0).expect("added");
        assert_eq!(all(&connection, own).expect("read"), [2..=5, 7..=900]);
        assert_eq!(all(&connection, former).expect("read"), []);
        add(&connection, own, 901..=902, 6).expect("added");
        assert_eq!(all(&connection, own).expect("read"), [7..=900, 901..=902]);
    }
}

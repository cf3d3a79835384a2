//! When something is written into the folder, and which of this laptop's files it takes the place of.
//!
//! A file carries all that is known beyond the files before it, others' commits as well as own ones, so that what one
//! laptop's files lost is in another's. Others' commits alone are no reason to write at once: ten laptops that each pass on
//! what they heard would never come to rest. They are when nobody else offers them to all whom this laptop knows, and
//! once a day, so that a colleague who only reads is known to have read.

use crate::ids::{DeviceId, Seq};
use crate::store::folder_own::{Bodies, OwnFile, Vector};

/// What is added to the weight of the files behind another before the two are compared, in bytes: smaller files are always
/// written anew with what comes, since a carrier takes longer to carry many than to carry one.
const LEAST: u64 = 64 << 10;

/// What is known, and what was written.
pub(super) struct Situation<'a> {
    pub(super) own: &'a [OwnFile],
    /// How many of these are as they were written.
    pub(super) intact: usize,
    /// The device as which this workspace writes.
    pub(super) device: DeviceId,
    /// How far commits are known.
    pub(super) known: &'a Vector,
    /// How far others' files carry them to all for whom this laptop writes.
    pub(super) offered: &'a Vector,
    /// How much of what the commits say is not here.
    pub(super) bodies: Bodies,
    /// Whether somebody became known who lacks something of what was written and cannot read it.
    pub(super) newcomer: bool,
    /// Whether somebody lacks a document that was not written.
    pub(super) wanted: bool,
    /// Whether nothing was written for a day.
    pub(super) day_passed: bool,
}

impl Situation<'_> {
    /// How many of the files stay, behind which a new one is written; `None` if there is nothing to write.
    pub(super) fn kept(&self) -> Option<usize> {
        if self.known.is_empty() {
            return None;
        }
        let intact = &self.own[..self.intact];
        let none = Vector::new();
        let carried = intact.last().map_or(&none, |file| &file.carried);
        if self.newcomer || intact.iter().any(|file| self.says_otherwise(file)) {
            return Some(0);
        }
        let is_due = self.intact < self.own.len()
            || self.wanted
            || seq_in(self.known, &self.device) > seq_in(carried, &self.device)
            || self
                .known
                .iter()
                .any(|(device, seq)| *seq > seq_in(carried, device) && *seq > seq_in(self.offered, device))
            || self.day_passed && self.known.iter().any(|(device, seq)| *seq > seq_in(carried, device));
        is_due.then(|| unburdened(intact))
    }

    /// Whether bodies of its commits have come or were erased since a file was written, which must not stay in it.
    fn says_otherwise(&self, file: &OwnFile) -> bool {
        file.bodies.erased != self.bodies.erased || file.bodies.withheld > self.bodies.withheld
    }
}

/// How many files stay. One that weighs no more than all behind it together is written anew with them: so the files are
/// few (each weighs more than all behind it), and what is written again and again is little.
fn unburdened(own: &[OwnFile]) -> usize {
    let mut behind = LEAST;
    let mut kept = own.len();
    for (place, file) in own.iter().enumerate().rev() {
        if file.size <= behind {
            kept = place;
        }
        behind = behind.saturating_add(file.size);
    }
    kept
}

fn seq_in(vector: &Vector, device: &DeviceId) -> Seq {
    vector.get(device).copied().unwrap_or(0)
}

#[cfg(test)]
mod laws;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const ME: DeviceId = DeviceId::from_bytes([1; 16]);
    const BEK: DeviceId = DeviceId::from_bytes([2; 16]);
    const AS_WRITTEN: Bodies = Bodies { erased: 1, withheld: 3 };

    fn files(sizes: &[u64], carried: &[(DeviceId, Seq)]) -> Vec<OwnFile> {
        let file = |(place, size): (usize, &u64)| OwnFile {
            n: place as u64 + 1,
            name: String::new(),
            size: *size,
            at: 0,
            bodies: AS_WRITTEN,
            carried: carried.iter().copied().collect(),
            documents: BTreeSet::new(),
        };
        sizes.iter().enumerate().map(file).collect()
    }

    /// What is written, by what happened since the last file.
    #[test]
    fn a_file_is_written_when_somebody_would_miss_it() {
        const KIB: u64 = 1 << 10;
        let none = Vector::new();
        let known: Vector = [(ME, 5), (BEK, 7)].into();
        let all = files(&[900 * KIB, 70 * KIB], &[(ME, 5), (BEK, 7)]);
        let own_behind = files(&[900 * KIB, 70 * KIB], &[(ME, 4), (BEK, 7)]);
        let heard = files(&[900 * KIB, 70 * KIB], &[(ME, 5), (BEK, 6)]);
        let offered: Vector = [(BEK, 7)].into();
        let quiet = Situation {
            own: &all,
            intact: 2,
            device: ME,
            known: &known,
            offered: &none,
            bodies: AS_WRITTEN,
            newcomer: false,
            wanted: false,
            day_passed: false,
        };
        let erased = Bodies { erased: 2, ..AS_WRITTEN };
        let filled = Bodies { withheld: 2, ..AS_WRITTEN };
        #[rustfmt::skip]
        let cases = [
            ("nothing happened",                        Situation { ..quiet },                                        None),
            ("nothing happened for a day",              Situation { day_passed: true, ..quiet },                      None),
            ("nothing is known yet",                    Situation { known: &none, own: &[], intact: 0, ..quiet },     None),
            ("the first file",                          Situation { own: &[], intact: 0, ..quiet },                   Some(0)),
            ("own commits",                             Situation { own: &own_behind, ..quiet },                      Some(2)),
            ("a commit that came by another way",       Situation { own: &heard, ..quiet },                           Some(2)),
            ("a commit that all can read elsewhere",    Situation { own: &heard, offered: &offered, ..quiet },        None),
            ("that, and a day has passed",              Situation { own: &heard, offered: &offered, day_passed: true, ..quiet }, Some(2)),
            ("somebody wants a document",               Situation { wanted: true, ..quiet },                          Some(2)),
            ("somebody new cannot read it",             Situation { newcomer: true, ..quiet },                        Some(0)),
            ("the last file is gone or altered",        Situation { intact: 1, ..quiet },                             Some(1)),
            ("the first file is gone or altered",       Situation { intact: 0, ..quiet },                             Some(0)),
            ("a record was erased",                     Situation { bodies: erased, ..quiet },                        Some(0)),
            ("what was withheld came",                  Situation { bodies: filled, ..quiet },                        Some(0)),
        ];
        for (what, situation, kept) in cases {
            assert_eq!(situation.kept(), kept, "{what}");
        }
    }

    /// Which files a new one takes the place of, by their sizes in KiB.
    #[test]
    fn a_file_stays_as_long_as_it_outweighs_what_stands_behind_it() {
        #[rustfmt::skip]
        let cases: [(&[u64], usize); 7] = [
            (&[],                0),
            (&[64],              0),
            (&[65],              1),
            (&[900, 70],         2),
            (&[900, 70, 10],     1),
            (&[900, 70, 1_000],  0),
            (&[900, 360, 300, 5], 1),
        ];
        for (sizes, kept) in cases {
            let sizes: Vec<_> = sizes.iter().map(|size| size << 10).collect();
            assert_eq!(unburdened(&files(&sizes, &[])), kept, "{sizes:?}");
        }
    }

    #[test]
    fn files_stay_few_and_are_seldom_written_anew_whatever_is_saved() {
        let mut sizes: Vec<u64> = Vec::new();
        let (mut saved, mut written) = (0, 0);
        for save in 0..20_000_u64 {
            let bytes = if save % 97 == 0 { 300 << 10 } else { 2 << 10 };
            let kept = unburdened(&files(&sizes, &[]));
            let size = bytes + sizes.drain(kept..).sum::<u64>();
            sizes.push(size);
            (saved, written) = (saved + bytes, written + size);
            assert!(sizes.len() <= 12, "{sizes:?}");
            assert_eq!(sizes.iter().sum::<u64>(), saved);
        }
        assert!(written < 30 * saved, "{written} for {saved}");
    }
}

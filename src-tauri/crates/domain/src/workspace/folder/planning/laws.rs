//! What holds of every situation, tried on all small ones.

use std::collections::BTreeSet;

use super::*;

const ME: DeviceId = DeviceId::from_bytes([1; 16]);
const BEK: DeviceId = DeviceId::from_bytes([2; 16]);
const NOW: Bodies = Bodies { erased: 1, withheld: 1 };
const SIZES: [u64; 3] = [900 << 10, 200 << 10, 3 << 10];

/// One of all the situations in which two laptops, with a few commits and files, can be.
#[derive(Debug, Clone)]
struct Case {
    own: Vec<OwnFile>,
    intact: usize,
    known: Vector,
    offered: Vector,
    newcomer: bool,
    wanted: bool,
    day_passed: bool,
}

impl Case {
    fn situation(&self) -> Situation<'_> {
        Situation {
            own: &self.own,
            intact: self.intact,
            device: ME,
            known: &self.known,
            offered: &self.offered,
            bodies: NOW,
            newcomer: self.newcomer,
            wanted: self.wanted,
            day_passed: self.day_passed,
        }
    }

    /// Whether somebody would miss a commit of this number if nothing were written now.
    fn is_missed(&self, device: DeviceId, seq: Seq) -> bool {
        let intact = &self.own[..self.intact];
        let is_carried = intact.iter().any(|file| seq_in(&file.carried, &device) >= seq);
        let is_offered = device != ME && seq_in(&self.offered, &device) >= seq;
        !is_carried && (self.day_passed || !is_offered)
    }

    /// Whether there is anything to be written.
    fn is_due(&self) -> bool {
        let all = self.known.iter().flat_map(|(device, seq)| (1..=*seq).map(|seq| (*device, seq)));
        let is_stale = |file: &OwnFile| file.bodies != NOW && file.bodies != Bodies { withheld: 0, ..NOW };
        !self.known.is_empty()
            && (self.newcomer
                || self.wanted
                || self.intact < self.own.len()
                || self.own.iter().any(is_stale)
                || all.into_iter().any(|(device, seq)| self.is_missed(device, seq)))
    }

    /// What it is once a file was written behind so many.
    fn written(mut self, kept: usize) -> Self {
        self.own.truncate(kept);
        let n = kept as u64 + 1;
        self.own.push(file(n, 5 << 10, NOW, self.known.clone()));
        Self { intact: kept + 1, newcomer: false, wanted: false, day_passed: false, ..self }
    }
}

fn file(n: u64, size: u64, bodies: Bodies, carried: Vector) -> OwnFile {
    OwnFile { n, name: String::new(), size, at: 0, bodies, carried, documents: BTreeSet::new() }
}

fn vector(me: Seq, bek: Seq) -> Vector {
    [(ME, me), (BEK, bek)].into_iter().filter(|(_, seq)| *seq > 0).collect()
}

/// All that can be known, carried by up to three files, offered by others, and happen to be asked.
fn all(each: impl Fn(Case)) {
    let bodies =
        [NOW, Bodies { erased: 0, ..NOW }, Bodies { withheld: 2, ..NOW }, Bodies { withheld: 0, ..NOW }];
    let up_to = |me, bek| (0..=me).flat_map(move |me| (0..=bek).map(move |bek| (me, bek)));
    for (me, bek) in up_to(2, 2) {
        for ((carried_me, carried_bek), offered) in
            up_to(me, bek).flat_map(|to| (0..=bek).map(move |bek| (to, bek)))
        {
            for (files, bodies) in (0..=SIZES.len()).flat_map(|files| bodies.map(|bodies| (files, bodies))) {
                let carried = |n: usize| match n + 1 == files {
                    true => vector(carried_me, carried_bek),
                    // Those before the last carry less.
                    false => vector(carried_me.min(1), 0),
                };
                let own: Vec<_> =
                    (0..files).map(|n| file(n as u64 + 1, SIZES[n], bodies, carried(n))).collect();
                for (intact, flags) in
                    (0..=files).flat_map(|intact| (0..8_u8).map(move |flags| (intact, flags)))
                {
                    let flag = |bit: u8| flags & bit != 0;
                    each(Case {
                        own: own.clone(),
                        intact,
                        known: vector(me, bek),
                        offered: vector(0, offered),
                        newcomer: flag(1),
                        wanted: flag(2),
                        day_passed: flag(4),
                    });
                }
            }
        }
    }
}

#[test]
fn a_file_is_written_if_and_only_if_somebody_would_miss_it() {
    all(|case| assert_eq!(case.situation().kept().is_some(), case.is_due(), "{case:?}"));
}

#[test]
fn what_stays_is_whole_up_to_date_and_can_be_read_by_all() {
    all(|case| {
        let Some(kept) = case.situation().kept() else { return };
        assert!(kept <= case.intact, "{case:?}");
        assert!(kept == 0 || !case.newcomer, "{case:?}");
        let is_stale =
            |file: &OwnFile| file.bodies.erased < NOW.erased || file.bodies.withheld > NOW.withheld;
        assert!(!case.own[..kept].iter().any(is_stale), "{case:?}");
    });
}

#[test]
fn once_it_is_written_there_is_nothing_more_to_write() {
    all(|case| {
        if let Some(kept) = case.situation().kept() {
            let written = case.written(kept);
            assert_eq!(written.situation().kept(), None, "{written:?}");
        }
    });
}

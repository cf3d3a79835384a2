//! Random stories of laptops whose files are copied and put back, each on a machine that keeps marks.

use std::collections::BTreeSet;
use std::path::PathBuf;

use entente_domain::ids::RecordId;
use proptest::prelude::*;
use proptest::sample::Index;
use tempfile::TempDir;

use crate::laptop::Laptop;
use crate::soak::cases;

/// What happens next on a laptop.
#[derive(Debug, Clone)]
enum Step {
    Add,
    Edit(Index, u8),
    Delete(Index),
    Undo,
    /// The file is copied aside, and may be put back any time.
    Keep,
    /// A file kept by this laptop takes its place.
    PutBack(Index),
    /// The file is copied to a machine of its own, where someone goes on with it.
    Copy,
    Reopen,
    /// A bundle is made, and may arrive anywhere, any time and any number of times.
    Export,
    Import(Index),
}

fn step() -> impl Strategy<Value = Step> {
    let any = any::<Index>;
    prop_oneof![
        4 => Just(Step::Add),
        6 => (any(), 0_u8..3).prop_map(|(record, value)| Step::Edit(record, value)),
        1 => any().prop_map(Step::Delete),
        1 => Just(Step::Undo),
        2 => Just(Step::Keep),
        2 => any().prop_map(Step::PutBack),
        1 => Just(Step::Copy),
        1 => Just(Step::Reopen),
        3 => Just(Step::Export),
        5 => any().prop_map(Step::Import),
    ]
}

/// A laptop, the machine it stands on, and the copies of its file.
struct Place {
    laptop: Laptop,
    machine: TempDir,
    kept: Vec<Vec<u8>>,
}

impl Place {
    fn of(mut laptop: Laptop) -> Self {
        let machine = tempfile::tempdir().expect("a folder");
        laptop.recognise(machine.path());
        Self { laptop, machine, kept: Vec::new() }
    }

    /// Closes the workspace, does something to its file, and opens it on the same machine.
    fn meanwhile<T>(&mut self, act: impl FnOnce(&mut Laptop) -> T) -> T {
        self.laptop.close();
        let done = act(&mut self.laptop);
        self.laptop.open();
        self.laptop.recognise(self.machine.path());
        done
    }
}

struct Story {
    places: Vec<Place>,
    records: Vec<RecordId>,
    bundles: Vec<PathBuf>,
    /// What went into a bundle, and so must still be there at the end.
    told: BTreeSet<RecordId>,
}

/// More laptops than this make a story slow, not richer.
const MOST: usize = 6;

impl Story {
    fn happens(&mut self, who: usize, step: &Step) {
        let who = who % self.places.len();
        match step {
            Step::Add => {
                let id = self.places[who].laptop.add("tag", &[("name", "new")]);
                self.records.push(id);
            }
            Step::Edit(record, value) => {
                if let Some(id) = self.one_of(who, record) {
                    self.places[who].laptop.edit(id, &[("note", &format!("value {value}"))]);
                }
            }
            Step::Delete(record) => {
                if let Some(id) = self.one_of(who, record) {
                    self.places[who].laptop.delete(id);
                }
            }
            Step::Undo => drop(self.places[who].laptop.work().undo()),
            Step::Keep => {
                let bytes = self.places[who].meanwhile(|laptop| std::fs::read(laptop.path()).expect("read"));
                self.places[who].kept.push(bytes);
            }
            Step::PutBack(which) => self.put_back(who, which),
            Step::Copy => {
                if self.places.len() < MOST {
                    let seed = self.places.len() as u64 + 100;
                    let copy = self.places[who].laptop.copied(seed);
                    let machine = self.places[who].machine.path().to_owned();
                    self.places[who].laptop.recognise(&machine);
                    self.places.push(Place::of(copy));
                }
            }
            Step::Reopen => self.places[who].meanwhile(|_| ()),
            Step::Export => self.export(who),
            Step::Import(which) => {
                if !self.bundles.is_empty() {
                    let bundle = which.get(&self.bundles).clone();
                    self.places[who].laptop.import(&bundle);
                }
            }
        }
    }

    fn one_of(&self, who: usize, index: &Index) -> Option<RecordId> {
        let here = |id: &&RecordId| self.places[who].laptop.knows(**id);
        let here: Vec<_> = self.records.iter().filter(here).copied().collect();
        (!here.is_empty()).then(|| *index.get(&here))
    }

    fn put_back(&mut self, who: usize, which: &Index) {
        let place = &mut self.places[who];
        if place.kept.is_empty() {
            return;
        }
        let bytes = which.get(&place.kept).clone();
        place.meanwhile(|laptop| std::fs::write(laptop.path(), bytes).expect("put back"));
    }

    fn export(&mut self, who: usize) {
        let bundle = self.places[who].laptop.export();
        self.bundles.push(bundle);
        let known = self.records.iter().filter(|id| self.places[who].laptop.knows(**id));
        self.told.extend(known.copied());
    }

    /// Everyone hears of everything that was ever told; nothing of it is refused, and nothing is gone.
    fn ends(mut self) {
        (0..self.places.len()).for_each(|who| self.export(who));
        for (who, place) in self.places.iter_mut().enumerate() {
            for at in 0..self.bundles.len() {
                place.laptop.import(&self.bundles[(at * 3 + who) % self.bundles.len()]);
            }
            for bundle in &self.bundles {
                place.laptop.import(bundle);
            }
        }
        let digest = self.places[0].laptop.digest();
        for place in &mut self.places {
            assert!(self.told.iter().all(|id| place.laptop.knows(*id)), "nothing that was told is gone");
            assert_eq!(place.laptop.digest(), digest);
            place.laptop.prove_sound();
        }
        let devices: BTreeSet<_> = self.places.iter_mut().map(|place| place.laptop.work().device()).collect();
        assert_eq!(devices.len(), self.places.len(), "no two files write as one device");
    }
}

proptest! {
    #![proptest_config(cases(16))]
    #[test]
    fn however_files_are_copied_and_put_back_no_history_parts_and_nothing_told_is_lost(
        steps in prop::collection::vec((0_usize..MOST, step()), 5..50),
    ) {
        let places = ["Aigul", "Bek"].map(|officer| Place::of(Laptop::of(officer))).into();
        let mut story =
            Story { places, records: Vec::new(), bundles: Vec::new(), told: BTreeSet::new() };
        for (who, step) in &steps {
            story.happens(*who, step);
        }
        story.ends();
    }
}

//! Ten laptops on one folder, carried with delays, losses, cuts, doubles and in any order, come to show the same.

use entente_domain::ids::RecordId;
use proptest::prelude::*;
use proptest::sample::Index;

use super::carrier::{Carrier, Fate};
use super::*;
use crate::soak::cases;

const OFFICERS: [&str; 10] =
    ["Aigul", "Bek", "Cheng", "Dana", "Elif", "Farid", "Gulnara", "Hana", "Ilya", "Jun"];

/// The most files of one laptop: each outweighs all behind it, and these are small.
const FEW: usize = 5;

/// What happens next on a laptop or on the way.
#[derive(Debug, Clone)]
enum Step {
    Add,
    Edit(Index, u8),
    Delete(Index),
    /// Much is written at once.
    Much(u64),
    Look,
    /// One file is carried to one laptop.
    Carry(Index, Fate),
    /// The officer looks at what waits and imports it.
    Import,
    /// A file is taken out of the folder by somebody, on every laptop.
    Vanish(Index),
    DaysPass,
}

fn step() -> impl Strategy<Value = Step> {
    let any = any::<Index>;
    let fate = prop_oneof![
        6 => Just(Fate::Whole), 2 => Just(Fate::InPart), 1 => Just(Fate::Doubled), 1 => Just(Fate::Lost),
    ];
    prop_oneof![
        4 => Just(Step::Add),
        6 => (any(), 0_u8..4).prop_map(|(record, value)| Step::Edit(record, value)),
        1 => any().prop_map(Step::Delete),
        1 => (0_u64..1_000).prop_map(Step::Much),
        12 => Just(Step::Look),
        24 => (any(), fate).prop_map(|(job, fate)| Step::Carry(job, fate)),
        4 => Just(Step::Import),
        1 => any().prop_map(Step::Vanish),
        1 => Just(Step::DaysPass),
    ]
}

struct Story {
    laptops: [Laptop; 10],
    carrier: Carrier,
    records: Vec<RecordId>,
}

impl Story {
    /// Ten laptops that have met by the folder. Every third officer applies nothing unseen.
    fn begins() -> Self {
        let mut laptops = OFFICERS.map(Laptop::of);
        let mut carrier = Carrier::between(laptops.len());
        for (who, laptop) in laptops.iter_mut().enumerate() {
            laptop.add("tag", &[("name", "begun")]);
            share(laptop, carrier.copy(who), who % 3 != 0);
            look(laptop);
        }
        carrier.catches_up();
        for laptop in &mut laptops {
            look(laptop);
            let files = laptop.work().folder_files().expect("readable");
            for device in files.iter().filter_map(|file| file.sender.as_ref()).map(|sender| sender.device) {
                laptop.work().meet(device).expect("met");
                laptop.work().set_trust(device, Some(Compared::SideBySide)).expect("trusted");
            }
        }
        Self { laptops, carrier, records: Vec::new() }
    }

    fn happens(&mut self, who: usize, step: &Step) {
        let laptop = &mut self.laptops[who];
        let here: Vec<_> = self.records.iter().filter(|id| laptop.knows(**id)).copied().collect();
        match step {
            Step::Add => self.records.push(laptop.add("institution", &[("name", "new")])),
            Step::Edit(..) | Step::Delete(_) if here.is_empty() => {}
            Step::Edit(record, value) => {
                drop(laptop.edit(*record.get(&here), &[("city", &value.to_string())]))
            }
            Step::Delete(record) => drop(laptop.delete(*record.get(&here))),
            Step::Much(seed) => {
                self.records
                    .push(laptop.add("institution", &[("name", "much"), ("note", &noise(*seed, 60))]));
            }
            Step::Look => drop(look(laptop)),
            Step::Carry(job, fate) => {
                let under_way = self.carrier.under_way();
                if !under_way.is_empty() {
                    self.carrier.carries(job.get(&under_way), *fate);
                }
            }
            Step::Import => import_waiting(laptop, self.carrier.copy(who)),
            Step::Vanish(file) => {
                let names = names_in(self.carrier.copy(who));
                if !names.is_empty() {
                    (0..10).for_each(|place| {
                        drop(fs::remove_file(self.carrier.copy(place).join(file.get(&names))))
                    });
                }
            }
            Step::DaysPass => laptop.days_pass(2),
        }
    }

    /// The carrier catches up, everybody looks, and a few days go by.
    fn ends(&mut self) {
        for _ in 0..4 {
            for _ in 0..3 {
                self.carrier.catches_up();
                self.all_look();
            }
            self.laptops.iter_mut().for_each(|laptop| laptop.days_pass(2));
        }
    }

    /// Everybody looks once; says whether anybody wrote anything.
    fn all_look(&mut self) -> bool {
        let mut wrote = false;
        for (who, laptop) in self.laptops.iter_mut().enumerate() {
            wrote |= look(laptop).put.is_some();
            import_waiting(laptop, self.carrier.copy(who));
        }
        wrote
    }
}

fn import_waiting(laptop: &mut Laptop, folder: &Path) {
    for file in waiting(laptop) {
        if folder.join(&file.name).exists() {
            // It may be cut off by now.
            let _ = laptop.work().import(
                &folder.join(&file.name),
                entente_domain::workspace::Mode::Apply,
                &Watch::default(),
            );
        }
    }
}

proptest! {
    #![proptest_config(cases(2))]
    #[test]
    fn ten_laptops_on_one_folder_come_to_show_the_same(
        steps in prop::collection::vec((0_usize..10, step()), 60..200),
    ) {
        let mut story = Story::begins();
        for (who, step) in &steps {
            story.happens(*who, step);
        }
        story.ends();
        let digest = story.laptops[0].digest();
        for (who, laptop) in story.laptops.iter().enumerate() {
            prop_assert_eq!(laptop.digest(), digest, "{} shows something else", OFFICERS[who]);
        }
        for (who, laptop) in story.laptops.iter_mut().enumerate() {
            let files = files_of(laptop, story.carrier.copy(who));
            prop_assert!(files.len() <= FEW, "{:?}", files);
        }
        story.carrier.catches_up();
        story.all_look();
        story.carrier.catches_up();
        prop_assert!(!story.all_look(), "the folder does not come to rest");
    }
}

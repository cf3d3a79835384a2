//! Laptops that are copied and put back where no machine keeps marks, so that devices write several histories: whoever
//! knows the same commits shows the same, in whatever order and however often they came, and no history is lost.

use std::path::PathBuf;

use proptest::prelude::*;
use proptest::sample::Index;

use super::story::{Step, Story, step};
use crate::laptop::Laptop;
use crate::projections::told;
use crate::soak::cases;

/// What happens next.
#[derive(Debug, Clone)]
enum Happening {
    Step(Step),
    /// The file is copied, and someone goes on with the copy.
    Copy,
    /// The file is copied aside.
    Keep,
    /// Such a copy takes the place of the file it was made of.
    PutBack(Index),
}

/// More laptops than this make a story slow, not richer.
const MOST: usize = 6;

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        12 => step().prop_map(Happening::Step),
        1 => Just(Happening::Copy),
        1 => Just(Happening::Keep),
        1 => any::<Index>().prop_map(Happening::PutBack),
    ]
}

fn happens(story: &mut Story, kept: &mut Vec<(usize, Vec<u8>)>, who: usize, happening: &Happening) {
    match happening {
        Happening::Step(step) => story.happens(who, step),
        Happening::Copy if story.laptops.len() < MOST => {
            let seed = 1_000 + story.laptops.len() as u64;
            let copy = story.laptops[who].copied(seed);
            story.laptops.push(copy);
        }
        Happening::Copy => {}
        Happening::Keep => {
            story.laptops[who].close();
            kept.push((who, std::fs::read(story.laptops[who].path()).expect("read")));
            story.laptops[who].open();
        }
        Happening::PutBack(which) => {
            let of_it: Vec<_> = kept.iter().filter(|(whose, _)| *whose == who).collect();
            if !of_it.is_empty() {
                story.laptops[who].close();
                std::fs::write(story.laptops[who].path(), &which.get(&of_it).1).expect("put back");
                story.laptops[who].open();
            }
        }
    }
}

/// How many commits of each device are known, histories and all.
fn commits(laptop: &mut Laptop) -> Vec<(String, u64, u32)> {
    let laptops = laptop.work().laptops().expect("readable").into_iter().filter(|laptop| laptop.commits > 0);
    let mut known: Vec<_> = laptops
        .map(|laptop| {
            (laptop.device.to_string(), laptop.commits, laptop.parted.map_or(1, |known| known.histories))
        })
        .collect();
    known.sort_unstable();
    known
}

proptest! {
    #![proptest_config(cases(24))]
    #[test]
    fn however_devices_part_who_knows_the_same_shows_the_same(
        steps in prop::collection::vec((any::<Index>(), happening()), 5..60),
        orders in [prop::collection::vec(any::<Index>(), 0..12), prop::collection::vec(any::<Index>(), 0..12)],
    ) {
        let (mut story, mut kept) = (Story::of(2), Vec::new());
        for (who, step) in &steps {
            let who = who.index(story.laptops.len());
            happens(&mut story, &mut kept, who, step);
        }
        story.all_is_taken_in();
        let last: Vec<PathBuf> = story.laptops.iter_mut().map(Laptop::export).collect();
        story.bundles.extend(last);
        let mut hearers = ["Farida", "Gulnara"].map(Laptop::of);
        for (hearer, order) in hearers.iter_mut().zip(&orders) {
            for index in order {
                let bundle: &PathBuf = index.get(&story.bundles);
                hearer.import(bundle);
            }
        }
        let [one, other] = &mut hearers;
        story.bundles.iter().for_each(|bundle| drop(one.import(bundle)));
        story.bundles.iter().rev().for_each(|bundle| drop(other.import(bundle)));
        for hearer in [&mut *one, &mut *other] {
            hearer.prove_sound_byte_for_byte();
        }
        prop_assert_eq!(commits(one), commits(other));
        prop_assert_eq!(told(&one.path()), told(&other.path()));
        prop_assert_eq!(one.digest(), other.digest());
        let known = commits(one);
        let whole = one.export();
        for laptop in &mut story.laptops {
            laptop.import(&whole);
            prop_assert_eq!(commits(laptop), known.clone(), "no history is lost");
            prop_assert_eq!(told(&laptop.path()), told(&one.path()));
            prop_assert_eq!(laptop.digest(), one.digest());
            laptop.prove_sound_byte_for_byte();
        }
    }
}

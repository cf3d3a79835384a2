//! Laptops that erase, edit and hear of each other in any order: what was erased anywhere is gone everywhere in the end,
//! and nothing else.

use entente_domain::ids::RecordId;
use proptest::prelude::*;
use proptest::sample::Index;

use super::story::{Step, Story, step};
use crate::laptop::Laptop;
use crate::projections::told;
use crate::soak::cases;

fn step_or_erasure() -> impl Strategy<Value = Step> {
    prop_oneof![14 => step(), 1 => any::<Index>().prop_map(Step::Erase)]
}

/// Everyone hears of everything, until nobody has anything new to say.
fn talk(story: &mut Story) {
    // Whoever learns that something belonged to what is erased says so; a third round passes that on.
    for _ in 0..3 {
        story.ends();
    }
}

proptest! {
    #![proptest_config(cases(20))]
    #[test]
    fn what_anyone_erased_is_gone_everywhere_and_all_show_the_same(
        laptops in 2_usize..=4,
        steps in prop::collection::vec((any::<Index>(), step_or_erasure()), 5..60),
        old in prop::collection::vec(any::<Index>(), 0..6),
    ) {
        let mut story = Story::of(laptops);
        for (who, step) in &steps {
            story.happens(who.index(laptops), step);
        }
        talk(&mut story);
        // Two newcomers hear old bundles first, or last.
        let mut newcomers = ["Farida", "Gulnara"].map(Laptop::of);
        let bundles = story.bundles.clone();
        if !bundles.is_empty() {
            old.iter().for_each(|index| drop(newcomers[0].import(&bundles[index.index(bundles.len())])));
        }
        newcomers.iter_mut().for_each(|newcomer| drop(newcomer.hear(&mut story.laptops[0])));
        if !bundles.is_empty() {
            old.iter().for_each(|index| drop(newcomers[1].import(&bundles[index.index(bundles.len())])));
        }
        story.laptops.extend(newcomers);
        talk(&mut story);
        let (erased, shown): (Vec<RecordId>, _) = (story.erased.clone(), told(&story.laptops[0].path()));
        for laptop in &mut story.laptops {
            for id in &erased {
                prop_assert!(!laptop.knows(*id));
            }
            prop_assert_eq!(&told(&laptop.path()), &shown);
            laptop.prove_sound();
            prop_assert_eq!(&told(&laptop.path()), &shown, "made anew");
        }
    }
}

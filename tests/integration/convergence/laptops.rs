//! Whoever knows the same shows the same, whatever happened and in whatever order it was heard of.

use proptest::prelude::*;
use proptest::sample::Index;

use super::story::{Story, step};
use crate::laptop::Laptop;
use crate::soak::cases;

impl Story {
    /// Fails unless all laptops show the same, and what each shows follows from its log.
    fn all_see_the_same(&mut self) {
        let mut newcomer = Laptop::of("Newcomer");
        newcomer.hear(&mut self.laptops[0]);
        for laptop in &mut self.laptops {
            laptop.hear(&mut newcomer);
        }
        self.laptops.push(newcomer);
        let (first, others) = self.laptops.split_first_mut().expect("at least two laptops");
        for other in others {
            for id in &self.records {
                let (one, two) = (first.row(*id), other.row(*id));
                assert_eq!((one.title, one.live, one.values), (two.title, two.live, two.values));
                assert_eq!(one.conflicts, two.conflicts, "contested fields of {id}");
            }
            assert_eq!(first.digest(), other.digest());
            other.prove_sound_byte_for_byte();
        }
        first.prove_sound_byte_for_byte();
    }
}

proptest! {
    #![proptest_config(cases(20))]
    #[test]
    fn laptops_that_know_the_same_show_the_same(
        laptops in 2_usize..=5, steps in prop::collection::vec((any::<Index>(), step()), 5..60),
    ) {
        let mut story = Story::of(laptops);
        for (who, step) in &steps {
            story.happens(who.index(laptops), step);
        }
        story.ends();
        story.all_see_the_same();
    }
}

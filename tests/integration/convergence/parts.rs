//! What is shown follows from the bodies that are known, however they came: whole commits, parts of them, first one
//! part and then another.

use std::path::PathBuf;

use entente_domain::log::Out;
use proptest::prelude::*;
use proptest::sample::Index;

use super::story::{Story, step};
use crate::laptop::Laptop;
use crate::parts::{by_chance, in_part};
use crate::projections::told;
use crate::soak::cases;

/// A copy of a bundle: which, which copy, and how many of 256 bodies are in it.
type Copied = (Index, u8, u8);

fn copies() -> impl Strategy<Value = Vec<Copied>> {
    let few_or_all = prop_oneof![4 => 1..=254_u8, 1 => Just(255)];
    prop::collection::vec((any::<Index>(), any::<u8>(), few_or_all), 1..6)
}

/// Copies that arrive in two orders, some of them again later.
fn arrivals() -> impl Strategy<Value = (Vec<Copied>, [Vec<Index>; 2])> {
    let again = || prop::collection::vec(any::<Index>(), 0..8);
    (copies(), [again(), again()])
}

/// The files of the copies beside a laptop.
fn files(laptop: &Laptop, bundles: &[PathBuf], copies: &[Copied]) -> Vec<PathBuf> {
    let write = |(place, (bundle, copy, of_256)): (usize, &Copied)| {
        let bytes = in_part(&bundles[bundle.index(bundles.len())], Out::Withheld, |at, record| {
            by_chance(*copy, *of_256, at, record)
        });
        let path = laptop.file(&format!("copy {place}.entente"));
        std::fs::write(&path, bytes).expect("written");
        path
    };
    copies.iter().enumerate().map(write).collect()
}

proptest! {
    #![proptest_config(cases(20))]
    #[test]
    fn laptops_that_know_the_same_parts_show_the_same(
        steps in prop::collection::vec((any::<Index>(), step()), 5..50), (copies, orders) in arrivals(),
    ) {
        let mut story = Story::of(3);
        for (who, step) in &steps {
            story.happens(who.index(3), step);
        }
        story.ends();
        let whole = story.laptops[0].export();
        story.bundles.push(whole.clone());
        let mut hearers = ["Farida", "Gulnara"].map(Laptop::of);
        for (hearer, order) in hearers.iter_mut().zip(&orders) {
            let files = files(hearer, &story.bundles, &copies);
            for index in order {
                hearer.import(&files[index.index(files.len())]);
            }
            // In the end everyone has had everything, the first heard last.
            files.iter().rev().for_each(|file| drop(hearer.import(file)));
            let before = told(&hearer.path());
            hearer.prove_sound();
            prop_assert_eq!(&told(&hearer.path()), &before, "made anew");
        }
        let [one, other] = &mut hearers;
        prop_assert_eq!(told(&one.path()), told(&other.path()));
        prop_assert_eq!(one.digest(), other.digest());
        for (place, hearer) in hearers.iter_mut().enumerate() {
            // One gets everything, the other what it lacks by its own word.
            let teller = &mut story.laptops[0];
            let rest = if place == 0 { whole.clone() } else { teller.hear(hearer); teller.export_for(hearer) };
            hearer.import(&rest);
            prop_assert_eq!(told(&hearer.path()), told(&story.laptops[0].path()), "and with the rest, all of it");
            prop_assert_eq!(hearer.digest(), story.laptops[0].digest());
            hearer.prove_sound();
        }
    }
}

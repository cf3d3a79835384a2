//! Records that none may write, and institutions that would be parts of themselves.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::rules::Problem;
use entente_domain::workspace::{Bundling, Draft, Error, Scope, Selection, Watch};

use super::lists::all;
use crate::laptop::{Laptop, entered, everyone_hears};

/// The drafts that are refused for a circle, by their places.
fn refused(laptop: &mut Laptop, drafts: &[Draft]) -> Vec<usize> {
    match laptop.work().save(drafts, &[]) {
        Err(Error::Invalid(problems)) => {
            assert!(problems.iter().all(|told| (told.field, &told.problem) == ("part-of", &Problem::Circle)));
            problems.iter().map(|told| told.draft).collect()
        }
        other => panic!("not refused: {other:?}"),
    }
}

fn part_of(id: RecordId, whole: RecordId) -> Draft {
    let fields = entered(&[("part-of", &whole.to_string())]);
    Draft { id, is_new: false, kind: Kind::Institution, fields }
}

#[test]
fn nothing_becomes_a_part_of_its_own_parts() {
    let mut laptop = Laptop::of("Aigul");
    let [a, b, c] = ["A", "B", "C"].map(|name| laptop.add("institution", &[("name", name)]));
    laptop.save(&[part_of(b, a), part_of(c, b)]);
    assert_eq!(refused(&mut laptop, &[part_of(a, c)]), [0]);
    assert_eq!(refused(&mut laptop, &[part_of(b, c), part_of(c, b)]), [0, 1]);
    // What breaks the circle up in the same save is as good.
    let free = Draft { id: c, is_new: false, kind: Kind::Institution, fields: entered(&[("part-of", "")]) };
    laptop.save(&[free, part_of(a, c)]);
    assert_eq!(laptop.shown(a, "part-of"), c.to_string());
    let itself = laptop.work().save(&[part_of(a, a)], &[]);
    assert!(matches!(&itself, Err(Error::Invalid(told)) if told[0].problem == Problem::Itself), "{itself:?}");
}

#[test]
fn a_duplicate_that_was_merged_is_passed_over_to_what_it_means() {
    let mut laptop = Laptop::of("Aigul");
    let [duplicate, kept, part] =
        ["A again", "A", "B"].map(|name| laptop.add("institution", &[("name", name)]));
    laptop.save(&[part_of(part, duplicate)]);
    laptop.work().merge(duplicate, kept, &[]).expect("merged");
    assert_eq!(refused(&mut laptop, &[part_of(kept, part)]), [0]);
}

#[test]
fn merging_makes_nothing_a_part_of_its_own_parts() {
    let mut laptop = Laptop::of("Aigul");
    let [duplicate, kept, part] =
        ["A again", "A", "B"].map(|name| laptop.add("institution", &[("name", name)]));
    laptop.save(&[part_of(part, duplicate), part_of(kept, part)]);
    laptop.work().merge(duplicate, kept, &[]).expect("merged");
    assert_eq!(laptop.shown(kept, "part-of"), "", "B is a part of it now");
    laptop.undo();
    assert_eq!(laptop.shown(kept, "part-of"), part.to_string());
    laptop.prove_sound();
}

#[test]
fn a_circle_that_two_laptops_come_to_together_does_no_harm_and_can_be_undone() {
    let mut laptops = [Laptop::of("Aigul"), Laptop::of("Bek")];
    let [a, b] = ["A", "B"].map(|name| laptops[0].add("institution", &[("name", name)]));
    everyone_hears(&mut laptops);
    laptops[0].save(&[part_of(a, b)]);
    laptops[1].save(&[part_of(b, a)]);
    everyone_hears(&mut laptops);
    for laptop in &mut laptops {
        assert_eq!((laptop.shown(a, "part-of"), laptop.shown(b, "part-of")), (b.to_string(), a.to_string()));
        assert_eq!(laptop.work().list(&all(Kind::Institution)).expect("listed").total, 2);
        assert_eq!(laptop.work().detail(a).expect("shown").referring.len(), 1);
        laptop.prove_sound();
    }
    let selection = Selection { countries: Vec::new(), records: vec![a] };
    let bundling = Bundling { scope: Scope::Selection(selection), ..Bundling::default() };
    let path = laptops[0].file("part.entente");
    laptops[0].work().export(&path, &bundling, &Watch::default()).expect("exported");
    assert_eq!(laptops[1].import(&path).new_commits, 0);
    laptops[0].edit(a, &[("name", "A again")]);
    laptops[0].edit(a, &[("part-of", "")]);
    everyone_hears(&mut laptops);
    assert_eq!(laptops[1].shown(a, "part-of"), "");
}

#[test]
fn the_record_of_a_laptop_is_written_by_the_program_alone() {
    let mut laptops = [Laptop::of("Aigul"), Laptop::of("Bek")];
    laptops[0].add("tag", &[("name", "a")]);
    laptops[1].add("tag", &[("name", "b")]);
    everyone_hears(&mut laptops);
    let colleagues = RecordId::from_bytes(*laptops[1].work().device().as_bytes());
    let laptop = &mut laptops[0];
    let digest = laptop.digest();
    let new = laptop.work().new_id();
    for (id, is_new) in [(colleagues, false), (new, true)] {
        let fields = entered(&[("name", "Mine"), ("officer", "Mallory")]);
        let refused = laptop.work().save(&[Draft { id, is_new, kind: Kind::Device, fields }], &[]);
        assert!(matches!(refused, Err(Error::OfALaptop(told)) if told == id), "{refused:?}");
    }
    assert!(matches!(laptop.work().delete(&[colleagues]), Err(Error::OfALaptop(_))));
    assert!(matches!(laptop.work().save(&[], &[colleagues]), Err(Error::OfALaptop(_))));
    assert_eq!(laptop.digest(), digest);
}

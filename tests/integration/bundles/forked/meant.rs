//! What names mean that a third laptop gave to commits of a device which parted.

use entente_domain::workspace::Rule;

use super::{meet, two_of_one};
use crate::laptop::Laptop;

#[test]
fn an_edit_by_a_third_laptop_that_may_mean_either_history_hides_neither() {
    let ([mut one, mut other, mut colleague], _, id) = two_of_one(1, 1);
    colleague.hear(&mut one);
    colleague.edit(id, &[("name", "upon one")]);
    assert_eq!(colleague.contested(id), Vec::<&str>::new());
    colleague.hear(&mut other);
    let conflicts = colleague.work().conflicts(0, 9).expect("readable");
    let mut values: Vec<_> =
        conflicts[0].sides.iter().map(|side| side.value.value().map(ToString::to_string)).collect();
    values.sort_unstable();
    assert_eq!(values, ["one 0", "other 0", "upon one"].map(|text| Some(text.into())));
    colleague.edit(id, &[("name", "settled")]);
    let mut laptops = [one, other, colleague];
    meet(&mut laptops);
    assert!(
        laptops.iter().all(|laptop| laptop.contested(id).is_empty() && laptop.shown(id, "name") == "settled")
    );
}

#[test]
fn an_edit_by_a_third_laptop_that_can_mean_one_history_alone_replaces_that() {
    let mut one = Laptop::of("Aigul");
    let id = one.add("institution", &[("name", "before"), ("city", "before")]);
    let mut other = one.copied(77);
    let mut colleague = Laptop::of("Bek");
    one.edit(id, &[("name", "one")]);
    other.edit(id, &[("city", "other")]);
    colleague.hear(&mut one);
    colleague.edit(id, &[("name", "upon one")]);
    colleague.hear(&mut other);
    assert_eq!((colleague.contested(id), colleague.shown(id, "name")), (vec![], "upon one".into()));
    let (history, _) = colleague.work().history(id, 0, 1).expect("readable");
    assert_eq!(history[0].changes[0].before.value(), Some(&"one".into()), "and says so");
    meet(&mut [one, other, colleague]);
}

#[test]
fn a_deletion_by_a_third_laptop_that_may_have_seen_either_history_deletes_neither() {
    let ([mut one, mut other, mut colleague], _, id) = two_of_one(1, 1);
    colleague.hear(&mut one);
    colleague.delete(id);
    assert!(!colleague.is_live(id));
    colleague.hear(&mut other);
    assert!(colleague.is_live(id) && colleague.contested(id).contains(&"deleted"));
    colleague.work().settle(Rule::Delete).expect("settled");
    let mut laptops = [one, other, colleague];
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| !laptop.is_live(id)));
}

#[test]
fn all_of_one_laptop_are_settled_by_its_newest_history() {
    let ([mut one, mut other, mut colleague], device, id) = two_of_one(3, 1);
    colleague.hear(&mut one);
    colleague.hear(&mut other);
    assert_eq!(colleague.work().contenders().expect("readable"), [(device, 1)]);
    colleague.work().settle(Rule::Of(device)).expect("settled");
    assert_eq!((colleague.shown(id, "name"), colleague.contested(id)), ("one 2".into(), vec![]));
}

//! What is told of a device that parted, and what whoever knows only one history lacks.

use entente_domain::workspace::{Mode, Watch};

use super::{histories, meet, two_of_one};
use crate::laptop::Laptop;

#[test]
fn who_knows_one_history_and_who_knows_both_hear_of_each_other_without_alarm() {
    let ([mut one, mut other, mut both], device, id) = two_of_one(1, 1);
    let mut half = Laptop::of("Dana");
    half.hear(&mut one);
    both.hear(&mut one);
    both.hear(&mut other);
    let news = half.add("person", &[("family", "Ding")]);
    assert_eq!(both.hear(&mut half).parted, []);
    assert!(both.is_live(news));
    assert_eq!(half.hear(&mut both).parted.len(), 1);
    assert_eq!((half.digest(), histories(&mut half, device)), (both.digest(), Some(2)));
    assert_eq!(half.contested(id), ["name"]);
}

#[test]
fn what_a_colleague_lacks_is_told_apart_by_history() {
    let ([mut one, mut other, mut both], device, id) = two_of_one(3, 2);
    let [mut half, mut rest] = ["Dana", "Elif"].map(Laptop::of);
    half.hear(&mut one);
    rest.hear(&mut other);
    let named = half.edit(id, &[("short-name", "of one history")]);
    both.hear(&mut half);
    both.hear(&mut rest);
    let lacked = |both: &mut Laptop, of: &mut Laptop| {
        let laptops = both.work().laptops().expect("readable");
        let of = of.work().device();
        laptops
            .iter()
            .find(|laptop| laptop.device == of)
            .and_then(|laptop| laptop.lacks)
            .map(|lacks| lacks.commits)
    };
    assert_eq!(lacked(&mut both, &mut half), Some(2), "the other history");
    assert_eq!(lacked(&mut both, &mut rest), Some(3 + 2), "the one history, and what was said on it");
    assert!(named.commit.is_some());
    let for_half = both.export_for(&half);
    let told = half.import(&for_half);
    assert_eq!((told.new_commits, told.known_commits), (2, 0), "no more than that is sent");
    let for_rest = both.export_for(&rest);
    assert_eq!(rest.import(&for_rest).new_commits, 5);
    both.hear(&mut half);
    both.hear(&mut rest);
    assert_eq!((lacked(&mut both, &mut half), lacked(&mut both, &mut rest)), (Some(0), Some(0)));
    assert_eq!(both.work().laptops().expect("readable").iter().map(|laptop| laptop.ahead).sum::<u64>(), 0);
    assert_eq!(histories(&mut rest, device), Some(2));
    meet(&mut [one, other, both, half, rest]);
}

#[test]
fn two_who_know_as_many_commits_of_different_histories_find_out_by_what_each_lacks() {
    let ([mut one, mut other, _], device, _) = two_of_one(2, 2);
    let [mut half, mut rest] = ["Dana", "Elif"].map(Laptop::of);
    half.hear(&mut one);
    rest.hear(&mut other);
    half.hear(&mut rest);
    rest.hear(&mut half);
    assert_eq!((histories(&mut half, device), histories(&mut rest, device)), (Some(2), Some(2)));
    // By bundles that carry only what is lacked, too.
    let ([mut one, mut other, _], device, _) = two_of_one(2, 2);
    let [mut half, mut rest] = ["Farida", "Gulnara"].map(Laptop::of);
    half.hear(&mut one);
    rest.hear(&mut other);
    for _ in 0..3 {
        let bundle = half.export_for(&rest);
        rest.import(&bundle);
        let bundle = rest.export_for(&half);
        half.import(&bundle);
    }
    assert_eq!((half.digest(), histories(&mut half, device)), (rest.digest(), Some(2)));
}

#[test]
fn a_preview_tells_of_the_other_history_and_changes_nothing() {
    let ([mut one, mut other, mut colleague], device, id) = two_of_one(2, 1);
    colleague.hear(&mut one);
    let (digest, bundle) = (colleague.digest(), other.export());
    let shown = colleague.work().import(&bundle, Mode::Preview, &Watch::default()).expect("shown");
    assert_eq!((shown.new_commits, shown.conflicts, shown.parted.len()), (1, 1, 1));
    let lines = shown.lines.expect("a preview has lines");
    let (parts, _) = colleague.work().line(&lines, id).expect("readable");
    let field = &parts[0].fields[0];
    assert_eq!((field.here.value(), field.comes.value()), (Some(&"one 1".into()), Some(&"other 0".into())));
    assert!(field.contested);
    assert_eq!((colleague.digest(), histories(&mut colleague, device)), (digest, None));
    let told = colleague.import_without(&bundle, &[(id, None)]);
    assert_eq!((colleague.shown(id, "name"), colleague.contested(id)), ("one 1".into(), vec![]));
    assert!(told.report.is_some());
    colleague.undo();
    assert_eq!(colleague.shown(id, "name"), "one 1", "as it was before");
    colleague.prove_sound_byte_for_byte();
}

#[test]
fn taking_back_the_import_of_another_history_leaves_the_first() {
    let ([mut one, mut other, mut colleague], _, id) = two_of_one(2, 1);
    colleague.hear(&mut one);
    let report = colleague.hear(&mut other).report.expect("something came");
    assert_eq!(colleague.undo_import(report), []);
    assert_eq!((colleague.shown(id, "name"), colleague.contested(id)), ("one 1".into(), vec![]));
    let (imports, _) = colleague.work().imports(0, 9).expect("readable");
    assert!(imports[0].undone && !imports[1].undone);
    colleague.prove_sound_byte_for_byte();
}

#[test]
fn what_was_told_of_parting_is_told_until_the_officer_has_taken_notice() {
    let ([mut one, mut other, mut colleague], device, _) = two_of_one(1, 1);
    colleague.hear(&mut one);
    colleague.hear(&mut other);
    let unnoticed = |laptop: &mut Laptop| -> Vec<_> {
        let told = laptop.work().unnoticed_parted().expect("readable");
        told.into_iter().map(|(device, parted)| (device, parted.histories)).collect()
    };
    colleague.reopen();
    assert_eq!(unnoticed(&mut colleague), [(device, 2)]);
    colleague.work().note_parted_seen().expect("noted");
    assert_eq!(unnoticed(&mut colleague), []);
    let mut third = other.copied(78);
    third.add("tag", &[("name", "third")]);
    other.add("tag", &[("name", "other")]);
    colleague.hear(&mut third);
    colleague.hear(&mut other);
    assert_eq!(unnoticed(&mut colleague), [(device, 3)], "and again");
}

#[test]
fn a_fork_is_told_among_news_of_others() {
    let ([mut one, mut other, mut colleague], _, _) = two_of_one(1, 1);
    colleague.hear(&mut one);
    let mut news = Laptop::of("Cheng");
    let person = news.add("person", &[("family", "Ding")]);
    other.hear(&mut news);
    let told = colleague.hear(&mut other);
    assert_eq!((told.parted.len(), colleague.is_live(person)), (1, true));
}

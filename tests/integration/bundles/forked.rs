//! A device that was copied, or restored from a backup, and went on twice: both histories are kept, and told.

use entente_domain::ids::{DeviceId, RecordId};
use entente_domain::workspace::{Mode, Recognised, Rule, Watch};

use crate::laptop::{Laptop, everyone_hears};
use crate::projections::told;

/// Two laptops with one device's key, each having gone on by so many saves of one record, and a colleague. None of the
/// machines keeps marks, by which the copy would have been recognised.
fn two_of_one(one_more: usize, other_more: usize) -> ([Laptop; 3], DeviceId, RecordId) {
    let mut one = Laptop::of("Aigul");
    let id = one.add("institution", &[("name", "before")]);
    let device = one.work().device();
    let mut other = one.copied(77);
    for (laptop, name, more) in [(&mut one, "one", one_more), (&mut other, "other", other_more)] {
        for place in 0..more {
            laptop.edit(id, &[("name", &format!("{name} {place}"))]);
        }
    }
    ([one, other, Laptop::of("Bek")], device, id)
}

/// Everyone hears of everything, whoever heard of it first; then all show the same, and what each shows is in its log.
fn meet(laptops: &mut [Laptop]) {
    for _ in 0..2 {
        everyone_hears(laptops);
    }
    for laptop in laptops.iter_mut() {
        laptop.prove_sound();
    }
    for laptop in &laptops[1..] {
        assert_eq!(laptop.digest(), laptops[0].digest());
        assert_eq!(told(&laptop.path()), told(&laptops[0].path()));
    }
}

/// How many histories of a device a laptop knows.
fn histories(laptop: &mut Laptop, device: DeviceId) -> Option<u32> {
    let laptops = laptop.work().laptops().expect("readable");
    laptops.iter().find(|laptop| laptop.device == device)?.parted.map(|parted| parted.histories)
}

#[test]
fn both_histories_are_kept_by_everyone_in_whatever_order_they_come() {
    for (one_more, other_more) in [(1, 1), (1, 2), (2, 1), (3, 5)] {
        let ([mut one, mut other, mut colleague], device, id) = two_of_one(one_more, other_more);
        colleague.hear(&mut one);
        assert_eq!(histories(&mut colleague, device), None);
        let told = colleague.hear(&mut other);
        let parted: Vec<_> = told.parted.iter().map(|(device, parted)| (*device, parted.histories)).collect();
        assert_eq!((told.new_commits, parted), (other_more as u64, vec![(device, 2)]));
        assert_eq!(colleague.contested(id), ["name"], "{one_more} and {other_more}");
        let mut sides = [format!("one {}", one_more - 1), format!("other {}", other_more - 1)];
        let conflicts = colleague.work().conflicts(0, 9).expect("readable");
        let mut values: Vec<_> = conflicts[0].sides.iter().map(|side| side.value.value().cloned()).collect();
        values.sort_unstable();
        sides.sort_unstable();
        assert_eq!(values, sides.map(|text| Some(text.as_str().into())));
        let mut late = Laptop::of("Cheng");
        late.hear(&mut other);
        late.hear(&mut one);
        assert_eq!((late.digest(), histories(&mut late, device)), (colleague.digest(), Some(2)));
        assert_eq!(colleague.hear(&mut other).new_commits, 0, "and once more");
        meet(&mut [one, other, colleague, late]);
    }
}

#[test]
fn a_laptop_that_hears_of_another_history_of_its_own_goes_on_as_a_new_one_and_keeps_its_saves() {
    let ([mut one, mut other, mut colleague], device, id) = two_of_one(2, 1);
    colleague.hear(&mut other);
    let told = one.hear(&mut colleague);
    assert_eq!(told.parted.len(), 1);
    assert_ne!(one.work().device(), device, "left to whoever else goes on as it");
    assert_eq!(one.work().continued().map(|former| (former.why, former.seq)), Some((Recognised::Heard, 4)));
    let (history, _) = one.work().history(id, 0, 9).expect("readable");
    let own: Vec<_> = history.iter().map(|entry| one.work().is_own(entry.at)).collect();
    assert_eq!(own.iter().filter(|own| **own).count(), 3, "two saves and the one before the copy");
    one.edit(id, &[("name", "settled")]);
    let mut laptops = [one, other, colleague];
    meet(&mut laptops);
    for laptop in &mut laptops {
        assert_eq!((laptop.shown(id, "name"), laptop.contested(id)), ("settled".into(), vec![]));
    }
    let former = laptops[0].work().laptops().expect("readable");
    let former = former.iter().find(|laptop| laptop.device == device).expect("known");
    assert!(former.formerly && former.parted.is_some());
    let here = former.commits;
    assert_eq!(here, 5, "the introduction, the save before, two and one");
}

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
fn a_taking_back_stays_taken_back_when_the_laptop_that_did_it_goes_on_as_a_new_one() {
    let mut one = Laptop::of("Aigul");
    let mut colleague = Laptop::of("Bek");
    colleague.add("person", &[("family", "Ding")]);
    let report = one.hear(&mut colleague).report.expect("something came");
    one.undo_import(report);
    let mut other = one.copied(77);
    one.add("tag", &[("name", "one")]);
    other.add("tag", &[("name", "other")]);
    let undone = |laptop: &mut Laptop| laptop.work().import_report(report).expect("there").undone;
    one.undo();
    assert!(undone(&mut one));
    one.undo();
    assert!(!undone(&mut one), "the taking back was undone behind where the histories part");
    one.hear(&mut other);
    assert!(!undone(&mut one));
    other.hear(&mut one);
    assert!(undone(&mut other), "what another history did is not this one’s");
}

#[test]
fn three_histories_and_histories_of_histories_are_kept() {
    let ([mut one, mut other, mut colleague], device, id) = two_of_one(2, 1);
    let mut third = other.copied(78);
    third.edit(id, &[("name", "third")]);
    other.edit(id, &[("name", "other still")]);
    let mut fourth = one.copied(79);
    fourth.edit(id, &[("name", "fourth")]);
    one.edit(id, &[("name", "one still")]);
    let mut laptops = [one, other, third, fourth];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
        let mut hearer = Laptop::of("Elif");
        for who in order {
            hearer.hear(&mut laptops[who]);
        }
        colleague.hear(&mut hearer);
        assert_eq!((hearer.digest(), histories(&mut hearer, device)), (colleague.digest(), Some(4)));
        let conflicts = hearer.work().conflicts(0, 9).expect("readable");
        assert_eq!(conflicts[0].sides.len(), 4);
        hearer.prove_sound_byte_for_byte();
    }
    meet(&mut laptops);
}

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
fn histories_that_part_with_the_first_commit_have_nothing_in_common() {
    let mut one = Laptop::of("Aigul");
    let device = one.work().device();
    let mut other = one.copied(77);
    let ids = [&mut one, &mut other].map(|laptop| laptop.add("institution", &[("name", "new")]));
    let mut colleague = Laptop::of("Bek");
    colleague.hear(&mut one);
    colleague.hear(&mut other);
    assert_eq!(histories(&mut colleague, device), Some(2));
    assert!(ids.iter().all(|id| colleague.is_live(*id)));
    let name = colleague.work().identity_of(device).expect("readable").expect("introduced");
    assert_eq!(name.officer, "Aigul");
    meet(&mut [one, other, colleague]);
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
fn all_of_one_laptop_are_settled_by_its_newest_history() {
    let ([mut one, mut other, mut colleague], device, id) = two_of_one(3, 1);
    colleague.hear(&mut one);
    colleague.hear(&mut other);
    assert_eq!(colleague.work().contenders().expect("readable"), [(device, 1)]);
    colleague.work().settle(Rule::Of(device)).expect("settled");
    assert_eq!((colleague.shown(id, "name"), colleague.contested(id)), ("one 2".into(), vec![]));
}

#[test]
fn what_is_erased_is_gone_from_every_history() {
    let ([mut one, mut other, mut colleague], _, id) = two_of_one(2, 2);
    let stays = other.add("tag", &[("name", "stays")]);
    colleague.hear(&mut one);
    colleague.hear(&mut other);
    colleague.work().erase(id).expect("erased");
    let mut laptops = [one, other, colleague];
    meet(&mut laptops);
    for laptop in &laptops {
        assert!(!laptop.knows(id) && laptop.is_live(stays));
        let bytes = std::fs::read(laptop.path()).expect("read");
        assert!(!bytes.windows(7).any(|part| part == b"other 1"));
    }
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

#[test]
fn a_laptop_restored_from_a_backup_learns_its_own_later_saves_from_a_colleague() {
    let ([mut one, mut restored, mut colleague], _, _) = two_of_one(2, 0);
    colleague.hear(&mut one);
    restored.hear(&mut colleague);
    assert_eq!(restored.digest(), one.digest());
    let id = restored.add("institution", &[("name", "and goes on")]);
    assert_eq!(colleague.hear(&mut restored).parted, []);
    assert!(colleague.is_live(id));
    restored.prove_sound();
}

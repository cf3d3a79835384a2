//! Both histories stay, whoever hears of them in whatever order, and go on.

use entente_domain::workspace::Recognised;

use super::{histories, meet, two_of_one};
use crate::laptop::Laptop;

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

//! A file that was restored or copied goes on as a new device before its first write.

use entente_domain::ids::{DeviceId, RecordId};
use entente_domain::workspace::Recognised;

use super::{known_on, machine, put_back};
use crate::laptop::{Laptop, names_in};

/// Why a workspace goes on as a new device, if it does.
fn why(laptop: &mut Laptop) -> Option<Recognised> {
    laptop.work().continued().map(|former| former.why)
}

#[test]
fn a_workspace_stays_the_same_device_however_often_it_is_opened() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let device = laptop.work().device();
    for place in 0..5 {
        laptop.reopen();
        laptop.recognise(machine.path());
        laptop.add("tag", &[("name", &format!("tag {place}"))]);
    }
    assert_eq!((laptop.work().device(), why(&mut laptop)), (device, None));
    assert_eq!(names_in(machine.path()).len(), 2, "one mark, and its lock while it is open");
}

#[test]
fn an_older_file_put_back_goes_on_as_a_new_device() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let device = laptop.work().device();
    let change = |laptop: &mut Laptop| {
        laptop.add("tag", &[("name", "lost with it")]);
    };
    put_back(&mut laptop, change, machine.path());
    assert_eq!(why(&mut laptop), Some(Recognised::Restored));
    assert_ne!(laptop.work().device(), device);
    // Told until it was seen; the identity stays from now on.
    let new = laptop.work().device();
    laptop.reopen();
    laptop.recognise(machine.path());
    assert_eq!((laptop.work().device(), why(&mut laptop)), (new, Some(Recognised::Restored)));
    laptop.work().note_continued_seen().expect("noted");
    laptop.reopen();
    assert_eq!(why(&mut laptop), None);
    laptop.prove_sound();
}

#[test]
fn another_history_is_told_from_the_marked_one_by_its_hash() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let mut copy = laptop.copied(7);
    laptop.recognise(machine.path());
    laptop.add("tag", &[("name", "here")]);
    laptop.close();
    copy.add("tag", &[("name", "there")]);
    copy.add("tag", &[("name", "there again")]);
    copy.recognise(machine.path());
    assert_eq!(why(&mut copy), Some(Recognised::Restored));
}

#[test]
fn a_copy_on_another_machine_goes_on_as_a_new_device() {
    let (here, there) = (machine(), machine());
    let mut laptop = known_on(&here);
    let mut copy = laptop.copied(7);
    copy.recognise(there.path());
    assert_eq!(why(&mut copy), Some(Recognised::Copied));
    assert_ne!(copy.work().device(), laptop.work().device());
    laptop.recognise(here.path());
    assert_eq!(why(&mut laptop), None, "the first one stays who it is");
}

#[test]
fn both_go_on_and_everything_meets() {
    let (here, there) = (machine(), machine());
    let mut laptop = known_on(&here);
    let before = laptop.add("person", &[("family", "Ding")]);
    let mut copy = laptop.copied(7);
    copy.recognise(there.path());
    laptop.recognise(here.path());
    let mut colleague = Laptop::of("Bek");
    let (mine, yours): (Vec<RecordId>, Vec<RecordId>) =
        (0..3).map(|_| (laptop.add("tag", &[("name", "a")]), copy.add("tag", &[("name", "b")]))).unzip();
    copy.edit(before, &[("given", "Xiaodong")]);
    for _ in 0..2 {
        colleague.hear(&mut laptop);
        colleague.hear(&mut copy);
        laptop.hear(&mut colleague);
        copy.hear(&mut laptop);
    }
    assert!(mine.iter().chain(&yours).all(|id| colleague.is_live(*id)));
    assert_eq!((colleague.digest(), laptop.digest()), (copy.digest(), copy.digest()));
    // The new device says in whose place it goes on.
    let (old, new) = (laptop.work().device(), copy.work().device());
    let laptops = colleague.work().laptops().expect("readable");
    let told = laptops.iter().find(|found| found.device == new).expect("it has introduced itself");
    assert_eq!(told.continues, Some(old));
    assert_eq!(told.identity.as_ref().map(|identity| identity.officer.as_str()), Some("Aigul"));
    [laptop, copy, colleague].iter_mut().for_each(Laptop::prove_sound);
}

#[test]
fn what_the_former_device_wrote_is_still_ones_own() {
    let (here, there) = (machine(), machine());
    let mut laptop = known_on(&here);
    let id = laptop.add("tag", &[("name", "mine")]);
    let mut copy = laptop.copied(7);
    copy.recognise(there.path());
    laptop.recognise(here.path());
    laptop.edit(id, &[("name", "the other’s")]);
    copy.hear(&mut laptop);
    let (entries, _) = copy.work().history(id, 0, 10).expect("readable");
    let own: Vec<_> = entries.iter().map(|entry| copy.work().is_own(entry.at)).collect();
    assert_eq!(own, [false, true], "made before the copy, and edited by the other one after it");
    // Undo begins anew: what was done as another device is not taken back.
    assert_eq!(copy.work().can_undo_and_redo().expect("readable"), (false, false));
    copy.edit(id, &[("name", "again")]);
    assert_eq!(copy.undo(), []);
    assert_eq!(copy.shown(id, "name"), "the other’s");
}

#[test]
fn a_bundle_with_later_saves_of_ones_own_device_is_taken_in_and_the_device_changed() {
    let machine = machine();
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "before")]);
    let mut restored = laptop.copied(7);
    // No machine knows the restored file, so that only the bundle tells.
    let later = laptop.add("tag", &[("name", "later")]);
    restored.recognise(machine.path());
    let device = restored.work().device();
    restored.hear(&mut laptop);
    assert!(restored.is_live(later));
    assert_eq!(why(&mut restored), Some(Recognised::Heard));
    assert_ne!(restored.work().device(), device);
    assert_eq!(restored.digest(), laptop.digest(), "it has written nothing yet");
    restored.add("tag", &[("name", "goes on")]);
    laptop.hear(&mut restored);
    assert_eq!(restored.digest(), laptop.digest());
    restored.reopen();
    restored.recognise(machine.path());
    let again: DeviceId = restored.work().device();
    restored.reopen();
    restored.recognise(machine.path());
    assert_eq!(restored.work().device(), again);
    restored.prove_sound();
}

#[test]
fn a_preview_of_such_a_bundle_changes_nothing() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "before")]);
    let mut restored = laptop.copied(7);
    laptop.add("tag", &[("name", "later")]);
    let device = restored.work().device();
    let bundle = laptop.export();
    restored
        .work()
        .import(
            &bundle,
            entente_domain::workspace::Mode::Preview,
            &entente_domain::workspace::Watch::default(),
        )
        .expect("previewed");
    assert_eq!((restored.work().device(), why(&mut restored)), (device, None));
}

#[test]
fn a_second_file_of_a_device_that_is_open_is_seen_to_be_a_copy() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let mut copy = laptop.copied(7);
    laptop.recognise(machine.path());
    copy.recognise(machine.path());
    assert_eq!((why(&mut laptop), why(&mut copy)), (None, Some(Recognised::Copied)));
}

#[test]
fn without_a_folder_for_marks_a_workspace_goes_on_and_says_so() {
    let machine = machine();
    let file = machine.path().join("no folder");
    std::fs::write(&file, "").expect("written");
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "before")]);
    let device = laptop.work().device();
    for _ in 0..3 {
        laptop.reopen();
        laptop.recognise(&file);
        laptop.add("tag", &[("name", "another")]);
        assert!(laptop.work().unmarked().is_some());
        assert_eq!(laptop.work().device(), device);
    }
}

#[test]
fn a_mark_that_cannot_be_read_is_no_reason_for_a_new_device() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let device = laptop.work().device();
    laptop.close();
    for text in [b"".as_slice(), b"12", b"\xFF\xFE", b"1 00\n"] {
        std::fs::write(machine.path().join(format!("{device}.mark")), text).expect("written");
        laptop.open();
        laptop.recognise(machine.path());
        assert_eq!(laptop.work().device(), device);
        laptop.close();
    }
}

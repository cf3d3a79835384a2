//! What a laptop keeps of its own when a copy takes the place of its workspace.

use entente_domain::workspace::{Compared, Error, FolderState, Occasion, SharedFolder, Watch};

use super::made;
use crate::laptop::{Laptop, names_in};

#[test]
fn whom_it_trusts_and_which_folder_it_shares_stay_as_they_are_and_are_not_as_they_were() {
    let (then, now) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let folder = |place: &tempfile::TempDir, applies| SharedFolder {
        path: place.path().into(),
        applies,
        open: applies,
    };
    let (mut laptop, mut stolen, mut friend) = (Laptop::of("Aigul"), Laptop::of("Bek"), Laptop::of("Cheng"));
    laptop.add("tag", &[("name", "one")]);
    for other in [&mut stolen, &mut friend] {
        other.add("tag", &[("name", "theirs")]);
        laptop.hear(other);
    }
    let (stolen, friend) = (stolen.work().device(), friend.work().device());
    laptop.work().set_trust(stolen, Some(Compared::SideBySide)).expect("trusted");
    laptop.work().set_folder(&folder(&then, true)).expect("chosen");
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    laptop.work().set_trust(stolen, None).expect("trusted no more");
    laptop.work().set_trust(friend, Some(Compared::Aloud)).expect("trusted");
    for chosen in [Some(folder(&now, false)), None] {
        match &chosen {
            Some(folder) => laptop.work().set_folder(folder).expect("chosen"),
            None => laptop.work().leave_folder().expect("left"),
        }
        laptop.put_back(&copy.path).expect("put back");
        assert_eq!(laptop.work().folder().expect("readable"), chosen);
        let mut trusts =
            |device| laptop.work().trust_in(device).expect("readable").map(|trust| trust.compared);
        assert_eq!([trusts(stolen), trusts(friend)], [None, Some(Compared::Aloud)]);
    }
}

#[test]
fn the_shared_folder_is_left_alone_until_the_officer_uses_it_again() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = SharedFolder { path: place.path().into(), applies: true, open: true };
    let (mut laptop, mut colleague) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    laptop.add("tag", &[("name", "one")]);
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    let unwanted = colleague.add("tag", &[("name", "unwanted")]);
    laptop.hear(&mut colleague);
    laptop.work().set_trust(colleague.work().device(), Some(Compared::Aloud)).expect("trusted");
    for one in [&mut laptop, &mut colleague] {
        one.work().set_folder(&folder).expect("chosen");
        one.work().look_in_folder(false, &Watch::default()).expect("looked");
    }
    laptop.put_back(&copy.path).expect("put back");
    assert_eq!(laptop.work().folder_state().expect("readable"), FolderState::Paused);
    let there = names_in(place.path());
    let looked = laptop.work().look_in_folder(true, &Watch::default());
    assert!(matches!(looked, Err(Error::FolderPaused(_))));
    assert!(!laptop.knows(unwanted) && names_in(place.path()) == there);
    laptop.reopen();
    assert_eq!(laptop.work().folder_state().expect("readable"), FolderState::Paused);
    laptop.work().set_folder(&folder).expect("chosen once more");
    assert!(laptop.work().look_in_folder(false, &Watch::default()).is_ok());
    assert_eq!(laptop.work().folder_state().expect("readable"), FolderState::There);
}

#[test]
fn what_was_erased_and_is_in_the_copy_is_told_to_be_back_and_erased_again_by_a_word() {
    for keeps in [false, true] {
        let mut laptop = Laptop::of("Aigul");
        let person = laptop.add("person", &[("family", "Zqfamily")]);
        let contact = laptop.add_to(person, "contact", &[("medium", "email"), ("value", "zq@example.org")]);
        let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
        laptop.work().erase(person).expect("erased");
        laptop.put_back(&copy.path).expect("put back");
        let mut back = laptop.work().back_again().expect("readable");
        back.sort();
        assert_eq!(back, [person, contact]);
        laptop.reopen();
        if keeps {
            laptop.work().keep_back_again().expect("kept");
        } else {
            laptop.work().erase_again(&Watch::default()).expect("erased");
        }
        assert_eq!(laptop.work().back_again().expect("readable"), []);
        assert_eq!(laptop.knows(person), keeps);
        let has_it = std::fs::read(laptop.path()).expect("read").windows(8).any(|part| part == b"Zqfamily");
        assert!(keeps || !has_it, "no byte of it is left");
        laptop.prove_sound();
    }
}

#[test]
fn what_was_added_and_erased_since_the_copy_was_made_does_not_come_back_with_a_colleague() {
    let (mut laptop, mut colleague) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    laptop.add("tag", &[("name", "one")]);
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    let person = laptop.add("person", &[("family", "Zqfamily")]);
    colleague.hear(&mut laptop);
    // Nobody has heard of the erasure when the copy is put back.
    laptop.work().erase(person).expect("erased");
    laptop.put_back(&copy.path).expect("put back");
    assert_eq!(laptop.work().back_again().expect("readable"), []);
    laptop.hear(&mut colleague);
    colleague.hear(&mut laptop);
    assert!(!laptop.knows(person) && !colleague.knows(person));
    assert_eq!(laptop.digest(), colleague.digest());
    [laptop, colleague].iter_mut().for_each(Laptop::prove_sound);
}

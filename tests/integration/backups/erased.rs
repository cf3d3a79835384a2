//! What was erased, in copies made before: told, and erased there too when the officer says so.

use std::fs;
use std::path::{Path, PathBuf};

use entente_domain::ids::RecordId;
use entente_domain::workspace::{Error, Occasion, Watch, Workspace};

use super::{listed, made};
use crate::laptop::{JUNE_2026, Laptop};

const SECRET: &str = "whom someone asked to be forgotten";

/// A laptop with two copies, after which a record was erased that is in the second, and its id.
fn erased_since() -> (Laptop, RecordId) {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "stays")]);
    made(&mut laptop, Occasion::Asked, 0).expect("made");
    let person = laptop.add("institution", &[("name", SECRET)]);
    laptop.add_to(person, "name", &[("text", SECRET)]);
    let scan = laptop.file("scan.txt");
    fs::write(&scan, SECRET).expect("written");
    laptop.work().attach(person, &scan, None).expect("attached");
    made(&mut laptop, Occasion::Asked, 1).expect("made");
    laptop.work().erase(person).expect("erased");
    (laptop, person)
}

fn held(laptop: &mut Laptop) -> Vec<i64> {
    let backups = laptop.work().backups().expect("readable");
    let copies = backups.list().expect("readable");
    backups.holding_erased(copies).expect("looked").iter().map(|copy| copy.at - JUNE_2026).collect()
}

fn erase(laptop: &mut Laptop) -> Result<u32, Error> {
    laptop.work().backups().expect("readable").erase(&Watch::default())
}

fn has_secret(bytes: &[u8]) -> bool {
    bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes())
}

#[test]
fn the_copies_that_have_it_are_told_and_no_others() {
    let (mut laptop, person) = erased_since();
    assert_eq!(held(&mut laptop), [super::HOUR]);
    let newest = listed(&mut laptop).remove(0);
    assert!(has_secret(&fs::read(&newest.path).expect("read")));
    // Until then it can be made good by putting the copy back.
    laptop.put_back(&newest.path).expect("put back");
    assert_eq!(laptop.shown(person, "name"), SECRET);
}

#[test]
fn nothing_of_it_is_left_in_a_copy_and_all_else_is_there() {
    let (mut laptop, person) = erased_since();
    assert_eq!(erase(&mut laptop).expect("erased"), 1);
    assert_eq!((held(&mut laptop), erase(&mut laptop).expect("erased")), (vec![], 0));
    let copies = listed(&mut laptop);
    assert_eq!(copies.len(), 2);
    assert!(copies.iter().all(|copy| !has_secret(&fs::read(&copy.path).expect("read"))));
    laptop.put_back(&copies[0].path).expect("put back");
    assert!(laptop.work().is_erased(person).expect("looked"));
    assert_eq!(laptop.work().search("stays", None, 10).expect("searched").len(), 1);
    assert!(laptop.work().search(SECRET, None, 10).expect("searched").is_empty());
    laptop.prove_sound();
}

#[test]
fn a_journal_that_an_interrupted_erasing_left_is_not_taken_for_one_of_the_next() {
    let (mut laptop, _) = erased_since();
    let copy = listed(&mut laptop).remove(0).path;
    laptop.add("tag", &[("name", "after")]);
    let beside = |path: &Path, ending| PathBuf::from(format!("{}{ending}", path.display()));
    fs::copy(beside(&laptop.path(), "-wal"), beside(&copy, ".unfinished-wal")).expect("left");
    assert_eq!(erase(&mut laptop).expect("erased"), 1);
    laptop.put_back(&copy).expect("put back");
    assert!(laptop.work().search("after", None, 10).expect("searched").is_empty());
    laptop.prove_sound();
}

#[test]
fn a_copy_that_it_was_erased_in_goes_on_with_colleagues_who_know_it_or_know_of_its_erasure() {
    for knows_of_erasure in [false, true] {
        let (mut laptop, person) = erased_since();
        let mut colleague = Laptop::of("Bek");
        let with_it = listed(&mut laptop).remove(0);
        if knows_of_erasure {
            colleague.hear(&mut laptop);
        } else {
            let mut before = Laptop::of("Cheng");
            before.put_back(&with_it.path).expect("put back");
            colleague.hear(&mut before);
            assert!(colleague.knows(person));
        }
        erase(&mut laptop).expect("erased");
        laptop.put_back(&with_it.path).expect("put back");
        laptop.hear(&mut colleague);
        colleague.hear(&mut laptop);
        laptop.hear(&mut colleague);
        assert!(
            [&mut laptop, &mut colleague].map(|one| one.work().is_erased(person).expect("looked"))
                == [true; 2]
        );
        assert_eq!(laptop.digest(), colleague.digest(), "{knows_of_erasure}");
        [laptop, colleague].iter_mut().for_each(Laptop::prove_sound);
    }
}

#[test]
fn a_copy_that_is_not_sound_is_named_and_left_and_the_others_are_done() {
    let (mut laptop, _) = erased_since();
    made(&mut laptop, Occasion::Asked, 2).expect("made");
    let damaged = listed(&mut laptop).remove(0);
    fs::write(&damaged.path, "no workspace").expect("written");
    match erase(&mut laptop) {
        Err(Error::Untrusted(untrusted)) => assert_eq!(untrusted.path, damaged.path),
        other => panic!("not told: {other:?}"),
    }
    assert_eq!(fs::read(&damaged.path).expect("read"), b"no workspace");
    assert_eq!(held(&mut laptop), [2 * super::HOUR]);
    let whole = listed(&mut laptop).remove(1);
    Workspace::open(&whole.path, Box::new(entente_domain::workspace::System)).expect("whole");
}

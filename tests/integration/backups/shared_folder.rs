//! Several workspaces, all called alike, that keep their copies in one folder.

use std::fs;
use std::path::Path;

use entente_domain::workspace::{Error, Occasion, Watch};
use tempfile::TempDir;

use super::{HOUR, listed, made};
use crate::laptop::{JUNE_2026, Laptop, names_in};

/// A folder, and laptops whose copies go there, each with a tag of its own.
fn together<const N: usize>(officers: [&str; N]) -> (TempDir, [Laptop; N]) {
    let folder = tempfile::tempdir().expect("a folder");
    let laptops = officers.map(|officer| {
        let mut laptop = Laptop::of(officer);
        laptop.work().set_backup_folder(Some(folder.path())).expect("set");
        laptop.add("tag", &[("name", officer)]);
        laptop
    });
    (folder, laptops)
}

/// Calls a copy as earlier programs did: without a mark.
fn without_mark(copy: &Path) -> std::path::PathBuf {
    let name = copy.file_name().expect("a name").to_string_lossy().into_owned();
    let (whole, _mark) = name.rsplit_once(' ').expect("a mark at the end");
    let old = copy.with_file_name(format!("{whole}.entente-workspace"));
    fs::rename(copy, &old).expect("renamed");
    old
}

#[test]
fn each_lists_its_own_and_none_is_replaced_though_all_are_made_in_one_second() {
    let (folder, mut laptops) = together(["Aigul", "Bek"]);
    for _ in 0..3 {
        for laptop in &mut laptops {
            made(laptop, Occasion::Asked, 0).expect("made");
        }
    }
    assert_eq!(names_in(folder.path()).len(), 6);
    let lists = laptops.each_mut().map(|laptop| listed(laptop).len());
    assert_eq!(lists, [3, 3]);
    for laptop in &mut laptops {
        let digest = laptop.digest();
        let copy = listed(laptop).remove(0);
        laptop.put_back(&copy.path).expect("put back");
        assert_eq!(laptop.digest(), digest);
    }
}

#[test]
fn anothers_copy_is_not_put_back_but_where_nothing_is_yet() {
    let (_folder, [mut aigul, mut bek]) = together(["Aigul", "Bek"]);
    for name_is_old in [false, true] {
        let mut copy = made(&mut aigul, Occasion::Asked, 0).expect("made").path;
        if name_is_old {
            copy = without_mark(&copy);
        }
        let (before, device) = (bek.digest(), bek.work().device());
        match bek.put_back(&copy) {
            Err(Error::OthersBackup(path)) => assert_eq!(path, copy),
            other => panic!("not refused: {other:?}"),
        }
        assert_eq!((bek.digest(), bek.work().device()), (before, device));
        assert_eq!(listed(&mut bek), []);
        let mut new = Laptop::of("Aigul, on a new laptop");
        new.put_back(&copy).expect("put back");
        assert_eq!(new.digest(), aigul.digest());
    }
}

#[test]
fn neither_lets_go_of_the_others_copies_nor_makes_none_for_them_nor_erases_in_them() {
    let (folder, [mut aigul, mut bek]) = together(["Aigul", "Bek"]);
    let shared = aigul.add("institution", &[("name", "USST")]);
    bek.hear(&mut aigul);
    let of_aigul = made(&mut aigul, Occasion::Hourly, 0).expect("made");
    let bytes = fs::read(&of_aigul.path).expect("read");
    for hour in 0..60 {
        bek.add("tag", &[("name", "another")]);
        assert!(made(&mut bek, Occasion::Hourly, hour).is_some(), "Aigul’s copy is no reason to make none");
    }
    bek.work().erase(shared).expect("erased");
    let backups = bek.work().backups().expect("readable");
    backups.erase(&Watch::default()).expect("erased");
    assert!(fs::read(&of_aigul.path).is_ok_and(|now| now == bytes));
    assert_eq!(listed(&mut aigul), [of_aigul]);
    assert!(names_in(folder.path()).len() < 60, "but of its own it does");
}

#[test]
fn copies_without_a_mark_are_still_found_and_rotate_if_they_are_this_workspaces() {
    let (_folder, laptops) = together(["Aigul", "Bek"]);
    for (first, mut laptop) in (0..).zip(laptops) {
        let copy = made(&mut laptop, Occasion::Hourly, first).expect("made");
        without_mark(&copy.path);
        assert_eq!(listed(&mut laptop).len(), 1);
        let backups = laptop.work().backups().expect("readable");
        assert!(!backups.is_due(JUNE_2026 + first * HOUR + HOUR / 2).expect("looked"));
        for hour in 2..60 {
            laptop.add("tag", &[("name", "another")]);
            made(&mut laptop, Occasion::Hourly, hour);
        }
        assert!(
            listed(&mut laptop).iter().all(|copy| copy.at > JUNE_2026 + HOUR),
            "the first is let go at last"
        );
    }
}

#[test]
fn a_workspace_that_is_called_otherwise_now_finds_its_copies() {
    let (folder, [mut aigul]) = together(["Aigul"]);
    made(&mut aigul, Occasion::Asked, 0).expect("made");
    for name in names_in(folder.path()) {
        fs::rename(folder.path().join(&name), folder.path().join(name.replace("work ", "before ")))
            .expect("renamed");
    }
    assert_eq!(listed(&mut aigul).len(), 1);
}

#[test]
fn after_a_restoration_all_copies_are_still_this_workspaces() {
    let (_folder, [mut aigul]) = together(["Aigul"]);
    let first = made(&mut aigul, Occasion::Asked, 0).expect("made");
    aigul.add("tag", &[("name", "after")]);
    made(&mut aigul, Occasion::Asked, 1).expect("made");
    aigul.put_back(&first.path).expect("put back");
    made(&mut aigul, Occasion::Asked, 2).expect("made");
    assert_eq!(listed(&mut aigul).len(), 4, "with the one of what was replaced");
}

#[test]
fn a_copied_workspace_has_back_what_was_made_before_and_nothing_that_the_first_makes_later() {
    let (machine, other_machine) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (_folder, [mut aigul]) = together(["Aigul"]);
    aigul.recognise(machine.path());
    aigul.add("tag", &[("name", "one")]);
    let before = made(&mut aigul, Occasion::Hourly, 0).expect("made");
    let mut copied = aigul.copied(7);
    aigul.recognise(machine.path());
    copied.recognise(other_machine.path());
    assert_eq!(listed(&mut copied), std::slice::from_ref(&before));
    aigul.add("tag", &[("name", "after")]);
    let after = made(&mut aigul, Occasion::Hourly, 1).expect("made");
    assert_eq!(listed(&mut copied), std::slice::from_ref(&before));
    for hour in 2..60 {
        copied.add("tag", &[("name", "another")]);
        made(&mut copied, Occasion::Hourly, hour);
    }
    assert_eq!(listed(&mut aigul), [after.clone(), before.clone()], "the first’s are left alone");
    assert!(matches!(copied.put_back(&after.path), Err(Error::OthersBackup(_))));
    copied.put_back(&before.path).expect("put back");
}

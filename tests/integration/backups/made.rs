//! How copies are made, and which are kept.

use entente_domain::store::UntrustedReason;
use entente_domain::workspace::{Error, Occasion, Seeded, Watch, Workspace};

use super::{HOUR, folder, listed, made};
use crate::laptop::{JUNE_2026, Laptop, names_in};

#[test]
fn a_copy_is_a_workspace_that_shows_the_same() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "上海理工大学")]);
    let scan = laptop.file("scan.pdf");
    std::fs::write(&scan, vec![7; 300_000]).expect("written");
    laptop.work().attach(id, &scan, None).expect("attached");
    let copy = made(&mut laptop, Occasion::Hourly, 1).expect("made");
    assert_eq!(names_in(&folder(&laptop)).len(), 1, "one whole file, nothing beside it");
    assert_eq!(copy.bytes, std::fs::metadata(&copy.path).expect("there").len());
    let opened = Workspace::open(&copy.path, Box::new(Seeded::new(5, JUNE_2026))).expect("opens");
    assert_eq!(opened.digest().expect("a digest"), laptop.digest());
    let checked = opened.check(&Watch::default()).expect("checked");
    assert_eq!((checked.documents, checked.problems), (1, vec![]));
}

#[test]
fn a_copy_is_made_while_the_officer_goes_on() {
    let mut laptop = Laptop::of("Aigul");
    for place in 0..50 {
        laptop.add("tag", &[("name", &format!("tag {place}")), ("note", &"long ".repeat(500))]);
    }
    let backups = laptop.work().backups().expect("readable");
    std::thread::scope(|scope| {
        let copying = scope.spawn(|| {
            for hour in 0..5 {
                let made = backups.make(Occasion::Asked, JUNE_2026 + hour * HOUR, &Watch::default());
                made.expect("made and found sound");
            }
        });
        while !copying.is_finished() {
            laptop.add("tag", &[("name", "meanwhile")]);
        }
    });
    assert_eq!(listed(&mut laptop).len(), 5);
    laptop.prove_sound();
}

#[test]
fn none_is_made_of_what_the_newest_has_already_unless_it_was_asked_for() {
    let mut laptop = Laptop::of("Aigul");
    assert!(made(&mut laptop, Occasion::Hourly, 0).is_none(), "there is nothing to lose yet");
    laptop.add("tag", &[("name", "one")]);
    assert!(made(&mut laptop, Occasion::Hourly, 1).is_some());
    assert!(made(&mut laptop, Occasion::BeforeImport, 2).is_none());
    assert!(made(&mut laptop, Occasion::Asked, 3).is_some());
    laptop.add("tag", &[("name", "two")]);
    assert!(made(&mut laptop, Occasion::BeforeImport, 4).is_some());
    assert_eq!(listed(&mut laptop).len(), 3);
}

#[test]
fn one_is_due_an_hour_after_the_last_or_when_the_clock_was_put_back() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "one")]);
    let backups = laptop.work().backups().expect("readable");
    let due = |minutes: i64| backups.is_due(JUNE_2026 + minutes * 60_000).expect("readable");
    assert!(due(0));
    made(&mut laptop, Occasion::Hourly, 0);
    assert_eq!([1, 59, 60, -30, -90].map(due), [false, false, true, false, true]);
}

#[test]
fn what_was_asked_for_or_is_no_copy_is_never_let_go() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "one")]);
    made(&mut laptop, Occasion::Asked, 0);
    std::fs::write(folder(&laptop).join("notes.txt"), "mine").expect("written");
    for hour in 1..40 {
        laptop.add("tag", &[("name", &format!("hour {hour}"))]);
        made(&mut laptop, Occasion::Hourly, hour);
    }
    let copies = listed(&mut laptop);
    assert!(copies.len() < 32, "{}", copies.len());
    assert_eq!(copies[0].at, JUNE_2026 + 39 * HOUR);
    assert!(copies.iter().any(|copy| copy.occasion == Occasion::Asked));
    assert!(folder(&laptop).join("notes.txt").exists());
}

#[test]
fn a_copy_that_was_stopped_leaves_nothing() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "one")]);
    let watch = Watch::default();
    watch.stop();
    let backups = laptop.work().backups().expect("readable");
    let stopped = backups.make(Occasion::Asked, JUNE_2026, &watch);
    assert!(matches!(stopped, Err(Error::Cancelled)), "{stopped:?}");
    assert_eq!(names_in(&folder(&laptop)).len(), 0);
}

#[test]
fn a_workspace_that_is_not_sound_gives_no_copy() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("tag", &[("name", "one")]);
    let scan = laptop.file("scan.pdf");
    std::fs::write(&scan, vec![7; 30_000]).expect("written");
    let institution = laptop.add("institution", &[("name", "two")]);
    laptop.work().attach(institution, &scan, None).expect("attached");
    for change in ["UPDATE tag SET name = 'altered'", "UPDATE content SET bytes = zeroblob(30000)"] {
        laptop.close();
        let connection = rusqlite::Connection::open(laptop.path()).expect("opened");
        connection.execute_batch(change).expect(change);
        connection.close().expect("closed");
        laptop.open();
        let backups = laptop.work().backups().expect("readable");
        match backups.make(Occasion::Asked, JUNE_2026, &Watch::default()) {
            Err(Error::Untrusted(untrusted)) => {
                assert!(matches!(untrusted.reason, UntrustedReason::Damaged(_)), "{change}");
            }
            other => panic!("{change}: {other:?}"),
        }
        assert_eq!(names_in(&folder(&laptop)).len(), 0);
        laptop.work().rebuild(&Watch::default()).expect("rebuilt");
    }
    assert!(laptop.is_live(id));
}

#[test]
fn copies_are_kept_in_the_folder_of_ones_choice() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "one")]);
    let stick = tempfile::tempdir().expect("a folder");
    laptop.work().set_backup_folder(Some(&stick.path().join("copies"))).expect("set");
    laptop.reopen();
    made(&mut laptop, Occasion::Hourly, 0).expect("made");
    assert_eq!(names_in(&stick.path().join("copies")).len(), 1);
    laptop.work().set_backup_folder(None).expect("set");
    assert!(listed(&mut laptop).is_empty());
}

//! A copy put back, and the way back from that.

use entente_domain::workspace::{Backups, Error, Occasion, Recognised, Seeded, Watch, Workspace};

use super::{listed, made};
use crate::laptop::{JUNE_2026, Laptop, names_in};

#[test]
fn a_copy_put_back_shows_what_it_had_as_a_new_device_and_what_it_replaced_is_kept() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("tag", &[("name", "before")]);
    let (then, device) = (laptop.digest(), laptop.work().device());
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    laptop.edit(id, &[("name", "after")]);
    let now = laptop.digest();
    laptop.put_back(&copy.path).expect("put back");
    assert_eq!((laptop.digest(), laptop.shown(id, "name")), (then, "before".into()));
    assert_ne!(laptop.work().device(), device);
    assert_eq!(laptop.work().continued().map(|former| former.why), Some(Recognised::Restored));
    laptop.prove_sound();
    // The way back is to put back what was replaced.
    let replaced = listed(&mut laptop).into_iter().find(|copy| copy.occasion == Occasion::BeforeRestore);
    laptop.put_back(&replaced.expect("kept").path).expect("put back");
    assert_eq!((laptop.digest(), laptop.shown(id, "name")), (now, "after".into()));
    laptop.prove_sound();
}

#[test]
fn what_colleagues_have_of_the_time_after_the_copy_comes_back() {
    let (mut laptop, mut colleague) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    laptop.add("tag", &[("name", "before")]);
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    let after = laptop.add("tag", &[("name", "after")]);
    colleague.hear(&mut laptop);
    laptop.put_back(&copy.path).expect("put back");
    let since = laptop.add("tag", &[("name", "since")]);
    colleague.hear(&mut laptop);
    laptop.hear(&mut colleague);
    assert!([after, since].iter().all(|id| laptop.is_live(*id) && colleague.is_live(*id)));
    assert_eq!(laptop.digest(), colleague.digest());
    [laptop, colleague].iter_mut().for_each(Laptop::prove_sound);
}

#[test]
fn a_copy_that_is_not_sound_is_refused_and_nothing_is_changed() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "before")]);
    let before = laptop.digest();
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    let bytes = std::fs::read(&copy.path).expect("read");
    for damaged in [b"".as_slice(), b"no workspace", &bytes[..bytes.len() / 2]] {
        std::fs::write(&copy.path, damaged).expect("written");
        match laptop.put_back(&copy.path) {
            Err(Error::Untrusted(untrusted)) => assert_eq!(untrusted.path, copy.path),
            other => panic!("not refused: {other:?}"),
        }
        assert_eq!((laptop.digest(), laptop.work().continued()), (before, None));
    }
    let left: Vec<_> = laptop.files().into_iter().filter(|name| name.contains(".restoring")).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn a_journal_that_an_interrupted_restoration_left_is_not_taken_for_one_of_the_next() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "before")]);
    let then = laptop.digest();
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    laptop.add("tag", &[("name", "after")]);
    let beside = |ending| std::path::PathBuf::from(format!("{}{ending}", laptop.path().display()));
    std::fs::copy(beside("-wal"), beside(".restoring-wal")).expect("left");
    laptop.put_back(&copy.path).expect("put back");
    assert_eq!(laptop.digest(), then);
    laptop.prove_sound();
}

#[test]
fn a_copy_takes_the_place_of_a_workspace_that_does_not_open() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "before")]);
    let then = laptop.digest();
    made(&mut laptop, Occasion::Hourly, 0).expect("made");
    laptop.close();
    for damage in [Some(b"".as_slice()), Some(b"SQLite format 3\0 and no more"), None] {
        match damage {
            Some(bytes) => std::fs::write(laptop.path(), bytes).expect("written"),
            None => std::fs::remove_file(laptop.path()).expect("removed"),
        }
        let backups = Backups::beside(&laptop.path());
        let newest = backups.list().expect("listed").into_iter().rfind(|_| true).expect("a copy");
        let sources = Box::new(Seeded::new(damage.map_or(3, |bytes| bytes.len() as u64), JUNE_2026));
        let opened = backups.restore_unopened(&newest.path, sources).expect("put back");
        assert_eq!(opened.digest().expect("a digest"), then);
        drop(opened);
    }
    let kept = names_in(&laptop.file("work backups"));
    assert!(kept.iter().any(|name| name.contains("replaced")), "what did not open is kept: {kept:?}");
}

#[test]
fn a_workspace_that_is_open_is_not_replaced_behind_its_back() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "before")]);
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    let sources = Box::new(Seeded::new(3, JUNE_2026));
    let refused = Backups::beside(&laptop.path()).restore_unopened(&copy.path, sources);
    assert!(matches!(refused.map(|_: Workspace| ()), Err(Error::Untrusted(_))));
    laptop.work().check(&Watch::default()).expect("still there");
}

//! Killed while a copy is made or put back: what is in the workspace's place is whole, and so is each copy.

use std::fs;

use entente_domain::workspace::{Occasion, Seeded, Workspace};

use super::{folder, listed, made};
use crate::files::killed::{closed, put_back, with_much_to_tell};
use crate::files::other_process::{interrupt, moments, time_of};
use crate::laptop::{JUNE_2026, Laptop, names_in};
use crate::soak::times;

#[test]
fn a_copy_that_is_killed_is_whole_or_not_there() {
    let mut laptop = with_much_to_tell();
    let digest = laptop.digest();
    laptop.close();
    let whole = time_of("backup", &laptop.path());
    let mut seen = [false; 2];
    for moment in moments(whole, times(8)) {
        fs::remove_dir_all(folder(&laptop)).expect("removed");
        interrupt("backup", &laptop.path(), moment);
        laptop.open();
        let copies = listed(&mut laptop);
        seen[copies.len()] = true;
        assert!(copies.iter().all(|copy| shows(&copy.path, digest)), "killed: {moment:?}");
        assert_eq!(laptop.digest(), digest);
        laptop.prove_sound();
        // The next copy finds nothing in its way, and sweeps what was left.
        made(&mut laptop, Occasion::Asked, 1);
        assert_eq!(names_in(&folder(&laptop)).len(), listed(&mut laptop).len());
        laptop.close();
    }
    assert_eq!(seen, [true; 2], "not killed both before and after it was done");
}

#[test]
fn a_copy_put_back_and_killed_is_in_place_whole_or_not_at_all() {
    let mut laptop = with_much_to_tell();
    let (then, device) = (laptop.digest(), laptop.work().device());
    made(&mut laptop, Occasion::Asked, 0).expect("made");
    laptop.add("tag", &[("name", "after the copy")]);
    let now = laptop.digest();
    let file = closed(&mut laptop);
    let whole = time_of("restore", &laptop.path());
    let mut seen = [false; 2];
    for moment in moments(whole, times(8)) {
        back_to(&laptop, &file);
        interrupt("restore", &laptop.path(), moment);
        laptop.open();
        let is_restored = laptop.work().device() != device;
        seen[usize::from(is_restored)] = true;
        assert_eq!(laptop.digest(), if is_restored { then } else { now }, "killed: {moment:?}");
        laptop.prove_sound();
        for copy in listed(&mut laptop) {
            let kept = if copy.occasion == Occasion::Asked { then } else { now };
            assert!(shows(&copy.path, kept), "killed: {moment:?}");
        }
        let replaced =
            |laptop: &mut Laptop| listed(laptop).iter().any(|copy| copy.occasion == Occasion::BeforeRestore);
        assert!(!is_restored || replaced(&mut laptop), "what was replaced is kept");
        laptop.close();
    }
    assert_eq!(seen, [true; 2], "not killed both before and after it was done");
}

/// Makes workspace and copies what they were before one was put back.
fn back_to(laptop: &Laptop, file: &[u8]) {
    put_back(&laptop.path(), file);
    for name in names_in(&folder(laptop)).iter().filter(|name| name.contains("replaced")) {
        fs::remove_file(folder(laptop).join(name)).expect("removed");
    }
}

/// Whether a copy opens and shows this.
fn shows(copy: &std::path::Path, digest: [u8; 32]) -> bool {
    let opened = Workspace::open(copy, Box::new(Seeded::new(5, JUNE_2026))).expect("a whole copy");
    opened.digest().expect("a digest") == digest
}

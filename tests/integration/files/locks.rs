//! One program at a time.

use std::sync::atomic::{AtomicUsize, Ordering};

use entente_domain::store::UntrustedReason;
use entente_domain::workspace::Error;

use super::other_process::OtherProcess;
use super::{open, workspace_with_something};
use crate::laptop::Laptop;

/// Whether a file is refused because it is open elsewhere.
fn is_locked(path: &std::path::Path) -> bool {
    match open(path) {
        Err(Error::Untrusted(untrusted)) => matches!(untrusted.reason, UntrustedReason::Locked),
        Err(other) => panic!("{other:?}"),
        Ok(_) => false,
    }
}

#[test]
fn a_workspace_is_open_once_in_a_program() {
    let mut laptop = Laptop::of("Aigul");
    assert!(is_locked(&laptop.path()));
    let id = laptop.add("institution", &[("name", "the first one goes on working")]);
    assert!(laptop.is_live(id));
    laptop.close();
    assert!(!is_locked(&laptop.path()));
}

#[test]
fn a_workspace_is_open_in_one_program_only() {
    let mut laptop = Laptop::of("Aigul");
    let mut other = OtherProcess::start("open", &laptop.path());
    assert_eq!(other.says(), "refused: the workspace is open in another window");
    laptop.close();
    let mut other = OtherProcess::start("open", &laptop.path());
    assert_eq!(other.says(), "opened");
    assert!(is_locked(&laptop.path()));
    other.is_killed();
    assert!(!is_locked(&laptop.path()), "a lock goes with its process, whatever file that left");
    assert_eq!(laptop.files(), ["work.entente-workspace"], "and the next one to close takes that away");
}

#[cfg(unix)]
#[test]
fn another_name_of_the_same_file_is_locked_too() {
    let mut laptop = Laptop::of("Aigul");
    let folder = tempfile::tempdir().expect("a folder");
    let link = folder.path().join("link.entente-workspace");
    std::os::unix::fs::symlink(laptop.path(), &link).expect("linked");
    assert!(is_locked(&link));
    let id = laptop.add("institution", &[("name", "USST")]);
    laptop.close();
    let through_link = open(&link).expect("opened");
    assert!(through_link.row(id).expect("readable").is_some());
    assert!(is_locked(&laptop.path()));
}

#[test]
fn of_several_that_open_at_once_one_has_it_at_a_time() {
    let (laptop, _) = workspace_with_something();
    let path = laptop.path();
    let (holders, opened) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..40 {
                    match open(&path) {
                        Ok(workspace) => {
                            assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0, "two have it open");
                            std::thread::yield_now();
                            holders.fetch_sub(1, Ordering::SeqCst);
                            opened.fetch_add(1, Ordering::SeqCst);
                            drop(workspace);
                        }
                        Err(Error::Untrusted(untrusted)) => {
                            assert!(matches!(untrusted.reason, UntrustedReason::Locked), "{untrusted}");
                        }
                        Err(other) => panic!("{other:?}"),
                    }
                }
            });
        }
    });
    assert!(opened.into_inner() >= 4);
}

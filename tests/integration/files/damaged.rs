//! Damage within a workspace file.

use std::path::PathBuf;

use entente_domain::store::UntrustedReason;
use entente_domain::workspace::{Error, Watch};

use super::{contents, open, refusal, workspace_with_something};
use crate::laptop::Laptop;

const PAGE: usize = 4096;

#[test]
fn a_page_that_was_overwritten_is_found_on_opening() {
    let (laptop, _) = workspace_with_something();
    let connection = rusqlite::Connection::open(laptop.path()).expect("opened");
    connection.execute_batch("VACUUM").expect("left without free pages, whose content counts for nothing");
    connection.close().expect("closed");
    let bytes = std::fs::read(laptop.path()).expect("read");
    for page in (1..bytes.len() / PAGE).step_by(3) {
        let mut damaged = bytes.clone();
        damaged[page * PAGE..(page + 1) * PAGE].fill(0xA5);
        std::fs::write(laptop.path(), &damaged).expect("written");
        assert!(matches!(refusal(&laptop.path()), UntrustedReason::Damaged(_)), "page {}", page + 1);
    }
}

#[test]
fn a_file_with_one_altered_byte_is_refused_whole_or_opened_and_never_crashes_the_program() {
    let (laptop, bytes) = workspace_with_something();
    let folder = laptop.path().parent().expect("a folder").to_owned();
    for at in (0..bytes.len()).step_by(3_019) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        std::fs::write(laptop.path(), &damaged).expect("written");
        let before = contents(&folder);
        match open(&laptop.path()) {
            Ok(mut workspace) => {
                let _ = workspace.check(&Watch::default());
                let _ = workspace.rebuild(&Watch::default());
                let _ = workspace.search("name", None, 10);
            }
            Err(Error::Untrusted(_)) => assert_eq!(contents(&folder), before, "byte {at}"),
            Err(other) => panic!("byte {at}: {other:?}"),
        }
        for left in ["-wal", "-shm", ".lock"] {
            let _ = std::fs::remove_file(laptop.file(&format!("work.entente-workspace{left}")));
        }
    }
}

/// A copy of an open workspace’s files as a power cut would leave them, journal and all.
pub(super) fn after_a_power_cut(laptop: &Laptop) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("work.entente-workspace");
    for ending in ["", "-wal"] {
        std::fs::copy(format!("{}{ending}", laptop.path().display()), format!("{}{ending}", path.display()))
            .expect("copied");
    }
    (folder, path)
}

#[test]
fn what_was_saved_before_a_power_cut_is_there_after_it() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    let (_folder, path) = after_a_power_cut(&laptop);
    let workspace = open(&path).expect("opened");
    assert_eq!(workspace.row(id).expect("readable").and_then(|row| row.title).as_deref(), Some("USST"));
    assert_eq!(workspace.digest().expect("readable"), laptop.digest());
}

#[test]
fn a_damaged_file_with_a_journal_beside_it_keeps_both_as_they_are() {
    let (mut laptop, bytes) = workspace_with_something();
    laptop.open();
    laptop.add("tag", &[("name", "sample")]);
    let mut refused = 0;
    for page in (4..bytes.len() / PAGE).step_by(3) {
        let (folder, path) = after_a_power_cut(&laptop);
        let mut damaged = bytes.clone();
        damaged[page * PAGE..(page + 1) * PAGE].fill(0xA5);
        std::fs::write(&path, &damaged).expect("written");
        let before = contents(folder.path());
        if let Err(Error::Untrusted(untrusted)) = open(&path) {
            assert!(matches!(untrusted.reason, UntrustedReason::Damaged(_)));
            assert_eq!(contents(folder.path()), before, "page {}", page + 1);
            refused += 1;
        }
    }
    assert!(refused > 10, "the journal has a sound copy of few pages only, and {refused} were refused");
}

//! Files that are no workspace, or not one for this program.

use std::path::PathBuf;

use entente_domain::store::UntrustedReason;
use rusqlite::Connection;
use tempfile::TempDir;

use super::{refusal, workspace_with_something};

/// A file with these bytes, alone in a folder.
fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("work.entente-workspace");
    std::fs::write(&path, bytes).expect("written");
    (folder, path)
}

#[test]
fn a_file_that_is_not_there_is_missing() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(matches!(refusal(&folder.path().join("none")), UntrustedReason::Missing));
}

#[test]
fn an_empty_file_is_empty_and_no_new_workspace() {
    let (_folder, path) = file(b"");
    assert!(matches!(refusal(&path), UntrustedReason::Empty));
}

#[test]
fn a_file_of_another_kind_is_foreign() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".repeat(40);
    let zip = b"PK\x03\x04".repeat(100);
    let near = [b"SQLite format 2\0".as_slice(), &[0; 4096]].concat();
    for bytes in
        [b"Dear colleagues,\n".as_slice(), &png, &zip, b"x", b"ENTENTE\n\x01\0\0\0", &near, &[0; 8192]]
    {
        let (_folder, path) = file(bytes);
        assert!(matches!(refusal(&path), UntrustedReason::Foreign), "{:?}", &bytes[..bytes.len().min(12)]);
    }
}

#[test]
fn the_database_of_another_program_is_foreign() {
    for application in [0, 0x0F05_5111] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("other.db");
        let other = Connection::open(&path).expect("made");
        other.pragma_update(None, "application_id", application).expect("set");
        other.execute_batch("CREATE TABLE log (n INTEGER); PRAGMA user_version = 1").expect("filled");
        other.close().expect("closed");
        assert!(matches!(refusal(&path), UntrustedReason::Foreign));
    }
}

#[test]
fn a_folder_is_not_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("work.entente-workspace");
    std::fs::create_dir(&path).expect("made");
    assert!(matches!(refusal(&path), UntrustedReason::Unreadable(_) | UntrustedReason::Foreign));
}

#[test]
fn a_file_cut_off_anywhere_is_told_to_be_cut_off() {
    let (_laptop, bytes) = workspace_with_something();
    let small = [1, 8, 15, 16, 17, 59, 99, 100, 101, 512, 1023, 4095, 4096, 4097];
    let lengths = small.into_iter().chain((5_000..bytes.len()).step_by(3_989)).chain([bytes.len() - 1]);
    for length in lengths {
        let (_folder, path) = file(&bytes[..length]);
        match refusal(&path) {
            UntrustedReason::CutOff { found, expected } => {
                assert_eq!(found, length as u64);
                assert!(
                    expected == bytes.len() as u64 || length < 100 && expected == 100,
                    "{length}: {expected}"
                );
            }
            other => panic!("{length} bytes: {other:?}"),
        }
    }
}

#[test]
fn the_workspace_of_a_newer_program_is_refused_by_version() {
    let (laptop, _) = workspace_with_something();
    let connection = Connection::open(laptop.path()).expect("opened");
    connection.pragma_update(None, "user_version", 7_000).expect("set");
    connection.close().expect("closed");
    assert!(matches!(refusal(&laptop.path()), UntrustedReason::Newer { found: 7_000, .. }));
}

#[test]
fn a_newer_version_that_stands_only_in_the_journal_is_refused_too() {
    let (laptop, _) = workspace_with_something();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("work.entente-workspace");
    let newer = Connection::open(laptop.path()).expect("opened");
    newer.pragma_update(None, "journal_mode", "WAL").expect("set");
    newer.pragma_update(None, "user_version", 7_000).expect("set");
    // As a power cut would leave it: the change is in the journal, and not in the file yet.
    for ending in ["", "-wal"] {
        let name = |path: &PathBuf| PathBuf::from(format!("{}{ending}", path.display()));
        std::fs::copy(name(&laptop.path()), name(&path)).expect("copied");
    }
    assert!(matches!(refusal(&path), UntrustedReason::Newer { found: 7_000, .. }));
}

#[test]
fn a_workspace_without_its_key_or_its_device_is_damaged() {
    for change in [
        "DELETE FROM local WHERE key = 'secret'",
        "UPDATE local SET value = x'00' WHERE key = 'secret'",
        "UPDATE local SET value = zeroblob(32) WHERE key = 'secret'",
        "DELETE FROM log; DELETE FROM log_device",
        "DROP TABLE local",
        "DROP TABLE log_device",
        "PRAGMA user_version = 0",
    ] {
        let (laptop, _) = workspace_with_something();
        let connection = Connection::open(laptop.path()).expect("opened");
        connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; {change}")).expect(change);
        connection.close().expect("closed");
        assert!(matches!(refusal(&laptop.path()), UntrustedReason::Damaged(_)), "{change}");
    }
}

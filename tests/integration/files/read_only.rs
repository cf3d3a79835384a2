//! Where nothing may be written.

#![cfg(unix)]

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::other_process::OtherProcess;
use super::{contents, workspace_with_something};

/// The user `nobody`, in whose name root tries what root itself cannot be kept from.
const NOBODY: u32 = 65_534;

/// What a process says that may not write where this does. Root may write anywhere, and so becomes nobody.
fn said_by_a_reader(part: &str, file: &Path) -> String {
    let program = std::env::current_exe().expect("this program");
    let folder = tempfile::tempdir().expect("a folder");
    if std::fs::metadata(folder.path()).expect("made").uid() != 0 {
        return OtherProcess::start(part, file).says();
    }
    // Nobody may not be let into the folder where this program was built.
    set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("set");
    let copy = folder.path().join("program");
    std::fs::copy(program, &copy).expect("copied");
    let mut command = Command::new(copy);
    command.uid(NOBODY).gid(NOBODY).current_dir("/");
    OtherProcess::started_by(command, part, file).says()
}

fn set_mode(path: &Path, mode: u32) {
    set_permissions(path, Permissions::from_mode(mode)).expect("set");
}

#[test]
fn a_workspace_that_cannot_be_written_is_told_to_be_read_only() {
    let (laptop, _) = workspace_with_something();
    let folder = laptop.path().parent().expect("a folder").to_owned();
    let before = contents(&folder);
    for (folder_mode, file_mode) in [(0o555, 0o444), (0o777, 0o444), (0o555, 0o666)] {
        set_mode(&laptop.path(), file_mode);
        set_mode(&folder, folder_mode);
        let said = said_by_a_reader("open", &laptop.path());
        assert_eq!(said, "refused: the file or its folder is read-only", "{folder_mode:o} {file_mode:o}");
        set_mode(&folder, 0o700);
        assert_eq!(contents(&folder), before);
    }
}

#[test]
fn a_workspace_that_cannot_be_read_is_told_to_be_unreadable() {
    let (laptop, _) = workspace_with_something();
    let folder = laptop.path().parent().expect("a folder").to_owned();
    set_mode(&laptop.path(), 0o000);
    set_mode(&folder, 0o777);
    let said = said_by_a_reader("open", &laptop.path());
    assert!(said.starts_with("refused: the file cannot be read"), "{said}");
    set_mode(&folder, 0o700);
}

#[test]
fn a_workspace_is_not_made_where_nothing_may_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    set_mode(folder.path(), 0o555);
    let said = said_by_a_reader("create", &folder.path().join("work.entente-workspace"));
    assert!(said.contains("cannot be written: permission denied"), "{said}");
    set_mode(folder.path(), 0o700);
    assert_eq!(contents(folder.path()).len(), 0);
}

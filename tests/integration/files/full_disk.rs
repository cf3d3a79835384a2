//! A disk that fills up: said in a sentence, nothing acknowledged is lost, and work goes on once there is room.
//!
//! The disk is a small one in memory, which only Linux gives, and only to a process with mounts of its own.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use entente_domain::kinds::Kind;
use entente_domain::workspace::{Bundling, Draft, Error, Identity, Mode, System, Watch, Workspace};

use super::other_process::{OUTGOING, OtherProcess, say};
use crate::laptop::{Laptop, entered, names_in};

/// Four MiB of disk.
const MOUNT: &str = r#"mount -t tmpfs -o size=4m tmpfs "$ENTENTE_TEST_FILE" && exec "$0" "$@""#;

/// Whether this system lets us make a disk. Some let only root.
fn can_mount() -> bool {
    let tried = Command::new("unshare").args(["--mount", "--map-root-user", "true"]).status();
    tried.is_ok_and(|status| status.success())
}

#[test]
fn a_full_disk_is_told_and_costs_nothing() {
    if !can_mount() {
        println!("Not tried: this system lets nobody but root mount a disk.");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    fs::rename(too_large_for_it(), bundle_of(folder.path())).expect("moved");
    let mut command = Command::new("unshare");
    command.args(["--mount", "--map-root-user", "sh", "-c", MOUNT]);
    command.arg(std::env::current_exe().expect("this program"));
    let other = OtherProcess::started_by(command, "fill", folder.path());
    let said: Vec<String> = other.collect();
    fs::remove_file(bundle_of(folder.path())).expect("removed");
    assert_eq!(said, ["saved", "imported", "exported", "went on"]);
}

/// A bundle for which the disk has no room, on another disk.
fn too_large_for_it() -> PathBuf {
    let mut colleague = Laptop::of("Cheng");
    let drafts: Vec<_> = (0..300)
        .map(|number| colleague.draft("institution", &[("name", "USST"), ("note", &noise(number))]))
        .collect();
    colleague.save(&drafts);
    let bundle = tempfile::Builder::new().suffix(".entente").tempfile().expect("a file");
    fs::copy(colleague.export(), bundle.path()).expect("copied");
    bundle.into_temp_path().keep().expect("kept")
}

/// Where the bundle lies for a disk mounted at this folder.
fn bundle_of(folder: &Path) -> PathBuf {
    folder.with_extension("entente")
}

/// A long text that cannot be packed.
fn noise(number: u64) -> String {
    let mut bytes = vec![0; 10_000];
    blake3::Hasher::new().update(&number.to_le_bytes()).finalize_xof().fill(&mut bytes);
    bytes.iter().map(|byte| char::from(b'0' + byte % 64)).collect()
}

/// The part of the process that has the disk at `folder`.
pub(super) fn fills_its_disk(folder: &Path) {
    let path = folder.join("work.entente-workspace");
    let identity = Identity { officer: "Aigul".into(), device: "Laptop".into() };
    let mut workspace = Workspace::create(&path, &identity, Box::new(System)).expect("made");
    let filler = folder.join("filler");
    fs::write(&filler, vec![0; 2 << 20]).expect("there is room for it");

    let shown = saves_until_it_is_full(&mut workspace);
    say("saved");
    let imported = workspace.import(&bundle_of(folder), Mode::Apply, &Watch::default());
    assert!(imported.expect_err("there is no room").is_disk_full());
    assert_eq!(workspace.digest().expect("readable"), shown);
    say("imported");
    let before = names_in(folder);
    let exported = workspace.export(&folder.join(OUTGOING), &Bundling::default(), &Watch::default());
    assert!(matches!(exported, Err(Error::File { .. })), "{exported:?}");
    assert_eq!(names_in(folder), before, "nothing half written is left");
    say("exported");

    fs::remove_file(&filler).expect("removed");
    save(&mut workspace, 0).expect("there is room again");
    let shown = workspace.digest().expect("readable");
    drop(workspace);
    let workspace = Workspace::open(&path, Box::new(System)).expect("opened");
    assert_eq!(workspace.digest().expect("readable"), shown);
    assert_eq!(workspace.check(&Watch::default()).expect("checked").problems, Vec::<String>::new());
    say("went on");
}

/// Saves until there is no room, and gives what was shown after the last save that was acknowledged.
fn saves_until_it_is_full(workspace: &mut Workspace) -> [u8; 32] {
    let mut shown = workspace.digest().expect("readable");
    for number in 0.. {
        match save(workspace, number) {
            Ok(()) => shown = workspace.digest().expect("readable"),
            Err(error) => {
                assert!(error.is_disk_full(), "{error:?}");
                break;
            }
        }
    }
    assert_eq!(workspace.digest().expect("readable"), shown, "what was not acknowledged is not there");
    shown
}

fn save(workspace: &mut Workspace, number: u64) -> Result<(), Error> {
    let fields = entered(&[("name", "USST"), ("note", &noise(number))]);
    let draft = Draft { id: workspace.new_id(), is_new: true, kind: Kind::Institution, fields };
    workspace.save(&[draft], &[]).map(drop)
}

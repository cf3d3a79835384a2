//! A disk that is full, and a folder that cannot be had.

use std::path::Path;
use std::process::Command;

use entente_domain::workspace::{Error, Occasion, Watch};
use tempfile::TempDir;

use crate::laptop::{JUNE_2026, Laptop, names_in};

/// A disk of a few hundred KiB in memory, unmounted at the end; `None` where only root could mount it.
struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"]).arg(folder.path());
        let is_mounted = mount.output().is_ok_and(|output| output.status.success());
        is_mounted.then_some(Self { folder })
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).output();
    }
}

fn refused(laptop: &mut Laptop) -> std::io::ErrorKind {
    let backups = laptop.work().backups().expect("readable");
    match backups.make(Occasion::Asked, JUNE_2026, &Watch::default()) {
        Err(Error::File { source, .. }) => source.kind(),
        other => panic!("not told as a matter of the folder: {other:?}"),
    }
}

#[test]
fn a_full_disk_is_told_and_nothing_is_left_on_it() {
    let Some(disk) = SmallDisk::mounted() else { return };
    let mut laptop = Laptop::of("Aigul");
    for place in 0..40 {
        let note: String =
            (0..6_000).map(|n: u32| char::from(b'a' + (n * n % 25 + place) as u8 % 26)).collect();
        laptop.add("tag", &[("name", &format!("tag {place}")), ("note", &note)]);
    }
    laptop.work().set_backup_folder(Some(disk.path())).expect("set");
    assert_eq!(refused(&mut laptop), std::io::ErrorKind::StorageFull);
    assert_eq!(names_in(disk.path()), Vec::<String>::new());
    laptop.add("tag", &[("name", "the officer goes on")]);
    laptop.prove_sound();
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "one")]);
    let in_the_way = laptop.file("a file");
    std::fs::write(&in_the_way, "").expect("written");
    laptop.work().set_backup_folder(Some(&in_the_way.join("copies"))).expect("set");
    refused(&mut laptop);
    laptop.add("tag", &[("name", "the officer goes on")]);
    laptop.prove_sound();
}

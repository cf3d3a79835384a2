//! The laptops that take part: restored and copied ones, who lacks what, and trust.

mod former_keys;
mod peers;
mod recognised;
mod stories;

use std::path::Path;

use tempfile::TempDir;

use crate::laptop::Laptop;

/// A folder in which a machine keeps its marks.
fn machine() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// A laptop with something in it, known on a machine.
fn known_on(machine: &TempDir) -> Laptop {
    let mut laptop = Laptop::of("Aigul");
    laptop.recognise(machine.path());
    laptop.add("institution", &[("name", "before")]);
    laptop
}

/// Lets something be done to a laptop, and puts its file back as it was before.
fn put_back(laptop: &mut Laptop, change: impl FnOnce(&mut Laptop), machine: &Path) {
    laptop.close();
    let old = std::fs::read(laptop.path()).expect("read");
    laptop.open();
    laptop.recognise(machine);
    change(laptop);
    laptop.close();
    std::fs::write(laptop.path(), old).expect("put back");
    laptop.open();
    laptop.recognise(machine);
}

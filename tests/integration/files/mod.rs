//! A workspace file that cannot be trusted or had is told apart from an empty workspace, and stays as it was.

mod damaged;
mod full_disk;
mod journal;
pub(crate) mod killed;
mod locks;
pub(crate) mod other_process;
mod read_only;
mod refused;
mod versions;
mod written;

use std::collections::BTreeMap;
use std::path::Path;

use entente_domain::store::UntrustedReason;
use entente_domain::workspace::{Error, Seeded, Workspace};

use crate::laptop::{JUNE_2026, Laptop, names_in};

/// Opens a file.
fn open(path: &Path) -> Result<Workspace, Error> {
    Workspace::open(path, Box::new(Seeded::new(99, JUNE_2026)))
}

/// Why a file is not opened; nothing in its folder may have changed by trying.
fn refusal(path: &Path) -> UntrustedReason {
    let folder = path.parent().expect("a folder");
    let before = contents(folder);
    let reason = match open(path) {
        Err(Error::Untrusted(untrusted)) => {
            assert_eq!(untrusted.path, path);
            untrusted.reason
        }
        Err(other) => panic!("{}: not refused as untrusted but {other:?}", path.display()),
        Ok(_) => panic!("{}: was opened", path.display()),
    };
    assert_eq!(contents(folder), before, "{}: left alone, no file added", path.display());
    reason
}

/// The hash of every file in a folder.
fn contents(folder: &Path) -> BTreeMap<String, Option<blake3::Hash>> {
    let hash = |name: &String| std::fs::read(folder.join(name)).ok().map(|bytes| blake3::hash(&bytes));
    names_in(folder).into_iter().map(|name| (name.clone(), hash(&name))).collect()
}

/// A closed workspace with something in it, and its bytes.
fn workspace_with_something() -> (Laptop, Vec<u8>) {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "上海理工大学"), ("note", &"a note ".repeat(2_000))]);
    for text in 0..20 {
        laptop.add_to(id, "name", &[("text", &format!("name {text}"))]);
    }
    laptop.close();
    let bytes = std::fs::read(laptop.path()).expect("read");
    (laptop, bytes)
}

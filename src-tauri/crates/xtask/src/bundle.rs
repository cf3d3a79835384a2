//! `cargo xtask bundle`: an installable `.deb`, staged here and packed by `dpkg-deb`; nothing is downloaded.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::place;
use crate::program::{self, cargo, exists, npm};
use crate::setup;

mod control;
mod stage;
mod window;

pub(crate) use window::{see_window, test};

/// The two programs a package installs.
const PROGRAMS: [&str; 2] = ["entente", "entente-cli"];

/// The chore: a release build, packed; or with `--debug` the debug build that is there.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    let debug = crate::one_switch("bundle", "--debug", options)?;
    if !exists("dpkg-deb") {
        return Err(Failure::Missing("A .deb is made on Debian or Ubuntu, where dpkg-deb is.".to_owned()));
    }
    let deb = if debug { pack(&place::debug_build(), Packing::Quick)? } else { release()? };
    println!("{}", deb.display());
    Ok(())
}

fn release() -> Result<PathBuf, Failure> {
    setup::to_build()?;
    setup::interface()?;
    program::run(npm(&["run", "build"]))?;
    program::run(cargo(&["build", "--release", "--workspace", "--bin", "entente", "--bin", "entente-cli"]))?;
    pack(&place::target().join("release"), Packing::Small)
}

/// How hard to squeeze: a package for a test is not worth the minute.
#[derive(Clone, Copy)]
enum Packing {
    Quick,
    Small,
}

/// Stages the programs of a build with all that a desktop wants to know of them, and packs that.
fn pack(build: &Path, packing: Packing) -> Result<PathBuf, Failure> {
    let folder = place::target().join("bundle");
    let root = folder.join("root");
    clear(&root)?;
    stage::stage(build, &root)?;
    control::write(&root)?;
    let architecture = control::architecture();
    let deb = folder.join(format!("entente_{}_{architecture}.deb", env!("CARGO_PKG_VERSION")));
    let mut dpkg = program::program("dpkg-deb");
    dpkg.args(["--root-owner-group", if matches!(packing, Packing::Quick) { "-Znone" } else { "-Zxz" }]);
    dpkg.arg("--build").arg(&root).arg(&deb);
    program::run(dpkg)?;
    Ok(deb)
}

fn clear(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::file("clear", folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| Failure::file("make", folder, &error))
}

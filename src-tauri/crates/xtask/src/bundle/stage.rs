//! The files of a package, laid out as they will be installed.

use std::fs;
use std::path::Path;

use super::PROGRAMS;
use crate::failure::Failure;
use crate::icons;
use crate::program::{self, program};

/// What tells the desktop about the program: where it is installed, and its text.
const TEXTS: [(&str, &str); 4] = [
    ("usr/share/applications/entente.desktop", include_str!("../../bundle/entente.desktop")),
    ("usr/share/mime/packages/entente.xml", include_str!("../../bundle/entente.xml")),
    (
        "usr/share/metainfo/org.entente.desktop.metainfo.xml",
        include_str!("../../bundle/org.entente.desktop.metainfo.xml"),
    ),
    ("usr/share/doc/entente/copyright", include_str!("../../bundle/copyright")),
];

/// Lays out a package under `root`, with the programs of `build`.
pub(super) fn stage(build: &Path, root: &Path) -> Result<(), Failure> {
    for name in PROGRAMS {
        strip(&build.join(name), &root.join("usr/bin").join(name))?;
    }
    for (path, text) in TEXTS {
        write(&root.join(path), text)?;
    }
    let hicolor = root.join("usr/share/icons/hicolor");
    for size in icons::DESKTOP_SIZES {
        copy(&icons::png(size), &hicolor.join(format!("{size}x{size}/apps/entente.png")))?;
    }
    copy(&icons::drawing(), &hicolor.join("scalable/apps/entente.svg"))
}

/// Copies a program without its symbols, which are most of a debug build.
fn strip(from: &Path, to: &Path) -> Result<(), Failure> {
    make_folder_of(to)?;
    let mut strip = program("strip");
    strip.args(["--strip-unneeded", "-o"]).arg(to).arg(from);
    program::run(strip)
}

/// Writes a text file and the folders it needs.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    make_folder_of(path)?;
    fs::write(path, text).map_err(|error| Failure::file("write", path, &error))
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    make_folder_of(to)?;
    fs::copy(from, to).map(drop).map_err(|error| Failure::file("copy", from, &error))
}

fn make_folder_of(path: &Path) -> Result<(), Failure> {
    let folder = path.parent().expect("BUG: a staged file is in no folder");
    fs::create_dir_all(folder).map_err(|error| Failure::file("make", folder, &error))
}

//! Where things are: the project's folders, and the folder that cargo builds into.

use std::path::{Path, PathBuf};

/// The project's root folder.
pub(crate) fn root() -> &'static Path {
    // xtask is built where it is used, so the folder known at build time is the right one.
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).expect("BUG: xtask is not three folders deep")
}

/// The interface's folder.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// The folder of all build products, wherever the developer's cargo settings put it.
pub(crate) fn target() -> PathBuf {
    debug_build().parent().expect("BUG: the debug folder has no parent").to_owned()
}

/// The folder of the debug build. xtask is itself built there.
pub(crate) fn debug_build() -> PathBuf {
    let me = std::env::current_exe().expect("BUG: the system cannot name the running program");
    me.parent().expect("BUG: the running program is in no folder").to_owned()
}

/// A program of the debug build, by its name without the system's ending.
pub(crate) fn debug_program(name: &str) -> PathBuf {
    debug_build().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

//! Hands Tauri what it embeds: the window's settings, its permissions, and the interface.

use std::path::Path;
use std::{fs, io};

/// The built interface.
const INTERFACE: &str = "../ui/dist";

/// What stands in its place until it is built, so that Rust alone can be checked and tested without npm.
const NOT_BUILT: &str = "<!doctype html><title>Entente</title><p>The interface is not built: cargo xtask run";

fn main() -> io::Result<()> {
    let page = Path::new(INTERFACE).join("index.html");
    if !page.exists() {
        fs::create_dir_all(INTERFACE)?;
        fs::write(page, NOT_BUILT)?;
    }
    println!("cargo:rerun-if-changed={INTERFACE}");
    tauri_build::build();
    Ok(())
}

//! Lists every Fluent file under `src-tauri/locales/` so that the crate can embed it. A new file or a new
//! folder is picked up by the next build: no list is kept by hand.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    let crate_folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let locales =
        crate_folder.ancestors().nth(2).ok_or("the crate stands in src-tauri/crates")?.join("locales");
    println!("cargo::rerun-if-changed={}", locales.display());
    println!("cargo::rerun-if-changed=build.rs");

    let mut code = String::from("&[\n");
    for folder in sorted(&locales)?.into_iter().filter(|path| path.is_dir()) {
        writeln!(code, "    ({:?}, &[", file_name(&folder))?;
        for file in sorted(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "ftl")) {
            writeln!(code, "        ({:?}, include_str!({:?})),", file_name(&file), file)?;
        }
        code.push_str("    ]),\n");
    }
    code.push_str("]\n");
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("locales.rs"), code)?)
}

/// What a folder holds, in an order that no file system decides.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

//! Writes the interface's generated types into a folder, or with `--check` compares them with what is there:
//! `cargo xtask types [--check]`. A file there that is not made here is a difference too.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let result = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [folder] => write(Path::new(folder)).map(|()| Vec::new()),
        [folder, "--check"] => differences(Path::new(folder)),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "types FOLDER [--check]")),
    };
    match result {
        Ok(different) if different.is_empty() => ExitCode::SUCCESS,
        Ok(different) => {
            eprintln!(
                "Not as the api makes them: {}. Write them anew: cargo xtask types",
                different.join(", ")
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    entente_api::typescript::files()
        .into_iter()
        .try_for_each(|(name, text)| fs::write(folder.join(name), text))
}

/// The names of files that differ, are missing, or are there and should not be.
fn differences(folder: &Path) -> io::Result<Vec<String>> {
    let made = entente_api::typescript::files();
    let mut there = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        there.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    let extra = there.iter().filter(|name| made.iter().all(|(made, _)| made != *name)).cloned();
    let same =
        |name: &str, text: &str| fs::read_to_string(folder.join(name)).is_ok_and(|there| there == text);
    let changed = made.iter().filter(|(name, text)| !same(name, text)).map(|(name, _)| name.clone());
    Ok(changed.chain(extra).collect())
}

//! The shared folder: files go out and come in by themselves, and whatever else stands there does no harm.

mod carrier;
mod guarded;
mod harmless;
mod introduced;
mod kept_small;
mod killed;
mod looks_killed;
mod relayed;
mod restored;
mod retired;
mod rules;
mod sealed;
mod ten;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use entente_domain::workspace::{Compared, FolderFile, Looked, SharedFolder, Standing, Watch};
use tempfile::TempDir;

use crate::laptop::{Laptop, names_in};
use crate::projections::everything;

/// A folder that all laptops see at once.
fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Laptops that know and trust each other and apply what comes, on one folder.
fn laptops<const N: usize>(folder: &Path, officers: [&str; N]) -> [Laptop; N] {
    let mut laptops = officers.map(Laptop::of);
    for laptop in &mut laptops {
        share(laptop, folder, true);
        laptop.add("tag", &[("name", "begun")]);
    }
    acquaint(&mut laptops);
    laptops
}

/// Each hears of all others by a file from hand to hand, and trusts them.
fn acquaint(laptops: &mut [Laptop]) {
    let bundles: Vec<_> = laptops.iter_mut().map(Laptop::export).collect();
    let devices: Vec<_> = laptops.iter_mut().map(|laptop| laptop.work().device()).collect();
    for (who, laptop) in laptops.iter_mut().enumerate() {
        for (other, bundle) in bundles.iter().enumerate().filter(|(other, _)| *other != who) {
            laptop.import(bundle);
            laptop.work().set_trust(devices[other], Some(Compared::SideBySide)).expect("trusted");
        }
    }
}

fn share(laptop: &mut Laptop, folder: &Path, applies: bool) {
    let folder = SharedFolder { path: folder.into(), applies, open: false };
    laptop.work().set_folder(&folder).expect("chosen");
}

fn look(laptop: &mut Laptop) -> Looked {
    laptop.work().look_in_folder(false, &Watch::default()).expect("looked")
}

/// All look, until nobody has anything more to say.
fn all_look(laptops: &mut [Laptop]) {
    for _ in 0..10 {
        let looks: Vec<_> = laptops.iter_mut().map(look).collect();
        if looks.iter().all(|look| look.put.is_none() && !look.arrived) {
            return;
        }
    }
    panic!("the folder does not come to rest");
}

/// What became of a file, by its name.
fn standing(laptop: &mut Laptop, name: &str) -> Option<Standing> {
    let files = laptop.work().folder_files().expect("readable");
    files.iter().find(|file| file.name == name).map(|file| file.standing)
}

/// The files that wait.
fn waiting(laptop: &mut Laptop) -> Vec<FolderFile> {
    let files = laptop.work().folder_files().expect("readable");
    files.into_iter().filter(|file| file.standing == Standing::Waits).collect()
}

/// The names of the files with commits that a laptop has in the folder.
fn files_of(laptop: &mut Laptop, folder: &Path) -> Vec<String> {
    let mark = format!(" - {} - ", &laptop.work().device().to_string()[..8]);
    let is_own = |name: &String| name.contains(&mark) && !name.contains("introduction");
    names_in(folder).into_iter().filter(is_own).collect()
}

/// The one file with commits that a laptop has in the folder.
fn file_of(laptop: &mut Laptop, folder: &Path) -> String {
    let files = files_of(laptop, folder);
    assert_eq!(files.len(), 1, "{files:?}");
    files[0].clone()
}

/// Every file in the folder with its content.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let read = |name: String| {
        let bytes = fs::read(folder.join(&name)).expect("readable");
        (name, bytes)
    };
    names_in(folder).into_iter().map(read).collect()
}

/// Text of which about so many kilobytes are left when it is packed: twelve bits of chance a character.
fn noise(seed: u64, kilobytes: usize) -> String {
    let mut reader = blake3::Hasher::new().update(&seed.to_le_bytes()).finalize_xof();
    let mut bytes = vec![0; kilobytes * 1_366];
    reader.fill(&mut bytes);
    let (pairs, _) = bytes.as_chunks::<2>();
    let character = |pair: &[u8; 2]| char::from_u32(0x4E00 + u32::from(u16::from_le_bytes(*pair) >> 4));
    pairs.iter().filter_map(character).collect()
}

/// All that is known, but for what is noted of the folder's files.
fn all_known(laptop: &Laptop) -> BTreeMap<String, Vec<Vec<rusqlite::types::Value>>> {
    let mut rows = everything(&laptop.path());
    rows.retain(|table, _| !table.starts_with("folder_"));
    rows
}

//! Bundles in parts: under any names and in any order they are one again, and what is missing is named.

use std::fs;
use std::path::PathBuf;

use entente_domain::bundle::BundleError;
use entente_domain::workspace::{Bundling, SMALLEST_PART, Splitting, Watch};

use crate::laptop::{Laptop, names_in};

/// A laptop with a bundle in five parts or so, and these.
fn in_parts() -> (Laptop, Vec<PathBuf>) {
    let mut laptop = Laptop::of("Aigul");
    let owner = laptop.add("agreement", &[("title", "Exchange")]);
    let scan = laptop.file("scan.pdf");
    let content: Vec<u8> =
        (0..70_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    fs::write(&scan, content).expect("written");
    laptop.work().attach(owner, &scan, None).expect("attached");
    let parts = split(&mut laptop, "to Bek.entente");
    (laptop, parts)
}

fn split(laptop: &mut Laptop, name: &str) -> Vec<PathBuf> {
    let splitting = Splitting { limit: SMALLEST_PART, name: " part {number} of {count}".into() };
    let bundling = Bundling { splitting: Some(splitting), ..Bundling::default() };
    let path = laptop.file(name);
    let exported = laptop.work().export(&path, &bundling, &Watch::default()).expect("exported");
    exported.files
}

/// A folder with these files under other names, as a mail program gives them.
fn received(parts: &[PathBuf]) -> (tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().expect("a folder");
    let names = ["e.entente", "attachment (1)", "b.entente", "d.ENTENTE", "a.entente.dat", "c", "0"];
    let paths: Vec<_> = parts.iter().zip(names).map(|(_, name)| folder.path().join(name)).collect();
    for (part, path) in parts.iter().zip(&paths) {
        fs::copy(part, path).expect("copied");
    }
    (folder, paths)
}

#[test]
fn parts_are_named_plainly_and_none_is_larger_than_the_limit() {
    let (laptop, parts) = in_parts();
    assert!(parts.len() > 2, "{parts:?}");
    for (number, part) in (1..).zip(&parts) {
        let name = format!("to Bek part {number} of {}.entente", parts.len());
        assert_eq!(part.file_name().and_then(|name| name.to_str()), Some(name.as_str()));
        assert!(fs::metadata(part).expect("there").len() <= SMALLEST_PART);
    }
    let left = names_in(laptop.path().parent().expect("a folder"));
    assert!(!left.iter().any(|name| name.contains("unfinished") || name == "to Bek.entente"), "{left:?}");
}

#[test]
fn a_bundle_that_fits_comes_in_one_file() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("tag", &[("name", "small")]);
    assert_eq!(split(&mut laptop, "small.entente"), [laptop.file("small.entente")]);
}

#[test]
fn any_part_opens_the_whole_whatever_the_files_are_called_and_whatever_lies_beside() {
    let (mut aigul, parts) = in_parts();
    let others = split(&mut aigul, "another.entente");
    for place in 0..parts.len() {
        let mut bek = Laptop::of("Bek");
        let (folder, paths) = received(&parts);
        fs::copy(&others[1], folder.path().join("from another.entente")).expect("copied");
        fs::copy(&parts[0], folder.path().join("a copy.entente")).expect("copied");
        fs::write(folder.path().join("letter.txt"), "Dear Bek").expect("written");
        fs::create_dir(folder.path().join("folder.entente")).expect("made");
        assert!(bek.import(&paths[place]).new_commits > 0);
        assert_eq!(bek.digest(), aigul.digest());
    }
}

#[test]
fn a_part_that_is_missing_or_cut_off_is_named() {
    let (_aigul, parts) = in_parts();
    let mut bek = Laptop::of("Bek");
    let count = u16::try_from(parts.len()).expect("a few");
    let (_folder, paths) = received(&parts);
    let mut refused = |opened: &PathBuf| match bek.refusal(opened) {
        BundleError::PartsMissing { missing, count: told } if told == count => missing,
        other => panic!("{other:?}"),
    };
    let whole = fs::read(&paths[1]).expect("read");
    for length in [whole.len() - 1, 100] {
        fs::write(&paths[1], &whole[..length]).expect("written");
        assert_eq!(refused(&paths[0]), [2]);
    }
    fs::remove_file(&paths[1]).expect("removed");
    assert_eq!(refused(&paths[0]), [2]);
    fs::remove_file(paths.last().expect("some")).expect("removed");
    assert_eq!(refused(&paths[0]), [2, count]);
}

#[test]
fn a_part_that_claims_what_none_can_is_refused() {
    let (_aigul, parts) = in_parts();
    let part = fs::read(&parts[0]).expect("read");
    let mut bek = Laptop::of("Bek");
    // The places of number, count and length in a part's header.
    for (at, bytes) in [(28, [0, 0]), (28, [255, 3]), (30, [0, 0]), (30, [255, 255]), (46, [255, 255])] {
        let mut claims = part.clone();
        claims[at..at + 2].copy_from_slice(&bytes);
        let path = bek.file("claims.entente");
        fs::write(&path, claims).expect("written");
        let refused = bek.refusal(&path);
        assert!(matches!(refused, BundleError::Malformed(_)), "{at}: {refused:?}");
    }
    let path = bek.file("claims.entente");
    fs::write(&path, &part[..40]).expect("written");
    assert!(matches!(bek.refusal(&path), BundleError::Malformed(_)));
}

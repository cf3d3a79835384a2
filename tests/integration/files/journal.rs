//! The journal beside the file: what comes out of it in time, and one that a power cut left half written, with which
//! the workspace is as after one of the saves.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use entente_domain::workspace::Watch;

use super::damaged::after_a_power_cut;
use super::open;
use crate::laptop::Laptop;
use crate::soak::times;

const SAVES: usize = 30;

/// A laptop whose last saves stand in the journal alone, and what was shown after each of them.
fn saves_in_the_journal() -> (Laptop, Vec<[u8; 32]>) {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("institution", &[("name", "USST")]);
    laptop.reopen();
    let mut shown = vec![laptop.digest()];
    for number in 0..SAVES {
        laptop.add("tag", &[("name", &format!("tag {number}"))]);
        shown.push(laptop.digest());
    }
    (laptop, shown)
}

/// How many saves are there when a workspace is opened with this journal.
fn saves_found(path: &Path, journal: &[u8], shown: &[[u8; 32]]) -> usize {
    let beside = |ending| PathBuf::from(format!("{}{ending}", path.display()));
    std::fs::write(beside("-wal"), journal).expect("written");
    let workspace = open(path).expect("opened");
    let digest = workspace.digest().expect("readable");
    assert_eq!(workspace.check(&Watch::default()).expect("checked").problems, Vec::<String>::new());
    shown.iter().position(|known| *known == digest).expect("as after one of the saves")
}

/// Tries the journal altered behind many a point, and holds what is found against what was shown.
fn altered_behind(alter: impl Fn(&[u8], usize) -> Vec<u8>) {
    let (laptop, shown) = saves_in_the_journal();
    let (_folder, path) = after_a_power_cut(&laptop);
    let file = std::fs::read(&path).expect("read");
    let journal = std::fs::read(format!("{}-wal", path.display())).expect("read");
    let points = times(40);
    let mut least = 0;
    for point in (0..=points).map(|place| journal.len() * place / points) {
        std::fs::write(&path, &file).expect("written");
        let found = saves_found(&path, &alter(&journal, point), &shown);
        assert!(found >= least, "{found} saves with {point} bytes of the journal, {least} with fewer");
        least = found;
    }
    assert_eq!(least, SAVES, "the whole journal has all of them");
}

#[test]
fn a_journal_cut_at_any_point_has_the_saves_before_it() {
    altered_behind(|journal, point| journal[..point].to_vec());
}

#[test]
fn a_journal_garbled_behind_any_point_has_the_saves_before_it() {
    altered_behind(|journal, point| {
        let mut garbled = journal.to_vec();
        garbled[point..].iter_mut().for_each(|byte| *byte ^= 0xA5);
        garbled
    });
}

#[test]
fn what_is_saved_comes_into_the_file_while_the_workspace_is_open() {
    const NOTE: &str = "Zaynab will ring back";
    let mut laptop = Laptop::of("Aigul");
    laptop.add("institution", &[("name", NOTE)]);
    let path = laptop.path();
    let start = Instant::now();
    while !holds(&path, NOTE) {
        assert!(start.elapsed() < Duration::from_secs(20), "it stands in the journal alone");
        std::thread::sleep(Duration::from_millis(50));
    }
    laptop.close();
    assert_eq!(laptop.files(), ["work.entente-workspace"], "the last to be closed leaves one file");
}

fn holds(file: &Path, text: &str) -> bool {
    let bytes = std::fs::read(file).expect("read");
    bytes.windows(text.len()).any(|bytes| bytes == text.as_bytes())
}

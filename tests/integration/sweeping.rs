//! Writing a file anew after an erasure: how much memory it takes, and what becomes of one that does not come to its end.

use std::fs;
use std::path::{Path, PathBuf};

use entente_domain::ids::RecordId;
use entente_domain::workspace::{Error, System, Watch, Workspace};

use crate::files::other_process::{Moment, OtherProcess, interrupt, moments, say, time_of};
use crate::laptop::Laptop;
use crate::soak::times;

const SECRET: &[u8] = b"Zqforgotten";

/// A laptop with a document of so many bytes that cannot be packed, and a tag to be erased, whose id is in a file beside.
fn with_scan(bytes: usize) -> (Laptop, RecordId) {
    let mut laptop = Laptop::of("Aigul");
    let institution = laptop.add("institution", &[("name", "USST")]);
    let scan = laptop.file("scan.pdf");
    let mut noise = vec![0; bytes];
    blake3::Hasher::new().finalize_xof().fill(&mut noise);
    fs::write(&scan, noise).expect("written");
    laptop.work().attach(institution, &scan, None).expect("attached");
    let tag = laptop.add("tag", &[("name", std::str::from_utf8(SECRET).expect("text"))]);
    fs::write(laptop.file("erased"), tag.to_string()).expect("written");
    (laptop, tag)
}

/// The part of another process: erases that tag, and says by how many MiB its memory grew at the most.
pub(crate) fn erases(file: &Path) {
    let text = fs::read_to_string(file.with_file_name("erased")).expect("an id");
    let tag: RecordId = text.parse().expect("an id");
    let mut workspace = Workspace::open(file, Box::new(System)).expect("opened");
    let before = memory("VmRSS");
    say("begins");
    workspace.erase(tag).expect("erased");
    say("done");
    say(&(memory("VmHWM").saturating_sub(before) >> 10).to_string());
}

/// A figure of this process's memory, in KiB.
fn memory(figure: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("read");
    let line = status.lines().find_map(|line| line.strip_prefix(figure)).expect("such a figure");
    line.split_whitespace().nth(1).expect("a number").parse().expect("a number")
}

fn has_secret(file: PathBuf) -> bool {
    fs::read(file).is_ok_and(|bytes| bytes.windows(SECRET.len()).any(|part| part == SECRET))
}

fn journal(laptop: &Laptop) -> PathBuf {
    laptop.path().with_extension("entente-workspace-wal")
}

#[test]
fn it_takes_no_more_memory_than_anything_else_however_large_the_workspace() {
    let (mut laptop, _) = with_scan(128 << 20);
    laptop.close();
    let mut other = OtherProcess::start("erase", &laptop.path());
    assert_eq!([other.says(), other.says()], ["begins", "done"]);
    let mebibytes: u64 = other.says().parse().expect("a number");
    assert!(mebibytes < 64, "{mebibytes} MiB for a workspace of 128");
    drop(other);
    assert!(!has_secret(laptop.path()) && !has_secret(journal(&laptop)));
}

#[test]
fn killed_at_any_instant_the_file_is_as_before_or_as_after_and_nothing_is_left_beside_it() {
    let (mut laptop, tag) = with_scan(4 << 20);
    laptop.close();
    let file = fs::read(laptop.path()).expect("read");
    let whole = time_of("erase", &laptop.path());
    for moment in moments(whole, times(8)) {
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(laptop.path().with_extension(format!("entente-workspace{ending}")));
        }
        fs::write(laptop.path(), &file).expect("put back");
        interrupt("erase", &laptop.path(), moment);
        laptop.open();
        assert!(laptop.files().iter().all(|name| !name.contains("sweeping")), "killed: {moment:?}");
        let is_erased = laptop.work().is_erased(tag).expect("readable");
        assert_eq!(is_erased, !laptop.knows(tag));
        let is_unswept = laptop.work().is_unswept().expect("readable");
        if is_unswept {
            laptop.work().sweep(&Watch::default()).expect("swept");
        }
        assert!(is_erased || !matches!(moment, Moment::Done));
        laptop.prove_sound();
        laptop.close();
        assert_eq!(has_secret(laptop.path()), !is_erased, "killed: {moment:?}, unswept: {is_unswept}");
    }
}

#[test]
fn what_is_stopped_or_in_use_is_told_and_done_when_asked_for() {
    let (mut laptop, tag) = with_scan(1 << 20);
    let reader = rusqlite::Connection::open(laptop.path()).expect("opened");
    let look = reader.unchecked_transaction().expect("begun");
    look.query_row("SELECT count(*) FROM log", (), |row| row.get::<_, i64>(0)).expect("read");
    laptop.work().erase(tag).expect("erased, whoever reads");
    assert!(laptop.work().is_unswept().expect("readable"));
    assert!(matches!(laptop.work().sweep(&Watch::default()), Err(Error::Untrusted(_))));
    drop(look);
    drop(reader);
    laptop.reopen();
    assert!(laptop.work().is_unswept().expect("readable"), "it is not done at opening");
    let stopped = Watch::default();
    stopped.stop();
    assert!(matches!(laptop.work().sweep(&stopped), Err(Error::Cancelled)));
    assert!(laptop.work().is_unswept().expect("readable"));
    laptop.work().sweep(&Watch::default()).expect("swept");
    assert!(!laptop.work().is_unswept().expect("readable"));
    assert!(!has_secret(laptop.path()) && !has_secret(journal(&laptop)));
    laptop.prove_sound();
}

#[test]
fn an_erasure_that_is_stopped_before_it_is_done_erases_nothing() {
    let (mut laptop, tag) = with_scan(10);
    let watch = Watch::default();
    watch.stop();
    assert!(matches!(laptop.work().erase_watched(tag, &watch), Err(Error::Cancelled)));
    assert!(matches!(laptop.work().erasure_of(tag, &watch), Err(Error::Cancelled)));
    assert!(laptop.knows(tag) && !laptop.work().is_unswept().expect("readable"));
}

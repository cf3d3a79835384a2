//! Killed at any instant, a workspace is as before or as after.

use std::path::Path;
use std::time::Duration;

use entente_domain::workspace::{Bundling, Watch};

use super::other_process::{INCOMING, OUTGOING, OtherProcess, interrupt, moments, time_of};
use crate::laptop::Laptop;
use crate::soak::times;

#[test]
fn what_was_acknowledged_is_there_after_a_kill_and_the_rest_is_whole() {
    let mut laptop = Laptop::of("Aigul");
    let times = times(4);
    for place in 0..times {
        // From at once to 25 ms after the first saves.
        let delay = Duration::from_millis(25).mul_f64(place as f64 / times as f64);
        laptop.close();
        let mut other = OtherProcess::start("save", &laptop.path());
        let mut acknowledged: Vec<String> = (0..3).map(|_| other.says()).collect();
        std::thread::sleep(delay);
        other.is_killed();
        acknowledged.extend(other.by_ref());
        laptop.open();
        for id in acknowledged {
            let id = id.parse().expect("an id");
            let detail = laptop.work().detail(id).expect("it is there");
            let names =
                detail.owned.iter().find(|(kind, _)| kind.name() == "name").map(|(_, rows)| rows.len());
            assert_eq!(names, Some(1));
        }
        laptop.prove_sound();
    }
}

#[test]
fn an_import_that_is_killed_is_there_whole_or_not_at_all() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("institution", &[("name", "USST")]);
    let mut colleague = with_much_to_tell();
    let told = colleague.export();
    std::fs::rename(told, laptop.file(INCOMING)).expect("moved");
    let before = laptop.digest();
    let file = closed(&mut laptop);

    let whole = time_of("import", &laptop.path());
    laptop.open();
    let after = laptop.digest();
    laptop.close();
    let mut seen = [false; 2];
    for moment in moments(whole, times(8)) {
        put_back(&laptop.path(), &file);
        interrupt("import", &laptop.path(), moment);
        laptop.open();
        let found = laptop.digest();
        assert!(found == before || found == after, "killed: {moment:?}");
        seen[usize::from(found == after)] = true;
        laptop.prove_sound();
        laptop.close();
    }
    assert_eq!(seen, [true; 2], "not killed both before and after it was done");
}

#[test]
fn an_export_that_is_killed_leaves_a_whole_bundle_or_none() {
    let mut laptop = with_much_to_tell();
    let digest = laptop.digest();
    laptop.close();
    let bundle = laptop.file(OUTGOING);
    let whole = time_of("export", &laptop.path());
    for moment in moments(whole, times(8)) {
        let _ = std::fs::remove_file(&bundle);
        interrupt("export", &laptop.path(), moment);
        if bundle.exists() {
            let mut colleague = Laptop::of("Bek");
            colleague.import(&bundle);
            assert_eq!(colleague.digest(), digest, "killed: {moment:?}");
        }
        laptop.open();
        assert_eq!(laptop.digest(), digest);
        laptop.close();
    }
    laptop.open();
    laptop
        .work()
        .export(&bundle, &Bundling::default(), &Watch::default())
        .expect("what a killed export left is in nobody's way");
}

/// A laptop whose bundle, or copy, takes some time.
pub(crate) fn with_much_to_tell() -> Laptop {
    let mut laptop = Laptop::of("Cheng");
    for part in 0..10 {
        let name = |number| format!("Institution {part}.{number} 上海");
        let drafts: Vec<_> =
            (0..40).map(|number| laptop.draft("institution", &[("name", &name(number))])).collect();
        laptop.save(&drafts);
    }
    laptop
}

/// The bytes of a laptop's workspace, which is closed for it.
pub(crate) fn closed(laptop: &mut Laptop) -> Vec<u8> {
    laptop.close();
    std::fs::read(laptop.path()).expect("read")
}

/// Makes a workspace's file what it was, without what was left beside it.
pub(crate) fn put_back(path: &Path, bytes: &[u8]) {
    for beside in ["-wal", "-shm", ".lock"] {
        let _ = std::fs::remove_file(format!("{}{beside}", path.display()));
    }
    std::fs::write(path, bytes).expect("written");
}

//! Killed at any instant, a workspace is as before or as after.

use std::time::Duration;

use super::other_process::OtherProcess;
use crate::laptop::Laptop;

#[test]
fn what_was_acknowledged_is_there_after_a_kill_and_the_rest_is_whole() {
    let mut laptop = Laptop::of("Aigul");
    for after in [0, 1, 7, 23] {
        laptop.close();
        let mut other = OtherProcess::start("save", &laptop.path());
        let mut acknowledged: Vec<String> = (0..3).map(|_| other.says()).collect();
        std::thread::sleep(Duration::from_millis(after));
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

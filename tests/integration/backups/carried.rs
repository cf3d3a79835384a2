//! What a laptop keeps of its own when a copy takes the place of its workspace.

use entente_domain::workspace::{Compared, Occasion, SharedFolder};

use super::made;
use crate::laptop::Laptop;

#[test]
fn whom_it_trusts_and_which_folder_it_shares_stay_as_they_are_and_are_not_as_they_were() {
    let (then, now) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let folder = |place: &tempfile::TempDir, applies| SharedFolder {
        path: place.path().into(),
        applies,
        open: applies,
    };
    let (mut laptop, mut stolen, mut friend) = (Laptop::of("Aigul"), Laptop::of("Bek"), Laptop::of("Cheng"));
    laptop.add("tag", &[("name", "one")]);
    for other in [&mut stolen, &mut friend] {
        other.add("tag", &[("name", "theirs")]);
        laptop.hear(other);
    }
    let (stolen, friend) = (stolen.work().device(), friend.work().device());
    laptop.work().set_trust(stolen, Some(Compared::SideBySide)).expect("trusted");
    laptop.work().set_folder(&folder(&then, true)).expect("chosen");
    let copy = made(&mut laptop, Occasion::Asked, 0).expect("made");
    laptop.work().set_trust(stolen, None).expect("trusted no more");
    laptop.work().set_trust(friend, Some(Compared::Aloud)).expect("trusted");
    for chosen in [Some(folder(&now, false)), None] {
        match &chosen {
            Some(folder) => laptop.work().set_folder(folder).expect("chosen"),
            None => laptop.work().leave_folder().expect("left"),
        }
        laptop.put_back(&copy.path).expect("put back");
        assert_eq!(laptop.work().folder().expect("readable"), chosen);
        let mut trusts =
            |device| laptop.work().trust_in(device).expect("readable").map(|trust| trust.compared);
        assert_eq!([trusts(stolen), trusts(friend)], [None, Some(Compared::Aloud)]);
    }
}

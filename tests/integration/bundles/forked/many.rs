//! Whoever has a device's key can make it part as often as they like: how much of that is taken.

use entente_domain::bundle::{BundleError, Opening};
use entente_domain::merge::MAX_HISTORIES;

use super::histories;
use crate::bundles::forge::{Device, id};
use crate::bundles::{file, refusal};
use crate::laptop::Laptop;

/// A device that has gone on so far, each commit setting the same field.
fn gone_on(name: &str, shared: usize, more: usize) -> Device {
    let mut device = Device::new(7);
    let mut set = |text: String| {
        device.sets(id(1), 1, &[(1, text.as_str().into())]);
    };
    (0..shared).for_each(|n| set(format!("shared {n}")));
    (0..more).for_each(|n| set(format!("{name} {n}")));
    device
}

/// A bundle with one history whole, and of each other its last commit, which is where it parts.
fn bundle_of(main: &Device, others: &[Device]) -> Vec<u8> {
    let commits = (main.commits.len() + others.len()) as u64;
    main.bundle_with(&Opening { commits, ..main.opening() }, |writer| {
        for device in [main].into_iter().chain(others) {
            writer.device(&device.head()).expect("written");
        }
        writer.run(main.run(1)).expect("written");
        main.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
        for other in others {
            writer.run(other.run(other.commits.len() as u64)).expect("written");
            writer.commit(other.commits.last().expect("one")).expect("written");
        }
    })
}

/// One history, and others that part from it behind each of these of its commits.
fn parting_behind(places: impl Iterator<Item = usize>) -> Vec<Device> {
    places.map(|place| gone_on("parted", place, 1)).collect()
}

fn is_one_too_many(refused: &BundleError) -> bool {
    matches!(refused, BundleError::Malformed(why) if why.contains("200 histories"))
}

#[test]
fn so_many_histories_are_kept_and_a_bundle_with_one_more_is_refused() {
    let most = MAX_HISTORIES;
    let main = gone_on("main", most, 1);
    for backwards in [false, true] {
        let mut others = parting_behind(1..most);
        let one_more = gone_on("one more", most, 1);
        if backwards {
            others.reverse();
        }
        let mut laptop = Laptop::of("Bek");
        let path = file(&laptop, &bundle_of(&main, &others));
        laptop.import(&path);
        assert_eq!(histories(&mut laptop, main.id()), Some(most as u32));
        laptop.prove_sound_byte_for_byte();
        let refused = refusal(&mut laptop, &bundle_of(&main, &[one_more]));
        assert!(is_one_too_many(&refused), "{refused:?}");
        others.push(gone_on("one more", most, 1));
        let mut stranger = crate::bundles::laptop();
        let refused = refusal(&mut stranger, &bundle_of(&main, &others));
        assert!(is_one_too_many(&refused), "{refused:?}");
        assert_eq!(histories(&mut laptop, main.id()), Some(most as u32));
    }
}

#[test]
fn those_that_part_behind_one_commit_are_counted_too() {
    let main = gone_on("main", 3, 1);
    let others: Vec<_> = (0..MAX_HISTORIES).map(|n| gone_on(&format!("parted {n}"), 3, 1)).collect();
    let mut laptop = crate::bundles::laptop();
    let refused = refusal(&mut laptop, &bundle_of(&main, &others));
    assert!(is_one_too_many(&refused), "{refused:?}");
    let path = file(&laptop, &bundle_of(&main, &others[1..]));
    laptop.import(&path);
    assert_eq!(histories(&mut laptop, main.id()), Some(MAX_HISTORIES as u32));
    laptop.prove_sound_byte_for_byte();
}

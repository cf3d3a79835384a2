//! What arrives early and is not what it seems.

use entente_domain::bundle::{BundleError, Opening};
use entente_domain::log::{Commit, RecordChanges};

use super::forge::{Device, id, set};
use super::{file, laptop, refusal};
use crate::laptop::Laptop;

const INSTITUTION: u16 = 1;

/// A device with so many institutions, each of its own commit, by this name.
fn device(commits: u8, name: &str) -> Device {
    let mut device = Device::new(1);
    for byte in 1..=commits {
        device.sets(id(byte), INSTITUTION, &[(1, format!("{name} {byte}").as_str().into())]);
    }
    device
}

/// A bundle of a device's commits from `first` to `last` alone.
fn stretch(device: &Device, first: u64, last: u64) -> Vec<u8> {
    let count = last + 1 - first;
    let opening = Opening { commits: count, complete: false, ..device.opening() };
    device.bundle_with(&opening, |writer| {
        writer.device(&device.head_at(last)).expect("written");
        writer.run(entente_domain::bundle::Run { count, ..device.run(first) }).expect("written");
        let commits = &device.commits[first as usize - 1..last as usize];
        commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
    })
}

fn takes_in(laptop: &mut Laptop, bundle: &[u8]) -> entente_domain::workspace::Import {
    let path = file(laptop, bundle);
    laptop.import(&path)
}

#[test]
fn stretches_close_in_whatever_order_they_come() {
    let device = device(6, "name");
    let stretches = [(1, 2), (2, 3), (3, 4), (4, 6), (6, 6), (5, 5)];
    for turn in 0..stretches.len() {
        let mut laptop = Laptop::of("Aigul");
        for (first, last) in stretches.iter().cycle().skip(turn).take(stretches.len()) {
            takes_in(&mut laptop, &stretch(&device, *first, *last));
        }
        assert_eq!(laptop.work().gaps().expect("readable"), [], "{turn}");
        assert_eq!(laptop.shown(id(6), "name"), "name 6");
        laptop.prove_sound_byte_for_byte();
        let mut whole = Laptop::of("Aigul");
        takes_in(&mut whole, &device.bundle());
        assert_eq!(whole.digest(), laptop.digest());
    }
}

#[test]
fn several_gaps_are_told_each() {
    let device = device(9, "name");
    let mut laptop = laptop();
    for (first, last) in [(3, 4), (8, 9)] {
        takes_in(&mut laptop, &stretch(&device, first, last));
    }
    let gaps = laptop.work().gaps().expect("readable");
    let told: Vec<_> = gaps.iter().map(|gap| (gap.from, gap.to)).collect();
    assert_eq!(told, [(1, 2), (5, 7)]);
    laptop.prove_sound();
    laptop.reopen();
    assert_eq!(laptop.work().gaps().expect("readable"), gaps);
}

#[test]
fn an_early_run_that_does_not_lead_to_what_its_device_signed_is_refused() {
    let mut laptop = laptop();
    let device = device(4, "name");
    let opening = Opening { commits: 1, complete: false, ..device.opening() };
    for (run, commit) in [(3, 3), (4, 2)] {
        let bundle = device.bundle_with(&opening, |writer| {
            writer.device(&device.head_at(run)).expect("written");
            writer
                .run(entente_domain::bundle::Run { count: 1, previous: [7; 32], ..device.run(run) })
                .expect("written");
            writer.commit(&device.commits[commit - 1]).expect("written");
        });
        let refused = refusal(&mut laptop, &bundle);
        assert!(matches!(refused, BundleError::BrokenChain(whose) if whose == device.id()), "{refused:?}");
    }
}

#[test]
fn what_is_kept_and_does_not_follow_on_what_arrives_waits_for_its_own_past() {
    let (mut laptop, one, other) = (laptop(), device(3, "one"), device(3, "other"));
    takes_in(&mut laptop, &stretch(&other, 3, 3));
    let told = takes_in(&mut laptop, &stretch(&one, 1, 2));
    assert_eq!((told.new_commits, told.let_go, told.parted.len()), (2, vec![], 0));
    let missing = |laptop: &mut Laptop| -> Vec<_> {
        let gaps = laptop.work().gaps().expect("readable");
        gaps.iter().map(|gap| (gap.from, gap.to)).collect()
    };
    assert_eq!(missing(&mut laptop), [(2, 2)], "of the other history one commit is missing at the least");
    assert_eq!(takes_in(&mut laptop, &stretch(&one, 3, 3)).new_commits, 1);
    assert_eq!(laptop.shown(id(3), "name"), "one 3");
    let told = takes_in(&mut laptop, &stretch(&other, 1, 2));
    assert_eq!((told.new_commits, told.parted.len()), (3, 1));
    assert_eq!((missing(&mut laptop), laptop.contested(id(3))), (vec![], vec!["name"]));
    laptop.prove_sound();
}

#[test]
fn what_is_kept_and_parts_from_what_arrived_is_a_branch_though_it_begins_alike() {
    let (mut laptop, mut one, mut other) = (laptop(), device(2, "alike"), device(2, "alike"));
    for (device, name) in [(&mut one, "one"), (&mut other, "other")] {
        device.sets(id(3), INSTITUTION, &[(1, format!("{name} 3").as_str().into())]);
        device.sets(id(4), INSTITUTION, &[(1, format!("{name} 4").as_str().into())]);
    }
    takes_in(&mut laptop, &stretch(&other, 2, 4));
    let told = takes_in(&mut laptop, &stretch(&one, 1, 3));
    assert_eq!((told.new_commits, told.let_go, told.parted.len()), (5, vec![], 1));
    assert_eq!(takes_in(&mut laptop, &stretch(&one, 4, 4)).new_commits, 1);
    assert_eq!((laptop.contested(id(3)), laptop.contested(id(4))), (vec!["name"], vec!["name"]));
    laptop.prove_sound();
}

#[test]
fn what_is_kept_and_would_have_been_refused_does_not_have_the_closing_bundle_refused() {
    let of_two_kinds = |device: &mut Device| {
        device.sets(id(1), 7, &[(3, "a person now".into())]);
    };
    let without_causes = |device: &mut Device| {
        let change = set(1, "late".into(), &[]);
        let changes = vec![RecordChanges { record: id(9), kind: INSTITUTION, changes: vec![change] }];
        let commit = Commit { lamport: 1 << 40, ..device.next(changes) };
        device.commits(&commit);
    };
    for spoil in [of_two_kinds as fn(&mut Device), without_causes] {
        let (mut laptop, mut device) = (laptop(), device(2, "name"));
        spoil(&mut device);
        takes_in(&mut laptop, &stretch(&device, 3, 3));
        let told = takes_in(&mut laptop, &stretch(&device, 1, 2));
        assert_eq!((told.new_commits, told.let_go.len()), (2, 1));
        refusal(&mut laptop, &stretch(&device, 3, 3));
        laptop.prove_sound();
    }
}

#[test]
fn no_more_is_kept_than_there_is_room_for() {
    let mut laptop = laptop();
    let mut device = Device::new(1);
    device.sets(id(1), INSTITUTION, &[(1, "first".into())]);
    // Nothing packs it.
    let mut noise = vec![0; 3 << 20];
    blake3::Hasher::new().finalize_xof().fill(&mut noise);
    let text: String = noise.iter().map(|byte| char::from(b' ' + byte % 95)).collect();
    for byte in 2..=32 {
        device.sets(id(byte), INSTITUTION, &[(8, text.as_str().into())]);
    }
    let told = takes_in(&mut laptop, &stretch(&device, 2, 32));
    assert_eq!((told.early_commits, told.gaps.len()), (0, 1), "told as missing, and passed over");
    assert_eq!(laptop.work().gaps().expect("readable"), []);
    assert_eq!(takes_in(&mut laptop, &stretch(&device, 2, 4)).early_commits, 3, "what has room is kept");
    assert_eq!(takes_in(&mut laptop, &device.bundle()).new_commits, 32);
    laptop.prove_sound();
}

//! Bundles whose commits are not those that their devices signed, or could not have been made.

use entente_domain::bundle::{BundleError, Opening};
use entente_domain::log::{Commit, encode};
use entente_domain::workspace::{Gap, Mode, Watch};

use super::forge::{Device, id};
use super::{file, laptop, refusal};

/// A device with three commits.
fn device() -> Device {
    let mut device = Device::new(1);
    for byte in 1..=3 {
        device.sets(id(byte), 1, &[(1, format!("name {byte}").as_str().into())]);
    }
    device
}

/// A bundle of these bytes as the device's commits, under its own head.
fn with_commits(device: &Device, commits: &[Vec<u8>]) -> Vec<u8> {
    device.bundle_with(&device.opening(), |writer| {
        writer.device(&device.head()).expect("written");
        writer.run(device.run(1)).expect("written");
        commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
    })
}

#[test]
fn a_sender_cannot_alter_swap_or_repeat_the_commits_of_a_device() {
    let (mut laptop, device) = (laptop(), device());
    let [one, two, three] = [0, 1, 2].map(|place| device.commits[place].clone());
    let mut forger = Device::new(1);
    let altered = forger.next(forger_records());
    forger.commits(&altered);
    let altered = forger.commits[0].clone();
    for commits in [
        [altered, two.clone(), three.clone()],
        [two.clone(), one.clone(), three.clone()],
        [one.clone(), three.clone(), two.clone()],
        [one.clone(), one.clone(), three.clone()],
        [one.clone(), two.clone(), two.clone()],
    ] {
        let refused = refusal(&mut laptop, &with_commits(&device, &commits));
        assert!(matches!(refused, BundleError::BrokenChain(whose) if whose == device.id()), "{refused:?}");
    }
    let unreadable = refusal(&mut laptop, &with_commits(&device, &[one, b"no commit".to_vec(), three]));
    assert!(matches!(unreadable, BundleError::Commit { seq: 2, .. }), "{unreadable:?}");
}

fn forger_records() -> Vec<entente_domain::log::RecordChanges> {
    let changes = vec![super::forge::set(1, "forged".into(), &[])];
    vec![entente_domain::log::RecordChanges { record: id(1), kind: 1, changes }]
}

#[test]
fn a_head_that_its_device_did_not_sign_is_refused() {
    let (mut laptop, device, stranger) = (laptop(), device(), Device::new(2));
    let good = device.head();
    let signed_by_a_stranger = stranger.key.sign_head(good.seq, &good.hash);
    let of_another_number = device.key.sign_head(good.seq + 1, &good.hash);
    for signature in [signed_by_a_stranger, of_another_number, [0; 64]] {
        let bundle = device.bundle_with(&device.opening(), |writer| {
            writer.device(&entente_domain::bundle::DeviceHead { signature, ..good }).expect("written");
            writer.run(device.run(1)).expect("written");
            device.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
        });
        assert!(matches!(refusal(&mut laptop, &bundle), BundleError::BrokenChain(_)));
    }
}

#[test]
fn a_commit_of_another_device_or_number_is_refused() {
    let mut laptop = laptop();
    let stranger = Device::new(2).id();
    let spoils: [fn(&mut Commit); 2] = [|commit| commit.seq = 2, |commit| commit.seq = 7];
    for spoil in spoils {
        let mut device = Device::new(1);
        let mut commit = device.next(forger_records());
        spoil(&mut commit);
        device.commits(&commit);
        assert!(matches!(refusal(&mut laptop, &device.bundle()), BundleError::BrokenChain(_)), "{commit:?}");
    }
    let mut device = Device::new(1);
    let commit = Commit { device: stranger, ..device.next(forger_records()) };
    device.commits(&commit);
    assert!(matches!(refusal(&mut laptop, &device.bundle()), BundleError::BrokenChain(_)));
}

#[test]
fn a_commit_cannot_claim_more_causes_than_there_are() {
    let mut laptop = laptop();
    for lamport in [u64::MAX, i64::MAX as u64, 1 << 48, (1 << 48) - 1, 1_000, 0] {
        let mut device = Device::new(1);
        let commit = Commit { lamport, ..device.next(forger_records()) };
        device.commits(&commit);
        let refused = refusal(&mut laptop, &device.bundle());
        assert!(
            matches!(refused, BundleError::Malformed(why) if why.contains("causes")),
            "{lamport}: {refused:?}"
        );
    }
}

#[test]
fn one_id_for_two_kinds_is_refused() {
    let mut laptop = laptop();
    let mine = laptop.add("institution", &[("name", "mine")]);
    let mut device = Device::new(1);
    device.sets(mine, 7, &[(3, "a person now".into())]);
    assert!(matches!(refusal(&mut laptop, &device.bundle()), BundleError::TwoKinds(whose) if whose == mine));
    let mut device = Device::new(1);
    device.sets(id(1), 1, &[(1, "an institution".into())]);
    device.sets(id(1), 7, &[(3, "and a person".into())]);
    assert!(matches!(refusal(&mut laptop, &device.bundle()), BundleError::TwoKinds(whose) if whose == id(1)));
}

#[test]
fn what_follows_on_a_gap_is_kept_and_told_and_taken_in_when_the_gap_closes() {
    let (mut laptop, device) = (laptop(), device());
    let late = device.bundle_with(&Opening { commits: 1, complete: false, ..device.opening() }, |writer| {
        writer.device(&device.head()).expect("written");
        writer.run(device.run(3)).expect("written");
        writer.commit(&device.commits[2]).expect("written");
    });
    let path = file(&laptop, &late);
    let missing = vec![Gap { device: device.id(), from: 1, to: 2, ask: vec![device.id()] }];
    let before = laptop.digest();
    let shown = laptop.work().import(&path, Mode::Preview, &Watch::default()).expect("shown");
    assert_eq!((shown.gaps, shown.new_commits, shown.early_commits), (missing.clone(), 0, 1));
    assert_eq!(laptop.work().gaps().expect("readable"), [], "only shown");
    let told = laptop.import(&path);
    assert_eq!((told.gaps, told.new_commits, told.early_commits), (missing.clone(), 0, 1));
    assert_eq!(laptop.work().gaps().expect("readable"), missing);
    assert_eq!(laptop.import(&path).early_commits, 0, "kept already");
    assert!(laptop.work().row(id(3)).expect("readable").is_none());
    assert_eq!(laptop.digest(), before);
    let mut early = Device::new(1);
    for byte in 1..=2 {
        early.sets(id(byte), 1, &[(1, format!("name {byte}").as_str().into())]);
    }
    let path = file(&laptop, &early.bundle());
    let told = laptop.import(&path);
    assert_eq!((told.new_commits, told.new, told.gaps, told.let_go), (3, 3, vec![], vec![]));
    assert_eq!(laptop.shown(id(3), "name"), "name 3");
    assert_eq!(laptop.work().gaps().expect("readable"), []);
    let path = file(&laptop, &late);
    assert_eq!(laptop.import(&path).known_commits, 1);
    laptop.prove_sound();
}

#[test]
fn a_run_that_follows_on_another_past_waits_for_that_and_is_a_branch() {
    let device = device();
    let mut other = Device::new(1);
    for byte in 1..=4 {
        other.sets(id(byte), 1, &[(1, format!("another {byte}").as_str().into())]);
    }
    let from = |first: u64| {
        let commits = 5 - first;
        other.bundle_with(&Opening { commits, complete: false, ..other.opening() }, |writer| {
            writer.device(&other.head()).expect("written");
            writer.run(other.run(first)).expect("written");
            other.commits[first as usize - 1..]
                .iter()
                .for_each(|bytes| writer.commit(bytes).expect("written"));
        })
    };
    for first in 2..=4 {
        let mut laptop = laptop();
        let heard = file(&laptop, &device.bundle());
        laptop.import(&heard);
        let late = file(&laptop, &from(first));
        let told = laptop.import(&late);
        assert_eq!((told.new_commits, told.early_commits, told.parted.len()), (0, 5 - first, 0), "{first}");
        let gaps = laptop.work().gaps().expect("readable");
        assert_eq!(gaps.len(), 1, "what comes before is missing, though there are as many commits");
        assert_eq!((gaps[0].to, gaps[0].ask.as_slice()), (first - 1, [device.id()].as_slice()));
        assert_eq!(laptop.import(&late).early_commits, 0, "kept already");
        let all = file(&laptop, &from(1));
        let told = laptop.import(&all);
        assert_eq!((told.new_commits, told.parted.len(), told.gaps), (4, 1, vec![]), "{first}");
        assert_eq!(laptop.work().gaps().expect("readable"), []);
        laptop.prove_sound();
    }
}

#[test]
fn a_run_that_begins_with_the_first_commit_follows_on_nothing() {
    let (mut laptop, device) = (laptop(), device());
    let bundle = device.bundle_with(&device.opening(), |writer| {
        writer.device(&device.head()).expect("written");
        let run = entente_domain::bundle::Run { previous: [7; 32], ..device.run(1) };
        writer.run(run).expect("written");
        device.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
    });
    assert!(matches!(refusal(&mut laptop, &bundle), BundleError::BrokenChain(_)));
}

#[test]
fn a_commit_larger_than_any_is_refused() {
    let mut laptop = laptop();
    let mut device = Device::new(1);
    let text = "x".repeat(9 << 20);
    let commit = device.next(vec![entente_domain::log::RecordChanges {
        record: id(1),
        kind: 1,
        changes: vec![super::forge::set(8, text.as_str().into(), &[])],
    }]);
    assert!(encode(&commit, [0; 16]).len() > 8 << 20);
    device.commits(&commit);
    assert!(matches!(refusal(&mut laptop, &device.bundle()), BundleError::Malformed(_)));
}

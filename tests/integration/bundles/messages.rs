//! Bundles that are sealed rightly and put together wrongly.

use entente_domain::bundle::{BundleError, Opening};

use super::forge::{Device, id, message, packed};
use super::{is_malformed, laptop, refusal};

const OPENING: usize = 0;
const DEVICE: usize = 1;
const RUN: usize = 2;
const COMMIT: usize = 3;

/// A device with two commits.
pub(super) fn device() -> Device {
    let mut device = Device::new(1);
    device.sets(id(1), 1, &[(1, "one".into())]);
    device.sets(id(2), 1, &[(1, "two".into())]);
    device
}

type Messages = Vec<(u8, Vec<u8>)>;

/// What the refusal says, and what is to be wrong.
type Wrong = (&'static str, fn(&mut Messages));

#[test]
fn a_bundle_made_by_hand_is_taken_in() {
    let (mut laptop, device) = (laptop(), device());
    let path = super::file(&laptop, &device.bundle_of(&device.messages()));
    assert_eq!(laptop.import(&path).new_commits, 2);
    assert_eq!((laptop.shown(id(1), "name"), laptop.shown(id(2), "name")), ("one".into(), "two".into()));
    laptop.prove_sound();
}

#[test]
fn messages_out_of_place_are_refused() {
    let (mut laptop, device) = (laptop(), device());
    #[rustfmt::skip]
    let wrongs: [Wrong; 11] = [
        ("begin with its opening",  |all| drop(all.remove(OPENING))),
        ("out of place",            |all| all.insert(1, all[OPENING].clone())),
        ("device not announced",    |all| drop(all.remove(DEVICE))),
        ("device",                  |all| all.insert(2, all[DEVICE].clone())),
        ("device",                  |all| all.insert(COMMIT, all[DEVICE].clone())),
        ("device",                  |all| all.insert(COMMIT + 2, all[DEVICE].clone())),
        ("commit outside a run",    |all| drop(all.remove(RUN))),
        ("fewer commits than a run",|all| drop(all.remove(COMMIT + 1))),
        ("more commits than its",   |all| all.insert(COMMIT + 2, all[COMMIT].clone())),
        ("piece of no document",    |all| all.insert(5, (6, vec![1]))),
        ("follows its end",         |all| all.push((7, vec![]))),
    ];
    for (says, spoil) in wrongs {
        let mut messages = device.messages();
        spoil(&mut messages);
        is_malformed(&mut laptop, &device.bundle_of(&messages), says);
    }
}

#[test]
fn a_bundle_without_an_end_is_refused() {
    let (mut laptop, device) = (laptop(), device());
    let mut messages = device.messages();
    messages.pop();
    is_malformed(&mut laptop, &device.bundle_of(&messages), "ends within");
    is_malformed(&mut laptop, &device.sealed(&[]), "ends within");
}

#[test]
fn messages_of_another_form_are_refused() {
    let (mut laptop, device) = (laptop(), device());
    for place in [OPENING, DEVICE, RUN] {
        let good = device.messages()[place].1.clone();
        let flipped = [&[good[0] ^ 1], &good[1..]].concat();
        for spoiled in
            [good[..good.len() - 1].to_vec(), [good.as_slice(), &[0]].concat(), Vec::new(), flipped]
        {
            let mut messages = device.messages();
            messages[place].1 = spoiled;
            is_malformed(&mut laptop, &device.bundle_of(&messages), "message");
        }
    }
    let mut messages = device.messages();
    messages.insert(1, (99, b"what a newer program says".to_vec()));
    let newer = refusal(&mut laptop, &device.bundle_of(&messages));
    assert!(matches!(newer, BundleError::Newer { what: "message", number: 99 }));
}

#[test]
fn counts_that_are_not_kept_are_refused() {
    let (mut laptop, device) = (laptop(), device());
    let of = |opening: &Opening| {
        device.bundle_with(opening, |writer| {
            writer.device(&device.head()).expect("written");
            writer.run(device.run(1)).expect("written");
            device.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
        })
    };
    for commits in [0, 1, 3, u64::MAX] {
        is_malformed(&mut laptop, &of(&Opening { commits, ..device.opening() }), "as many commits");
    }
    for documents in [1, u64::MAX] {
        is_malformed(&mut laptop, &of(&Opening { documents, ..device.opening() }), "as many documents");
    }
}

#[test]
fn runs_that_do_not_lead_to_a_head_are_refused() {
    let (mut laptop, device) = (laptop(), device());
    for (first, count) in
        [(0, 3), (0, 2), (1, 1), (1, 3), (1, 0), (2, 2), (1, u64::MAX), (u64::MAX, 1), (u64::MAX, u64::MAX)]
    {
        let bundle = device.bundle_with(&device.opening(), |writer| {
            writer.device(&device.head()).expect("written");
            let run = entente_domain::bundle::Run { first, count, ..device.run(1) };
            writer.run(run).expect("written");
            device.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
        });
        is_malformed(&mut laptop, &bundle, "head");
    }
}

#[test]
fn a_head_no_device_can_reach_is_refused() {
    let (mut laptop, device) = (laptop(), device());
    for seq in [u64::MAX, u64::MAX - 1, i64::MAX as u64, 1 << 50] {
        let signature = device.key.sign_head(seq, &[1; 32]);
        let head = entente_domain::bundle::DeviceHead { seq, hash: [1; 32], signature, ..device.head() };
        for first in [1, 2, seq] {
            let bundle = device.bundle_with(&device.opening(), |writer| {
                writer.device(&head).expect("written");
                let count = seq - first + 1;
                let run = entente_domain::bundle::Run { first, count, ..device.run(1) };
                writer.run(run).expect("written");
                device.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
            });
            refusal(&mut laptop, &bundle);
        }
    }
}

#[test]
fn a_message_longer_than_any_is_refused_whatever_there_is_of_it() {
    let (mut laptop, device) = (laptop(), device());
    let opening = message(1, device.messages()[0].1.len(), &device.messages()[0].1);
    for (length, says) in
        [(usize::MAX, "larger than 8 MiB"), ((8 << 20) + 1, "larger than 8 MiB"), (8 << 20, "ends within")]
    {
        let row = [opening.clone(), message(4, length, b"little")].concat();
        is_malformed(&mut laptop, &device.sealed(&packed(&row)), says);
    }
}

#[test]
fn what_unpacks_to_far_more_than_its_size_is_refused() {
    let (mut laptop, device) = (laptop(), device());
    let document =
        minicbor::to_vec((minicbor::bytes::ByteArray::from([7; 32]), 200_u64 << 20)).expect("memory");
    let mut row = [
        message(1, device.messages()[0].1.len(), &device.messages()[0].1),
        message(5, document.len(), &document),
    ]
    .concat();
    let piece = message(6, 64 << 10, &vec![0; 64 << 10]);
    (0..1_100).for_each(|_| row.extend(&piece));
    let bomb = device.sealed(&packed(&row));
    assert!(bomb.len() < 100_000, "{} bytes that unpack to {}", bomb.len(), row.len());
    assert!(matches!(refusal(&mut laptop, &bomb), BundleError::TooLarge { limit } if limit == 64 << 20));
}

#[test]
fn what_is_no_frame_or_asks_for_too_much_memory_is_refused() {
    let (mut laptop, device) = (laptop(), device());
    let row: Vec<u8> =
        device.messages().iter().flat_map(|(kind, bytes)| message(*kind, bytes.len(), bytes)).collect();
    let good = packed(&row);
    let mut cut = good.clone();
    cut.truncate(good.len() - 7);
    // A frame that asks for a window of 2 GiB (RFC 8878, §3.1.1.1.2), with one raw block.
    let wide = [
        &[0x28, 0xB5, 0x2F, 0xFD, 0x00, 21 << 3],
        [(row.len() << 3 | 1) as u8, (row.len() >> 5) as u8, (row.len() >> 13) as u8].as_slice(),
        &row,
    ]
    .concat();
    for frames in [b"no frame at all".to_vec(), cut, wide, [good.as_slice(), b"xxxx"].concat()] {
        match refusal(&mut laptop, &device.sealed(&frames)) {
            BundleError::Malformed(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

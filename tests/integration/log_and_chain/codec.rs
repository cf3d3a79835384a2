//! Commits as bytes.

use entente_domain::ids::{CommitRef, DeviceId, RecordId};
use entente_domain::log::{
    Action, BEFORE_THE_FIRST, Change, ChangedValue, Commit, MAX_COMMIT_BYTES, MalformedCommit, Missing,
    RecordChanges, decode, encode,
};
use proptest::prelude::*;
use proptest::sample::Index;

use super::commits::commit;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_written_is_read_back_and_always_the_same_bytes(commit in commit(0), seed: [u8; 16]) {
        let bytes = encode(&commit, seed);
        prop_assert_eq!(&bytes, &encode(&commit.clone(), seed));
        let (read, _) = decode(&bytes, &BEFORE_THE_FIRST).expect("it can be read");
        prop_assert_eq!(read, commit);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode(&bytes, &BEFORE_THE_FIRST);
    }

    #[test]
    fn altered_commits_are_refused_or_have_another_hash(
        commit in commit(1), seed: [u8; 16], alterations in prop::collection::vec((any::<Index>(), 1..=u8::MAX), 1..4),
    ) {
        let bytes = encode(&commit, seed);
        let (_, hash) = decode(&bytes, &BEFORE_THE_FIRST).expect("it can be read");
        let mut altered = bytes.clone();
        for (at, by) in &alterations {
            altered[at.index(bytes.len())] ^= by;
        }
        if let Ok((_, other)) = decode(&altered, &BEFORE_THE_FIRST) {
            prop_assert!(altered == bytes || other != hash);
        }
    }

    #[test]
    fn a_commit_cut_off_or_followed_by_anything_is_refused(
        commit in commit(0), seed: [u8; 16], at: Index, behind in prop::collection::vec(any::<u8>(), 1..9),
    ) {
        let bytes = encode(&commit, seed);
        prop_assert!(decode(&bytes[..at.index(bytes.len())], &BEFORE_THE_FIRST).is_err());
        prop_assert!(decode(&[bytes, behind].concat(), &BEFORE_THE_FIRST).is_err());
    }
}

/// A commit with these changes of one record.
pub(super) fn of(changes: Vec<Change>) -> Commit {
    let records = vec![RecordChanges { record: RecordId::from_bytes([1; 16]), kind: 1, changes }];
    let device = DeviceId::from_bytes([2; 16]);
    Commit {
        device,
        seq: 1,
        lamport: 1,
        wall_time: 0,
        author: "A".into(),
        action: Action::Save,
        records,
        missing: Missing::default(),
        erases: Vec::new(),
    }
}

pub(super) fn change(field: u16) -> Change {
    Change { field, parents: Vec::new(), value: ChangedValue::Empty }
}

#[test]
fn what_would_not_be_one_thing_everywhere_is_refused() {
    let record = of(vec![change(1)]).records.remove(0);
    let twice = Commit { records: vec![record.clone(), record.clone()], ..of(vec![]) };
    let kindless = RecordChanges { kind: 0, ..record };
    let named = |seq| {
        let parents = vec![CommitRef { device: DeviceId::from_bytes([3; 16]), seq }];
        of(vec![Change { parents, ..change(1) }])
    };
    for (wrong, commit) in [
        ("a record twice", twice),
        ("a field twice", of(vec![change(1), change(1)])),
        ("fields out of order", of(vec![change(2), change(1)])),
        ("a record without changes", of(vec![])),
        ("a record without a kind", Commit { records: vec![kindless], ..of(vec![]) }),
        ("a parent before the first", named(0)),
        ("a parent no device can reach", named((1 << 48) + 1)),
        ("a commit before the first", Commit { seq: 0, ..of(vec![change(1)]) }),
        ("a commit no device can reach", Commit { seq: u64::MAX, ..of(vec![change(1)]) }),
    ] {
        let read = decode(&encode(&commit, [0; 16]), &BEFORE_THE_FIRST);
        assert!(matches!(read, Err(MalformedCommit::Cbor(_))), "{wrong}: {read:?}");
    }
}

#[test]
fn what_a_newer_program_wrote_is_told_apart_from_what_is_broken() {
    let bytes = encode(&of(vec![change(1)]), [0; 16]);
    // [[form, device, seq, lamport, wall time, author, [action]], seed, …]: the form is the third byte.
    let form = 2;
    let action = bytes.windows(2).position(|pair| pair == [0x81, 1]).expect("the action") + 1;
    let value = bytes.iter().rposition(|byte| *byte == 0xF6).expect("an empty value");
    for (what, at, becomes) in
        [("form", form, 3), ("action", action, 9), ("type of value at byte", value, 0xF7)]
    {
        let mut newer = bytes.clone();
        newer[at] = becomes;
        match decode(&newer, &BEFORE_THE_FIRST) {
            Err(MalformedCommit::Newer { what: told, .. }) => assert_eq!(told, what),
            other => panic!("{what}: {other:?}"),
        }
    }
}

#[test]
fn more_bytes_than_a_commit_may_have_are_not_even_looked_at() {
    let read = decode(&vec![0; MAX_COMMIT_BYTES + 1], &BEFORE_THE_FIRST);
    assert!(matches!(read, Err(MalformedCommit::Length(_))));
}

#[test]
fn a_list_that_claims_more_than_there_is_is_refused_at_once() {
    let bytes = encode(&of(vec![change(1)]), [0; 16]);
    for at in 0..bytes.len() {
        let mut claiming = bytes.clone();
        claiming.splice(at..=at, [&[0x9B], [0xFF; 8].as_slice()].concat());
        assert!(decode(&claiming, &BEFORE_THE_FIRST).is_err(), "a list of 2^64 - 1 at byte {at}");
    }
}

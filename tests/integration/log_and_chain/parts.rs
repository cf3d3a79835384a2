//! Commits written in parts: what is missing, what stays, and what cannot be found out.

use std::collections::BTreeSet;

use entente_domain::log::{BEFORE_THE_FIRST, Commit, MalformedCommit, Out, decode, encode, join, take_out};
use proptest::prelude::*;

use super::commits::commit;

const SEED: [u8; 16] = *b"sixteen secrets!";

/// Which bodies of a commit a copy keeps, by their places.
type Kept = BTreeSet<usize>;

fn kept() -> impl Strategy<Value = Kept> {
    prop::collection::btree_set(0..7_usize, 0..7)
}

/// A copy of a commit with the bodies in these places.
fn copy(whole: &[u8], kept: &Kept, out: Out) -> Vec<u8> {
    let mut place = 0;
    let keeps = |_, _| {
        place += 1;
        kept.contains(&(place - 1))
    };
    take_out(whole, out, keeps).expect("a commit").into_owned()
}

/// The commit with only the records in these places.
fn with(commit: &Commit, kept: &Kept) -> Commit {
    let records = commit.records.iter().enumerate().filter(|(place, _)| kept.contains(place));
    Commit { records: records.map(|(_, record)| record.clone()).collect(), ..commit.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_copy_has_the_hash_of_the_whole_and_says_what_it_lacks(commit in commit(0), kept in kept()) {
        let whole = encode(&commit, SEED);
        let (_, hash) = decode(&whole, &[3; 32]).expect("readable");
        let (read, copied) = decode(&copy(&whole, &kept, Out::Withheld), &[3; 32]).expect("readable");
        prop_assert_eq!(copied, hash);
        prop_assert_eq!(&read.records, &with(&commit, &kept).records);
        let missing = commit.records.iter().enumerate().filter(|(place, _)| !kept.contains(place));
        let (private, withheld): (Vec<_>, Vec<_>) = missing.partition(|(_, record)| record.is_private());
        prop_assert_eq!((read.missing.private, read.missing.withheld), (private.len(), withheld.len()));
        prop_assert_eq!((read.missing.erased, read.missing.is_hole()), (0, !withheld.is_empty()));
    }

    #[test]
    fn copies_are_joined_to_all_that_either_has(commit in commit(0), one in kept(), other in kept()) {
        let whole = encode(&commit, SEED);
        let copies = [&one, &other].map(|kept| copy(&whole, kept, Out::Withheld));
        let joined = join(&copies[0], &copies[1]).expect("joined");
        let both: Kept = one.union(&other).copied().collect();
        let (read, hash) = decode(&joined, &BEFORE_THE_FIRST).expect("readable");
        prop_assert_eq!(hash, decode(&whole, &BEFORE_THE_FIRST).expect("readable").1);
        prop_assert_eq!(read.records, with(&commit, &both).records);
        let turned = join(&copies[1], &copies[0]).expect("joined");
        let is_whole = |bytes: &[u8]| bytes == whole;
        prop_assert!(turned == joined || is_whole(&turned) || is_whole(&joined));
        prop_assert!(is_whole(&join(&whole, &copies[0]).expect("joined")), "the whole needs no more");
        prop_assert!(is_whole(&join(&copies[0], &whole).expect("joined")));
    }

    #[test]
    fn what_is_erased_stays_so_unless_a_copy_has_it(commit in commit(1), kept in kept()) {
        let whole = encode(&commit, SEED);
        let [erased, withheld] = [Out::Erased, Out::Withheld].map(|out| copy(&whole, &kept, out));
        let (read, _) = decode(&join(&withheld, &erased).expect("joined"), &BEFORE_THE_FIRST).expect("readable");
        prop_assert_eq!(read.missing.withheld, 0);
        prop_assert_eq!(read.records, with(&commit, &kept).records);
    }

    #[test]
    fn a_copy_that_lacks_anything_does_not_give_the_seed(commit in commit(1), kept in kept()) {
        let whole = encode(&commit, SEED);
        let copy = copy(&whole, &kept, Out::Withheld);
        let gives_seed = copy.windows(16).any(|bytes| bytes == SEED);
        prop_assert_eq!(gives_seed, copy == whole);
    }

    #[test]
    fn an_altered_copy_is_refused_or_has_another_hash(
        commit in commit(1), kept in kept(), at: prop::sample::Index, by in 1..=u8::MAX,
    ) {
        let copy = copy(&encode(&commit, SEED), &kept, Out::Withheld);
        let (read, hash) = decode(&copy, &BEFORE_THE_FIRST).expect("readable");
        let mut altered = copy.clone();
        altered[at.index(copy.len())] ^= by;
        if let Ok((other, altered)) = decode(&altered, &BEFORE_THE_FIRST) {
            prop_assert!(altered != hash || other == read);
        }
    }
}

#[test]
fn what_is_private_cannot_stand_among_what_is_open() {
    let private = super::codec::change(entente_domain::kinds::PRIVATE);
    let mut commit = super::codec::of(vec![private.clone()]);
    let bytes = encode(&commit, SEED);
    let (read, _) = decode(&bytes, &BEFORE_THE_FIRST).expect("readable");
    assert!(read.records[0].is_private());
    // The form says that there are no private parts: [[1, …], …], and the number of them is gone.
    let form = bytes.iter().position(|byte| *byte == 0x88).expect("a header of eight");
    let count =
        bytes.windows(3).position(|three| three == [0x81, 1, 1]).expect("the action and the count") + 2;
    let mut claims = bytes.clone();
    (claims[form], claims[form + 1]) = (0x87, 1);
    claims.remove(count);
    assert!(matches!(decode(&claims, &BEFORE_THE_FIRST), Err(MalformedCommit::Cbor(_))));
    // None, or more than there are.
    for claimed in [0, 2] {
        let mut claims = bytes.clone();
        claims[count] = claimed;
        assert!(matches!(decode(&claims, &BEFORE_THE_FIRST), Err(MalformedCommit::Cbor(_))), "{claimed}");
    }
    commit.records[0].changes.insert(0, super::codec::change(1));
    let mixed = encode(&commit, SEED);
    assert!(matches!(decode(&mixed, &BEFORE_THE_FIRST), Err(MalformedCommit::Cbor(_))));
}

//! The chain of hashes, and the signature over its newest.

use entente_domain::log::{BEFORE_THE_FIRST, CommitHash, DeviceKey, decode, encode};
use proptest::prelude::*;
use proptest::sample::Index;

use super::commits::commit;

/// The hash at the end of a chain of these commits.
fn last_hash(chain: &[Vec<u8>]) -> CommitHash {
    chain.iter().fold(BEFORE_THE_FIRST, |previous, bytes| decode(bytes, &previous).expect("readable").1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_last_hash_tells_of_every_commit_and_of_their_order(
        commits in prop::collection::vec(commit(1), 2..5), at: Index, other: Index,
    ) {
        let chain: Vec<Vec<u8>> = commits.iter().map(|commit| encode(commit, [7; 16])).collect();
        let hash = last_hash(&chain);
        let (at, other) = (at.index(chain.len()), other.index(chain.len()));
        let mut changed = chain.clone();
        changed.remove(at);
        prop_assert_ne!(last_hash(&changed), hash, "one dropped");
        let mut changed = chain.clone();
        changed.swap(at, other);
        prop_assert!(last_hash(&changed) != hash || chain[at] == chain[other], "two swapped");
        let mut changed = chain.clone();
        changed.push(chain[at].clone());
        prop_assert_ne!(last_hash(&changed), hash, "one twice");
    }

    #[test]
    fn a_signature_is_of_one_device_one_number_and_one_hash(
        secret: [u8; 32], other: [u8; 32], seq: u64, hash: [u8; 32], at: Index, bit in 0..8_u32,
    ) {
        prop_assume!(secret != other);
        let key = DeviceKey::from_secret(secret);
        let signature = key.sign_head(seq, &hash);
        prop_assert!(key.public().verify_head(seq, &hash, &signature).is_ok());
        prop_assert!(key.public().verify_head(seq ^ 1 << bit, &hash, &signature).is_err());
        let mut altered = hash;
        altered[at.index(32)] ^= 1 << bit;
        prop_assert!(key.public().verify_head(seq, &altered, &signature).is_err());
        let mut altered = signature;
        altered[at.index(64)] ^= 1 << bit;
        prop_assert!(key.public().verify_head(seq, &hash, &altered).is_err());
        let stranger = DeviceKey::from_secret(other).public();
        prop_assert!(stranger.verify_head(seq, &hash, &signature).is_err());
        prop_assert_ne!(stranger.device(), key.public().device());
    }
}

#[test]
fn a_signature_over_something_else_is_none_over_a_head() {
    let key = DeviceKey::from_secret([3; 32]);
    let hash = [4; 32];
    let message = [5_u64.to_le_bytes().as_slice(), &hash].concat();
    let signature = key.sign(&message);
    assert!(key.public().verify(&message, &signature).is_ok());
    assert!(key.public().verify_head(5, &hash, &signature).is_err());
}

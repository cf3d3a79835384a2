//! The log: what a commit is, how it is written as bytes, and how a device vouches for its commits.
//!
//! A commit carries the changes of one save. Its bytes are one deterministic CBOR message (RFC 8949 §4.2.1) and are
//! kept as they came. Its hash covers the hash of the device's previous commit, so that a device's commits form
//! a chain; the device signs the newest hash, and one signature vouches for all that went before.
//!
//! What is hashed of each record's changes is not their bytes but a salted hash of them (a *leaf*). So a commit
//! whose changes of one record have been withheld or erased still has the hash it always had, and nobody can
//! guess the missing values by trying them ([`take_out`], [`join`]).

mod body;
mod codec;
mod commit;
pub mod fingerprint;
mod header;
mod keys;
mod parts;

use crate::ids::{DeviceId, Seq};

pub use codec::{MAX_COMMIT_BYTES, MalformedCommit, decode, encode};
pub(crate) use codec::{MAX_SEQ, Unchained, heading};
pub use commit::{Action, Change, ChangedValue, Commit, Missing, RecordChanges};
pub use keys::{DeviceKey, PublicKey, Signature, UnknownSigner, branch_id};
pub(crate) use parts::PART_BYTES;
pub use parts::{Out, join, open_parts, take_out};

/// The hash of a commit; all zeroes stands before a device's first.
pub type CommitHash = [u8; 32];

/// What stands in the place of the previous hash in a device's first commit.
pub const BEFORE_THE_FIRST: CommitHash = [0; 32];

/// How far the commits of a device are known, or those of one of its branches: the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tip {
    /// Whose; the device itself also of a branch.
    pub device: DeviceId,
    /// Which of its commits.
    pub seq: Seq,
    /// That commit's hash, which tells branches apart; `None` where it was not stated.
    pub hash: Option<CommitHash>,
}

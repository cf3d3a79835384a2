//! Why a bundle is refused.

use std::io;

use crate::ids::{DeviceId, RecordId, Seq};
use crate::log::MalformedCommit;

/// Why a bundle is refused. Nothing of it has been taken in then.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The file does not begin as a bundle does.
    #[error("the file is not a bundle")]
    NotABundle,
    /// A newer program made it.
    #[error("the bundle was made by a newer program ({what} {number})")]
    Newer {
        /// What about it is new.
        what: &'static str,
        /// The number that stands there.
        number: u64,
    },
    /// It came in parts, and not all of them are there and whole.
    #[error("parts {missing:?} of {count} are missing")]
    PartsMissing {
        /// Their numbers.
        missing: Vec<u16>,
        /// How many there are in all.
        count: u16,
    },
    /// It is cut off, or was altered after it was signed.
    #[error("the bundle is cut off or was altered: its seal does not fit")]
    BrokenSeal,
    /// It is sealed for other devices than this one.
    #[error("the bundle is sealed for other devices")]
    SealedForOthers {
        /// Those of them that the reader knows.
        known: Vec<DeviceId>,
        /// How many more there are.
        others: usize,
    },
    /// It is sealed by a passphrase, and none was given.
    #[error("the bundle is sealed by a passphrase")]
    PassphraseWanted,
    /// It is sealed by another passphrase.
    #[error("the bundle is sealed by another passphrase")]
    WrongPassphrase,
    /// Trying a passphrase on it would take more time and memory than a reader gives.
    #[error("trying a passphrase on the bundle takes 2^{asked} steps, and at most 2^{limit} are done")]
    TooMuchWork {
        /// How much it asks for, as a power of two.
        asked: u8,
        /// How much a reader does.
        limit: u8,
    },
    /// It unpacks to far more than a bundle of its size can hold.
    #[error("the bundle unpacks to more than {limit} bytes, the most that is read of a file of its size")]
    TooLarge {
        /// The most that is read.
        limit: u64,
    },
    /// Its messages are not in the order or of the form they must be.
    #[error("the bundle is not put together rightly: {0}")]
    Malformed(&'static str),
    /// A commit in it cannot be read.
    #[error("commit {seq} of device {device}: {source}")]
    Commit {
        /// Whose commit.
        device: DeviceId,
        /// Which.
        seq: Seq,
        /// Why not.
        source: MalformedCommit,
    },
    /// A device's commits do not form the chain that it signed.
    #[error("the commits of device {0} are not those that it signed")]
    BrokenChain(DeviceId),
    /// One id was given to records of two kinds.
    #[error("record {0} is of two kinds")]
    TwoKinds(RecordId),
    /// Both know the same commits and see different things: a defect of one of the two programs.
    #[error("this workspace and the sender's know the same and do not show the same")]
    DifferentDigest,
    /// The file cannot be read.
    #[error("the bundle cannot be read: {0}")]
    Io(#[from] io::Error),
}

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
    /// It is cut off, or was altered after it was signed.
    #[error("the bundle is cut off or was altered: its seal does not fit")]
    BrokenSeal,
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
    /// A device has made two histories: it was copied, or restored from a backup.
    #[error("device {device} has made two different commits {seq}: it was copied or restored from a backup")]
    Forked {
        /// Which device.
        device: DeviceId,
        /// The last commit at which both can be compared.
        seq: Seq,
    },
    /// Earlier commits of a device are in neither the bundle nor the workspace.
    #[error("commits {from} to {to} of device {device} are missing")]
    Gap {
        /// Which device.
        device: DeviceId,
        /// The first missing one.
        from: Seq,
        /// The last missing one.
        to: Seq,
    },
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

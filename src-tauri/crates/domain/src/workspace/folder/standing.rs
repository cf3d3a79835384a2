//! What an error says of the file it came from.

use std::io;

use crate::bundle::BundleError;
use crate::store::folder_files::Standing;
use crate::workspace::Error;

/// What becomes of a file that could not be opened; `None` if the error is not the file's, but the workspace's.
pub(super) fn of_unopened(error: &Error) -> Option<Standing> {
    match error {
        Error::Bundle(error) => Some(of_refused(error)),
        Error::File { .. } => Some(Standing::Unreadable),
        _ => None,
    }
}

/// What becomes of a file that was opened and is refused all the same.
pub(super) fn of_untaken(error: &Error) -> Option<Standing> {
    of_unopened(error).map(|standing| if standing == Standing::Broken { Standing::Refused } else { standing })
}

/// Whether the file has just gone.
pub(super) fn is_gone(error: &Error) -> bool {
    match error {
        Error::File { source, .. } | Error::Bundle(BundleError::Io(source)) => {
            source.kind() == io::ErrorKind::NotFound
        }
        _ => false,
    }
}

fn of_refused(error: &BundleError) -> Standing {
    match error {
        BundleError::NotABundle => Standing::Foreign,
        BundleError::Newer { .. } => Standing::Newer,
        BundleError::PartsMissing { .. } => Standing::PartsMissing,
        // What is sealed and cut off is seen to be so before its seal is.
        BundleError::BrokenSeal | BundleError::Malformed(_) => Standing::Broken,
        BundleError::SealedForOthers { .. } => Standing::SealedForOthers,
        BundleError::PassphraseWanted | BundleError::WrongPassphrase => Standing::Passphrase,
        BundleError::Io(_) => Standing::Unreadable,
        BundleError::TooMuchWork { .. }
        | BundleError::TooLarge { .. }
        | BundleError::Commit { .. }
        | BundleError::BrokenChain(_)
        | BundleError::TwoKinds(_)
        | BundleError::DifferentDigest => Standing::Refused,
    }
}

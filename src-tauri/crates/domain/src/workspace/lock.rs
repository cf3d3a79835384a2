//! One program at a time: a locked file beside the workspace.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::open::{beside, not_writable};
use crate::store::UntrustedReason;

/// A file beside the workspace that is locked while it is open, and removed when it is closed.
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock of a workspace's file.
    pub(super) fn of(workspace: &Path) -> Result<Self, UntrustedReason> {
        let path = beside(workspace, ".lock");
        loop {
            let file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
                .map_err(not_writable)?;
            match file.try_lock() {
                // Between opening and locking, its holder may have let go and removed it: then this locks nothing.
                Ok(()) if is_still(&file, &path) => return Ok(Self { path, _file: file }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(UntrustedReason::Locked),
                Err(TryLockError::Error(error)) => return Err(UntrustedReason::Unreadable(error)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock file left behind does no harm: it is the lock that counts, and that goes with the process.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether `path` still names this file.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let (locked, named) = (file.metadata().map(place), fs::metadata(path).map(place));
    matches!((locked, named), (Ok(locked), Ok(named)) if locked == named)
}

/// Whether `path` still names this file. Elsewhere an open file keeps its name until it is closed.
#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}

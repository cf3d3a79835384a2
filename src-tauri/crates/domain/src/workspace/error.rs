//! What can go wrong with a workspace.

use std::io;
use std::path::PathBuf;

use crate::bundle::BundleError;
use crate::ids::{DeviceId, RecordId};
use crate::rules::Problem;
use crate::store::{Untrusted, UntrustedReason};

/// What can go wrong with a workspace. Whatever it is, the workspace is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something entered is not accepted.
    #[error("{} of the fields are not accepted", .0.len())]
    Invalid(Vec<DraftProblem>),
    /// The record is not in this workspace.
    #[error("there is no record {0} in this workspace")]
    NotFound(RecordId),
    /// The record says who a laptop is, which no officer writes.
    #[error("{0} is the record of a laptop, which is not written by hand")]
    OfALaptop(RecordId),
    /// Two records that cannot be merged.
    #[error("{0} and {1} are not two records of one kind, both in use and with pages of their own")]
    Unlike(RecordId, RecordId),
    /// The record is erased by the import that it was to be left out of.
    #[error("{0} is erased, and that cannot be left out")]
    ErasureLeftOut(RecordId),
    /// The file cannot be trusted or had.
    #[error(transparent)]
    Untrusted(#[from] Untrusted),
    /// A file is in the way of a new one.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// A file was to be written over a workspace, or over what belongs to one.
    #[error("{0} is a workspace or belongs to one")]
    OverWorkspace(PathBuf),
    /// A file was to be written over a folder, a device, or a link that leads nowhere.
    #[error("{0} is not a file")]
    NotAFile(PathBuf),
    /// A bundle is refused.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// The workspace's file cannot be read or written.
    #[error("the workspace cannot be read or written: {0}")]
    Store(#[from] rusqlite::Error),
    /// Another file cannot be read or written.
    #[error("{path} cannot be {doing}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What was being done to it, as a participle: `read`, `written`.
        doing: &'static str,
        /// Why not.
        source: io::Error,
    },
    /// More than fits into one save.
    #[error("the save has {bytes} bytes, and at most {limit} fit into one")]
    TooLarge {
        /// How large it would be.
        bytes: usize,
        /// How large it may be.
        limit: usize,
    },
    /// A passphrase to seal by is too short.
    #[error("a passphrase to seal by has at least {shortest} characters")]
    ShortPassphrase {
        /// The fewest characters it may have.
        shortest: usize,
    },
    /// The device is not one that this workspace has heard from.
    #[error("device {0} is not known here")]
    UnknownDevice(DeviceId),
    /// There is nothing to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// The last step was an erasure, which nobody can undo.
    #[error("an erasure cannot be undone")]
    Erased,
    /// There is nothing to redo.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// There is no report of an import of this number.
    #[error("there is no import {0}")]
    NoImport(u64),
    /// The copy is one of another workspace.
    #[error("{0} is a copy of another workspace")]
    OthersBackup(PathBuf),
    /// No shared folder was chosen.
    #[error("no shared folder was chosen")]
    NoFolder,
    /// The shared folder is left alone since a backup was put back.
    #[error("the shared folder {0} is left alone since a backup was put back")]
    FolderPaused(PathBuf),
    /// The shared folder is not there: a stick that is not plugged in, say.
    #[error("the shared folder {0} is not there")]
    FolderGone(PathBuf),
    /// The shared folder is empty, and should not be.
    #[error("nothing is left in the shared folder {0}")]
    FolderEmptied(PathBuf),
    /// The bundle or the workspace is no more what was shown.
    #[error("the bundle or the workspace has changed since the import was shown")]
    ChangedSinceShown,
    /// The officer stopped it.
    #[error("it was stopped")]
    Cancelled,
}

/// A field of a draft that is not accepted, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftProblem {
    /// The place of the draft in the save, from 0.
    pub draft: usize,
    /// The field's name.
    pub field: &'static str,
    /// Why not.
    pub problem: Problem,
}

impl Error {
    /// Whether it is for want of room on the workspace's disk.
    pub fn is_disk_full(&self) -> bool {
        matches!(self, Self::Store(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull))
    }

    /// An error about a file other than the workspace.
    pub(crate) fn file(path: impl Into<PathBuf>, doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, doing, source }
    }

    /// A workspace file that is not opened.
    pub(crate) fn untrusted(path: impl Into<PathBuf>, reason: UntrustedReason) -> Self {
        Self::Untrusted(Untrusted { path: path.into(), reason })
    }
}

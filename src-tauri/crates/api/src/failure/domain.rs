//! What the domain refuses.

use std::path::Path;

use entente_domain::workspace::Error;
use entente_messages::{Args, Messages};

use super::{NameDevice, Word, bundle, system_words, untrusted};
use crate::error::ErrorKind;

pub(super) fn word(error: &Error) -> Word {
    match error {
        Error::Invalid(_) => (ErrorKind::Invalid, "error-invalid"),
        Error::NotFound(_) => (ErrorKind::NotFound, "error-not-found"),
        Error::Untrusted(error) => untrusted::word(error),
        Error::Exists(_) => (ErrorKind::File, "error-exists"),
        Error::OverWorkspace(_) => (ErrorKind::File, "error-over-workspace"),
        Error::NotAFile(_) => (ErrorKind::File, "error-not-a-file"),
        Error::Bundle(error) => bundle::word(error),
        Error::Store(_) if error.is_disk_full() => (ErrorKind::File, "error-disk-full"),
        Error::Store(_) => (ErrorKind::File, "error-store"),
        Error::File { doing: "read", .. } => (ErrorKind::File, "error-file-read"),
        Error::File { .. } => (ErrorKind::File, "error-file-written"),
        Error::TooLarge { .. } => (ErrorKind::Refused, "error-too-large"),
        Error::ShortPassphrase { .. } => (ErrorKind::Refused, "error-short-passphrase"),
        Error::UnknownDevice(_) => (ErrorKind::NotFound, "error-no-device"),
        Error::OfALaptop(_) => (ErrorKind::Refused, "error-of-a-laptop"),
        Error::Unlike(..) => (ErrorKind::Refused, "error-unlike"),
        Error::ErasureLeftOut(_) => (ErrorKind::Refused, "error-erasure-left-out"),
        Error::NothingToUndo => (ErrorKind::Refused, "error-nothing-to-undo"),
        Error::Erased => (ErrorKind::Refused, "error-erased"),
        Error::NothingToRedo => (ErrorKind::Refused, "error-nothing-to-redo"),
        Error::NoImport(_) => (ErrorKind::Refused, "error-no-import"),
        Error::ChangedSinceShown => (ErrorKind::Refused, "error-changed-since-shown"),
        Error::OthersBackup(_) => (ErrorKind::Refused, "error-others-backup"),
        Error::NoFolder => (ErrorKind::Refused, "error-no-folder"),
        Error::FolderPaused(_) => (ErrorKind::Refused, "error-folder-paused"),
        Error::FolderGone(_) => (ErrorKind::File, "error-folder-gone"),
        Error::FolderEmptied(_) => (ErrorKind::File, "error-folder-emptied"),
        Error::Cancelled => (ErrorKind::Cancelled, "error-cancelled"),
    }
}

pub(super) fn args<'a>(error: &'a Error, messages: &Messages, name_device: NameDevice<'_>) -> Args<'a> {
    let args = Args::new();
    let at = |path: &Path| Args::new().with("path", path.display().to_string());
    match error {
        Error::Invalid(problems) => args.with("count", problems.len()),
        Error::NotFound(id) => args.with("id", id.to_string()),
        Error::Untrusted(error) => untrusted::args(error, messages),
        Error::Exists(path)
        | Error::OverWorkspace(path)
        | Error::NotAFile(path)
        | Error::OthersBackup(path)
        | Error::FolderPaused(path)
        | Error::FolderGone(path)
        | Error::FolderEmptied(path) => at(path),
        Error::Bundle(error) => bundle::args(error, messages, name_device),
        Error::Store(error) => args.with("detail", error.to_string()),
        Error::File { path, source, .. } => at(path).with("detail", system_words(source, messages)),
        Error::TooLarge { bytes, limit } => args.with("bytes", *bytes).with("limit", *limit),
        Error::ShortPassphrase { shortest } => args.with("shortest", *shortest),
        Error::UnknownDevice(device) => args.with("id", device.to_string()),
        Error::NoImport(n) => args.with("number", n.to_string()),
        Error::OfALaptop(_)
        | Error::Unlike(..)
        | Error::ErasureLeftOut(_)
        | Error::NothingToUndo
        | Error::Erased
        | Error::NothingToRedo
        | Error::ChangedSinceShown
        | Error::NoFolder
        | Error::Cancelled => args,
    }
}

//! What the system says of a file, in an officer's words.

use std::io::{self, ErrorKind};

use entente_messages::Messages;

/// Why a file cannot be read or written. What hardly ever happens is told as the system tells it.
pub fn system_words(error: &io::Error, messages: &Messages) -> String {
    let key = match error.kind() {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-permission-denied",
        ErrorKind::AlreadyExists => "system-already-exists",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "system-full",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::IsADirectory => "system-a-folder",
        ErrorKind::NotADirectory => "system-not-a-folder",
        ErrorKind::FileTooLarge => "system-too-large",
        ErrorKind::InvalidFilename => "system-name",
        ErrorKind::InvalidData => "system-not-text",
        ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::TimedOut
        | ErrorKind::StaleNetworkFileHandle => "system-away",
        _ => return error.to_string(),
    };
    messages.text(key)
}

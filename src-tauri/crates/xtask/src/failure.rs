//! How a chore can fail, and the exit code that tells a script which it was.

use std::{fmt, io};

/// Why a chore ended early. The message says what to do next.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A check, test or build did not succeed.
    Step(String),
    /// A chore or option that does not exist.
    Usage(String),
    /// Something has to be installed by hand first; the message has the command.
    Missing(String),
    /// There is no display to open a window on.
    NoDisplay(String),
}

impl Failure {
    /// The codes that the usage text and README.md document.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Failure::Step(_) => 1,
            Failure::Usage(_) => 2,
            Failure::Missing(_) => 3,
            Failure::NoDisplay(_) => 4,
        }
    }

    /// A file could not be read or written: what was being done, and to which file.
    pub(crate) fn file(doing: &str, path: &std::path::Path, error: &io::Error) -> Failure {
        Failure::Step(format!("Could not {doing} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Step(message)
            | Failure::Usage(message)
            | Failure::Missing(message)
            | Failure::NoDisplay(message) => out.write_str(message),
        }
    }
}

//! Whether a file can be trusted to be a workspace, told from its bytes before SQLite touches it.
//!
//! SQLite takes an empty file for an empty database, and SQLCipher a damaged one for an encrypted one; either would
//! show an officer an empty workspace in place of a lost one.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::schema::{APPLICATION_ID, VERSION};

/// A file that is not opened, and why. The file stays as it was.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct Untrusted {
    /// The file.
    pub path: PathBuf,
    /// Why it is not opened.
    pub reason: UntrustedReason,
}

/// Why a workspace is not opened.
#[derive(Debug, thiserror::Error)]
pub enum UntrustedReason {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// The file has no bytes at all.
    #[error("the file is empty")]
    Empty,
    /// The file ends before its own header says.
    #[error("the file is cut off: {found} bytes of {expected}")]
    CutOff {
        /// Its length in bytes.
        found: u64,
        /// The length its header tells.
        expected: u64,
    },
    /// Something else than a workspace.
    #[error("the file is not a workspace")]
    Foreign,
    /// Made by a newer program.
    #[error("the workspace is of version {found}, and this program knows versions up to {known}")]
    Newer {
        /// Its version.
        found: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// Its pages or tables are not as they must be.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// Another window or program has it open.
    #[error("the workspace is open in another window")]
    Locked,
    /// The file or its folder cannot be written.
    #[error("the file or its folder is read-only")]
    ReadOnly,
    /// The system does not let it be read.
    #[error("the file cannot be read: {0}")]
    Unreadable(io::Error),
}

const HEADER_LENGTH: usize = 100;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Whether a file begins as a workspace does, of whatever version and however damaged behind that.
///
/// # Errors
/// If it cannot be read.
pub(crate) fn is_workspace(path: &Path) -> io::Result<bool> {
    let mut header = Vec::with_capacity(HEADER_LENGTH);
    File::open(path)?.take(HEADER_LENGTH as u64).read_to_end(&mut header)?;
    Ok(header.starts_with(MAGIC) && number(&header, APPLICATION) == Some(APPLICATION_ID))
}

/// Where the numbers stand that are looked at (SQLite's file format, §1.3).
const PAGES: usize = 28;
const USER_VERSION: usize = 60;
const APPLICATION: usize = 68;

/// Reads the header and compares it with the file's length.
pub(crate) fn check_header(path: &Path) -> Result<(), UntrustedReason> {
    let mut file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    if length == 0 {
        return Err(UntrustedReason::Empty);
    }
    let mut header = Vec::with_capacity(HEADER_LENGTH);
    file.by_ref().take(HEADER_LENGTH as u64).read_to_end(&mut header).map_err(unreadable)?;
    if !MAGIC.starts_with(&header[..header.len().min(MAGIC.len())]) {
        return Err(UntrustedReason::Foreign);
    }
    if header.len() < HEADER_LENGTH {
        return Err(UntrustedReason::CutOff { found: length, expected: HEADER_LENGTH as u64 });
    }
    if number(&header, APPLICATION) != Some(APPLICATION_ID) {
        return Err(UntrustedReason::Foreign);
    }
    match number(&header, USER_VERSION) {
        None | Some(0) => return Err(UntrustedReason::Damaged("it has no version".into())),
        Some(found) if found > VERSION => return Err(UntrustedReason::Newer { found, known: VERSION }),
        Some(_) => {}
    }
    // With a journal beside it the file may lawfully be shorter.
    let expected = told_length(&header);
    let journal = path.with_file_name(journal_name(path));
    if length < expected && !journal.exists() {
        return Err(UntrustedReason::CutOff { found: length, expected });
    }
    Ok(())
}

/// The number that stands at a place of the header; `None` if the file is too short to have one.
fn number(header: &[u8], at: usize) -> Option<u32> {
    header.get(at..at + 4).map(|bytes| u32::from_be_bytes(bytes.try_into().expect("BUG: four bytes")))
}

/// How many bytes the header says that the file has. A page size of 65536 is written as 1.
fn told_length(header: &[u8]) -> u64 {
    let page_size = match u64::from(u16::from_be_bytes([header[16], header[17]])) {
        1 => 65_536,
        size => size,
    };
    page_size * u64::from(number(header, PAGES).unwrap_or(0))
}

fn journal_name(path: &Path) -> std::ffi::OsString {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push("-wal");
    name
}

fn unreadable(error: io::Error) -> UntrustedReason {
    match error.kind() {
        io::ErrorKind::NotFound => UntrustedReason::Missing,
        _ => UntrustedReason::Unreadable(error),
    }
}

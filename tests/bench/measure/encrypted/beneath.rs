//! Encryption put beneath the program, which cannot encrypt a workspace by itself yet.
//!
//! SQLCipher encrypts and verifies page by page, below all that the program does. So each connection of this process, on
//! being opened, is given a key if its file's path says so: whatever part of the program opens it, the thread that
//! moves the journal included. What is measured then is the program itself.

use std::ffi::{c_char, c_int};
use std::path::Path;

use rusqlite::auto_extension::{cancel_auto_extension, init_auto_extension, register_auto_extension};
use rusqlite::{Connection, Result, ffi};

/// The folder in which files are encrypted.
pub(super) const FOLDER: &str = "encrypted";

/// AES-256 in CBC mode, as SQLCipher always has it, and HMAC-SHA-256 over every page: see decision 66. Key and salt are
/// given as they are, since to work them out of a passphrase is no matter of a save or a look. The header's first 80
/// bytes stay plain, for the program knows its files by them.
const KEY: &str = "PRAGMA key = \"x'5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E5E\
                   5A175A175A175A175A175A175A175A17'\";
                   PRAGMA cipher_plaintext_header_size = 80;
                   PRAGMA cipher_hmac_algorithm = HMAC_SHA256;";

/// As long as this is held, files in [`FOLDER`] are encrypted.
pub(super) struct Encryption;

impl Encryption {
    pub(super) fn begin() -> Result<Self> {
        // SAFETY: what is registered opens, closes and registers nothing.
        #[expect(unsafe_code, reason = "SQLite offers no other way to a connection that somebody else opens")]
        unsafe {
            register_auto_extension(give_key)?;
        }
        Ok(Self)
    }
}

impl Drop for Encryption {
    fn drop(&mut self) {
        cancel_auto_extension(give_key);
    }
}

#[expect(unsafe_code, reason = "SQLite calls it")]
unsafe extern "C" fn give_key(
    connection: *mut ffi::sqlite3,
    message: *mut *mut c_char,
    _: *const ffi::sqlite3_api_routines,
) -> c_int {
    // SAFETY: the arguments are those that SQLite calls with, and `key` opens, closes and registers nothing.
    unsafe { init_auto_extension(connection, message, key) }
}

fn key(connection: Connection) -> Result<()> {
    let is_meant = |path: &str| Path::new(path).components().any(|part| part.as_os_str() == FOLDER);
    match connection.path().is_some_and(is_meant) {
        true => connection.execute_batch(KEY),
        false => Ok(()),
    }
}

/// Whether the tables' names cannot be read in a file, as they can in a plain one.
pub(super) fn is_encrypted(file: &Path) -> std::io::Result<bool> {
    const PLAIN: &[u8] = b"CREATE TABLE";
    Ok(!std::fs::read(file)?.windows(PLAIN.len()).any(|bytes| bytes == PLAIN))
}

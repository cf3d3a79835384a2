//! Making one copy, and looking whether it is sound.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rusqlite::backup::{self, StepResult};
use rusqlite::{Connection, ErrorCode};

use super::{Backup, names};
use crate::store::devices::Devices;
use crate::store::digest::Digest;
use crate::store::reading::{close_as_one_file, reading};
use crate::store::{UntrustedReason, documents, log_rows, schema};
use crate::workspace::open::beside;
use crate::workspace::{Error, Watch};

/// How many pages are copied at a time: 1 MiB, after which the officer's writes come through and a stop is heard.
const PAGES: i32 = 256;

/// What tells whether there is anything new: how many commits and documents there are, and what is shown of them.
#[derive(PartialEq, Eq)]
struct State {
    commits: u64,
    documents: usize,
    digest: Digest,
}

/// Whether a workspace has nothing that its newest copy has not.
pub(super) fn is_same(workspace: &Path, newest: Option<&Backup>) -> Result<bool, Error> {
    let now = state(workspace)?;
    let Some(newest) = newest else { return Ok(now.commits == 0) };
    // A copy that cannot be read, or is of a program with other tables, is as good as none.
    Ok(state(&newest.path).is_ok_and(|copied| copied == now))
}

fn state(file: &Path) -> Result<State, rusqlite::Error> {
    let connection = reading(file)?;
    Ok(State {
        commits: log_rows::count(&connection)?,
        documents: documents::all(&connection)?.len(),
        digest: Digest::kept(&connection)?,
    })
}

/// Copies a workspace into a new file, which appears whole and verified or not at all. Returns its size.
pub(super) fn copy(
    workspace: &Path,
    path: &Path,
    unfinished: Unfinished,
    watch: &Watch,
) -> Result<u64, Error> {
    let file = &unfinished.0;
    copy_pages(workspace, file, watch).map_err(|error| told_of_the_copy(path, error))?;
    unfinished.keep(path, watch)
}

/// Copies page by page, of the workspace as it is at the beginning.
fn copy_pages(workspace: &Path, file: &Path, watch: &Watch) -> Result<(), Error> {
    let source = reading(workspace)?;
    // One look at the workspace for the whole copy, whatever is written meanwhile.
    let snapshot = source.unchecked_transaction()?;
    log_rows::count(&snapshot)?;
    let mut copy = Connection::open(file)?;
    {
        let backup = backup::Backup::new(&snapshot, &mut copy)?;
        let count = |pages: i32| u64::try_from(pages).unwrap_or(0);
        watch.expect(schema::pages(&snapshot)?);
        loop {
            let step = backup.step(PAGES)?;
            let progress = backup.progress();
            watch.reached(count(progress.pagecount - progress.remaining))?;
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => sleep(Duration::from_millis(20)),
            }
        }
    }
    Ok(close_as_one_file(copy)?)
}

/// Opens a copy and looks whether its pages are whole, its rows are as its digest says, and its documents as their hashes.
fn verify(file: &Path, watch: &Watch) -> Result<(), Error> {
    let unsound = |problem: String| Error::untrusted(file, UntrustedReason::Damaged(problem));
    let copy = reading(file)?;
    if let Some(problem) = schema::quick_problem(&copy)? {
        return Err(unsound(problem));
    }
    watch.heed()?;
    if Digest::kept(&copy)? != Digest::of_all(&copy, &Devices::load(&copy)?)? {
        return Err(unsound("what it shows is not what was saved".into()));
    }
    for (hash, _) in documents::all(&copy)? {
        watch.heed()?;
        if documents::is_altered(&copy, &hash) {
            return Err(unsound(format!("document {}", blake3::Hash::from(hash))));
        }
    }
    Ok(())
}

/// What SQLite says of the copy's disk, said of the copy and not of the workspace.
fn told_of_the_copy(path: &Path, error: Error) -> Error {
    let code = match &error {
        Error::Store(error) => error.sqlite_error_code(),
        _ => None,
    };
    let kind = match code {
        Some(ErrorCode::DiskFull) => io::ErrorKind::StorageFull,
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly) => io::ErrorKind::PermissionDenied,
        _ => return error,
    };
    Error::file(path, "written")(kind.into())
}

/// A file that is removed unless it got its name.
pub(super) struct Unfinished(pub(super) PathBuf);

impl Unfinished {
    /// Makes an empty one beside the name that it is to have; `None` if somebody else has.
    pub(super) fn claim(path: &Path) -> Result<Option<Self>, Error> {
        let file = beside(path, names::UNFINISHED);
        match File::create_new(&file) {
            Ok(_) => Ok(Some(Self(file))),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(None),
            Err(error) => Err(Error::file(path, "written")(error)),
        }
    }

    /// Verifies it and gives it its name. Returns its size.
    pub(super) fn keep(self, path: &Path, watch: &Watch) -> Result<u64, Error> {
        let file = &self.0;
        verify(file, watch).map_err(|error| told_of_the_copy(path, error))?;
        let written = || Error::file(path, "written");
        let bytes = File::open(file).and_then(|file| file.sync_all().and_then(|()| file.metadata()));
        let bytes = bytes.map_err(written())?.len();
        fs::rename(file, path).map_err(written())?;
        Ok(bytes)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It is not there if it got its name.
        let _ = fs::remove_file(&self.0);
    }
}

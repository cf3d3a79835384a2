//! After an erasure: writing the file anew, so that no byte of what was erased is left in it.
//!
//! All that is to stay goes into a file beside the workspace's own, and from there back into it, page by page within one
//! transaction: killed at any instant, the file is as before or as after. SQLite's `VACUUM` alone does the same with a
//! temporary file, which [here](super::schema) would be memory, as much as the workspace is large.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, Error, ErrorCode, Result};

use super::local::{self, Key};
use super::reading::reading;
use super::schema;

/// How many pages are put back at a time: 1 MiB, after which a stop is heard.
const PAGES: i32 = 256;

/// How much of each file is kept in memory meanwhile, in KiB.
const CACHE: u32 = 4 * 1024;

/// How often it is looked how far the file beside has come.
const LOOK: Duration = Duration::from_millis(100);

/// Told how much is done of how much; whether to go on.
pub(crate) type GoOn<'a> = &'a (dyn Fn(u64, u64) -> bool + Sync);

/// Notes that there is something to sweep. Call within the transaction that erases.
pub(crate) fn note(connection: &Connection) -> Result<()> {
    local::set(connection, Key::Unswept, &[])
}

/// Whether there is something to sweep.
pub(crate) fn is_due(connection: &Connection) -> Result<bool> {
    local::get(connection, Key::Unswept).map(|value| value.is_some())
}

/// Writes search index and file anew, by way of a file `beside`, and empties the journal. Outside a transaction, while nobody
/// else writes. It needs room on the disk for the file twice more. Returns whether nothing is left: not, if it was stopped or
/// another reader of this program still needs the journal. Then, or if it fails, sweeping is still due.
pub(crate) fn sweep(connection: &mut Connection, beside: &Path, go_on: GoOn<'_>) -> Result<bool> {
    // The index only marks what is taken out of it until its parts are merged.
    connection.execute("INSERT INTO search (search) VALUES ('optimize')", ())?;
    // Both files would have a cache of that size, and neither page is read twice.
    schema::set_cache(connection, CACHE)?;
    let swept = by_way_of(&Anew::beside(beside), connection, go_on);
    schema::set_cache(connection, schema::CACHE)?;
    if !swept? {
        return Ok(false);
    }
    let is_emptied = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get(0).map(|busy: bool| !busy))?;
    if is_emptied {
        local::remove(connection, Key::Unswept)?;
    }
    Ok(is_emptied)
}

/// Writes the file anew by way of another. Returns whether it came to its end.
fn by_way_of(anew: &Anew, connection: &mut Connection, go_on: GoOn<'_>) -> Result<bool> {
    Ok(anew.make(connection, go_on)? && anew.put_back(connection, go_on)?)
}

/// The file beside, which is taken away in the end, and if one was left there, in the beginning.
struct Anew(PathBuf);

impl Anew {
    fn beside(path: &Path) -> Self {
        remove(path);
        Self(path.into())
    }

    /// Writes into it all that is in the workspace. Returns whether it came to its end.
    fn make(&self, connection: &Connection, go_on: GoOn<'_>) -> Result<bool> {
        let name = self.0.to_str().ok_or_else(|| Error::InvalidPath(self.0.clone()))?;
        let total = 2 * schema::pages(connection)?;
        let page = schema::page_size(connection)?;
        let stop = connection.get_interrupt_handle();
        let (done, is_done) = channel::<()>();
        let made = thread::scope(|scope| {
            scope.spawn(move || {
                while is_done.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                    let written = fs::metadata(&self.0).map_or(0, |file| file.len() / page);
                    if !go_on(written.min(total), total) {
                        stop.interrupt();
                    }
                }
            });
            let made = connection.execute("VACUUM INTO ?", [name]);
            // The one who looks on ends with this end of the channel.
            drop(done);
            made
        });
        match made {
            Ok(_) => Ok(true),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Puts its pages in the place of the workspace's. Returns whether it came to its end.
    fn put_back(&self, connection: &mut Connection, go_on: GoOn<'_>) -> Result<bool> {
        let anew = reading(&self.0)?;
        let backup = Backup::new(&anew, connection)?;
        loop {
            let step = backup.step(PAGES)?;
            let progress = backup.progress();
            let count = |pages: i32| u64::try_from(pages).unwrap_or(0);
            let total = count(progress.pagecount);
            match step {
                StepResult::Done => return Ok(true),
                _ if !go_on(2 * total - count(progress.remaining), 2 * total) => return Ok(false),
                StepResult::More => {}
                _ => thread::sleep(LOOK),
            }
        }
    }
}

impl Drop for Anew {
    fn drop(&mut self) {
        remove(&self.0);
    }
}

/// Takes away what an interrupted sweep may have left; if it cannot be, the next sweep says so.
pub(crate) fn remove(beside: &Path) {
    let mut journal = beside.as_os_str().to_owned();
    journal.push("-journal");
    let _ = (fs::remove_file(beside), fs::remove_file(journal));
}

//! Moving what stands in the journal (SQLite's write-ahead log) into the file, on a thread of its own: otherwise one
//! save in fifty would do it for all those before, and be the one that an officer has to wait for.
//!
//! SQLite goes on doing it by itself when a commit leaves the journal longer than [`schema`](super::schema) allows:
//! after a large import, or if this thread cannot. What is not moved is no less saved.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Result};

/// So many saves, of some twenty pages each, are worth moving.
const MANY: u32 = 32;

/// Fewer are moved when nothing has been saved for so long.
const QUIET: Duration = Duration::from_secs(1);

/// The journal of a workspace's file. Drop it before the workspace's own connection: the last one to be closed leaves
/// one file.
pub(crate) struct Journal {
    file: PathBuf,
    mover: Option<Mover>,
    moving: Arc<Mutex<()>>,
}

/// The thread, and what it is told of each save.
struct Mover {
    saves: Sender<()>,
    thread: JoinHandle<()>,
}

impl Journal {
    /// The journal of this file, of which nothing is moved before something was [saved](Self::saved).
    pub(crate) fn of(file: &Path) -> Self {
        Self { file: file.into(), mover: None, moving: Arc::default() }
    }

    /// Takes it that something was saved.
    pub(crate) fn saved(&mut self) {
        let (file, moving) = (&self.file, &self.moving);
        let mover = self.mover.get_or_insert_with(|| Mover::start(file.clone(), Arc::clone(moving)));
        // If the thread has ended, it could not open the file; then SQLite does it.
        let _ = mover.saves.send(());
    }

    /// Keeps the journal for whoever asks, until what is returned is dropped.
    pub(crate) fn hold(&self) -> MutexGuard<'_, ()> {
        self.moving.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        if let Some(Mover { saves, thread }) = self.mover.take() {
            drop(saves);
            // It does nothing that could panic; and if it did, there would be nothing to be done about it here.
            let _ = thread.join();
        }
    }
}

impl Mover {
    fn start(file: PathBuf, moving: Arc<Mutex<()>>) -> Self {
        let (saves, told) = channel();
        let thread = thread::spawn(move || {
            let Ok(connection) = open(&file) else { return };
            while gathered(&told) {
                let _held = moving.lock().unwrap_or_else(PoisonError::into_inner);
                // A full disk, say: the next time will show.
                let _ = move_on(&connection);
            }
        });
        Self { saves, thread }
    }
}

fn open(file: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// Moves what no reader needs where it is, without keeping anybody from writing.
fn move_on(connection: &Connection) -> Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", (), |_| Ok(()))
}

/// Waits until there is something worth moving; false when the workspace is closed.
fn gathered(saves: &Receiver<()>) -> bool {
    if saves.recv().is_err() {
        return false;
    }
    for _ in 1..MANY {
        match saves.recv_timeout(QUIET) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::store::schema;

    /// A file of which all that was saved stands in the journal.
    struct Saved {
        _folder: tempfile::TempDir,
        file: PathBuf,
        length: u64,
        // The last to be closed would move everything.
        _connection: Connection,
    }

    impl Saved {
        fn new() -> Self {
            let folder = tempfile::tempdir().expect("made");
            let file = folder.path().join("work");
            let connection = Connection::open(&file).expect("opened");
            schema::prepare_connection(&connection).expect("prepared");
            connection.execute_batch("CREATE TABLE t (n INTEGER) STRICT").expect("saved");
            let length = length_of(&file);
            Self { _folder: folder, file, length, _connection: connection }
        }

        fn is_moved(&self) -> bool {
            length_of(&self.file) > self.length
        }

        /// Whether it comes into the file while something goes on being done, for some seconds at the most.
        fn is_moved_while(&self, mut doing: impl FnMut()) -> bool {
            let start = Instant::now();
            while !self.is_moved() && start.elapsed() < Duration::from_secs(20) {
                doing();
                thread::sleep(Duration::from_millis(10));
            }
            self.is_moved()
        }
    }

    fn length_of(file: &Path) -> u64 {
        std::fs::metadata(file).expect("there").len()
    }

    #[test]
    fn what_was_saved_is_moved_once_nothing_more_is() {
        let saved = Saved::new();
        let mut journal = Journal::of(&saved.file);
        journal.saved();
        assert!(saved.is_moved_while(|| {}));
    }

    #[test]
    fn saves_without_a_pause_are_moved_too() {
        let saved = Saved::new();
        let mut journal = Journal::of(&saved.file);
        assert!(saved.is_moved_while(|| journal.saved()));
    }

    #[test]
    fn nothing_is_moved_while_the_journal_is_held() {
        let saved = Saved::new();
        let mut journal = Journal::of(&saved.file);
        let held = journal.hold();
        let moving = Arc::clone(&journal.moving);
        assert!(moving.try_lock().is_err());
        drop(held);
        let held = moving.lock().expect("free");
        (0..2 * MANY).for_each(|_| journal.saved());
        thread::sleep(Duration::from_millis(300));
        assert!(!saved.is_moved());
        drop(held);
        assert!(saved.is_moved_while(|| {}));
    }
}

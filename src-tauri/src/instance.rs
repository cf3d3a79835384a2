//! One running program for each officer: the first holds a lock beside the settings; a later one leaves it the file
//! that it was started with, and ends.
//!
//! The file is left as a note in a folder that the first looks into a few times a second. A socket would be quicker by
//! an instant, but this program is to open none, and D-Bus is not there on every system.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// How often the first program looks for notes.
const LOOK: Duration = Duration::from_millis(200);

/// How long a later program waits for its note to be taken before it says that the first does not answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// The ending of a note's name. What is not written to its end yet has another.
const NOTE: &str = "note";

/// What a start of the program came to.
pub(crate) enum Start {
    /// It is the first. The lock is held as long as this lives.
    First(Instance),
    /// Another runs, and has taken over what this one was to open.
    HandedOver,
    /// Another runs and does not answer.
    NoAnswer,
}

/// The place of the one running program.
pub(crate) struct Instance {
    notes: PathBuf,
    _lock: File,
}

/// Takes the place of the one running program, or hands the file over to whoever has it.
pub(crate) fn start(settings: &Path, file: Option<&Path>) -> io::Result<Start> {
    let notes = settings.join("notes");
    fs::create_dir_all(&notes)?;
    let lock = settings.join("running.lock");
    let lock = File::options().create(true).truncate(false).write(true).open(lock)?;
    let mut note = None;
    let begun = Instant::now();
    loop {
        match lock.try_lock() {
            Ok(()) => {
                clear(&notes);
                return Ok(Start::First(Instance { notes, _lock: lock }));
            }
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let note = match &note {
            Some(note) => note,
            None => note.insert(leave(&notes, file)?),
        };
        if !note.exists() {
            return Ok(Start::HandedOver);
        }
        if begun.elapsed() > PATIENCE {
            let _ = fs::remove_file(note);
            return Ok(Start::NoAnswer);
        }
        thread::sleep(LOOK / 4);
    }
}

impl Instance {
    /// Calls back for each note that is left, with the file to open if it names one. Ends with the program.
    pub(crate) fn watch(self, mut opened: impl FnMut(Option<PathBuf>) + Send + 'static) {
        thread::spawn(move || {
            loop {
                for note in self.left() {
                    let text = fs::read_to_string(&note).unwrap_or_default();
                    if fs::remove_file(&note).is_ok() {
                        opened((!text.is_empty()).then(|| PathBuf::from(text)));
                    }
                }
                thread::sleep(LOOK);
            }
        });
    }

    fn left(&self) -> Vec<PathBuf> {
        let mut left: Vec<_> = entries(&self.notes).filter(|path| ending(path) == Some(NOTE)).collect();
        left.sort();
        left
    }
}

/// Writes a note, whole or not at all.
fn leave(notes: &Path, file: Option<&Path>) -> io::Result<PathBuf> {
    let note = notes.join(format!("{}.{NOTE}", std::process::id()));
    let unfinished = note.with_extension("unfinished");
    fs::write(&unfinished, file.map(Path::to_string_lossy).unwrap_or_default().as_bytes())?;
    fs::rename(unfinished, &note)?;
    Ok(note)
}

/// Takes away what programs left to one that ended before it saw it.
fn clear(notes: &Path) {
    for path in entries(notes) {
        let _ = fs::remove_file(path);
    }
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()))
}

fn ending(path: &Path) -> Option<&str> {
    path.extension().and_then(OsStr::to_str)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn first(start: Start) -> Instance {
        match start {
            Start::First(instance) => instance,
            Start::HandedOver | Start::NoAnswer => panic!("nobody else runs"),
        }
    }

    #[test]
    fn a_second_program_hands_its_file_to_the_first_and_ends() {
        let settings = tempfile::tempdir().expect("a folder");
        let (opened, files) = channel();
        let running = first(start(settings.path(), None).expect("started"));
        running.watch(move |file| opened.send(file).expect("somebody listens"));
        for file in [Some(Path::new("/home/mira/from Aigul.entente")), None] {
            let start = start(settings.path(), file).expect("started");
            assert!(matches!(start, Start::HandedOver));
            assert_eq!(files.recv_timeout(PATIENCE).expect("handed over").as_deref(), file);
        }
    }

    #[test]
    fn a_program_that_ended_leaves_its_place_and_no_note_is_taken_for_a_new_one() {
        let settings = tempfile::tempdir().expect("a folder");
        let ended = first(start(settings.path(), None).expect("started"));
        leave(&settings.path().join("notes"), Some(Path::new("never seen.entente"))).expect("left");
        drop(ended);
        let next = first(start(settings.path(), None).expect("started"));
        assert!(next.left().is_empty());
    }
}

//! A laptop for tests: an officer's workspace in a folder of its own, with time and chance from a seed.

mod editing;
mod exchange;
mod shown;

use std::path::{Path, PathBuf};

use entente_domain::workspace::{Error, FILE_ENDING, Identity, Seeded, Watch, Workspace};
use tempfile::TempDir;

pub(crate) use editing::entered;
pub(crate) use exchange::{counted, everyone_hears};

/// 15 June 2026, 00:00 UTC, in milliseconds since 1970.
pub(crate) const JUNE_2026: i64 = 1_781_481_600_000;

/// Seeds of later openings lie this far apart, so that an opened-again workspace gives other ids than before.
const SEEDS_APART: u64 = 1 << 32;

/// An officer's laptop. Whatever a test does not expect to fail panics with what went wrong.
pub(crate) struct Laptop {
    folder: TempDir,
    seed: u64,
    start: i64,
    workspace: Option<Workspace>,
    bundles: usize,
}

impl Laptop {
    /// The laptop of this officer, with a new workspace.
    pub(crate) fn of(officer: &str) -> Self {
        Self::with_clock(officer, JUNE_2026)
    }

    /// A laptop whose clock begins at `start` (milliseconds since 1970).
    pub(crate) fn with_clock(officer: &str, start: i64) -> Self {
        let hash = blake3::hash(officer.as_bytes());
        let seed = u64::from_le_bytes(hash.as_bytes()[..8].try_into().expect("eight bytes")) % SEEDS_APART;
        let folder = tempfile::tempdir().expect("a folder");
        let identity = Identity { officer: officer.into(), device: format!("{officer}’s laptop") };
        let mut laptop = Self { folder, seed, start, workspace: None, bundles: 0 };
        let sources = laptop.sources();
        laptop.workspace =
            Some(Workspace::create(&laptop.path(), &identity, sources).expect("a new workspace"));
        laptop
    }

    /// A laptop whose workspace was copied from this one's file, as from a backup.
    pub(crate) fn copied(&mut self, seed: u64) -> Self {
        self.close();
        let folder = tempfile::tempdir().expect("a folder");
        let copy = Self { folder, seed, start: self.start, workspace: None, bundles: 0 };
        std::fs::copy(self.path(), copy.path()).expect("a copy");
        self.open();
        let mut copy = copy;
        copy.open();
        copy
    }

    fn sources(&mut self) -> Box<Seeded> {
        self.seed += SEEDS_APART;
        Box::new(Seeded::new(self.seed, self.start))
    }

    /// The workspace's file.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join(format!("work.{FILE_ENDING}"))
    }

    /// A file beside the workspace.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The names of all files in the folder, in order.
    pub(crate) fn files(&self) -> Vec<String> {
        names_in(self.folder.path())
    }

    /// Closes the workspace.
    pub(crate) fn close(&mut self) {
        self.workspace = None;
    }

    /// Opens the workspace.
    pub(crate) fn open(&mut self) {
        let sources = self.sources();
        self.workspace = Some(Workspace::open(&self.path(), sources).expect("the workspace opens"));
    }

    /// Closes the workspace and opens it again.
    pub(crate) fn reopen(&mut self) {
        self.close();
        self.open();
    }

    /// Lets time go by while the workspace is closed.
    pub(crate) fn days_pass(&mut self, days: i64) {
        self.start += days * 24 * 60 * 60 * 1_000;
        self.reopen();
    }

    /// Looks among a machine's marks whether the file was restored or copied.
    pub(crate) fn recognise(&mut self, machine: &Path) {
        self.work().recognise(machine).expect("looked");
    }

    /// Puts a copy in the place of the workspace. What is refused leaves it as it was, and open.
    pub(crate) fn put_back(&mut self, backup: &Path) -> Result<(), Error> {
        let workspace = self.workspace.take().expect("the workspace is open");
        match workspace.restore_backup(backup, &Watch::default()) {
            Ok(restored) => {
                self.workspace = Some(restored);
                Ok(())
            }
            Err(error) => {
                self.open();
                Err(error)
            }
        }
    }

    /// The open workspace.
    pub(crate) fn work(&mut self) -> &mut Workspace {
        self.workspace.as_mut().expect("the workspace is open")
    }

    fn read(&self) -> &Workspace {
        self.workspace.as_ref().expect("the workspace is open")
    }
}

/// The names of the files in a folder, in order.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

//! Files that the program writes where an officer says: each appears whole or not at all, and never in the place of a
//! workspace, of what stands beside one, or of anything that is no file.
//!
//! Every such file goes this way: pages, documents, bundles and their parts. Copies of the workspace are named by the
//! program, and take no name that is taken.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::open::{behind_link, beside};
use super::{Error, FILE_ENDING};
use crate::store::file_check;

/// What stands beside a workspace while it is open, by its ending; and a journal that SQLite would take for its own.
const BESIDE_WORKSPACE: [&str; 4] = ["-wal", "-shm", "-journal", ".lock"];

/// Behind a file's name until it is whole.
const UNFINISHED: &str = ".unfinished";

/// Writes a file of these bytes, which appears whole or not at all.
///
/// # Errors
/// [`Error::OverWorkspace`] or [`Error::NotAFile`] if something stands at `path` that must stay; [`Error::File`] if it
/// cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut output = Output::at(path)?;
    output.file.write_all(bytes).map_err(Error::file(path, "written"))?;
    output.keep()
}

/// A file that takes its name only when it is whole.
pub(super) struct Output {
    pub(super) file: File,
    unfinished: PathBuf,
    path: PathBuf,
    kept: bool,
}

impl Output {
    /// Opens one beside the file that it is to become. Of a link, that is the file that it leads to.
    ///
    /// # Errors
    /// As [`write_file`].
    pub(super) fn at(path: &Path) -> Result<Self, Error> {
        let path = behind_link(path);
        check(&path)?;
        let (file, unfinished) = fresh(&path).map_err(Error::file(&path, "written"))?;
        Ok(Self { file, unfinished, path, kept: false })
    }

    /// Opens one under a name of the caller's, over what an earlier attempt left there.
    ///
    /// # Errors
    /// As [`write_file`], also if something else than a file has that name: a link would lead elsewhere.
    pub(super) fn through(unfinished: PathBuf, path: &Path) -> Result<Self, Error> {
        check(path)?;
        check(&unfinished)?;
        let file = File::create(&unfinished).map_err(Error::file(path, "written"))?;
        Ok(Self { file, unfinished, path: path.into(), kept: false })
    }

    /// What was written, to be read.
    pub(super) fn reader(&self) -> io::Result<File> {
        File::open(&self.unfinished)
    }

    /// Writes it through to the disk and gives it its name, replacing the file that has it.
    ///
    /// # Errors
    /// As [`write_file`].
    pub(super) fn keep(mut self) -> Result<(), Error> {
        // A workspace may have been made there since.
        check(&self.path)?;
        let written = self.file.flush().and_then(|()| self.file.sync_all());
        let kept = written.and_then(|()| fs::rename(&self.unfinished, &self.path));
        self.kept = kept.is_ok();
        kept.map_err(Error::file(&self.path, "written"))
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.unfinished);
        }
    }
}

/// Whether a file may be put at `path`.
fn check(path: &Path) -> Result<(), Error> {
    let unreadable = || Error::file(path, "written");
    if path.as_os_str().to_string_lossy().ends_with(std::path::is_separator) {
        // A folder was meant, and is not there.
        return Err(unreadable()(io::ErrorKind::NotFound.into()));
    }
    match fs::symlink_metadata(path) {
        Ok(there) if !there.is_file() => return Err(Error::NotAFile(path.into())),
        Ok(_) if is_workspace(path).map_err(unreadable())? => return Err(Error::OverWorkspace(path.into())),
        // What else is wrong with the place is told when a file is opened there.
        Ok(_) | Err(_) => {}
    }
    match stands_beside(path) {
        Some(workspace) if is_workspace(&workspace).unwrap_or(true) => Err(Error::OverWorkspace(path.into())),
        Some(_) | None => Ok(()),
    }
}

/// Whether a file is a workspace, or is called one: it may be damaged, and what can be saved of it must stay.
fn is_workspace(path: &Path) -> io::Result<bool> {
    let is_called_one = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(FILE_ENDING));
    Ok(is_called_one || file_check::is_workspace(path)?)
}

/// The file that one of this name belongs to, if it is there.
fn stands_beside(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let of = BESIDE_WORKSPACE.iter().find_map(|ending| name.strip_suffix(ending))?;
    Some(path.with_file_name(of)).filter(|of| of.is_file())
}

/// A new file beside `path`, under a name that none has: what is there may be somebody's.
fn fresh(path: &Path) -> io::Result<(File, PathBuf)> {
    if path.file_name().is_none() {
        return Err(io::ErrorKind::InvalidFilename.into());
    }
    let endings = (2..).map(|n| format!(".{n}{UNFINISHED}"));
    for ending in [UNFINISHED.to_string()].into_iter().chain(endings) {
        let unfinished = beside(path, &ending);
        match File::create_new(&unfinished) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return created.map(|file| (file, unfinished)),
        }
    }
    unreachable!("BUG: there are more numbers than files")
}

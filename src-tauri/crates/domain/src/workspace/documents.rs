//! Files kept in the workspace.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;

use super::{Draft, Error, Workspace, Written};
use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::log::Action;
use crate::store::documents::{self, MAX_CONTENT};
use crate::value::Value;

impl Workspace {
    /// Copies a file into the workspace, as a document that belongs to `owner`. The same content is kept only once.
    ///
    /// # Errors
    /// [`Error::File`] if it cannot be read or is larger than 256 MiB, or as [`Workspace::save`].
    pub fn attach(&mut self, owner: RecordId, path: &Path, purpose: Option<&str>) -> Result<Written, Error> {
        let unreadable = || Error::file(path, "read");
        let size = fs::metadata(path).map_err(unreadable())?.len();
        if size > MAX_CONTENT {
            return Err(unreadable()(io::Error::from(io::ErrorKind::FileTooLarge)));
        }
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(File::open(path).map_err(unreadable())?).map_err(unreadable())?;
        let hash = hasher.finalize();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let number = i64::try_from(size).expect("BUG: the size was compared with a limit");
        let fields = [
            ("owner", Some(Value::Reference(owner))),
            ("name", Some(Value::Text(name))),
            ("use", purpose.map(Value::from)),
            ("content-hash", Some(Value::Text(hash.to_hex().to_string()))),
            ("size", Some(Value::Integer(number))),
        ];
        let fields: BTreeMap<_, _> = fields.map(|(name, value)| (name.to_string(), value)).into();
        let draft = Draft { id: self.new_id(), is_new: true, kind: Kind::Document, fields };
        // Asked before the content is kept, which nothing would ever take away again.
        let edits = self.accepted(&[draft])?;
        if !documents::contains(&self.connection, hash.as_bytes())? {
            let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let file = File::open(path).map_err(unreadable())?;
            documents::keep(&transaction, hash.as_bytes(), size, file).map_err(unreadable())?;
            transaction.commit()?;
        }
        self.write(Action::Save, &edits)
    }

    /// Writes a document's content to a file, which appears whole or not at all.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such document or its content has not arrived; [`Error::File`].
    pub fn save_document(&self, id: RecordId, path: &Path) -> Result<(), Error> {
        self.refuse_own(path)?;
        let (kind, values) = self.values(id)?;
        let field = Kind::Document.field("content-hash").expect("BUG: only declared fields are named");
        let hash = values
            .get(&field.number)
            .and_then(Value::as_text)
            .and_then(|hex| blake3::Hash::from_hex(hex).ok());
        let hash = hash.filter(|_| kind == Kind::Document).ok_or(Error::NotFound(id))?;
        let unwritable = || Error::file(path, "written");
        let content = documents::open(&self.connection, hash.as_bytes()).map_err(unwritable())?;
        let mut file = tempfile_beside(path).map_err(unwritable())?;
        io::copy(&mut content.ok_or(Error::NotFound(id))?, &mut file.file).map_err(unwritable())?;
        file.keep(path).map_err(unwritable())
    }

    /// Nothing is to be written over the workspace itself.
    pub(super) fn refuse_own(&self, path: &Path) -> Result<(), Error> {
        match (fs::canonicalize(path), fs::canonicalize(&self.path)) {
            (Ok(there), Ok(own)) if there == own => Err(Error::Exists(path.into())),
            _ => Ok(()),
        }
    }
}

/// Writes a file of these bytes, which appears whole or not at all.
///
/// # Errors
/// [`Error::File`] if it cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let unwritable = || Error::file(path, "written");
    let mut file = tempfile_beside(path).map_err(unwritable())?;
    file.file.write_all(bytes).map_err(unwritable())?;
    file.keep(path).map_err(unwritable())
}

/// A file that takes its name only when it is whole.
pub(super) struct Unfinished {
    pub(super) file: File,
    path: PathBuf,
    kept: bool,
}

/// Opens an unfinished file beside the one it is to become.
pub(super) fn tempfile_beside(path: &Path) -> io::Result<Unfinished> {
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_os_string();
    name.push(".unfinished");
    unfinished(path.with_file_name(name))
}

/// Opens an unfinished file of this name.
pub(super) fn unfinished(path: PathBuf) -> io::Result<Unfinished> {
    Ok(Unfinished { file: File::create(&path)?, path, kept: false })
}

impl Unfinished {
    /// What was written, to be read.
    pub(super) fn reader(&self) -> io::Result<File> {
        File::open(&self.path)
    }

    /// Writes it through to the disk and gives it its name, replacing what has that name.
    pub(super) fn keep(mut self, path: &Path) -> io::Result<()> {
        self.file.flush()?;
        self.file.sync_all()?;
        fs::rename(&self.path, path)?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}

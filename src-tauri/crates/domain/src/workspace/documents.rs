//! Files kept in the workspace.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rusqlite::TransactionBehavior;

use super::output::Output;
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
        let (hash, size) = looked_at(path).map_err(unreadable())?;
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
        let mut output = Output::at(path)?;
        let (kind, values) = self.values(id)?;
        let field = Kind::Document.field("content-hash").expect("BUG: only declared fields are named");
        let hash = values
            .get(&field.number)
            .and_then(Value::as_text)
            .and_then(|hex| blake3::Hash::from_hex(hex).ok());
        let hash = hash.filter(|_| kind == Kind::Document).ok_or(Error::NotFound(id))?;
        let unwritable = || Error::file(path, "written");
        let content = documents::open(&self.connection, hash.as_bytes()).map_err(unwritable())?;
        io::copy(&mut content.ok_or(Error::NotFound(id))?, &mut output.file).map_err(unwritable())?;
        output.keep()
    }
}

/// A file's hash and size, if it is not too large to be kept.
fn looked_at(path: &Path) -> io::Result<(blake3::Hash, u64)> {
    let size = fs::metadata(path)?.len();
    if size > MAX_CONTENT {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok((hasher.finalize(), size))
}

//! Making a workspace, and opening one after looking at its file.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::continuing::Marking;
use super::lock::Lock;
use super::{Error, Identity, Sources, Watch, Workspace};
use crate::bundle::OpeningKey;
use crate::log::DeviceKey;
use crate::store::devices::Devices;
use crate::store::journal::Journal;
use crate::store::local::{self, Key};
use crate::store::secrets::{self, Secret};
use crate::store::{UntrustedReason, file_check, formerly, schema, sweeping};

impl Workspace {
    /// Makes a new, empty workspace for this officer on this laptop, and opens it.
    ///
    /// # Errors
    /// If something is at `path` already, a name is not accepted, or the file cannot be written. The file appears
    /// whole or not at all.
    pub fn create(path: &Path, identity: &Identity, mut sources: Box<dyn Sources>) -> Result<Self, Error> {
        super::identity::check(identity)?;
        if path.exists() {
            return Err(Error::Exists(path.into()));
        }
        let unfinished = beside(path, ".unfinished");
        remove_if_there(&unfinished).map_err(Error::file(&unfinished, "written"))?;
        let made = make_file(&unfinished, identity, sources.as_mut());
        let renamed = made.and_then(|()| fs::rename(&unfinished, path).map_err(Error::file(path, "written")));
        if renamed.is_err() {
            // Nothing was there before, so what is left of the attempt is ours to take away.
            let _ = fs::remove_file(&unfinished);
        }
        renamed.map_err(|error| told_by_the_system(path, error))?;
        Self::open(path, sources)
    }

    /// Opens a workspace, after checking that its file is one, is whole, and is not open elsewhere.
    ///
    /// # Errors
    /// [`Error::Untrusted`] with the reason; the file stays as it was.
    pub fn open(path: &Path, sources: Box<dyn Sources>) -> Result<Self, Error> {
        let refuse = |reason| Error::untrusted(path, reason);
        let file = behind_link(path);
        file_check::check_header(&file).map_err(refuse)?;
        let lock = Lock::of(&file).map_err(refuse)?;
        let (connection, devices, key) = trusted(&file).map_err(refuse)?;
        let former = formerly::all(&connection, &devices)?;
        let opening = |secret: &secrets::Secret| OpeningKey::from(&DeviceKey::from_secret(**secret));
        let opening = secrets::all(&connection)?.iter().map(opening).collect();
        let mut workspace = Self {
            journal: Journal::of(&file),
            connection,
            devices,
            key,
            opening,
            sources,
            path: path.into(),
            former,
            marking: Marking::Off,
            marked: None,
            last_id: None,
            _lock: lock,
        };
        workspace.renew_projections()?;
        // What an erasure left to be swept is not swept now: it takes long, and the officer wants to begin.
        sweeping::remove(&beside(&file, SWEEPING));
        Ok(workspace)
    }

    /// Makes the projections anew if another version of the program made them.
    fn renew_projections(&mut self) -> Result<(), Error> {
        let made_by = local::get(&self.connection, Key::Projections)?;
        if made_by.as_deref() != Some(schema::fingerprint().as_bytes()) {
            self.rebuild(&Watch::default())?;
        }
        Ok(())
    }
}

/// Makes the file: the log's tables, this device and its key.
fn make_file(path: &Path, identity: &Identity, sources: &mut dyn Sources) -> Result<(), Error> {
    let mut connection = Connection::open(path)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::migrate(&transaction)?;
    schema::remake_projections(&transaction)?;
    let mut secret = Secret::default();
    sources.fill(secret.as_mut_slice());
    secrets::renew(&transaction, &secret)?;
    local::set(&transaction, Key::Officer, identity.officer.trim().as_bytes())?;
    local::set(&transaction, Key::Device, identity.device.trim().as_bytes())?;
    local::set(&transaction, Key::Projections, schema::fingerprint().as_bytes())?;
    Devices::default().introduce(&transaction, DeviceKey::from_secret(*secret).public())?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error.into())
}

/// Behind the name of the file by way of which a workspace is written anew.
pub(super) const SWEEPING: &str = ".sweeping";

/// The file that a link leads to: lock and journal stand beside that one, whichever name it was opened by.
pub(super) fn behind_link(path: &Path) -> PathBuf {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => fs::canonicalize(path).unwrap_or_else(|_| path.into()),
        Ok(_) | Err(_) => path.into(),
    }
}

/// Opens the database after a look at it, and leaves it as it was if it cannot be trusted.
fn trusted(path: &Path) -> Result<(Connection, Devices, DeviceKey), UntrustedReason> {
    OpenOptions::new().append(true).open(path).map_err(not_writable)?;
    let (journal, index) = (beside(path, "-wal"), beside(path, "-shm"));
    let (had_journal, had_index) = (journal.exists(), index.exists());
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags).map_err(damaged)?;
    // A journal that a power cut left is not to be written into a damaged file by closing it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, had_journal).map_err(damaged)?;
    match examine(&mut connection) {
        Ok((devices, key)) => {
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(damaged)?;
            Ok((connection, devices, key))
        }
        Err(reason) => {
            drop(connection);
            // What SQLite made for its own use and could not take away. An index only says where in the journal which
            // page is, and is made anew by the next to open the file.
            if !had_index {
                let _ = fs::remove_file(index);
            }
            if !had_journal && fs::metadata(&journal).is_ok_and(|journal| journal.len() == 0) {
                let _ = fs::remove_file(journal);
            }
            Err(reason)
        }
    }
}

/// Looks whether the tables are whole and hold what every workspace does.
fn examine(connection: &mut Connection) -> Result<(Devices, DeviceKey), UntrustedReason> {
    if let Some(problem) = schema::quick_problem(connection).map_err(damaged)? {
        return Err(UntrustedReason::Damaged(problem));
    }
    // The header was looked at; but a newer program's last words may stand in the journal.
    let found = schema::version(connection).map_err(damaged)?;
    if found > schema::VERSION {
        return Err(UntrustedReason::Newer { found, known: schema::VERSION });
    }
    // The canary: without its own key a workspace could not go on writing its log.
    let secret = secrets::own(connection).map_err(damaged)?;
    let key =
        DeviceKey::from_secret(*secret.ok_or_else(|| UntrustedReason::Damaged("its key is missing".into()))?);
    schema::prepare_connection(connection).map_err(damaged)?;
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(damaged)?;
    schema::migrate(&transaction).and_then(|()| transaction.commit()).map_err(damaged)?;
    let devices = Devices::load(connection).map_err(damaged)?;
    match devices.get(key.public().device()) {
        Some(_) => Ok((devices, key)),
        None => Err(UntrustedReason::Damaged("its own device is missing".into())),
    }
}

/// The file of this name with an ending more.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(ending);
    path.with_file_name(name)
}

/// Removes a file, and takes one that is not there for removed.
pub(super) fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Why a file cannot be opened for writing.
pub(super) fn not_writable(error: io::Error) -> UntrustedReason {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => UntrustedReason::ReadOnly,
        _ => UntrustedReason::Unreadable(error),
    }
}

fn damaged(error: rusqlite::Error) -> UntrustedReason {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => UntrustedReason::Locked,
        Some(ErrorCode::ReadOnly) => UntrustedReason::ReadOnly,
        // A full disk, or one that does not answer, says nothing about the file.
        Some(
            ErrorCode::DiskFull | ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::OutOfMemory,
        ) => UntrustedReason::Unreadable(io::Error::other(error)),
        _ => UntrustedReason::Damaged(error.to_string()),
    }
}

/// SQLite does not say why it cannot make a file; say so as for any other file.
fn told_by_the_system(path: &Path, error: Error) -> Error {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match error {
        Error::Store(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => Error::File {
            path: path.into(),
            doing: "written",
            source: fs::metadata(folder).err().unwrap_or(io::ErrorKind::PermissionDenied.into()),
        },
        other => other,
    }
}

//! What is this laptop's own and never travels: a few named values.

use rusqlite::{Connection, OptionalExtension, Result};

use crate::ids::{DeviceId, RecordId};

/// The names of the values.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Key {
    /// This device's secret key, 32 bytes: see `store/secrets.rs`.
    Secret,
    /// The officer's name, UTF-8. Colleagues learn it from the device's record, which is written with the first save.
    Officer,
    /// The laptop's name, likewise.
    Device,
    /// The folder for backups, UTF-8; empty for the one beside the workspace.
    Backups,
    /// What this workspace is called, and what those were of which it was a copy: device ids, 16 bytes each.
    Lineage,
    /// The shared folder, UTF-8.
    Folder,
    /// Set if what trusted laptops put into it is applied without asking.
    FolderApplies,
    /// Set if what is put into it is not sealed.
    FolderOpen,
    /// The devices, 16 bytes each, whose workspaces backups took the place of.
    Replaced,
    /// Set from a restoration on until the officer says that the shared folder is to be looked into again.
    FolderPaused,
    /// Records that were erased, and are back with a backup: ids, 16 bytes each.
    BackAgain,
    /// The device, 16 bytes, for which a mark was last made outside the workspace: see `workspace/marks.rs`.
    Marked,
    /// The [fingerprint](super::schema::fingerprint) of the projections in the file.
    Projections,
    /// The [sum](super::digest::Digest) over the projections in the file, 32 bytes.
    Digest,
    /// The day for which the [states of agreements](super::agreement_states) were last worked out, and the form
    /// of the rules: `YYYY-MM-DD 2`.
    StatesOn,
    /// Commits of this laptop's own that are one step: see `store/together.rs`.
    Together,
    /// Set while bytes of what was erased may still stand in the file.
    Unswept,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::Officer => "officer",
            Self::Device => "device",
            Self::Backups => "backups",
            Self::Lineage => "lineage",
            Self::Folder => "folder",
            Self::FolderApplies => "folder-applies",
            Self::FolderOpen => "folder-open",
            Self::Replaced => "replaced",
            Self::FolderPaused => "folder-paused",
            Self::BackAgain => "back-again",
            Self::Marked => "marked",
            Self::Projections => "projections",
            Self::Digest => "digest",
            Self::StatesOn => "states-on",
            Self::Together => "together",
            Self::Unswept => "unswept",
        }
    }
}

/// The value of this name, if it was set.
pub(crate) fn get(connection: &Connection, key: Key) -> Result<Option<Vec<u8>>> {
    connection.query_row("SELECT value FROM local WHERE key = ?", [key.name()], |row| row.get(0)).optional()
}

/// The devices whose ids are the value of this name, if it was set.
pub(crate) fn devices(connection: &Connection, key: Key) -> Result<Option<Vec<DeviceId>>> {
    Ok(ids(connection, key)?.map(|ids| ids.into_iter().map(DeviceId::from_bytes).collect()))
}

/// Sets such a value.
pub(crate) fn set_devices(connection: &Connection, key: Key, devices: &[DeviceId]) -> Result<()> {
    set_ids(connection, key, devices.iter().map(DeviceId::as_bytes))
}

/// The records whose ids are the value of this name.
pub(crate) fn records(connection: &Connection, key: Key) -> Result<Vec<RecordId>> {
    let ids = ids(connection, key)?.unwrap_or_default();
    Ok(ids.into_iter().map(RecordId::from_bytes).collect())
}

/// Sets such a value.
pub(crate) fn set_records(connection: &Connection, key: Key, records: &[RecordId]) -> Result<()> {
    set_ids(connection, key, records.iter().map(RecordId::as_bytes))
}

/// Ids stand behind each other, 16 bytes each.
fn ids(connection: &Connection, key: Key) -> Result<Option<Vec<[u8; 16]>>> {
    Ok(get(connection, key)?.map(|bytes| bytes.as_chunks().0.to_vec()))
}

fn set_ids<'a>(connection: &Connection, key: Key, ids: impl Iterator<Item = &'a [u8; 16]>) -> Result<()> {
    set(connection, key, &ids.copied().collect::<Vec<_>>().concat())
}

/// Sets the value of this name.
pub(crate) fn set(connection: &Connection, key: Key, value: &[u8]) -> Result<()> {
    connection
        .execute("INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)", (key.name(), value))
        .map(drop)
}

/// Takes the value of this name away.
pub(crate) fn remove(connection: &Connection, key: Key) -> Result<()> {
    connection.execute("DELETE FROM local WHERE key = ?", [key.name()]).map(drop)
}

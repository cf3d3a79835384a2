//! What is this laptop's own, and not the copy's: it is carried over when a copy takes the workspace's place.

use crate::ids::DeviceId;
use crate::store::lineage;
use crate::store::local::{self, Key};
use crate::store::secrets::{self, Secret};
use crate::store::trust::{self, Trust};
use crate::workspace::{Error, Workspace, identity};

/// Where copies are kept, and which folder is shared by which rules.
const SETTINGS: [Key; 4] = [Key::Backups, Key::Folder, Key::FolderApplies, Key::FolderOpen];

/// What a laptop has of its own.
pub(super) struct Carried {
    settings: Vec<(Key, Option<Vec<u8>>)>,
    /// Whom its officer trusts. Who was trusted when the copy was made, and is no more, must not be again.
    trust: Vec<(DeviceId, Trust)>,
    lineage: Vec<DeviceId>,
    /// With which it opens what is sealed for it, the latest first.
    secrets: Vec<Secret>,
    /// The devices that go on no more: its own, and those in whose place copies came before.
    ended: Vec<DeviceId>,
}

impl Carried {
    /// Of the workspace that is replaced.
    pub(super) fn of(replaced: &Workspace) -> Result<Self, Error> {
        let connection = &replaced.connection;
        let mut ended = identity::replaced(connection)?;
        ended.push(replaced.device());
        let setting = |key| Ok((key, local::get(connection, key)?));
        Ok(Self {
            settings: SETTINGS.into_iter().map(setting).collect::<Result<_, Error>>()?,
            trust: trust::all(connection, &replaced.devices)?,
            lineage: lineage::of(connection)?,
            secrets: secrets::all(connection)?,
            ended,
        })
    }

    /// Into the copy that takes its place.
    pub(super) fn into(mut self, restored: &mut Workspace) -> Result<(), Error> {
        let transaction = restored.connection.unchecked_transaction()?;
        for (key, value) in &self.settings {
            match value {
                Some(value) => local::set(&transaction, *key, value)?,
                None => local::remove(&transaction, *key)?,
            }
        }
        self.secrets.iter().rev().try_for_each(|secret| secrets::keep(&transaction, secret))?;
        self.ended.extend(identity::replaced(&transaction)?);
        self.ended.sort_unstable();
        self.ended.dedup();
        identity::note_replaced(&transaction, &self.ended)?;
        trust::set_all(&transaction, &mut restored.devices, &self.trust)?;
        let of_copy = lineage::of(&transaction)?;
        self.lineage.extend(of_copy.into_iter().filter(|id| !self.lineage.contains(id)).collect::<Vec<_>>());
        lineage::keep(&transaction, &self.lineage)?;
        transaction.commit()?;
        // What the copy knew of its folder is of another time, and may be of another folder.
        restored.forget_folder()
    }
}

//! What is this laptop's own, and not the copy's: it is carried over when a copy takes the workspace's place.

use rusqlite::{Connection, Result as StoreResult};

use crate::ids::DeviceId;
use crate::store::erased::{self, Erased};
use crate::store::local::{self, Key};
use crate::store::secrets::{self, Secret};
use crate::store::trust::{self, Trust};
use crate::store::{lineage, records};
use crate::workspace::{Error, Workspace, identity};

/// Where copies are kept, and which folder is shared by which rules.
const SETTINGS: [Key; 4] = [Key::Backups, Key::Folder, Key::FolderApplies, Key::FolderOpen];

/// What a laptop has of its own, and what it knows to have been erased.
pub(super) struct Carried {
    settings: Vec<(Key, Option<Vec<u8>>)>,
    /// Whom its officer trusts. Who was trusted when the copy was made, and is no more, must not be again.
    trust: Vec<(DeviceId, Trust)>,
    lineage: Vec<DeviceId>,
    /// With which it opens what is sealed for it, the latest first.
    secrets: Vec<Secret>,
    /// The devices that go on no more: its own, and those in whose place copies came before.
    ended: Vec<DeviceId>,
    erased: Erased,
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
            erased: Erased::load(connection)?,
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
        if local::get(&transaction, Key::Folder)?.is_some() {
            local::set(&transaction, Key::FolderPaused, &[])?;
        }
        carry_erased(&transaction, &self.erased)?;
        transaction.commit()?;
        // What the copy knew of its folder is of another time, and may be of another folder.
        restored.forget_folder()
    }
}

/// What was erased and is not in the copy stays erased: else it would come back with a colleague's bundle, and if nobody has heard
/// of the erasure yet, for good. What is in the copy is back, since an erasure by mistake is what a copy may be put back for; the
/// officer is told, and erases it again by a word.
fn carry_erased(copy: &Connection, erased: &Erased) -> StoreResult<()> {
    let (mut absent, mut back) = (Vec::new(), Vec::new());
    for id in erased.iter() {
        match records::known(copy, id)? {
            _ if erased::contains(copy, id)? => {}
            Some((_, kind, _)) if kind != records::PLACEHOLDER => back.push(id),
            Some(_) | None => absent.push(id),
        }
    }
    absent.into_iter().collect::<Erased>().keep(copy)?;
    local::set_records(copy, Key::BackAgain, &back)
}

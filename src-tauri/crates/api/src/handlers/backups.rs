//! Copies of the whole workspace: made on their own, asked for, and put back.

use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use entente_domain::ids::WallTime;
use entente_domain::workspace::{Backup, Backups, Error, Occasion, System, Watch};

use super::workspaces::take;
use crate::convert;
use crate::wire::{BackupFolder, BackupItem, BackupList, BackupsOf, Nothing, RestoreBackup, Status};
use crate::{Api, Failure};

impl Api {
    /// The copies there are of the open workspace, or of one that does not open.
    ///
    /// # Errors
    /// If their folder cannot be read.
    pub fn backups(&self, of: BackupsOf) -> Result<BackupList, Failure> {
        if let Some(workspace) = of.workspace {
            let backups = Backups::beside(FilePath::new(&workspace));
            return Ok(list(&backups, backups.list()?));
        }
        let trouble = self.state().backup_trouble.clone();
        self.read(|workspace, _| {
            let backups = workspace.backups()?;
            let beside = Backups::beside(workspace.path());
            let chosen = backups.folder() != beside.folder();
            let copies = backups.list()?;
            let holding_erased = backups.holding_erased(copies.clone())?.len() as u32;
            Ok(BackupList { chosen, holding_erased, trouble, ..list(&backups, copies) })
        })
    }

    /// Makes a copy now. The workspace can be worked in meanwhile.
    ///
    /// # Errors
    /// If the folder cannot be written or is full.
    pub fn make_backup(&self, _: Nothing) -> Result<BackupList, Failure> {
        self.back_up(Occasion::Asked, &Arc::default())?;
        self.backups(BackupsOf::default())
    }

    /// Puts a copy back in the place of the open workspace, or of one that does not open; that is itself kept as a copy.
    ///
    /// # Errors
    /// If the copy is not sound, or a file cannot be written; the workspace is as it was then.
    pub fn restore_backup(&self, restore: RestoreBackup) -> Result<Status, Failure> {
        let backup = FilePath::new(&restore.path);
        match restore.workspace {
            Some(file) => {
                let backups = Backups::beside(FilePath::new(&file));
                let restored = backups.restore_unopened(backup, Box::new(System))?;
                take(&mut self.state(), restored)?;
            }
            None => {
                self.replace("restore", |workspace, watch| Ok(workspace.restore_backup(backup, watch)?))?;
            }
        }
        self.status(Nothing {})
    }

    /// Erases in the copies what was erased in the workspace since they were made.
    ///
    /// # Errors
    /// If a copy is not sound or cannot be written: that one is as it was, the others are done.
    pub fn erase_in_backups(&self, _: Nothing) -> Result<BackupList, Failure> {
        let backups = self.read(|workspace, _| Ok(workspace.backups()?))?;
        self.beside_work(&Arc::default(), "erase-in-backups", |watch| Ok(backups.erase(watch)?))?;
        self.backups(BackupsOf::default())
    }

    /// Chooses the folder for copies. Those made before stay where they are.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn set_backup_folder(&self, chosen: BackupFolder) -> Result<BackupList, Failure> {
        let folder = chosen.folder.map(PathBuf::from);
        self.write(|workspace| Ok(workspace.set_backup_folder(folder.as_deref())?))?;
        self.backups(BackupsOf::default())
    }

    /// Makes a copy if one is due, and returns whether all is well. That it cannot be made is told with the status, and no
    /// reason to stop anyone.
    pub(crate) fn back_up_if_due(&self) -> bool {
        let due = self.read(|workspace, _| Ok(workspace.backups()?.is_due(now())?));
        !due.is_ok_and(|due| due) || self.back_up(Occasion::Hourly, &Arc::default()).is_ok()
    }

    /// Makes a copy while the workspace is in use, and remembers whether it could be made.
    pub(crate) fn back_up(&self, occasion: Occasion, watch: &Arc<Watch>) -> Result<(), Failure> {
        let backups = self.read(|workspace, _| Ok(workspace.backups()?))?;
        let made = self.beside_work(watch, "backup", |watch| Ok(backups.make(occasion, now(), watch)?));
        // Whether it can be made is not known of one that was stopped.
        if !matches!(made, Err(Failure::Domain(Error::Cancelled))) {
            let told = made.as_ref().err().map(|failure| self.tell(failure).message);
            self.state().backup_trouble = told;
        }
        made.map(drop)
    }

    /// Makes a copy before an import. If it cannot be made, the officer is asked whether to go on without one.
    pub(super) fn back_up_before_import(&self, watch: &Arc<Watch>) -> Result<(), Failure> {
        self.back_up(Occasion::BeforeImport, watch).map_err(|failure| match failure {
            Failure::NoWorkspace | Failure::Domain(Error::Cancelled) => failure,
            _ => Failure::NotBackedUp(Box::new(failure)),
        })
    }
}

fn item(backup: Backup) -> BackupItem {
    BackupItem {
        path: backup.path.to_string_lossy().into_owned(),
        at: convert::time(backup.at),
        occasion: backup.occasion.name().into(),
        bytes: backup.bytes,
    }
}

pub(super) fn now() -> WallTime {
    chrono::Utc::now().timestamp_millis()
}

/// The copies in a folder, by what the folder says.
fn list(backups: &Backups, copies: Vec<Backup>) -> BackupList {
    let folder = backups.folder().to_string_lossy().into_owned();
    let items = copies.into_iter().map(item).collect();
    BackupList { folder, chosen: false, items, holding_erased: 0, trouble: None }
}

//! `backups`, `backup` and `restore-backup`: copies of the whole workspace.

use std::path::Path;

use entente_api::ErrorKind;
use entente_api::wire::{BackupFolder, BackupList, BackupsOf, Nothing, RestoreBackup};
use entente_messages::Args;

use super::history::time;
use crate::arguments::Backups;
use crate::failure::Failure;
use crate::progress;
use crate::session::{Answer, Session, absolute};
use crate::table::Table;

/// The copies there are, after choosing another folder for them if one was named, or erasing in them what was erased since.
pub(crate) fn backups(session: &Session, wanted: Backups) -> Result<Answer, Failure> {
    if wanted.erase {
        let list = session.told(progress::shown(session, || session.api.erase_in_backups(Nothing {})))?;
        return Ok(session.answer(&list, || session.text("cli-erased-in-backups")));
    }
    let chosen = wanted.folder.map(|folder| absolute(&folder));
    let list = match chosen.is_some() || wanted.beside {
        true => session.api.set_backup_folder(BackupFolder { folder: chosen }),
        false => session.api.backups(BackupsOf::default()),
    };
    let list = session.told(list)?;
    Ok(session.answer(&list, || list_text(session, &list)))
}

/// Makes a copy now.
pub(crate) fn backup(session: &Session) -> Result<Answer, Failure> {
    let made = progress::shown(session, || session.api.make_backup(Nothing {}));
    let list = session.told(made)?;
    Ok(session.answer(&list, || {
        let path = list.items.first().map(|newest| newest.path.clone()).unwrap_or_default();
        session.say("cli-backed-up", Args::new().with("path", path))
    }))
}

/// Puts a copy back in the place of a workspace, whether or not that opens.
pub(crate) fn restore(session: &Session, file: &Path, backup: &Path) -> Result<Answer, Failure> {
    let opens = match session.open(file) {
        Ok(()) => true,
        Err(Failure::Refused(error)) if matches!(error.kind, ErrorKind::Damaged | ErrorKind::File) => false,
        Err(failure) => return Err(failure),
    };
    let workspace = (!opens).then(|| absolute(file));
    let wanted = RestoreBackup { path: absolute(backup), workspace };
    let status = session.told(progress::shown(session, || session.api.restore_backup(wanted)))?;
    Ok(session.answer(&status.workspace, || session.text("cli-backup-restored")))
}

fn list_text(session: &Session, list: &BackupList) -> String {
    let folder = session.say("cli-backups-folder", Args::new().with("folder", list.folder.clone()));
    if list.items.is_empty() {
        return format!("{folder}\n{}", session.text("cli-no-backups"));
    }
    let headings = ["cli-column-made", "cli-column-occasion", "cli-column-bytes", "cli-column-file"];
    let mut table = Table::new(headings.map(|key| session.text(key)).to_vec());
    for item in &list.items {
        let occasion = session.text(&format!("cli-occasion-{}", item.occasion));
        table.row(vec![time(&item.at), occasion, item.bytes.to_string(), item.path.clone()]);
    }
    let mut text = format!("{folder}\n{}", table.lines(session.columns));
    if list.holding_erased > 0 {
        let count = Args::new().with("count", list.holding_erased);
        text += &format!("\n{}", session.say("cli-backups-holding-erased", count));
    }
    text
}

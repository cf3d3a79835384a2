//! A function a command: it asks the api and gives the answer as text or JSON.

mod agenda;
mod backups;
mod changes;
mod conflicts;
mod erase;
mod exchange;
mod export;
mod folder;
mod history;
mod imports;
pub(crate) mod laptops;
mod lists;
mod show;
mod upkeep;
mod workspaces;

use std::path::Path;

use crate::arguments::Command;
use crate::failure::Failure;
use crate::session::{Answer, Session};

/// Carries a command out in a workspace.
pub(crate) fn run(session: &Session, workspace: Option<&Path>, command: Command) -> Result<Answer, Failure> {
    let Some(file) = workspace else {
        let message = session.text("cli-usage-no-workspace");
        return Err(Failure::Usage { message, hint: session.text("cli-usage-hint") });
    };
    match command {
        Command::New(new) => workspaces::new(session, file, new),
        // The workspace may be one that does not open.
        Command::RestoreBackup(restore) => backups::restore(session, file, &restore.backup),
        other => {
            session.open(file)?;
            run_in_open(session, other)
        }
    }
}

fn run_in_open(session: &Session, command: Command) -> Result<Answer, Failure> {
    match command {
        Command::New(_) | Command::RestoreBackup(_) => unreachable!("BUG: carried out before one is open"),
        Command::Sample => workspaces::sample(session),
        Command::List(list) => lists::list(session, list),
        Command::Show(one) => show::show(session, one.id),
        Command::History(one) => history::history(session, &one.id),
        Command::Search(search) => lists::search(session, &search.text),
        Command::Agenda => agenda::agenda(session),
        Command::Conflicts => conflicts::conflicts(session),
        Command::Settle(rule) => conflicts::settle(session, rule),
        Command::Add(add) => changes::add(session, add),
        Command::Edit(edit) => changes::edit(session, edit),
        Command::Delete(several) => changes::delete(session, several.ids),
        Command::Restore(several) => changes::restore(session, several.ids),
        Command::Merge(merge) => changes::merge(session, merge),
        Command::Erase(erase) => erase::erase(session, erase),
        Command::Undo => changes::undo(session),
        Command::Redo => changes::redo(session),
        Command::Attach(attach) => changes::attach(session, attach),
        Command::Export(wanted) => export::export(session, &wanted),
        Command::Import(import) => imports::import(session, &import),
        Command::Imports => imports::imports(session),
        Command::ImportShow(show) => imports::show(session, show.number, show.record),
        Command::ImportUndo(one) => imports::undo(session, one.number),
        Command::Print(print) => exchange::print(session, print),
        Command::Devices => laptops::devices(session),
        Command::Trust(trust) => laptops::trust(session, &trust),
        Command::Retire(retire) => laptops::retire(session, &retire),
        Command::Fingerprint(fingerprint) => laptops::fingerprint(session, fingerprint.whose.as_deref()),
        Command::Folder(wanted) => folder::folder(session, wanted.command),
        Command::Backups(backups) => backups::backups(session, backups),
        Command::Backup => backups::backup(session),
        Command::Rebuild(rebuild) => upkeep::rebuild(session, &rebuild),
        Command::Check => upkeep::check(session),
        Command::EraseAgain(again) => erase::erase_again(session, &again),
        Command::Sweep => upkeep::sweep(session),
        Command::Digest => upkeep::digest(session),
    }
}

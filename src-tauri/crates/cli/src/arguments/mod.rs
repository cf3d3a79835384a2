//! What can be typed. Every sentence about it stands in the Fluent files: see [`help`](crate::help).

mod exchange;
mod records;
mod upkeep;

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use entente_messages::Language;

pub(crate) use exchange::{
    Export, Fingerprint, Folder, FolderCommand, FolderSet, Import, ImportShow, ImportUndo, Retire, Trust,
};
pub(crate) use records::{
    Add, Attach, Edit, Erase, List, Merge, One, Print, Printable, Search, Settle, Several,
};
pub(crate) use upkeep::{Backups, EraseAgain, New, Rebuild, RestoreBackup};

/// Where what every command takes stands in its help: behind what only this one takes.
pub(crate) const LAST: usize = 100;

/// A whole command line.
#[derive(Parser)]
#[command(name = "entente-cli", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[arg(short, long, value_name = "FILE", global = true, display_order = LAST)]
    pub(crate) workspace: Option<PathBuf>,
    #[arg(long, global = true, display_order = LAST)]
    pub(crate) json: bool,
    #[arg(long, value_name = "TAG", global = true, display_order = LAST)]
    pub(crate) language: Option<Language>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    New(New),
    Sample,
    List(List),
    Show(One),
    History(One),
    Search(Search),
    Agenda,
    Conflicts,
    Settle(Settle),
    Add(Add),
    Edit(Edit),
    Delete(Several),
    Restore(Several),
    Merge(Merge),
    Erase(Erase),
    Undo,
    Redo,
    Attach(Attach),
    Export(Export),
    Import(Import),
    Imports,
    ImportShow(ImportShow),
    ImportUndo(ImportUndo),
    Print(Print),
    Devices,
    Trust(Trust),
    Retire(Retire),
    Fingerprint(Fingerprint),
    Folder(Folder),
    Backups(Backups),
    Backup,
    RestoreBackup(RestoreBackup),
    Rebuild(Rebuild),
    Check,
    EraseAgain(EraseAgain),
    Sweep,
    Digest,
}

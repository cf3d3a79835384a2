//! What can be typed. Every sentence about it stands in the Fluent files: see [`help`](crate::help).

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use entente_messages::Language;

use crate::size::Size;

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
    Digest,
}

#[derive(Args)]
pub(crate) struct New {
    #[arg(long, value_name = "NAME")]
    pub(crate) officer: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) device: String,
}

#[derive(Args)]
pub(crate) struct List {
    #[arg(value_name = "KIND")]
    pub(crate) kind: String,
    #[arg(long = "filter", value_name = "FIELD=VALUE")]
    pub(crate) filters: Vec<String>,
    #[arg(long, value_name = "FIELD", allow_hyphen_values = true)]
    pub(crate) sort: Option<String>,
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<u32>,
    #[arg(long)]
    pub(crate) deleted: bool,
}

#[derive(Args)]
pub(crate) struct One {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
}

/// Which rule settles the conflicts: one of these must be said.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Settle {
    #[arg(long)]
    pub(crate) shown: bool,
    #[arg(long, value_name = "DEVICE")]
    pub(crate) from: Option<String>,
    #[arg(long)]
    pub(crate) keep: bool,
    #[arg(long)]
    pub(crate) delete: bool,
}

#[derive(Args)]
pub(crate) struct Several {
    #[arg(value_name = "ID", required = true)]
    pub(crate) ids: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Erase {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, conflicts_with = "yes")]
    pub(crate) preview: bool,
    #[arg(long)]
    pub(crate) yes: bool,
}

#[derive(Args)]
pub(crate) struct Search {
    #[arg(value_name = "TEXT", required = true)]
    pub(crate) text: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Add {
    #[arg(value_name = "KIND")]
    pub(crate) kind: String,
    #[arg(value_name = "FIELD=VALUE", required = true)]
    pub(crate) fields: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Edit {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "FIELD=VALUE", required = true)]
    pub(crate) fields: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Attach {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long = "use", value_name = "USE")]
    pub(crate) purpose: Option<String>,
}

#[derive(Args)]
pub(crate) struct Export {
    #[arg(value_name = "OUT.entente")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "COUNTRY|ID")]
    pub(crate) only: Vec<String>,
    #[arg(long, value_name = "DEVICE", conflicts_with_all = ["only", "recipients"])]
    pub(crate) lacking: Option<String>,
    #[arg(long = "for", value_name = "DEVICE")]
    pub(crate) recipients: Vec<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "open")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) open: bool,
    #[arg(long, value_name = "SIZE")]
    pub(crate) largest_document: Option<Size>,
    #[arg(long, value_name = "SIZE")]
    pub(crate) part_size: Option<Size>,
}

#[derive(Args)]
pub(crate) struct Import {
    #[arg(value_name = "IN.entente")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, conflicts_with = "yes")]
    pub(crate) preview: bool,
    #[arg(long)]
    pub(crate) yes: bool,
    #[arg(long, value_name = "ID[.FIELD]", conflicts_with = "preview")]
    pub(crate) leave_out: Vec<String>,
}

#[derive(Args)]
pub(crate) struct ImportShow {
    #[arg(value_name = "N")]
    pub(crate) number: u32,
    #[arg(value_name = "ID")]
    pub(crate) record: Option<String>,
}

#[derive(Args)]
pub(crate) struct ImportUndo {
    #[arg(value_name = "N")]
    pub(crate) number: u32,
}

/// What can be printed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Printable {
    Agreement,
}

#[derive(Args)]
pub(crate) struct Print {
    #[arg(value_name = "WHAT")]
    pub(crate) what: Printable,
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, value_name = "TAG")]
    pub(crate) lang: Option<Language>,
    #[arg(long, value_name = "OUT.pdf")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct Trust {
    #[arg(value_name = "DEVICE")]
    pub(crate) which: String,
    #[arg(long, conflicts_with = "revoke")]
    pub(crate) aloud: bool,
    #[arg(long)]
    pub(crate) revoke: bool,
}

#[derive(Args)]
pub(crate) struct Retire {
    #[arg(value_name = "DEVICE")]
    pub(crate) which: String,
    #[arg(long)]
    pub(crate) back: bool,
}

#[derive(Args)]
pub(crate) struct Fingerprint {
    #[arg(value_name = "DEVICE")]
    pub(crate) whose: Option<String>,
}

#[derive(Args)]
pub(crate) struct Folder {
    #[command(subcommand)]
    pub(crate) command: FolderCommand,
}

/// What is done with the shared folder.
#[derive(Subcommand)]
pub(crate) enum FolderCommand {
    Set(FolderSet),
    Look,
    Status,
    Meet(Meet),
    Clear,
}

#[derive(Args)]
pub(crate) struct FolderSet {
    #[arg(value_name = "FOLDER")]
    pub(crate) shared: PathBuf,
    #[arg(long)]
    pub(crate) apply_trusted: bool,
    #[arg(long)]
    pub(crate) open: bool,
}

#[derive(Args)]
pub(crate) struct Meet {
    #[arg(value_name = "DEVICE")]
    pub(crate) which: String,
}

#[derive(Args)]
pub(crate) struct Backups {
    #[arg(long, value_name = "FOLDER", conflicts_with = "beside")]
    pub(crate) folder: Option<PathBuf>,
    #[arg(long)]
    pub(crate) beside: bool,
    #[arg(long, conflicts_with_all = ["folder", "beside"])]
    pub(crate) erase: bool,
}

#[derive(Args)]
pub(crate) struct RestoreBackup {
    #[arg(value_name = "FILE")]
    pub(crate) backup: PathBuf,
}

#[derive(Args)]
pub(crate) struct Rebuild {
    #[arg(long)]
    pub(crate) verify: bool,
}

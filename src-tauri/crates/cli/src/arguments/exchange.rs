//! What commands about bundles, laptops and the shared folder take.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::size::Size;

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
    #[arg(long, conflicts_with = "preview")]
    pub(crate) without_backup: bool,
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

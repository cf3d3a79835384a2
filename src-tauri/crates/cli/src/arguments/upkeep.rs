//! What commands about the workspace's file take.

use std::path::PathBuf;

use clap::Args;

#[derive(Args)]
pub(crate) struct New {
    #[arg(long, value_name = "NAME")]
    pub(crate) officer: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) device: String,
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

#[derive(Args)]
pub(crate) struct EraseAgain {
    #[arg(long = "keep")]
    pub(crate) keep_back: bool,
}

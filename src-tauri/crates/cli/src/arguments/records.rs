//! What commands about records take.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use entente_messages::Language;

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

#[derive(Args)]
pub(crate) struct Several {
    #[arg(value_name = "ID", required = true)]
    pub(crate) ids: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Search {
    #[arg(value_name = "TEXT", required = true)]
    pub(crate) text: Vec<String>,
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
pub(crate) struct Merge {
    #[arg(value_name = "DUPLICATE")]
    pub(crate) duplicate: String,
    #[arg(value_name = "KEPT")]
    pub(crate) kept: String,
    #[arg(long, value_name = "FIELD")]
    pub(crate) take: Vec<String>,
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
pub(crate) struct Attach {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long = "use", value_name = "USE")]
    pub(crate) purpose: Option<String>,
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

//! The commands' methods, by what they are about.

mod backups;
mod conflicts;
mod erasure;
mod exchange;
mod export;
pub(crate) mod filters;
mod folder;
mod imports;
mod kept_forms;
mod laptops;
mod lines;
mod lists;
mod printing;
mod records;
mod upkeep;
pub(crate) mod workspaces;
mod writes;

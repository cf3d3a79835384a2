//! The commands' methods, by what they are about.

mod erasure;
mod exchange;
mod export;
mod imports;
mod lines;
mod lists;
mod printing;
mod records;
mod upkeep;
mod workspaces;
mod writes;

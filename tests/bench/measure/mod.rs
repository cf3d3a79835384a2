//! The rows of the table, measured.

pub(crate) mod encrypted;
pub(crate) mod exchange;
pub(crate) mod memory;
pub(crate) mod preview;
pub(crate) mod printing;
pub(crate) mod raw;
pub(crate) mod reading;
pub(crate) mod saving;
pub(crate) mod sealed;
mod search_index;
pub(crate) mod size;
pub(crate) mod upkeep;
pub(crate) mod window;

//! The rows of the table, measured.

pub(crate) mod exchange;
pub(crate) mod memory;
pub(crate) mod printing;
pub(crate) mod raw;
pub(crate) mod reading;
pub(crate) mod saving;
pub(crate) mod size;
pub(crate) mod upkeep;

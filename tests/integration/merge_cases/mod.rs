//! The rules of the merge: as a table of changes, and as stories of laptops.

mod reopened;
mod rules;
mod settled_in_parts;
pub(crate) mod settling;
mod stories;
mod table;

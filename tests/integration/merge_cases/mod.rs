//! The rules of the merge: as a table of changes, and as stories of laptops.

mod rules;
mod settling;
mod stories;
mod table;

//! The rules of the merge: as a table of changes, and as stories of laptops.

mod reopened;
mod rules;
mod settling;
mod stories;
mod table;

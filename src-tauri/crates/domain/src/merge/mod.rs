//! Which of several changes count: pure functions over plain data.
//!
//! A change names the heads it replaces. The heads of a field are the changes that no known change names; that is
//! a function of the *set* of known changes, so the order in which they arrive cannot matter, and no clock is asked.
//! `tests/integration/merge_cases.rs` tells the rules as a table of cases.

mod branches;
mod heads;
mod record;
mod refs;
mod replay;

pub use branches::{Branch, Branches, MAX_HISTORIES};
pub use heads::{Head, Heads, Settled, differ, say_the_same, settle, values};
pub use record::{RecordState, is_deleted, unseen};
pub use refs::Refs;
pub use replay::{Replay, Told};

use crate::kinds::FieldNumber;

/// The number under which a record's deletion is changed, as if it were a field of every kind.
pub const DELETED: FieldNumber = 0;

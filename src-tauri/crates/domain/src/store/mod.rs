//! The workspace file: the only place with SQL.
//!
//! The log's tables (`log_rows`, `documents`) are the truth and grow, but for what is erased. Everything else is a projection,
//! made by `project` from the commits and droppable at any time. One file a table or a question:
//!
//! | module | what it reads and writes |
//! |---|---|
//! | `file_check` | whether a file can be trusted, before SQLite touches it |
//! | `schema`, `reading`, `journal` | tables, migrations, pragmas; connections that only read, or only move what was saved into the file |
//! | `log_rows`, `packing`, `devices` | commits, how their bytes are kept, and who made them |
//! | `branches` | where the commits of a device part that went on more than once |
//! | `holes` | commits of which some part is missing |
//! | `erased`, `erasing`, `sweeping` | what was erased, and taking it out until no byte is left |
//! | `aside` | commits that arrived before those they follow on |
//! | `imports`, `filled`, `lines` | what came in, and its records one by one |
//! | `peers`, `trust`, `introduced` | what colleagues' devices are known to have, which the officer trusts, how they are called |
//! | `folder_files`, `folder_own`, `folder_cleared` | what stands in the shared folder, what this laptop wrote there, and what it took away for others |
//! | `kept_forms` | what was typed and not saved |
//! | `formerly`, `lineage` | the devices as which this workspace went on before, and what it is called through all of them |
//! | `secrets` | their keys and its own |
//! | `records`, `states`, `kind_rows` | the projection: a row a record, and one in its kind's table |
//! | `project`, `at_hand` | applying a commit |
//! | `search`, `lists`, `conditions`, `dates`, `numbers`, `order`, `rows`, `companions`, `agenda` | what is asked of it |
//! | `agreement_states` | what agreements' dates mean on a day |
//! | `selecting` | which records a part of the workspace consists of |
//! | `documents`, `digest`, `local` | contents of files, the hash over all, what is this laptop's own |

pub(crate) mod agenda;
pub(crate) mod agreement_states;
pub(crate) mod aliases;
pub(crate) mod aside;
pub(crate) mod at_hand;
pub(crate) mod branches;
mod companions;
mod conditions;
mod dates;
pub(crate) mod devices;
pub(crate) mod digest;
pub(crate) mod documents;
pub(crate) mod erased;
pub(crate) mod erasing;
pub(crate) mod file_check;
pub(crate) mod filled;
pub(crate) mod folder_cleared;
pub(crate) mod folder_files;
pub(crate) mod folder_own;
pub(crate) mod formerly;
pub(crate) mod holes;
pub(crate) mod imports;
pub(crate) mod introduced;
pub(crate) mod journal;
pub(crate) mod kept_commits;
pub(crate) mod kept_forms;
pub(crate) mod kind_rows;
pub(crate) mod lineage;
pub(crate) mod lines;
pub(crate) mod lists;
pub(crate) mod local;
pub(crate) mod log_rows;
mod numbers;
pub(crate) mod order;
mod packing;
pub(crate) mod peers;
pub(crate) mod project;
pub(crate) mod reading;
pub(crate) mod records;
pub(crate) mod rows;
pub(crate) mod schema;
pub(crate) mod search;
pub(crate) mod secrets;
pub(crate) mod selecting;
mod states;
pub(crate) mod sweeping;
pub(crate) mod together;
pub(crate) mod trust;

use rusqlite::{Connection, Result, Transaction};

pub use companions::{Companion, Companions};
pub use dates::Dates;
pub use file_check::{Untrusted, UntrustedReason};
pub use imports::Arrival;
pub use lines::{Line, RecordEffect};
pub use lists::{Filter, Page, Query, Sort, Test};
pub(crate) use project::Effect;
pub use rows::Row;

/// Holds what is seen of the workspace still for many questions, until it is dropped. Otherwise SQLite takes the file's
/// lock for each and lets go of it, which takes as long as the small question itself. `None` if something holds already.
pub(crate) fn look(connection: &Connection) -> Result<Option<Transaction<'_>>> {
    connection.is_autocommit().then(|| connection.unchecked_transaction()).transpose()
}

/// A record's number in this file: what rows refer to each other by. Another laptop's file has other numbers.
pub(crate) type RecordNumber = i64;

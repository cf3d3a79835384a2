//! A workspace without its search index, to tell what that index costs.

use std::path::Path;

use rusqlite::{Connection, Result};

/// Puts something in the place of a workspace's search index that takes all words and keeps none. All else that the
/// program does for the index, such as gathering the words, it goes on doing.
pub(super) fn silence(workspace: &Path) -> Result<()> {
    Connection::open(workspace)?.execute_batch(
        "DROP TABLE search;
         CREATE VIEW search AS SELECT 0 AS rowid, '' AS words, '' AS search, 0 AS rank;
         CREATE TRIGGER search_insert INSTEAD OF INSERT ON search BEGIN SELECT 1; END;
         CREATE TRIGGER search_delete INSTEAD OF DELETE ON search BEGIN SELECT 1; END;",
    )
}

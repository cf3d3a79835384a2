//! Statements kept at hand while records are added by the thousands: to look one up by its long text, as
//! `prepare_cached` does, takes as long as to write a small row.

use rusqlite::{CachedStatement, Connection, Result};

use crate::kinds::Kind;

/// Statements of one connection, each prepared when it is first wanted.
pub(crate) struct AtHand<'c> {
    connection: &'c Connection,
    statements: Vec<Option<CachedStatement<'c>>>,
}

/// Which statement.
#[derive(Clone, Copy)]
pub(crate) enum Which {
    /// Adds a record's row.
    Record,
    /// Finds a record by its id.
    ById,
    /// Adds a row of a kind's table.
    Kind(Kind),
}

impl<'c> AtHand<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self { connection, statements: Vec::new() }
    }

    /// The statement, which has this text.
    pub(crate) fn get(&mut self, which: Which, sql: &str) -> Result<&mut CachedStatement<'c>> {
        let place = match which {
            Which::Record => 0,
            Which::ById => 1,
            Which::Kind(kind) => 1 + usize::from(kind.number()),
        };
        if self.statements.len() <= place {
            self.statements.resize_with(place + 1, || None);
        }
        let statement = &mut self.statements[place];
        Ok(match statement {
            Some(statement) => statement,
            None => statement.insert(self.connection.prepare_cached(sql)?),
        })
    }
}

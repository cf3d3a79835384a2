//! Statements kept at hand while records are written by the thousands: to look one up by its long text, as
//! `prepare_cached` does, takes as long as to write a small row.

use rusqlite::{CachedStatement, Connection, Result};

use crate::kinds::{FieldNumber, Kind};

/// Statements of one connection, each prepared when it is first wanted.
pub(crate) struct AtHand<'c> {
    connection: &'c Connection,
    statements: Vec<Option<CachedStatement<'c>>>,
    updates: Vec<(Columns, CachedStatement<'c>)>,
}

/// Which statement.
#[derive(Clone, Copy)]
pub(crate) enum Which {
    /// Adds a record's row.
    Record,
    /// Finds a record by its id.
    ById,
    /// Writes a record's state.
    State,
    /// Reads a row of a kind's table.
    Values(Kind),
    /// Adds a row of a kind's table.
    Kind(Kind),
}

/// What is written of a row of a kind's table.
#[derive(PartialEq, Eq)]
struct Columns {
    kind: Kind,
    turned: bool,
    fields: Vec<FieldNumber>,
}

/// So many different sets of columns are kept at hand. Forms have few fields that officers change together.
const MOST: usize = 32;

impl<'c> AtHand<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self { connection, statements: Vec::new(), updates: Vec::new() }
    }

    /// The connection, for what is asked seldom.
    pub(crate) fn connection(&self) -> &'c Connection {
        self.connection
    }

    /// The statement, which has this text.
    pub(crate) fn get(&mut self, which: Which, sql: &str) -> Result<&mut CachedStatement<'c>> {
        let place = match which {
            Which::Record => 0,
            Which::ById => 1,
            Which::State => 2,
            Which::Values(kind) => 1 + 2 * usize::from(kind.number()),
            Which::Kind(kind) => 2 + 2 * usize::from(kind.number()),
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

    /// The statement that writes these fields of a row, and whether it is in use if that has turned. Its text is put
    /// together when it is first wanted.
    pub(crate) fn update(
        &mut self,
        kind: Kind,
        turned: bool,
        fields: &[FieldNumber],
        sql: impl FnOnce() -> String,
    ) -> Result<&mut CachedStatement<'c>> {
        let is_it =
            |columns: &Columns| columns.kind == kind && columns.turned == turned && columns.fields == fields;
        let place = match self.updates.iter().position(|(columns, _)| is_it(columns)) {
            Some(place) => place,
            None => {
                self.updates.truncate(MOST - 1);
                let statement = self.connection.prepare_cached(&sql())?;
                self.updates.push((Columns { kind, turned, fields: fields.into() }, statement));
                self.updates.len() - 1
            }
        };
        Ok(&mut self.updates[place].1)
    }
}

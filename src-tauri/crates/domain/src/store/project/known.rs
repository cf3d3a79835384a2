//! What has lately been learned of records, so that taking in a large bundle does not ask for the same again and
//! again: who owns a row, what an agreement's parties refer to.

use std::collections::HashMap;

use rusqlite::{Connection, Result};

use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::store::RecordNumber;
use crate::store::records::{self, PLACEHOLDER};

/// How many records are remembered in each of two generations: some MiB, however large the bundle.
const GENERATION: usize = 1 << 15;

/// What others need to know of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) n: RecordNumber,
    pub(super) kind: u16,
    pub(super) live: bool,
    /// The main record that it is or belongs to.
    pub(super) main: Option<RecordNumber>,
}

/// The records met lately. When the young generation is full, it becomes the old one, which is forgotten.
pub(super) struct KnownRecords<'c> {
    connection: &'c Connection,
    young: HashMap<RecordId, Known>,
    old: HashMap<RecordId, Known>,
    /// The number that the next new record gets.
    next: Option<RecordNumber>,
}

impl<'c> KnownRecords<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, young: HashMap::new(), old: HashMap::new(), next: None }
    }

    /// What is known of the record of this id; `None` if it is not here, not even as a placeholder.
    pub(super) fn get(&mut self, id: RecordId) -> Result<Option<Known>> {
        let known = match self.remembered(id) {
            Some(known) => return Ok(Some(known)),
            None => self.ask(id)?,
        };
        known.into_iter().for_each(|known| self.learn(id, known));
        Ok(known)
    }

    /// What was lately learned of the record of this id; `None` if it has to be asked for.
    pub(super) fn remembered(&mut self, id: RecordId) -> Option<Known> {
        if let Some(known) = self.young.get(&id) {
            return Some(*known);
        }
        let known = self.old.get(&id).copied()?;
        self.learn(id, known);
        Some(known)
    }

    fn ask(&self, id: RecordId) -> Result<Option<Known>> {
        let Some((n, kind, live)) = records::known(self.connection, id)? else { return Ok(None) };
        let main = match Kind::from_number(kind) {
            Some(kind) if kind.is_main() => Some(n),
            Some(_) => records::main_of(self.connection, n)?,
            None => None,
        };
        Ok(Some(Known { n, kind, live, main }))
    }

    /// What is known of the record of this id, which becomes a placeholder if it is not here yet.
    pub(super) fn get_or_expect(&mut self, id: RecordId) -> Result<Known> {
        if let Some(known) = self.get(id)? {
            return Ok(known);
        }
        let n = self.next_number()?;
        records::insert_placeholder(self.connection, n, id)?;
        let known = Known { n, kind: PLACEHOLDER, live: false, main: None };
        self.learn(id, known);
        Ok(known)
    }

    /// A number for a new record. Records are numbered in the order of their arrival.
    pub(super) fn next_number(&mut self) -> Result<RecordNumber> {
        let n = match self.next {
            Some(n) => n,
            None => records::greatest_number(self.connection)? + 1,
        };
        self.next = Some(n + 1);
        Ok(n)
    }

    /// Remembers what was just written of a record.
    pub(super) fn learn(&mut self, id: RecordId, known: Known) {
        if self.young.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(id, known);
    }

    /// Forgets everything, when something was changed that others were told.
    pub(super) fn forget(&mut self) {
        self.young.clear();
        self.old.clear();
    }
}

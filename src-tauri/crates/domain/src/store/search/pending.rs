//! Which records' words are to be written, and the gathering of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, Result};

use super::feed;
use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::rules::{Values, person_name};
use crate::store::RecordNumber;
use crate::store::kind_rows;
use crate::store::records::{self, StoredRecord};
use crate::value::Value;

/// So many records' words make a part of the index that is worth being written by itself.
const MANY: usize = 100;

/// Sets how many parts of the index are merged when it is written; and how many that are otherwise, as FTS5 has it.
const MERGES: &str = "INSERT INTO search (search, rank) VALUES ('automerge', ?)";
const MERGED: i64 = 4;

/// Records whose words are to be written.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    /// Main records that came with the commit being applied, and the words of each and of what came along with it, by
    /// the ids on the way there.
    arrived: BTreeMap<RecordNumber, BTreeMap<Vec<RecordId>, String>>,
    /// Where everything stands that came so: under which main record, and on which way.
    places: HashMap<RecordNumber, (RecordNumber, Vec<RecordId>)>,
    /// Main records of which anything was changed: their words are gathered at the end of the transaction.
    main: BTreeSet<RecordNumber>,
    /// Records of which the main record has not arrived yet.
    loose: BTreeSet<RecordNumber>,
}

impl Pending {
    /// Takes the words of a record that was not known before and is in use, if it is a main record or belongs to one
    /// that came by the same commit. Says whether it did; otherwise [`note`](Self::note) what belongs to what.
    pub(crate) fn take(&mut self, record: &StoredRecord, kind: Kind, values: &Values) -> bool {
        let (main, path) = match record.owner.and_then(|owner| self.places.get(&owner)) {
            _ if kind.is_main() => (record.n, Vec::new()),
            Some((main, above)) => (*main, [above.as_slice(), &[record.id]].concat()),
            None => return false,
        };
        let mut words = String::with_capacity(256);
        feed_values(kind, values, &mut words);
        self.arrived.entry(main).or_default().insert(path.clone(), words);
        self.places.insert(record.n, (main, path));
        true
    }

    /// Writes the words that were taken. Call at the end of each commit.
    pub(crate) fn write_taken(&mut self, connection: &Connection) -> Result<()> {
        self.places.clear();
        for (n, words) in std::mem::take(&mut self.arrived) {
            let words: String = words.into_values().collect();
            add(connection, n, &words)?;
        }
        Ok(())
    }

    /// Notes that a record of this kind was written, and under which main record if that is known.
    pub(crate) fn note(&mut self, n: RecordNumber, kind: u16, main: Option<RecordNumber>) {
        if Kind::from_number(kind).is_some_and(is_searched) {
            self.note_above(n, main);
        }
    }

    /// Notes that something was written, or taken away, that belongs to a record.
    pub(crate) fn note_above(&mut self, n: RecordNumber, main: Option<RecordNumber>) {
        match main {
            Some(main) => self.main.insert(main),
            None => self.loose.insert(n),
        };
    }

    /// Gathers and writes the words of all noted records.
    pub(crate) fn write(mut self, connection: &Connection) -> Result<()> {
        for n in std::mem::take(&mut self.loose) {
            self.main.extend(records::main_of(connection, n)?);
        }
        if self.main.len() < MANY {
            return self.write_all(connection);
        }
        // The index merges parts of itself when it is written: the more it is given at once, the more of what was there
        // before. That can wait for the saves that come after, each of which does some of it.
        connection.execute(MERGES, [0])?;
        self.write_all(connection)?;
        // What was gathered up to here is written first.
        connection.execute(MERGES, [MERGED]).map(drop)
    }

    fn write_all(self, connection: &Connection) -> Result<()> {
        for n in self.main {
            connection.prepare_cached("DELETE FROM search WHERE rowid = ?")?.execute([n])?;
            let mut words = String::new();
            gather(connection, n, &mut words)?;
            add(connection, n, &words)?;
        }
        Ok(())
    }
}

fn add(connection: &Connection, n: RecordNumber, words: &str) -> Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    connection
        .prepare_cached("INSERT INTO search (rowid, words) VALUES (?, ?)")?
        .execute((n, words))
        .map(drop)
}

fn is_searched(kind: Kind) -> bool {
    kind_rows::searched(kind).next().is_some()
}

/// Appends the words of a record that is shown, and of those that are and belong to it.
fn gather(connection: &Connection, n: RecordNumber, words: &mut String) -> Result<()> {
    let kind: Option<u16> = connection
        .prepare_cached("SELECT kind FROM record WHERE n = ?")?
        .query_row([n], |row| row.get(0))
        .optional()?;
    let Some(kind) = kind.and_then(Kind::from_number) else { return Ok(()) };
    if !kind_rows::is_shown(connection, kind, n)? {
        return Ok(());
    }
    feed_values(kind, &kind_rows::load_searched(connection, kind, n)?, words);
    if kind.owned_kinds().next().is_some() {
        for owned in records::owned(connection, n, false)? {
            gather(connection, owned, words)?;
        }
    }
    Ok(())
}

/// Appends the words of a record's values.
fn feed_values(kind: Kind, values: &Values, words: &mut String) {
    for field in kind_rows::searched(kind) {
        feed(values.get(&field.number).and_then(Value::as_text).unwrap_or_default(), words);
    }
    if kind == Kind::Person {
        feed(&person_name::unspaced(values).unwrap_or_default(), words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;

    #[test]
    fn after_the_words_of_many_the_index_is_merged_as_before() {
        let connection = schema::empty();
        let mut pending = Pending::default();
        (1..=MANY as RecordNumber).for_each(|n| pending.note_above(n, Some(n)));
        pending.write(&connection).expect("written");
        let sql = "SELECT v FROM search_config WHERE k = 'automerge'";
        let merged: i64 = connection.query_row(sql, (), |row| row.get(0)).expect("set");
        assert_eq!(merged, MERGED);
    }
}

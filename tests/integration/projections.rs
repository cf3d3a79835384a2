//! What stands in a workspace file, row by row, read past the program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use entente_domain::kinds::Kind;
use entente_domain::workspace::Watch;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use crate::laptop::Laptop;

/// The tables that are no projection: the log, and what is the laptop's own.
const TRUTH: [&str; 4] = ["content", "local", "log", "log_device"];

/// The rows of tables by the tables' names.
type Rows = BTreeMap<String, Vec<Vec<Value>>>;

/// Every row of every table; of the search index, every word of every record.
pub(crate) fn everything(workspace: &Path) -> Rows {
    let connection =
        Connection::open_with_flags(workspace, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("opened");
    connection
        .execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')")
        .expect("the index can be read");
    let mut dump = BTreeMap::from([("search".into(), rows(&connection, "temp.words", "doc, offset, term"))]);
    for table in tables(&connection) {
        if !table.starts_with("search") {
            dump.insert(table.clone(), rows(&connection, &format!("main.\"{table}\""), "1, 2"));
        }
    }
    dump
}

/// Every row of every projection.
pub(crate) fn dump(workspace: &Path) -> Rows {
    let mut rows = everything(workspace);
    rows.retain(|table, _| !TRUTH.contains(&table.as_str()));
    rows
}

fn tables(connection: &Connection) -> Vec<String> {
    let mut select =
        connection.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").expect("prepared");
    let names = select.query_map((), |row| row.get(0)).expect("asked");
    names.collect::<Result<_, _>>().expect("read")
}

fn rows(connection: &Connection, table: &str, order: &str) -> Vec<Vec<Value>> {
    let narrow = connection.prepare(&format!("SELECT * FROM {table}")).expect("prepared").column_count() == 1;
    let order = if narrow { "1" } else { order };
    let mut select =
        connection.prepare(&format!("SELECT * FROM {table} ORDER BY {order}")).expect("prepared");
    let columns = select.column_count();
    let rows = select.query_map((), |row| (0..columns).map(|at| row.get(at)).collect()).expect("asked");
    rows.collect::<Result<_, _>>().expect("read")
}

impl Laptop {
    /// Fails unless the log is whole and says what is shown.
    pub(crate) fn prove_sound(&mut self) {
        let checked = self.work().check(&Watch::default()).expect("checked");
        assert_eq!(checked.problems, Vec::<String>::new());
        let rebuilt = self.work().rebuild_and_compare(&Watch::default()).expect("rebuilt");
        assert_eq!(rebuilt.before, rebuilt.after, "what is shown is not what the log says");
    }

    /// Fails unless making everything shown anew from the log comes to the same rows, byte for byte.
    pub(crate) fn prove_sound_byte_for_byte(&mut self) {
        let before = dump(&self.path());
        self.prove_sound();
        let after = dump(&self.path());
        for (table, rows) in before {
            assert_eq!(rows, after[&table], "{table}");
        }
    }
}

/// The rows of the projections in words, the record's id first, by the projections' names.
pub(crate) type Told = BTreeMap<String, BTreeSet<Vec<String>>>;

/// Every row of every projection in words that are the same on every laptop: a record by its id and not by its number
/// in the file. What is only referred to is left out, since it may have been so for a while only.
pub(crate) fn told(workspace: &Path) -> Told {
    let connection =
        Connection::open_with_flags(workspace, OpenFlags::SQLITE_OPEN_READ_ONLY).expect("opened");
    let ids: BTreeMap<i64, String> = rows(&connection, "main.record", "1")
        .into_iter()
        .map(|row| match row.as_slice() {
            [Value::Integer(n), id, ..] => (*n, format!("{id:?}")),
            other => panic!("{other:?}"),
        })
        .collect();
    connection
        .execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')")
        .expect("the index can be read");
    let mut told = BTreeMap::new();
    for (table, numbers) in numbered() {
        let sql = match table.as_str() {
            "record" => "SELECT n, id, kind, owner, live FROM record WHERE kind != 0".into(),
            "search" => "SELECT doc AS n, term FROM temp.words".into(),
            other => format!("SELECT * FROM main.\"{other}\""),
        };
        told.insert(table, in_words(&connection, &sql, &numbers, &ids));
    }
    told
}

/// The projections, each with the columns that hold a record's number.
fn numbered() -> BTreeMap<String, BTreeSet<&'static str>> {
    let columns = |kind: Kind| -> BTreeSet<&'static str> {
        let references = kind.fields().iter().filter(|field| field.field_type.is_reference());
        references.map(|field| field.name).chain(["n"]).collect()
    };
    let mut tables: BTreeMap<String, _> =
        Kind::ALL.into_iter().map(|kind| (kind.name().into(), columns(kind))).collect();
    for table in ["conflict", "unfamiliar", "search"] {
        tables.insert(table.into(), BTreeSet::from(["n"]));
    }
    tables.insert("record".into(), BTreeSet::from(["n", "owner"]));
    tables
}

fn in_words(
    connection: &Connection,
    sql: &str,
    numbers: &BTreeSet<&str>,
    ids: &BTreeMap<i64, String>,
) -> BTreeSet<Vec<String>> {
    let mut select = connection.prepare(sql).expect("prepared");
    let names: Vec<String> = select.column_names().map(Into::into).collect();
    let word = |name: &str, value: Value| match value {
        Value::Integer(n) if numbers.contains(name) => ids[&n].clone(),
        value => format!("{value:?}"),
    };
    let rows = select
        .query_map((), |row| {
            names.iter().enumerate().map(|(at, name)| Ok(word(name, row.get(at)?))).collect()
        })
        .expect("asked");
    rows.collect::<Result<_, _>>().expect("read")
}

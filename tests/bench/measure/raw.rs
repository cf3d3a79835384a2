//! What SQLite itself takes to write the same rows: the measure of imports and exports.
//!
//! The rows are those of the workspace after the import, in the same tables with the same indexes and pragmas, but
//! for those of the search index: the log, a row a commit, and the projections. They lie ready in memory, and are
//! written table by table in the order of their numbers by one prepared statement each, in one transaction, down to
//! the disk. Only the writing is timed.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use rusqlite::types::Value;
use rusqlite::{Connection, Result, params_from_iter};

use crate::clock::{Stopwatch, timed};

/// How many rows lie in memory at a time.
const CHUNK: usize = 50_000;

/// A table of a workspace.
struct Table {
    name: String,
    columns: Vec<String>,
    /// The columns by which a row is known, first among its columns.
    key: usize,
}

/// Opens a file as a workspace's is opened.
fn open(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY",
    )?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// Writes all rows of `from` into the new file `to`, and says how long that took.
pub(crate) fn insert(from: &Path, to: &Path) -> Result<Duration> {
    let (from, to) = (Connection::open(from)?, open(to)?);
    for sql in schema(&from)? {
        to.execute_batch(&sql)?;
    }
    let mut time = Duration::ZERO;
    to.execute_batch("BEGIN IMMEDIATE")?;
    for table in tables(&from)? {
        let places = vec!["?"; table.columns.len()].join(", ");
        let insert = format!("INSERT INTO \"{}\" ({}) VALUES ({places})", table.name, table.listed());
        let mut insert = to.prepare(&insert)?;
        let mut select = from.prepare(&format!("SELECT {} FROM \"{}\"", table.listed(), table.name))?;
        let mut rows = select.query(())?;
        loop {
            let chunk = chunk(&mut rows, table.columns.len())?;
            let stopwatch = Stopwatch::start();
            for row in &chunk {
                insert.execute(params_from_iter(row))?;
            }
            time += stopwatch.read();
            if chunk.len() < CHUNK {
                break;
            }
        }
    }
    Ok(time + timed(|| to.execute_batch("COMMIT")).1)
}

/// Writes into `old` what sets it apart from `new`: rows that are new there are inserted, and of others the columns
/// that differ are updated. Says how long that took and how many rows it were.
pub(crate) fn update(old: &Path, new: &Path) -> Result<(Duration, usize)> {
    let (old, new) = (open(old)?, Connection::open(new)?);
    let mut time = Duration::ZERO;
    let mut count = 0;
    old.execute_batch("BEGIN IMMEDIATE")?;
    for table in tables(&new)? {
        let changes = changes(&old, &new, &table)?;
        count += changes.len();
        let stopwatch = Stopwatch::start();
        for (sql, values) in &changes {
            old.prepare_cached(sql)?.execute(params_from_iter(values))?;
        }
        time += stopwatch.read();
    }
    time += timed(|| old.execute_batch("COMMIT")).1;
    Ok((time, count))
}

/// The statements that make a table of `old` as it is in `new`, each with its values.
fn changes(old: &Connection, new: &Connection, table: &Table) -> Result<Vec<(String, Vec<Value>)>> {
    let select = format!("SELECT {} FROM \"{}\"", table.listed(), table.name);
    let read = |connection: &Connection| -> Result<BTreeMap<Vec<String>, Vec<Value>>> {
        let mut select = connection.prepare(&select)?;
        let mut rows = select.query(())?;
        let mut all = BTreeMap::new();
        for row in std::iter::from_fn(|| row(&mut rows, table.columns.len()).transpose()) {
            let row = row?;
            all.insert(row[..table.key].iter().map(|value| format!("{value:?}")).collect(), row);
        }
        Ok(all)
    };
    let before = read(old)?;
    let differing = read(new)?.into_iter().filter(|(key, row)| before.get(key) != Some(row));
    Ok(differing.map(|(key, row)| table.statement(before.get(&key), row)).collect())
}

impl Table {
    fn listed(&self) -> String {
        self.columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
    }

    /// An insertion where there was nothing before, else an update of the columns that differ.
    fn statement(&self, before: Option<&Vec<Value>>, row: Vec<Value>) -> (String, Vec<Value>) {
        let Some(before) = before else {
            let places = vec!["?"; row.len()].join(", ");
            return (format!("INSERT INTO \"{}\" ({}) VALUES ({places})", self.name, self.listed()), row);
        };
        let differing: Vec<usize> = (0..row.len()).filter(|&column| before[column] != row[column]).collect();
        let equals = |column: usize| format!("\"{}\" = ?", self.columns[column]);
        let set: Vec<String> = differing.iter().map(|&column| equals(column)).collect();
        let key: Vec<String> = (0..self.key).map(equals).collect();
        let sql = format!("UPDATE \"{}\" SET {} WHERE {}", self.name, set.join(", "), key.join(" AND "));
        (sql, differing.into_iter().chain(0..self.key).map(|column| row[column].clone()).collect())
    }
}

/// What makes the tables and indexes, without those of the search index and of this laptop alone.
fn schema(connection: &Connection) -> Result<Vec<String>> {
    let sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'search%' \
               AND tbl_name NOT IN ('local', 'content') ORDER BY type DESC";
    connection.prepare(sql)?.query_map((), |row| row.get(0))?.collect()
}

fn tables(connection: &Connection) -> Result<Vec<Table>> {
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' \
               AND name NOT LIKE 'sqlite_%' AND name NOT IN ('local', 'content')";
    let names: Vec<String> =
        connection.prepare(sql)?.query_map((), |row| row.get(0))?.collect::<Result<_>>()?;
    names.into_iter().map(|name| table(connection, name)).collect()
}

fn table(connection: &Connection, name: String) -> Result<Table> {
    let mut info =
        connection.prepare("SELECT name, pk FROM pragma_table_info(?) ORDER BY pk = 0, pk, cid")?;
    let columns: Vec<(String, i64)> =
        info.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_>>()?;
    let key = columns.iter().filter(|(_, place)| *place > 0).count();
    Ok(Table { name, columns: columns.into_iter().map(|(name, _)| name).collect(), key })
}

fn chunk(rows: &mut rusqlite::Rows<'_>, columns: usize) -> Result<Vec<Vec<Value>>> {
    let mut chunk = Vec::new();
    while chunk.len() < CHUNK
        && let Some(row) = row(rows, columns)?
    {
        chunk.push(row);
    }
    Ok(chunk)
}

fn row(rows: &mut rusqlite::Rows<'_>, columns: usize) -> Result<Option<Vec<Value>>> {
    rows.next()?.map(|row| (0..columns).map(|column| row.get(column)).collect()).transpose()
}

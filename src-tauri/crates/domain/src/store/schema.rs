//! Tables, migrations and pragmas.
//!
//! The log's tables come by numbered migrations: all or nothing, never edited. The projections' tables are made from
//! the declared [kinds](crate::kinds); when they change, the projections are made anew from the log instead.

use rusqlite::{Connection, Result};

use super::agreement_states;
use super::digest::Digest;
use crate::kinds::{FieldType, Kind, Role};

/// "Entn" in ASCII: marks the file as a workspace (SQLite's `application_id`).
pub(crate) const APPLICATION_ID: u32 = 0x456E_746E;

/// The log's tables, by the version (`user_version`) they lead to: the first leads to 1.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/001_log.sql"),
    include_str!("migrations/002_exchange.sql"),
    include_str!("migrations/003_packed.sql"),
    include_str!("migrations/004_in_part.sql"),
    include_str!("migrations/005_filled.sql"),
    include_str!("migrations/006_folder.sql"),
    include_str!("migrations/007_branches.sql"),
    include_str!("migrations/008_former_secrets.sql"),
    include_str!("migrations/009_cleared.sql"),
    include_str!("migrations/010_kept_forms.sql"),
];

/// The newest version this program knows.
pub(crate) const VERSION: u32 = MIGRATIONS.len() as u32;

/// Raised when the projection of the same kinds from the same log, or its digest, comes out otherwise than before.
const PROJECTION_FORM: u32 = 5;

/// How much of a workspace is kept in memory, in KiB: the working set of a list on the largest workspace, and the bound of
/// an import's memory.
pub(crate) const CACHE: u32 = 32 * 1024;

/// Keeps so many KiB of the file in memory from now on.
pub(crate) fn set_cache(connection: &Connection, kibibytes: u32) -> Result<()> {
    // SQLite takes a size for one if it is negative, and else for pages.
    connection.pragma_update(None, "cache_size", -i64::from(kibibytes))
}

/// Settings of a connection, before anything else is done with it.
pub(crate) fn prepare_connection(connection: &Connection) -> Result<()> {
    // A save that was acknowledged must survive a power cut; WAL needs FULL for that.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    set_cache(connection, CACHE)?;
    // Sorting a large list must not write temporary files beside an officer's data.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // In pages. Saves are moved out of the journal before it is that long, beside them (see `journal`).
    connection.pragma_update(None, "wal_autocheckpoint", 4_096)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // A file from elsewhere must not make SQLite call functions or trust a schema that was tampered with.
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// What SQLite finds wrong with the file's tables at a quick look; `None` if nothing. They are asked one by one, which
/// leaves the search index out, but for the tables that it is kept in: to go through its words takes longer than all
/// else, and it can be made anew.
pub(crate) fn quick_problem(connection: &Connection) -> Result<Option<String>> {
    let mut select = connection.prepare(
        "SELECT 'sqlite_schema' UNION ALL SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0",
    )?;
    for table in select.query_map((), |row| row.get::<_, String>(0))? {
        let sql = format!("PRAGMA quick_check({})", quoted(&table?));
        let verdict: String = connection.query_row(&sql, (), |row| row.get(0))?;
        if verdict != "ok" {
            return Ok(Some(verdict));
        }
    }
    Ok(None)
}

/// Everything SQLite finds wrong with the file's pages and indexes.
pub(crate) fn integrity_problems(connection: &Connection) -> Result<Vec<String>> {
    let mut check = connection.prepare("PRAGMA integrity_check")?;
    let verdicts = check.query_map((), |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>>>()?;
    Ok(verdicts.into_iter().filter(|verdict| verdict != "ok").collect())
}

/// How many pages the file has.
pub(crate) fn pages(connection: &Connection) -> Result<u64> {
    connection.pragma_query_value(None, "page_count", |row| row.get(0))
}

/// How many bytes a page has.
pub(crate) fn page_size(connection: &Connection) -> Result<u64> {
    connection.pragma_query_value(None, "page_size", |row| row.get(0))
}

/// The version of the log's tables in the file.
pub(crate) fn version(connection: &Connection) -> Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Brings the log's tables to [`VERSION`]. Call within a transaction.
pub(crate) fn migrate(connection: &Connection) -> Result<()> {
    let version = version(connection)?;
    if version == VERSION {
        return Ok(());
    }
    for migration in MIGRATIONS.iter().skip(version as usize) {
        connection.execute_batch(migration)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", VERSION)
}

/// Drops the projections if there are any, and makes their tables empty.
pub(crate) fn remake_projections(connection: &Connection) -> Result<()> {
    for table in projection_tables() {
        connection.execute_batch(&format!("DROP TABLE IF EXISTS {};", quoted(&table)))?;
    }
    connection.execute_batch(&projections())?;
    Digest::default().keep(connection)
}

/// A text that differs whenever the projections' tables or their making do.
pub(crate) fn fingerprint() -> String {
    blake3::hash(format!("{PROJECTION_FORM}\n{}", projections()).as_bytes()).to_hex().to_string()
}

/// The names of all projection tables, in a fixed order.
pub(crate) fn projection_tables() -> Vec<String> {
    let fixed = ["record", "conflict", "unfamiliar", "search"].map(String::from);
    fixed.into_iter().chain(Kind::ALL.iter().map(|kind| kind.name().to_string())).collect()
}

/// Open follow-ups by when they are due: the home page must not walk past all that is done.
const AGENDA: &str = "CREATE INDEX \"follow-up open by due\" ON \"follow-up\" (due) \
    WHERE live = 1 AND coalesce(\"state\", 'open') = 'open';
";

/// Takes away the indexes that only lists, the home page and a record's page ask, until [`make_list_indexes`]: what
/// comes in great numbers is sorted once faster than it is put in its place in each of them, row by row.
pub(crate) fn drop_list_indexes(connection: &Connection) -> Result<()> {
    let mut select = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
    )?;
    for kind in Kind::ALL {
        let names = select.query_map([kind.name()], |row| row.get(0))?.collect::<Result<Vec<String>>>()?;
        for name in names {
            connection.execute_batch(&format!("DROP INDEX {};", quoted(&name)))?;
        }
    }
    Ok(())
}

/// Makes the indexes that [`drop_list_indexes`] took away.
pub(crate) fn make_list_indexes(connection: &Connection) -> Result<()> {
    connection.execute_batch(&list_indexes())
}

fn projections() -> String {
    let kinds: String = Kind::ALL.into_iter().map(kind_table).collect();
    format!("{}{}{kinds}{}", include_str!("projections.sql"), unknown_kinds(), list_indexes())
}

/// Finds records of kinds that this program does not know, without walking past all others.
fn unknown_kinds() -> String {
    format!("CREATE INDEX record_of_unknown_kind ON record (kind) WHERE kind > {};\n", Kind::ALL.len())
}

fn list_indexes() -> String {
    let kinds: String = Kind::ALL.into_iter().map(kind_indexes).collect();
    kinds + AGENDA + agreement_states::INDEX
}

/// The table of a kind: a column a field. References are record numbers; dates are kept by their sort key.
fn kind_table(kind: Kind) -> String {
    let columns: String = kind
        .columns()
        .map(|field| {
            let sql_type = match field.field_type {
                FieldType::Integer(_)
                | FieldType::Boolean
                | FieldType::Reference(_)
                | FieldType::Owner(_) => "INTEGER",
                FieldType::Text
                | FieldType::LongText
                | FieldType::Choice(_)
                | FieldType::Date
                | FieldType::Country
                | FieldType::Language => "TEXT",
            };
            format!(",\n  {} {sql_type}", quoted(field.name))
        })
        .collect();
    let table = quoted(kind.name());
    let state = if kind == Kind::Agreement { agreement_states::COLUMNS } else { "" };
    let sort_key = if kind.is_main() { ",\n  \"sort key\" TEXT NOT NULL" } else { "" };
    format!(
        "CREATE TABLE {table} (\n  n INTEGER PRIMARY KEY,\n  live INTEGER NOT NULL{sort_key}{state}{columns}\n) STRICT;\n"
    )
}

/// A listed field is sorted and filtered by, among the live records only, and if it is a reference, asked for
/// backwards by the same index; so is a text by which the lists of its owners are filtered. A field that titles its records is in order by their order.
fn kind_indexes(kind: Kind) -> String {
    let index = |name: &str, columns: &str, condition: &str| {
        let (name, table) = (quoted(&format!("{kind} {name}")), quoted(kind.name()));
        format!("CREATE INDEX {name} ON {table} ({columns}){condition};\n")
    };
    let mut indexes = String::new();
    if kind.is_main() {
        indexes += &index("in order", "live, \"sort key\"", "");
    }
    for field in kind.fields() {
        let column = quoted(field.name);
        if field.is(Role::Listed) && !kind.is_titled_by(field) {
            let collation = if field.field_type == FieldType::Text { " COLLATE NOCASE" } else { "" };
            let columns = format!("live, {column}{collation}");
            indexes += &index(&format!("by {}", field.name), &columns, "");
        }
        if field.filters.is_some() && !field.field_type.is_reference() {
            indexes += &index(&format!("by {}", field.name), &format!("live, {column} COLLATE NOCASE"), "");
        }
        if matches!(field.field_type, FieldType::Reference(_)) && !field.is(Role::Listed) {
            let condition = format!(" WHERE {column} IS NOT NULL");
            indexes += &index(&format!("referring by {}", field.name), &column, &condition);
        }
    }
    indexes
}

/// Places for so many values, in their order.
pub(crate) fn places(count: usize) -> String {
    vec!["?"; count].join(", ")
}

/// An SQL identifier.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A workspace's tables with nothing in them, for tests.
#[cfg(test)]
pub(crate) fn empty() -> Connection {
    let connection = Connection::open_in_memory().expect("opened");
    migrate(&connection).expect("made");
    remake_projections(&connection).expect("made");
    connection
}

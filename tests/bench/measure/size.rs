//! How much text there is, and how large the file that holds it.

use std::path::Path;

use entente_domain::log::{self, BEFORE_THE_FIRST, ChangedValue};
use entente_domain::value::Value;
use rusqlite::Connection;

use crate::report::Bytes;

/// The text in all commits: every value of every change as one would type it. Texts in UTF-8, numbers in digits, dates
/// as `2023-10-19`; a reference counts as the 36 characters of the id that stands in its place in a table or in JSON.
pub(crate) fn text(workspace: &Path) -> Result<Bytes, Box<dyn std::error::Error>> {
    let connection = Connection::open(workspace)?;
    let mut select = connection.prepare("SELECT bytes FROM log")?;
    let mut rows = select.query(())?;
    let mut bytes = 0;
    let mut kinds = [0_u64; 3];
    while let Some(row) = rows.next()? {
        let (commit, _) = log::decode(row.get_ref(0)?.as_blob()?, &BEFORE_THE_FIRST)?;
        for change in commit.records.iter().flat_map(|record| &record.changes) {
            if let ChangedValue::Value(value) = &change.value {
                bytes += value.to_string().len() as u64;
                match value { Value::Text(t) => { kinds[0] += t.len() as u64; kinds[1] += 1 }, Value::Reference(_) => kinds[2] += 1, _ => {} }
            }
        }
    }
    eprintln!("text {} MB in {} texts, {} references", kinds[0] as f64 / 1e6, kinds[1], kinds[2]);
    Ok(Bytes(bytes))
}

/// The bytes of all pages but those of the search index and of documents' contents.
pub(crate) fn without_search(workspace: &Path) -> rusqlite::Result<Bytes> {
    let connection = Connection::open(workspace)?;
    let mut select = connection.prepare("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC")?;
    let mut rows = select.query(())?;
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        let (name, size): (String, i64) = (row.get(0)?, row.get(1)?);
        eprintln!("  {name} {:.1}", size as f64 / 1e6);
        if !name.starts_with("search") && !name.starts_with("content") { bytes += size as u64; }
    }
    Ok(Bytes(bytes))
}

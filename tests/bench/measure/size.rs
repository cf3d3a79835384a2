//! How much text there is, and how large the file that holds it.

use std::path::Path;

use entente_domain::bundle::{Item, Reader};
use entente_domain::log::{self, BEFORE_THE_FIRST, ChangedValue};
use rusqlite::Connection;

use crate::report::Bytes;

/// The text in all commits of a bundle: every value of every change as one would type it. Texts in UTF-8, numbers in
/// digits, dates as `2023-10-19`; a reference counts as the 36 characters of the id that stands in its place in a table
/// or in JSON.
pub(crate) fn text(bundle: &Path) -> Result<Bytes, Box<dyn std::error::Error>> {
    let mut reader = Reader::open(std::fs::File::open(bundle)?)?;
    let mut bytes = 0;
    loop {
        match reader.next_item()? {
            Item::Commit(commit) => {
                let (commit, _) = log::decode(commit, &BEFORE_THE_FIRST)?;
                let changes = commit.records.iter().flat_map(|record| &record.changes);
                bytes += changes.map(|change| length(&change.value)).sum::<u64>();
            }
            Item::End => return Ok(Bytes(bytes)),
            _ => {}
        }
    }
}

fn length(value: &ChangedValue) -> u64 {
    value.value().map_or(0, |value| value.to_string().len() as u64)
}

/// The bytes of all pages but those of the search index and of documents' contents.
pub(crate) fn without_search(workspace: &Path) -> rusqlite::Result<Bytes> {
    let connection = Connection::open(workspace)?;
    let sql = "SELECT sum(pgsize) FROM dbstat WHERE name NOT LIKE 'search%' AND name NOT LIKE 'content%'";
    let bytes: i64 = connection.query_row(sql, (), |row| row.get(0))?;
    Ok(Bytes(bytes.unsigned_abs()))
}

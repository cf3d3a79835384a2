//! Lines in the making: which records are told of, under which name, and beneath which.

use rusqlite::Connection;

use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::store::lines::{Line, LineRows, RecordEffect};
use crate::store::{RecordNumber, kind_rows, log_rows, records, rows};
use crate::workspace::Error;

/// Notes which records of known kinds a commit touches.
pub(super) fn touch(lines: &LineRows, row: i64, bytes: &[u8]) -> Result<(), Error> {
    let commit = log_rows::stored(bytes)?;
    for record in commit.records.iter().filter(|record| Kind::from_number(record.kind).is_some()) {
        lines.touch(record.record, row)?;
    }
    Ok(())
}

/// Adds a record touched, with the record it belongs to. The laptops themselves have no lines.
pub(super) fn add(
    connection: &Connection,
    lines: &LineRows,
    n: RecordNumber,
    effect: RecordEffect,
) -> Result<(), Error> {
    let Some((record, kind, title)) = named(connection, n)? else { return Ok(()) };
    let line = Line { record, kind, title, effect };
    let main = if kind.is_main() { None } else { records::main_of(connection, n)? };
    match main.map(|n| named(connection, n)).transpose()?.flatten() {
        Some((main, kind, title)) => lines.add(&line, (main, kind, title.as_deref()))?,
        // A row whose record has not arrived stands for itself.
        None => lines.add(&line, (record, kind, line.title.as_deref()))?,
    }
    Ok(())
}

/// A record's id, kind and title; `None` if it has no lines.
fn named(
    connection: &Connection,
    n: RecordNumber,
) -> Result<Option<(RecordId, Kind, Option<String>)>, Error> {
    let (id, kind) = records::identity(connection, n)?;
    let Some(kind) = Kind::from_number(kind).filter(|kind| *kind != Kind::Device) else { return Ok(None) };
    let title = match kind_rows::title(connection, kind, n)? {
        Some(title) => Some(title),
        None => rows::row(connection, n)?.title,
    };
    Ok(Some((id, kind, title)))
}

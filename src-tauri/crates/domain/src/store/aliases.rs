//! Which record another one stands for, now that the two are known to be the same.
//!
//! Nothing is rewritten where a duplicate is referred to: what arrives later may refer to it as well. So it is asked
//! when a reference is read.

use std::collections::BTreeSet;

use rusqlite::{Connection, Result};

use super::{RecordNumber, records};
use crate::ids::RecordId;

/// The record that stands for a duplicate in the trash; `None` if the record is in use, or is no duplicate. Where two
/// officers merged it with two records, that of the older merge.
pub(crate) fn standing_for(connection: &Connection, n: RecordNumber) -> Result<Option<RecordNumber>> {
    let mut asked = BTreeSet::new();
    let mut now = n;
    // A circle leads nowhere: each of two officers may have merged the same two records, the other way about.
    while asked.insert(now) && !is_live(connection, now)? {
        let Some(next) = kept(connection, now)? else { return Ok(None) };
        now = next;
    }
    Ok((now != n && is_live(connection, now)?).then_some(now))
}

/// The record that an id means: itself, unless it is a duplicate's.
pub(crate) fn meant(connection: &Connection, id: RecordId) -> Result<RecordId> {
    match records::known(connection, id)? {
        Some((n, _, false)) => {
            standing_for(connection, n)?.map_or(Ok(id), |kept| records::id(connection, kept))
        }
        Some((_, _, true)) | None => Ok(id),
    }
}

/// A record and all the duplicates for which it stands.
pub(crate) fn with_duplicates(connection: &Connection, n: RecordNumber) -> Result<Vec<RecordNumber>> {
    let mut found = vec![n];
    let mut next = 0;
    while let Some(&of) = found.get(next) {
        for duplicate in duplicates(connection, of)? {
            if !found.contains(&duplicate) && standing_for(connection, duplicate)? == Some(n) {
                found.push(duplicate);
            }
        }
        next += 1;
    }
    Ok(found)
}

fn is_live(connection: &Connection, n: RecordNumber) -> Result<bool> {
    connection.prepare_cached("SELECT live FROM record WHERE n = ?")?.query_row([n], |row| row.get(0))
}

/// The record that a duplicate was merged with. Ids are in the order of making, on every laptop alike.
fn kept(connection: &Connection, duplicate: RecordNumber) -> Result<Option<RecordNumber>> {
    let sql = "SELECT alias.record FROM alias JOIN record USING (n) \
               WHERE alias.duplicate = ? AND alias.live = 1 AND alias.record IS NOT NULL ORDER BY record.id LIMIT 1";
    let mut select = connection.prepare_cached(sql)?;
    select.query_map([duplicate], |row| row.get(0))?.next().transpose()
}

fn duplicates(connection: &Connection, of: RecordNumber) -> Result<Vec<RecordNumber>> {
    // By what belongs to the record, of which aliases are few.
    let sql = "SELECT alias.duplicate FROM record CROSS JOIN alias USING (n) \
               WHERE record.owner = ? AND record.live = 1 AND alias.duplicate IS NOT NULL ORDER BY record.id";
    connection.prepare_cached(sql)?.query_map([of], |row| row.get(0))?.collect()
}

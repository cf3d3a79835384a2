//! Forms that were filled in and not saved. They are this laptop's own and never travel.

use rusqlite::{Connection, Result};

use super::erased::{self, Erased};
use crate::ids::{RecordId, WallTime};

/// A form with what was typed into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// By which whoever keeps it knows it.
    pub key: String,
    /// When it was last kept, by this laptop's clock.
    pub at: WallTime,
    /// The records that it holds something of: it goes with them when one is erased.
    pub records: Vec<RecordId>,
    /// What stands in it; its form is a matter of whoever keeps it.
    pub content: String,
}

/// Keeps a form, in the place of what was kept under its key.
pub(crate) fn keep(connection: &Connection, form: &KeptForm) -> Result<()> {
    let n: i64 = connection
        .prepare_cached(
            "INSERT INTO kept_form (key, at, content) VALUES (?, ?, ?)
             ON CONFLICT (key) DO UPDATE SET at = excluded.at, content = excluded.content RETURNING n",
        )?
        .query_row((&form.key, form.at, &form.content), |row| row.get(0))?;
    connection.prepare_cached("DELETE FROM kept_form_record WHERE form = ?")?.execute([n])?;
    let mut insert =
        connection.prepare_cached("INSERT OR IGNORE INTO kept_form_record (form, record) VALUES (?, ?)")?;
    form.records.iter().try_for_each(|record| insert.execute((n, record.as_bytes())).map(drop))
}

/// Forgets the form that is kept under a key, if one is.
pub(crate) fn forget(connection: &Connection, key: &str) -> Result<()> {
    connection.prepare_cached("DELETE FROM kept_form WHERE key = ?")?.execute([key]).map(drop)
}

/// Forgets the forms that hold something of what was erased.
pub(crate) fn erase(connection: &Connection, erased: &Erased) -> Result<()> {
    let mut delete = connection.prepare_cached(
        "DELETE FROM kept_form WHERE n IN (SELECT form FROM kept_form_record WHERE record = ?)",
    )?;
    erased.iter().try_for_each(|record| delete.execute([record.as_bytes()]).map(drop))
}

/// Whether a form holds something of what was erased.
pub(crate) fn is_of_erased(connection: &Connection, form: &KeptForm) -> Result<bool> {
    for record in &form.records {
        if erased::contains(connection, *record)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// All that are kept, in the order in which they were begun.
pub(crate) fn all(connection: &Connection) -> Result<Vec<KeptForm>> {
    let mut select = connection.prepare_cached("SELECT n, key, at, content FROM kept_form ORDER BY n")?;
    let mut records =
        connection.prepare_cached("SELECT record FROM kept_form_record WHERE form = ? ORDER BY record")?;
    let mut forms = Vec::new();
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        let n: i64 = row.get(0)?;
        let of_it = records.query_map([n], |row| row.get(0).map(RecordId::from_bytes))?;
        let records = of_it.collect::<Result<_>>()?;
        forms.push(KeptForm { key: row.get(1)?, at: row.get(2)?, records, content: row.get(3)? });
    }
    Ok(forms)
}

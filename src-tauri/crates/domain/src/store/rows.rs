//! Records as they are shown.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Result, params_from_iter};

use super::companions::{self, Companions};
use super::schema::{places, quoted};
use super::{RecordNumber, aliases, erased, kind_rows, records};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldNumber, FieldType, Kind};
use crate::rules::{self, Values};
use crate::value::Value;

/// A record as it is shown.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its id.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// What it is called: by its own fields, else by what it refers to.
    pub title: Option<String>,
    /// Its values.
    pub values: Values,
    /// The titles of the records it refers to that are here.
    pub titles: BTreeMap<RecordId, String>,
    /// The records it refers to that were erased.
    pub erased: BTreeSet<RecordId>,
    /// What is told beside its title of what belongs to it.
    pub companions: Companions,
    /// The fields that are contested; 0 for the deletion.
    pub conflicts: Vec<FieldNumber>,
    /// Whether it is in use here; otherwise it is in the trash.
    pub live: bool,
}

impl Row {
    /// Whether it came with an import and was left out on this laptop. For others it may be in use.
    pub fn is_left_out(&self) -> bool {
        rules::is_left_out(&self.values)
    }
}

/// A record as it is shown, by its number.
pub(crate) fn row(connection: &Connection, n: RecordNumber) -> Result<Row> {
    let (id, kind, live): (_, u16, _) = connection
        .prepare_cached("SELECT id, kind, live FROM record WHERE n = ?")?
        .query_row([n], |row| Ok((RecordId::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?)))?;
    let kind = Kind::from_number(kind).ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    let values = kind_rows::load(connection, kind, n)?;
    let (mut titles, mut erased) = (BTreeMap::new(), BTreeSet::new());
    let mut by_reference = None;
    for field in kind.fields().iter().filter(|field| field.field_type.is_reference()) {
        let Some(target) = values.get(&field.number).and_then(Value::as_reference) else { continue };
        let meant = if kind == Kind::Alias { own_title } else { title };
        if let Some(title) = meant(connection, target)? {
            if !matches!(field.field_type, FieldType::Owner(_)) {
                by_reference.get_or_insert_with(|| title.clone());
            }
            titles.insert(target, title);
        } else if erased::contains(connection, target)? {
            erased.insert(target);
        }
    }
    Ok(Row {
        id,
        kind,
        title: rules::title(kind, &values).or(by_reference),
        live: live && !rules::is_left_out(&values),
        values,
        titles,
        erased,
        companions: companions::of(connection, kind, n)?,
        conflicts: conflicts(connection, n)?,
    })
}

/// The title of a record of this id, or of the one that stands for it, if it is here and has one.
pub(crate) fn title(connection: &Connection, id: RecordId) -> Result<Option<String>> {
    let Some((n, kind, live)) = records::known(connection, id)? else { return Ok(None) };
    match if live { None } else { aliases::standing_for(connection, n)? } {
        Some(kept) => title_of(connection, kept, records::kind(connection, kept)?),
        None => title_of(connection, n, Kind::from_number(kind)),
    }
}

/// The title of the record of this id itself.
fn own_title(connection: &Connection, id: RecordId) -> Result<Option<String>> {
    let Some((n, kind, _)) = records::known(connection, id)? else { return Ok(None) };
    title_of(connection, n, Kind::from_number(kind))
}

fn title_of(connection: &Connection, n: RecordNumber, kind: Option<Kind>) -> Result<Option<String>> {
    kind.map_or(Ok(None), |kind| kind_rows::title(connection, kind, n))
}

/// The contested fields of a record.
pub(crate) fn conflicts(connection: &Connection, n: RecordNumber) -> Result<Vec<FieldNumber>> {
    let mut select = connection.prepare_cached("SELECT field FROM conflict WHERE n = ? ORDER BY field")?;
    select.query_map([n], |row| row.get(0))?.collect()
}

/// Whether any field of any record is marked as contested or unfamiliar.
pub(crate) fn any_marks(connection: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM conflict) OR EXISTS (SELECT 1 FROM unfamiliar)";
    connection.prepare_cached(sql)?.query_row((), |row| row.get(0))
}

/// Whether any field of a record is marked as contested or unfamiliar.
pub(crate) fn is_marked(connection: &Connection, n: RecordNumber) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM conflict WHERE n = ?1) OR EXISTS (SELECT 1 FROM unfamiliar WHERE n = ?1)";
    connection.prepare_cached(sql)?.query_row([n], |row| row.get(0))
}

/// Marks a field in `conflict` or `unfamiliar`, or takes its mark away.
pub(crate) fn mark(
    connection: &Connection,
    table: &str,
    n: RecordNumber,
    field: FieldNumber,
    marked: bool,
) -> Result<()> {
    let sql = match marked {
        true => format!("INSERT OR IGNORE INTO {table} (n, field) VALUES (?, ?)"),
        false => format!("DELETE FROM {table} WHERE n = ? AND field = ?"),
    };
    connection.prepare_cached(&sql)?.execute((n, field)).map(drop)
}

/// Takes all marks away from a record's fields.
pub(crate) fn unmark(connection: &Connection, n: RecordNumber) -> Result<()> {
    connection.prepare_cached("DELETE FROM conflict WHERE n = ?")?.execute([n])?;
    connection.prepare_cached("DELETE FROM unfamiliar WHERE n = ?")?.execute([n]).map(drop)
}

/// How many fields of a record are contested.
pub(crate) fn conflict_count(connection: &Connection, n: RecordNumber) -> Result<u32> {
    connection.prepare_cached("SELECT count(*) FROM conflict WHERE n = ?")?.query_row([n], |row| row.get(0))
}

/// How many fields are contested.
pub(crate) fn contested_count(connection: &Connection) -> Result<u32> {
    connection.query_row("SELECT count(*) FROM conflict", (), |row| row.get(0))
}

/// How many records are of kinds, and how many fields of numbers or types, that this program does not know.
pub(crate) fn unfamiliar_counts(connection: &Connection) -> Result<(u32, u32)> {
    // The number stands in the text, where SQLite sees that the index over such records alone will do.
    let sql = format!("SELECT count(*) FROM record WHERE kind > {}", Kind::ALL.len());
    let records = connection.query_row(&sql, (), |row| row.get(0))?;
    let fields = connection.query_row("SELECT count(*) FROM unfamiliar", (), |row| row.get(0))?;
    Ok((records, fields))
}

/// A page of the contested fields of all records, in the order of the records' numbers.
pub(crate) fn contested(
    connection: &Connection,
    offset: usize,
    limit: usize,
) -> Result<Vec<(RecordNumber, FieldNumber)>> {
    let mut select =
        connection.prepare_cached("SELECT n, field FROM conflict ORDER BY n, field LIMIT ? OFFSET ?")?;
    // A page beyond what a number in SQLite can say is empty either way.
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    select.query_map((number(limit), number(offset)), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The contested fields that follow on this one in that order, `limit` at the most. It costs the same however far along it
/// is, and those passed may be settled meanwhile.
pub(crate) fn contested_after(
    connection: &Connection,
    after: Option<(RecordNumber, FieldNumber)>,
    limit: usize,
) -> Result<Vec<(RecordNumber, FieldNumber)>> {
    let (n, field) = after.unwrap_or((RecordNumber::MIN, 0));
    let mut select = connection.prepare_cached(
        "SELECT n, field FROM conflict WHERE (n, field) > (?, ?) ORDER BY n, field LIMIT ?",
    )?;
    select.query_map((n, field, limit), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The order in which records that refer to another are told: what is to be done next comes first, of others what
/// came last.
fn order_of_referring(kind: Kind) -> &'static str {
    match kind {
        Kind::FollowUp => "coalesce(\"state\", 'open') != 'open', due IS NULL, due, n",
        _ => "n DESC",
    }
}

/// The live records of a kind that refer to a record by a field, or to a duplicate that it stands for: how many, and the
/// first of them. `to` has at least one number.
pub(crate) fn referring(
    connection: &Connection,
    kind: Kind,
    field: &Field,
    to: &[RecordNumber],
    limit: u32,
) -> Result<(u32, Vec<RecordNumber>)> {
    let (table, column, places) = (quoted(kind.name()), quoted(field.name), places(to.len()));
    let from = format!("FROM {table} WHERE {column} IN ({places}) AND live = 1");
    let total: u32 = connection
        .prepare_cached(&format!("SELECT count(*) {from}"))?
        .query_row(params_from_iter(to), |row| row.get(0))?;
    let order = order_of_referring(kind);
    let mut select = connection.prepare_cached(&format!("SELECT n {from} ORDER BY {order} LIMIT {limit}"))?;
    let numbers = select.query_map(params_from_iter(to), |row| row.get(0))?.collect::<Result<_>>()?;
    Ok((total, numbers))
}

/// How many live records of each main kind there are.
pub(crate) fn counts(connection: &Connection) -> Result<BTreeMap<Kind, u32>> {
    let count = |kind: Kind| {
        let sql = format!("SELECT count(*) FROM {} WHERE live = 1", quoted(kind.name()));
        connection.prepare_cached(&sql)?.query_row((), |row| row.get(0))
    };
    Kind::MAIN.into_iter().map(|kind| Ok((kind, count(kind)?))).collect()
}

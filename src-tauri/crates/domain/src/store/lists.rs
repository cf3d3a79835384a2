//! Rows as they are shown, and pages of them.

use std::collections::BTreeMap;

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, Result, params_from_iter};

use super::schema::quoted;
use super::{RecordNumber, kind_rows, records, search};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldNumber, FieldType, Kind, Role};
use crate::partial_date::PartialDate;
use crate::rules::Values;
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
    /// The fields that are contested; 0 for the deletion.
    pub conflicts: Vec<FieldNumber>,
    /// Whether it is in use; otherwise it is in the trash.
    pub live: bool,
}

/// What a page of a list is to hold.
#[derive(Debug, Clone)]
pub struct Query {
    /// The kind listed.
    pub kind: Kind,
    /// Only what the search box would find by this.
    pub text: Option<String>,
    /// Only what passes all of these.
    pub filters: Vec<Filter>,
    /// What it is sorted by.
    pub sort: Sort,
    /// Whether the greatest comes first. The unknown comes last either way.
    pub descending: bool,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give.
    pub limit: u32,
    /// Whether to list the trash instead.
    pub deleted: bool,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy)]
pub enum Sort {
    /// By title, people by family name. Kinds without a page of their own have no order by title, but that of arrival.
    Title,
    /// By when the records came into this workspace.
    Arrival,
    /// By a listed field that is no reference.
    Field(&'static Field),
}

/// A test that listed records must pass.
#[derive(Debug, Clone)]
pub enum Filter {
    /// Of a field.
    Field(&'static Field, Test),
    /// The record bears this tag.
    Tagged(RecordId),
}

/// What a filtered field must be.
#[derive(Debug, Clone)]
pub enum Test {
    /// One of these.
    AnyOf(Vec<Value>),
    /// A date that may lie between these days, both included (`YYYY-MM-DD`); open where `None`.
    Between(Option<String>, Option<String>),
    /// Not known.
    Unknown,
    /// Known.
    Known,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct Page {
    /// The rows asked for.
    pub rows: Vec<Row>,
    /// How many there are in all.
    pub total: u32,
}

/// Conditions and what they are asked with.
struct Conditions {
    sql: String,
    values: Vec<SqlValue>,
}

/// One page of a list, and how long the list is.
pub(crate) fn page(connection: &Connection, query: &Query) -> Result<Page> {
    let Some(conditions) = conditions(connection, query)? else {
        return Ok(Page { rows: Vec::new(), total: 0 });
    };
    let table = quoted(query.kind.name());
    let count = format!("SELECT count(*) FROM {table} WHERE {}", conditions.sql);
    let total = connection
        .prepare_cached(&count)?
        .query_row(params_from_iter(&conditions.values), |row| row.get(0))?;
    let sql = ordered(query, &table, &conditions.sql);
    let mut select = connection.prepare_cached(&sql)?;
    let numbers: Vec<RecordNumber> =
        select.query_map(params_from_iter(&conditions.values), |row| row.get(0))?.collect::<Result<_>>()?;
    Ok(Page { rows: numbers.into_iter().map(|n| row(connection, n)).collect::<Result<_>>()?, total })
}

/// The known come first, in order, each half walking an index; what is unknown follows as it was made.
fn ordered(query: &Query, table: &str, conditions: &str) -> String {
    let (limit, offset) = (query.limit, query.offset);
    let direction = if query.descending { "DESC" } else { "ASC" };
    let (column, date) = match query.sort {
        Sort::Title if query.kind.is_main() => (quoted("sort key"), false),
        Sort::Title | Sort::Arrival => {
            return format!("SELECT n FROM {table} WHERE {conditions} ORDER BY n {direction} LIMIT {limit} OFFSET {offset}");
        }
        Sort::Field(field) => {
            (format!("{}{}", quoted(field.name), collation(field)), field.field_type == FieldType::Date)
        }
    };
    let known = if date { format!("{column} < 'X'") } else { format!("{column} IS NOT NULL") };
    let unknown = if date { format!("({column} IS NULL OR {column} >= 'X')") } else { format!("{column} IS NULL") };
    let enough = u64::from(limit) + u64::from(offset);
    format!(
        "SELECT n FROM (SELECT n FROM {table} WHERE {conditions} AND {known} \
             ORDER BY {column} {direction}, n {direction} LIMIT {enough}) \
         UNION ALL SELECT n FROM (SELECT n FROM {table} WHERE {conditions} AND {unknown} ORDER BY n LIMIT {enough}) \
         LIMIT {limit} OFFSET {offset}"
    )
}

fn collation(field: &Field) -> &'static str {
    if field.field_type == FieldType::Text { " COLLATE NOCASE" } else { "" }
}

/// The conditions of a query with numbered parameters; `None` if nothing can pass them.
fn conditions(connection: &Connection, query: &Query) -> Result<Option<Conditions>> {
    let mut all = Conditions { sql: format!("live = {}", i32::from(!query.deleted)), values: Vec::new() };
    if let Some(text) = query.text.as_deref().filter(|text| !text.trim().is_empty()) {
        let Some(expression) = search::expression(text) else { return Ok(None) };
        let place = all.place(expression.into());
        all.and(&format!("n IN (SELECT rowid FROM search WHERE search MATCH {place})"));
    }
    for filter in &query.filters {
        match filter {
            Filter::Tagged(tag) => {
                let place = all.place(records::number(connection, *tag)?.into());
                all.and(&format!("n IN (SELECT \"record\" FROM tagging WHERE tag = {place} AND live)"));
            }
            Filter::Field(field, test) => all.test(connection, field, test)?,
        }
    }
    Ok(Some(all))
}

impl Conditions {
    fn and(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    fn place(&mut self, value: SqlValue) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    fn test(&mut self, connection: &Connection, field: &Field, test: &Test) -> Result<()> {
        let column = format!("{}{}", quoted(field.name), collation(field));
        match test {
            Test::Unknown => self.and(&format!("{column} IS NULL")),
            Test::Known => self.and(&format!("{column} IS NOT NULL")),
            Test::AnyOf(values) => {
                let places = values.iter().map(|value| Ok(self.place(sql_value(connection, field, value)?)));
                let places = places.collect::<Result<Vec<_>>>()?.join(", ");
                self.and(&format!("{column} IN ({places})"));
            }
            Test::Between(from, to) => self.between(&column, from.as_deref(), to.as_deref()),
        }
        Ok(())
    }

    /// A date known to the month or year passes if any of its days does: its text is a beginning of theirs.
    fn between(&mut self, column: &str, from: Option<&str>, to: Option<&str>) {
        let to = self.place(to.unwrap_or("W").to_string().into());
        let after = match from {
            None => "1".into(),
            Some(from) => {
                let day = self.place(from.to_string().into());
                format!("({column} >= {day} OR {column} IN (substr({day}, 1, 4), substr({day}, 1, 7)))")
            }
        };
        self.and(&format!("{after} AND {column} <= {to}"));
    }
}

fn sql_value(connection: &Connection, field: &Field, value: &Value) -> Result<SqlValue> {
    Ok(match value {
        Value::Text(text) if field.field_type == FieldType::Date => kind_rows::sort_key_of(text).into(),
        Value::Text(text) => text.clone().into(),
        Value::Integer(number) => (*number).into(),
        Value::Boolean(yes) => i64::from(*yes).into(),
        Value::Reference(id) => records::number(connection, *id)?.into(),
    })
}

/// A record as it is shown, by its number.
pub(crate) fn row(connection: &Connection, n: RecordNumber) -> Result<Row> {
    let (id, kind, live, own_title): (_, u16, _, Option<String>) = connection
        .prepare_cached("SELECT id, kind, live, title FROM record WHERE n = ?")?
        .query_row([n], |row| Ok((RecordId::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let kind = Kind::from_number(kind).ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    let values = kind_rows::load(connection, kind, n)?;
    let mut titles = BTreeMap::new();
    let mut by_reference = None;
    for field in kind.fields().iter().filter(|field| field.field_type.is_reference()) {
        let Some(target) = values.get(&field.number).and_then(Value::as_reference) else { continue };
        if let Some(title) = title(connection, target)? {
            if !matches!(field.field_type, FieldType::Owner(_)) {
                by_reference.get_or_insert_with(|| title.clone());
            }
            titles.insert(target, title);
        }
    }
    Ok(Row { id, kind, title: own_title.or(by_reference), values, titles, conflicts: conflicts(connection, n)?, live })
}

/// The title of a record of this id, if it is here and has one.
pub(crate) fn title(connection: &Connection, id: RecordId) -> Result<Option<String>> {
    let Some(n) = records::number(connection, id)? else { return Ok(None) };
    connection
        .prepare_cached("SELECT title FROM record WHERE n = ?")?
        .query_row([n], |row| row.get(0))
}

fn conflicts(connection: &Connection, n: RecordNumber) -> Result<Vec<FieldNumber>> {
    let mut select = connection.prepare_cached("SELECT field FROM conflict WHERE n = ? ORDER BY field")?;
    select.query_map([n], |row| row.get(0))?.collect()
}

/// How many fields are contested.
pub(crate) fn contested_count(connection: &Connection) -> Result<u32> {
    connection.query_row("SELECT count(*) FROM conflict", (), |row| row.get(0))
}

/// How many records are of kinds, and how many fields of numbers or types, that this program does not know.
pub(crate) fn unfamiliar_counts(connection: &Connection) -> Result<(u32, u32)> {
    let greatest = Kind::ALL.len() as u64;
    let records = connection.query_row("SELECT count(*) FROM record WHERE kind > ?", [greatest], |row| row.get(0))?;
    let fields = connection.query_row("SELECT count(*) FROM unfamiliar", (), |row| row.get(0))?;
    Ok((records, fields))
}

/// The contested fields of all records, 500 at the most.
pub(crate) fn contested(connection: &Connection) -> Result<Vec<(RecordNumber, FieldNumber)>> {
    let mut select = connection.prepare_cached("SELECT n, field FROM conflict ORDER BY n, field LIMIT 500")?;
    select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The live records of a kind that refer to a record by a field: how many, and the first of them.
pub(crate) fn referring(
    connection: &Connection,
    kind: Kind,
    field: &Field,
    to: RecordNumber,
    limit: u32,
) -> Result<(u32, Vec<RecordNumber>)> {
    let from = format!("FROM {} WHERE {} = ? AND live", quoted(kind.name()), quoted(field.name));
    let total: u32 =
        connection.prepare_cached(&format!("SELECT count(*) {from}"))?.query_row([to], |row| row.get(0))?;
    let mut select = connection.prepare_cached(&format!("SELECT n {from} ORDER BY n DESC LIMIT {limit}"))?;
    let numbers = select.query_map([to], |row| row.get(0))?.collect::<Result<_>>()?;
    Ok((total, numbers))
}

/// How many live records of each main kind there are.
pub(crate) fn counts(connection: &Connection) -> Result<BTreeMap<Kind, u32>> {
    let mut select = connection.prepare_cached("SELECT count(*) FROM record WHERE kind = ? AND live = 1")?;
    Kind::MAIN
        .into_iter()
        .map(|kind| Ok((kind, select.query_row([kind.number()], |row| row.get(0))?)))
        .collect()
}

/// A day as dates' columns keep it.
pub(crate) fn day_key(day: chrono::NaiveDate) -> String {
    PartialDate::Day(day).sort_key()
}

/// Whether lists of its kind can be sorted by this field.
pub(crate) fn is_sortable(field: &Field) -> bool {
    field.is(Role::Listed) && !field.field_type.is_reference()
}

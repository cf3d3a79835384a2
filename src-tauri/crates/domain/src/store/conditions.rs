//! The tests of a list, and which records pass them.
//!
//! Each test is asked by itself, of an index that has all it takes, and what passes is put together bit by bit: SQLite
//! keeps no figures of its tables, and would read the row of every record that passes one test for the sake of the next.

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, Result, params_from_iter};

use super::dates;
use super::lists::{Filter, Query, Test};
use super::numbers::Numbers;
use super::order::AMONG;
use super::schema::{places, quoted};
use super::{aliases, kind_rows, records, search};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldType, Kind};
use crate::rules::{self, Values};
use crate::value::Value;

/// So many records are looked up one by one sooner than a kind's index is read whole.
const SOME: u32 = 10_000;

/// The records that pass all tests of a query; `None` if it lists all that are in use.
pub(super) fn passing(connection: &Connection, query: &Query) -> Result<Option<Numbers>> {
    let Some(asked) = all_asked(connection, query)? else { return Ok(Some(Numbers::default())) };
    let mut passing: Option<Numbers> = None;
    for one in &asked {
        let numbers = one.numbers(connection)?;
        match &mut passing {
            Some(passing) => passing.keep(&numbers),
            None => passing = Some(numbers),
        }
    }
    match passing {
        Some(passing) if asked.iter().all(|one| one.of_any_kind) => {
            listed_among(connection, query, passing).map(Some)
        }
        // Next to nothing is in the trash.
        None if query.deleted => listed(connection, query).map(Some),
        passing => Ok(passing),
    }
}

/// All of the kind that are in use, or in the trash.
fn listed(connection: &Connection, query: &Query) -> Result<Numbers> {
    let mut numbers = Numbers::default();
    let select = format!("SELECT n FROM {} WHERE {}", quoted(query.kind.name()), live(query));
    numbers.add(connection, &select, ())?;
    Ok(numbers)
}

/// That a record is in use or in the trash, whichever is listed.
pub(super) fn live(query: &Query) -> String {
    format!("live = {}", i32::from(!query.deleted))
}

/// Leaves out what is of another kind, or in the trash.
fn listed_among(connection: &Connection, query: &Query, mut among: Numbers) -> Result<Numbers> {
    if among.count() > SOME {
        among.keep(&listed(connection, query)?);
        return Ok(among);
    }
    let mut numbers = Numbers::default();
    let select = format!("SELECT n FROM {} WHERE +{} AND {AMONG}", quoted(query.kind.name()), live(query));
    numbers.add(connection, &select, [among.json()])?;
    Ok(numbers)
}

/// A test as it is asked.
struct Asked {
    /// Statements that select what passes, each some of it.
    selects: Vec<String>,
    /// What each of them is asked with.
    values: Vec<SqlValue>,
    /// Whether what they select may be of another kind than is listed, or in the trash.
    of_any_kind: bool,
}

impl Asked {
    fn numbers(&self, connection: &Connection) -> Result<Numbers> {
        let mut numbers = Numbers::default();
        for select in &self.selects {
            numbers.add(connection, select, params_from_iter(&self.values))?;
        }
        Ok(numbers)
    }
}

/// All tests of a query; `None` if nothing can pass them.
fn all_asked(connection: &Connection, query: &Query) -> Result<Option<Vec<Asked>>> {
    let mut all = Vec::new();
    if let Some(text) = query.text.as_deref().filter(|text| !text.trim().is_empty()) {
        let Some(expression) = search::expression(text) else { return Ok(None) };
        let select = "SELECT rowid FROM search WHERE search MATCH ?".into();
        all.push(Asked { selects: vec![select], values: vec![expression.into()], of_any_kind: true });
    }
    for filter in &query.filters {
        all.push(match filter {
            Filter::Field(field, test) => of_field(connection, query, field, test)?,
            Filter::Rows(rows, field, values) => of_rows(connection, *rows, field, values)?,
            Filter::State(codes, _) => {
                let codes = codes.iter().map(|code| i64::from(*code as u8).into()).collect();
                of_kind(query, |places| vec![format!("\"state code\" IN ({places})")], codes)
            }
        });
    }
    Ok(Some(all))
}

/// A test of the kind's own table: any of the conditions, made with places for the values, which each has in their order.
fn of_kind(query: &Query, conditions: impl FnOnce(&str) -> Vec<String>, values: Vec<SqlValue>) -> Asked {
    let (table, live) = (quoted(query.kind.name()), live(query));
    let select = |condition| format!("SELECT n FROM {table} WHERE {live} AND {condition}");
    let selects = conditions(&places(values.len())).into_iter().map(select).collect();
    Asked { selects, values, of_any_kind: false }
}

/// A field's column, as its index has it.
fn column(field: &Field) -> String {
    format!("{}{}", quoted(field.name), collation(field))
}

fn of_field(connection: &Connection, query: &Query, field: &Field, test: &Test) -> Result<Asked> {
    let column = column(field);
    let plain = |condition: String| of_kind(query, |_| vec![condition], Vec::new());
    Ok(match (test, query.kind.is_titled_by(field)) {
        (Test::Unknown, true) => plain(format!("{KEY} = ''")),
        (Test::Known, true) => plain(format!("{KEY} > ''")),
        (Test::AnyOf(titles), true) => of_titles(connection, query, field, titles)?,
        (Test::Unknown, false) => plain(format!("{column} IS NULL")),
        (Test::Known, false) => plain(format!("{column} IS NOT NULL")),
        (Test::AnyOf(values), false) => any_of(connection, query, field, values)?,
        (Test::Dates(dates), _) => {
            let conditions = dates.iter().flat_map(|dates| dates::conditions(&column, *dates)).collect();
            of_kind(query, |_| conditions, Vec::new())
        }
    })
}

/// What a field that titles its records has an index by: that of their order.
const KEY: &str = "\"sort key\"";

fn of_titles(connection: &Connection, query: &Query, field: &Field, titles: &[Value]) -> Result<Asked> {
    let key = |title: &Value| rules::sort_key(query.kind, &Values::from([(field.number, title.clone())]));
    let mut values: Vec<SqlValue> = titles.iter().map(|title| key(title).into()).collect();
    values.extend(sql_values(connection, field, titles)?);
    let (column, places) = (column(field), places(titles.len()));
    Ok(of_kind(query, |_| vec![format!("{KEY} IN ({places}) AND {column} IN ({places})")], values))
}

fn any_of(connection: &Connection, query: &Query, field: &Field, values: &[Value]) -> Result<Asked> {
    let is_meant = |code: &&str| values.contains(&Value::from(*code));
    let (column, values) = (column(field), sql_values(connection, field, values)?);
    let condition = |tested: String| move |places: &str| vec![format!("{tested} IN ({places})")];
    Ok(match (field.field_type, field.empty.filter(is_meant)) {
        // An empty yes or no is a no.
        (FieldType::Boolean, _) => of_kind(query, condition(format!("coalesce({column}, 0)")), values),
        // In the words of the index that holds what is open, where there is one.
        (_, Some(code)) if values.len() == 1 => {
            of_kind(query, |_| vec![format!("coalesce({column}, '{code}') = '{code}'")], Vec::new())
        }
        (_, Some(code)) => of_kind(query, condition(format!("coalesce({column}, '{code}')")), values),
        (_, None) => of_kind(query, condition(column), values),
    })
}

/// A test of what belongs to the records: whatever owns such a row.
fn of_rows(connection: &Connection, rows: Kind, field: &Field, values: &[Value]) -> Result<Asked> {
    let owner = rows.owner_field().expect("BUG: only what belongs to a record filters it");
    let (owner, table) = (quoted(owner.name), quoted(rows.name()));
    let values = sql_values(connection, field, values)?;
    let (column, places) = (column(field), places(values.len()));
    let select = format!("SELECT {owner} FROM {table} WHERE live = 1 AND {column} IN ({places})");
    Ok(Asked { selects: vec![select], values, of_any_kind: true })
}

/// What a column may keep where it shows one of these values: of a record its number, or that of a duplicate merged with it.
fn sql_values(connection: &Connection, field: &Field, values: &[Value]) -> Result<Vec<SqlValue>> {
    let mut kept = Vec::new();
    for value in values {
        match value {
            Value::Text(text) if field.field_type == FieldType::Date => {
                kept.push(kind_rows::sort_key_of(text).into());
            }
            Value::Text(text) => kept.push(text.clone().into()),
            Value::Integer(number) => kept.push((*number).into()),
            Value::Boolean(yes) => kept.push(i64::from(*yes).into()),
            Value::Reference(id) => kept.extend(numbers_of(connection, *id)?),
        }
    }
    Ok(kept)
}

fn numbers_of(connection: &Connection, id: RecordId) -> Result<Vec<SqlValue>> {
    let Some(n) = records::number(connection, id)? else { return Ok(Vec::new()) };
    Ok(aliases::with_duplicates(connection, n)?.into_iter().map(SqlValue::from).collect())
}

/// How texts are compared: without regard to ASCII case, as their indexes are.
pub(super) fn collation(field: &Field) -> &'static str {
    if field.field_type == FieldType::Text { " COLLATE NOCASE" } else { "" }
}

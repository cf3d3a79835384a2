//! Pages of records of one kind, filtered and sorted.

use rusqlite::{Connection, Result, params_from_iter};

use super::RecordNumber;
use super::conditions::{collation, conditions};
use super::rows::{self, Row};
use super::schema::quoted;
use crate::ids::RecordId;
use crate::kinds::{Field, FieldType, Kind, Role};
use crate::value::Value;

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
    Ok(Page { rows: numbers.into_iter().map(|n| rows::row(connection, n)).collect::<Result<_>>()?, total })
}

/// The known come first, in order, each half walking an index; what is unknown follows as it was made.
fn ordered(query: &Query, table: &str, conditions: &str) -> String {
    let (limit, offset) = (query.limit, query.offset);
    let direction = if query.descending { "DESC" } else { "ASC" };
    let (column, date) = match query.sort {
        Sort::Title if query.kind.is_main() => (quoted("sort key"), false),
        Sort::Field(field) if query.kind.is_titled_by(field) => (quoted("sort key"), false),
        Sort::Title | Sort::Arrival => {
            return format!(
                "SELECT n FROM {table} WHERE {conditions} ORDER BY n {direction} LIMIT {limit} OFFSET {offset}"
            );
        }
        Sort::Field(field) => {
            (format!("{}{}", quoted(field.name), collation(field)), field.field_type == FieldType::Date)
        }
    };
    let known = if date { format!("{column} < 'X'") } else { format!("{column} IS NOT NULL") };
    let unknown =
        if date { format!("({column} IS NULL OR {column} >= 'X')") } else { format!("{column} IS NULL") };
    let enough = u64::from(limit) + u64::from(offset);
    format!(
        "SELECT n FROM (SELECT n FROM {table} WHERE {conditions} AND {known} \
             ORDER BY {column} {direction}, n {direction} LIMIT {enough}) \
         UNION ALL SELECT n FROM (SELECT n FROM {table} WHERE {conditions} AND {unknown} ORDER BY n LIMIT {enough}) \
         LIMIT {limit} OFFSET {offset}"
    )
}

/// Whether lists of its kind can be sorted by this field.
pub(crate) fn is_sortable(field: &Field) -> bool {
    field.is(Role::Listed) && !field.field_type.is_reference()
}

//! Pages of records of one kind, filtered and sorted.

use chrono::NaiveDate;
use rusqlite::{Connection, Result, params_from_iter};

use super::RecordNumber;
use super::agreement_states;
use super::conditions::{Conditions, conditions};
use super::dates::Dates;
use super::order::Order;
use super::rows::{self, Row};
use super::schema::quoted;
use crate::kinds::{Field, Kind, Role};
use crate::rules::agreement_state::StateCode;
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
    /// Something of this kind that belongs to the record has one of these values in its field: see
    /// [`Kind::row_filters`].
    Rows(Kind, &'static Field, Vec<Value>),
    /// The agreement's dates mean one of these on this day.
    State(Vec<StateCode>, NaiveDate),
}

/// What a filtered field must be.
#[derive(Debug, Clone)]
pub enum Test {
    /// One of these.
    AnyOf(Vec<Value>),
    /// A date that may be one of these.
    Dates(Vec<Dates>),
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

/// So many records are found by what they are asked for and then sorted; among more, the first of an order soon
/// come along. SQLite, which does not know how many they are, would walk the order for a handful among 100,000.
const FEW: u32 = 2_500;

/// One page of a list, and how long the list is.
pub(crate) fn page(connection: &Connection, query: &Query) -> Result<Page> {
    bring_up_to_date(connection, query)?;
    let _look = super::look(connection)?;
    let Some(conditions) = conditions(connection, query)? else {
        return Ok(Page { rows: Vec::new(), total: 0 });
    };
    let table = quoted(query.kind.name());
    if query.text.is_some() {
        return found(connection, query, &table, &conditions);
    }
    let count = format!("SELECT count(*) FROM {table} WHERE {}", conditions.sql);
    let total = connection
        .prepare_cached(&count)?
        .query_row(params_from_iter(&conditions.values), |row| row.get(0))?;
    let sql = match (total <= FEW, Order::of(query)) {
        (true, _) => ordered(query, Order::unindexed(query), &table, &conditions.sql),
        (false, None) => ordered(query, None, &format!("{table} NOT INDEXED"), &conditions.unindexed),
        (false, order) => ordered(query, order, &table, &conditions.unindexed),
    };
    let mut select = connection.prepare_cached(&sql)?;
    let numbers: Vec<RecordNumber> =
        select.query_map(params_from_iter(&conditions.values), |row| row.get(0))?.collect::<Result<_>>()?;
    Ok(Page { rows: numbers.into_iter().map(|n| rows::row(connection, n)).collect::<Result<_>>()?, total })
}

/// A page of what the search box finds, which is asked once for rows and total.
fn found(connection: &Connection, query: &Query, table: &str, conditions: &Conditions) -> Result<Page> {
    let order = Order::of(query);
    let sorted_by = order.as_ref().map_or(String::new(), |order| format!(", {}", order.name));
    let hits = format!("SELECT n{sorted_by} FROM {table} WHERE {}", conditions.sql);
    let page = ordered(query, order, "hit", "TRUE");
    let sql = format!(
        "WITH hit AS MATERIALIZED ({hits}), page AS MATERIALIZED ({page}), total AS (SELECT count(*) AS total FROM hit) \
         SELECT total, n FROM total LEFT JOIN page"
    );
    let mut select = connection.prepare_cached(&sql)?;
    let mut numbers = select.query(params_from_iter(&conditions.values))?;
    let mut page = Page { rows: Vec::new(), total: 0 };
    while let Some(row) = numbers.next()? {
        page.total = row.get(0)?;
        if let Some(n) = row.get(1)? {
            page.rows.push(rows::row(connection, n)?);
        }
    }
    Ok(page)
}

/// Before the states of agreements are asked for they must be those of the day.
pub(super) fn bring_up_to_date(connection: &Connection, query: &Query) -> Result<()> {
    query.filters.iter().try_for_each(|filter| match filter {
        Filter::State(_, today) => agreement_states::bring_to(connection, *today),
        Filter::Field(..) | Filter::Rows(..) => Ok(()),
    })
}

/// The known come first, in order; what is unknown follows as it was made.
fn ordered(query: &Query, order: Option<Order>, table: &str, conditions: &str) -> String {
    let (limit, offset) = (query.limit, query.offset);
    let direction = if query.descending { "DESC" } else { "ASC" };
    let Some(Order { column, known, unknown, .. }) = order else {
        return format!(
            "SELECT n FROM {table} WHERE {conditions} ORDER BY n {direction} LIMIT {limit} OFFSET {offset}"
        );
    };
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

/// What records say in a field, each text once whatever its case, as far as it contains this one: those said most often
/// first, `most` at the most.
pub(crate) fn texts(
    connection: &Connection,
    kind: Kind,
    field: &Field,
    containing: &str,
    most: usize,
) -> Result<Vec<String>> {
    let (table, column) = (quoted(kind.name()), quoted(field.name));
    let sql = format!(
        "SELECT {column} FROM {table} WHERE live = 1 AND {column} IS NOT NULL \
         GROUP BY {column} COLLATE NOCASE ORDER BY count(*) DESC, {column} COLLATE NOCASE"
    );
    let sought = containing.trim().to_lowercase();
    let mut select = connection.prepare_cached(&sql)?;
    let texts = select.query_map((), |row| row.get::<_, String>(0))?;
    // SQLite knows the cases of ASCII alone.
    let fits = |text: &Result<String>| match text {
        Ok(text) => text.to_lowercase().contains(&sought),
        Err(_) => true,
    };
    texts.filter(fits).take(most).collect()
}

//! Pages of records of one kind, filtered and sorted.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use rusqlite::{Connection, Result};

use super::agreement_states;
use super::conditions::{live, passing};
use super::dates::Dates;
use super::order::walk;
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

/// One page of a list, and how long the list is.
pub(crate) fn page(connection: &Connection, query: &Query) -> Result<Page> {
    bring_up_to_date(connection, query)?;
    let _look = super::look(connection)?;
    let passing = passing(connection, query)?;
    let total = match &passing {
        Some(passing) => passing.count(),
        None => count(connection, query)?,
    };
    let (mut left, mut numbers) = (query.offset, Vec::new());
    walk(connection, query, passing.as_ref(), &mut |n| {
        if numbers.len() >= query.limit as usize {
            return ControlFlow::Break(());
        }
        match left {
            0 => numbers.push(n),
            _ => left -= 1,
        }
        ControlFlow::Continue(())
    })?;
    Ok(Page { rows: numbers.into_iter().map(|n| rows::row(connection, n)).collect::<Result<_>>()?, total })
}

/// How many records of a kind are in use, or in the trash.
fn count(connection: &Connection, query: &Query) -> Result<u32> {
    let sql = format!("SELECT count(*) FROM {} WHERE {}", quoted(query.kind.name()), live(query));
    connection.prepare_cached(&sql)?.query_row((), |row| row.get(0))
}

/// Before the states of agreements are asked for they must be those of the day.
pub(super) fn bring_up_to_date(connection: &Connection, query: &Query) -> Result<()> {
    query.filters.iter().try_for_each(|filter| match filter {
        Filter::State(_, today) => agreement_states::bring_to(connection, *today),
        Filter::Field(..) | Filter::Rows(..) => Ok(()),
    })
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

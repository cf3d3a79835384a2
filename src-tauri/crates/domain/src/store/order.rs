//! The order of a list, and where in it a record stands.

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension, Result, params_from_iter};

use super::conditions::{collation, conditions};
use super::lists::{Query, Sort, bring_up_to_date};
use super::records;
use super::schema::quoted;
use crate::ids::RecordId;
use crate::kinds::FieldType;

/// What a list is sorted by, as SQL.
pub(super) struct Order {
    /// The column's name.
    pub(super) name: String,
    /// The column, as it is compared.
    pub(super) column: String,
    /// That its value is known: those come first.
    pub(super) known: String,
    /// That it is not.
    pub(super) unknown: String,
}

impl Order {
    /// The order that a query asks for; `None` for that of arrival.
    pub(super) fn of(query: &Query) -> Option<Self> {
        Self::written(query, "")
    }

    /// The same, but no index can be used for it: for few records, which are sorted faster than found in it.
    pub(super) fn unindexed(query: &Query) -> Option<Self> {
        Self::written(query, "+")
    }

    fn written(query: &Query, plus: &str) -> Option<Self> {
        let (name, collation, date) = match query.sort {
            Sort::Title if query.kind.is_main() => (quoted("sort key"), "", false),
            Sort::Field(field) if query.kind.is_titled_by(field) => (quoted("sort key"), "", false),
            Sort::Title | Sort::Arrival => return None,
            Sort::Field(field) => (quoted(field.name), collation(field), field.field_type == FieldType::Date),
        };
        let column = format!("{plus}{name}{collation}");
        let (known, unknown) = match date {
            true => (format!("{column} < 'X'"), format!("({column} IS NULL OR {column} >= 'X')")),
            false => (format!("{column} IS NOT NULL"), format!("{column} IS NULL")),
        };
        Some(Self { name, column, known, unknown })
    }

    /// That a record stands before the one of the value at `value` and the number at `n`, if its value is known.
    fn before(&self, query: &Query, value: &str, n: &str) -> String {
        let Self { column, known, .. } = self;
        let than = if query.descending { ">" } else { "<" };
        format!("{known} AND ({column} {than} {value} OR ({column} = {value} AND n {than} {n}))")
    }
}

/// How many records of a list stand before this one; `None` if it is not among them.
pub(crate) fn place(connection: &Connection, query: &Query, id: RecordId) -> Result<Option<u32>> {
    bring_up_to_date(connection, query)?;
    let (Some(conditions), Some(n)) = (conditions(connection, query)?, records::number(connection, id)?)
    else {
        return Ok(None);
    };
    let (table, sql, mut values) = (quoted(query.kind.name()), conditions.sql, conditions.values);
    values.push(n.into());
    let at = format!("?{}", values.len());
    let order = Order::of(query);
    let column = order.as_ref().map_or("NULL", |order| order.column.as_str());
    let known = order.as_ref().map_or("0", |order| order.known.as_str());
    let here = format!("SELECT {column}, {known} FROM {table} WHERE {sql} AND n = {at}");
    let found: Option<(SqlValue, bool)> = connection
        .prepare_cached(&here)?
        .query_row(params_from_iter(&values), |row| {
            Ok((row.get(0)?, row.get::<_, Option<bool>>(1)? == Some(true)))
        })
        .optional()?;
    let Some((value, is_known)) = found else { return Ok(None) };
    let before = match &order {
        None => format!("n {} {at}", if query.descending { ">" } else { "<" }),
        Some(order) if is_known => {
            values.push(value);
            order.before(query, &format!("?{}", values.len()), &at)
        }
        Some(Order { known, unknown, .. }) => format!("({known} OR ({unknown} AND n < {at}))"),
    };
    count(connection, &format!("SELECT count(*) FROM {table} WHERE {sql} AND {before}"), &values).map(Some)
}

fn count(connection: &Connection, sql: &str, values: &[SqlValue]) -> Result<u32> {
    connection.prepare_cached(sql)?.query_row(params_from_iter(values), |row| row.get(0))
}

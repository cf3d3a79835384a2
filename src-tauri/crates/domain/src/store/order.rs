//! The order of a list, and where in it a record stands.

use std::ops::ControlFlow;

use rusqlite::{Connection, Result, params_from_iter};

use super::conditions::{collation, live, passing};
use super::lists::{Query, Sort, bring_up_to_date};
use super::numbers::Numbers;
use super::schema::quoted;
use super::{RecordNumber, records};
use crate::ids::RecordId;
use crate::kinds::FieldType;

/// So many records are read and sorted; of more, the first of an order are found sooner by its index, record after
/// record until enough of them pass.
pub(super) const FEW: u32 = 1_000;

/// That a record is one of a list in JSON. SQLite looks each of them up by its number.
pub(super) const AMONG: &str = "n IN (SELECT value FROM json_each(?))";

/// What a list is sorted by, as SQL.
struct Order {
    /// The column, as it is compared.
    column: String,
    /// That its value is known: those come first.
    known: String,
    /// That it is not, in as many ways as there are.
    unknown: Vec<String>,
}

impl Order {
    /// The order that a query asks for; `None` for that of arrival. With a plus before the column, no index is used.
    fn of(query: &Query, plus: &str) -> Option<Self> {
        let (name, collation, is_date) = match query.sort {
            Sort::Title if query.kind.is_main() => (quoted("sort key"), "", false),
            Sort::Field(field) if query.kind.is_titled_by(field) => (quoted("sort key"), "", false),
            Sort::Title | Sort::Arrival => return None,
            Sort::Field(field) => (quoted(field.name), collation(field), field.field_type == FieldType::Date),
        };
        let column = format!("{plus}{name}{collation}");
        let empty = format!("{column} IS NULL");
        // A day of an unknown year is kept behind all others.
        let (known, unknown) = match is_date {
            true => (format!("{column} < 'X'"), vec![format!("{column} >= 'X'"), empty]),
            false => (format!("{column} IS NOT NULL"), vec![empty]),
        };
        Some(Self { column, known, unknown })
    }
}

/// Hands the records of a list to `each` in their order, until that breaks off: those that pass, or all of the kind. The
/// known come first, in order; what is unknown follows as it was made.
pub(super) fn walk(
    connection: &Connection,
    query: &Query,
    passing: Option<&Numbers>,
    each: &mut dyn FnMut(RecordNumber) -> ControlFlow<()>,
) -> Result<()> {
    Walk::new(connection, query, passing).all(query, each)
}

/// A way through the records of a kind.
struct Walk<'a> {
    connection: &'a Connection,
    passing: Option<&'a Numbers>,
    /// The few that pass, if they are few.
    few: Option<String>,
    order: Option<Order>,
    /// The statement, up to where the order begins.
    listed: String,
}

impl<'a> Walk<'a> {
    fn new(connection: &'a Connection, query: &Query, passing: Option<&'a Numbers>) -> Self {
        let few = passing.filter(|passing| passing.count() <= FEW).map(Numbers::json);
        let order = Order::of(query, if few.is_some() { "+" } else { "" });
        let which = match (&few, &order) {
            (Some(_), _) => AMONG.into(),
            (None, Some(_)) => live(query),
            // Nearly all are in use. By an index, SQLite would read all of them and sort them for the sake of a page.
            (None, None) => format!("+{}", live(query)),
        };
        let listed = format!("SELECT n FROM {} WHERE {which}", quoted(query.kind.name()));
        Self { connection, passing, few, order, listed }
    }

    fn all(&self, query: &Query, each: &mut dyn FnMut(RecordNumber) -> ControlFlow<()>) -> Result<()> {
        let Some(Order { column, known, unknown }) = &self.order else {
            return self.by_arrival(query.descending, each);
        };
        let direction = if query.descending { "DESC" } else { "ASC" };
        let known = format!("AND {known} ORDER BY {column} {direction}, n {direction}");
        if self.through(&known, each)?.is_break() {
            return Ok(());
        }
        let mut rest = Numbers::default();
        for unknown in unknown {
            let _ = self.through(&format!("AND {unknown}"), &mut |n| {
                rest.extend([n]);
                ControlFlow::Continue(())
            })?;
        }
        let _ = rest.iter().try_for_each(each);
        Ok(())
    }

    fn by_arrival(
        &self,
        newest_first: bool,
        each: &mut dyn FnMut(RecordNumber) -> ControlFlow<()>,
    ) -> Result<()> {
        let _ = match (self.passing, newest_first) {
            (Some(passing), true) => passing.iter().rev().try_for_each(each),
            (Some(passing), false) => passing.iter().try_for_each(each),
            (None, true) => self.through("ORDER BY n DESC", each)?,
            (None, false) => self.through("ORDER BY n", each)?,
        };
        Ok(())
    }

    /// Hands on what passes, as the statement has it.
    fn through(
        &self,
        ordered: &str,
        each: &mut dyn FnMut(RecordNumber) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>> {
        let mut select = self.connection.prepare_cached(&format!("{} {ordered}", self.listed))?;
        let mut rows = select.query(params_from_iter(&self.few))?;
        while let Some(row) = rows.next()? {
            let n = row.get(0)?;
            if self.passing.is_none_or(|passing| passing.contains(n)) && each(n).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// How many records of a list stand before this one; `None` if it is not among them.
pub(crate) fn place(connection: &Connection, query: &Query, id: RecordId) -> Result<Option<u32>> {
    bring_up_to_date(connection, query)?;
    let _look = super::look(connection)?;
    let Some(sought) = records::number(connection, id)? else { return Ok(None) };
    let passing = passing(connection, query)?;
    if passing.as_ref().is_some_and(|passing| !passing.contains(sought)) {
        return Ok(None);
    }
    let (mut before, mut is_found) = (0, false);
    walk(connection, query, passing.as_ref(), &mut |n| {
        is_found = n == sought;
        before += u32::from(!is_found);
        if is_found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    Ok(is_found.then_some(before))
}

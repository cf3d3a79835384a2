//! The tests of a list as SQL.

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, Result};

use super::dates::{self, Dates};
use super::lists::{Filter, Query, Test};
use super::schema::quoted;
use super::{kind_rows, records, search};
use crate::kinds::{Field, FieldType, Kind};
use crate::rules::{self, Values};
use crate::value::Value;

/// Conditions and what they are asked with.
pub(crate) struct Conditions {
    pub(crate) sql: String,
    /// The same, but no index can be used for them: for walking the index of an order instead.
    pub(crate) unindexed: String,
    pub(crate) values: Vec<SqlValue>,
}

/// The conditions of a query with numbered parameters; `None` if nothing can pass them.
pub(crate) fn conditions(connection: &Connection, query: &Query) -> Result<Option<Conditions>> {
    let live = format!("live = {}", i32::from(!query.deleted));
    let mut all = Conditions { sql: live.clone(), unindexed: live, values: Vec::new() };
    if let Some(text) = query.text.as_deref().filter(|text| !text.trim().is_empty()) {
        let Some(expression) = search::expression(text) else { return Ok(None) };
        let place = all.place(expression.into());
        all.and("n", &format!("IN (SELECT rowid FROM search WHERE search MATCH {place})"));
    }
    for filter in &query.filters {
        match filter {
            Filter::Field(field, test) => all.test(connection, query.kind, field, test)?,
            Filter::Rows(rows, field, values) => all.test_of_rows(connection, *rows, field, values)?,
            Filter::State(codes, _) => {
                let codes = codes.iter().map(|code| (*code as u8).to_string()).collect::<Vec<_>>().join(", ");
                all.and("\"state code\"", &format!("IN ({codes})"));
            }
        }
    }
    Ok(Some(all))
}

impl Conditions {
    /// Adds a test of a column. With a plus before it, SQLite uses no index for it.
    fn and(&mut self, column: &str, test: &str) {
        self.sql.push_str(&format!(" AND {column} {test}"));
        self.unindexed.push_str(&format!(" AND +{column} {test}"));
    }

    fn place(&mut self, value: SqlValue) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    fn test(&mut self, connection: &Connection, kind: Kind, field: &Field, test: &Test) -> Result<()> {
        if kind.is_titled_by(field) {
            self.test_of_title(kind, field, test);
        }
        let column = format!("{}{}", quoted(field.name), collation(field));
        match test {
            Test::Unknown | Test::Known if kind.is_titled_by(field) => {}
            Test::Unknown => self.and(&column, "IS NULL"),
            Test::Known => self.and(&column, "IS NOT NULL"),
            Test::AnyOf(values) => self.any_of(connection, field, &column, values)?,
            Test::Dates(dates) => self.dates(&column, dates),
        }
        Ok(())
    }

    fn any_of(
        &mut self,
        connection: &Connection,
        field: &Field,
        column: &str,
        values: &[Value],
    ) -> Result<()> {
        let is_empty = |code: &&str| values.contains(&Value::from(*code));
        match (field.field_type, field.empty.filter(|code| is_empty(code))) {
            // An empty yes or no is a no.
            (FieldType::Boolean, _) => {
                let places = self.places(connection, field, values)?;
                self.and(&format!("coalesce({column}, 0)"), &format!("IN ({places})"));
            }
            // In the words of the index that holds what is open, where there is one.
            (_, Some(code)) if values.len() == 1 => {
                self.and_as_it_is(&format!("coalesce({column}, '{code}') = '{code}'"));
            }
            (_, Some(code)) => {
                let places = self.places(connection, field, values)?;
                self.and_as_it_is(&format!("coalesce({column}, '{code}') IN ({places})"));
            }
            (_, None) => {
                let places = self.places(connection, field, values)?;
                self.and(column, &format!("IN ({places})"));
            }
        }
        Ok(())
    }

    fn test_of_rows(
        &mut self,
        connection: &Connection,
        rows: Kind,
        field: &Field,
        values: &[Value],
    ) -> Result<()> {
        let owner = rows.owner_field().expect("BUG: only what belongs to a record filters it");
        let (owner, table) = (quoted(owner.name), quoted(rows.name()));
        let column = format!("{}{}", quoted(field.name), collation(field));
        let places = self.places(connection, field, values)?;
        self.and("n", &format!("IN (SELECT {owner} FROM {table} WHERE live = 1 AND {column} IN ({places}))"));
        Ok(())
    }

    fn places(&mut self, connection: &Connection, field: &Field, values: &[Value]) -> Result<String> {
        let places = values.iter().map(|value| Ok(self.place(sql_value(connection, field, value)?)));
        Ok(places.collect::<Result<Vec<_>>>()?.join(", "))
    }

    /// Adds a test that is of no column alone, and that only an index made for it is used for.
    fn and_as_it_is(&mut self, test: &str) {
        self.sql.push_str(&format!(" AND {test}"));
        self.unindexed.push_str(&format!(" AND {test}"));
    }

    /// A field that titles its records has no index but that of their order: what the test means for that.
    fn test_of_title(&mut self, kind: Kind, field: &Field, test: &Test) {
        const KEY: &str = "\"sort key\"";
        match test {
            Test::Unknown => self.and(KEY, "= ''"),
            Test::Known => self.and(KEY, "> ''"),
            Test::AnyOf(titles) => {
                let key =
                    |title: &Value| rules::sort_key(kind, &Values::from([(field.number, title.clone())]));
                let keys: Vec<String> = titles.iter().map(|title| self.place(key(title).into())).collect();
                self.and(KEY, &format!("IN ({})", keys.join(", ")));
            }
            Test::Dates(..) => {}
        }
    }

    /// Adds a test of dates: any of their conditions.
    fn dates(&mut self, column: &str, dates: &[Dates]) {
        let any = |column: &str| {
            let conditions = dates.iter().flat_map(|dates| dates::conditions(column, *dates));
            let any: Vec<_> = conditions.map(|condition| format!("({condition})")).collect();
            if any.is_empty() { "FALSE".into() } else { any.join(" OR ") }
        };
        self.sql.push_str(&format!(" AND ({})", any(column)));
        self.unindexed.push_str(&format!(" AND ({})", any(&format!("+{column}"))));
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

/// How texts are compared: without regard to ASCII case, as their indexes are.
pub(crate) fn collation(field: &Field) -> &'static str {
    if field.field_type == FieldType::Text { " COLLATE NOCASE" } else { "" }
}

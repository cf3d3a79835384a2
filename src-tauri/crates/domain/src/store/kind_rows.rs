//! The kinds' own tables: a row a record, a column a field.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Result, Row, params_from_iter};

use super::RecordNumber;
use super::records;
use super::schema::quoted;
use crate::kinds::{Field, FieldNumber, FieldType, Kind};
use crate::partial_date::PartialDate;
use crate::rules::{self, Values};
use crate::value::Value;

/// Reads the values of a record of this kind.
pub(crate) fn load(connection: &Connection, kind: Kind, n: RecordNumber) -> Result<Values> {
    let columns: Vec<String> = kind.fields().iter().map(|field| quoted(field.name)).collect();
    let sql = format!("SELECT {} FROM {} WHERE n = ?", columns.join(", "), quoted(kind.name()));
    connection.prepare_cached(&sql)?.query_row([n], |row| values(connection, kind, row, 0))
}

/// The values in a row whose columns from `first` on are the fields of `kind`, in their order.
pub(crate) fn values(connection: &Connection, kind: Kind, row: &Row<'_>, first: usize) -> Result<Values> {
    let mut values = Values::new();
    for (index, field) in kind.fields().iter().enumerate() {
        if let Some(value) = read(connection, field, row.get_ref(first + index)?)? {
            values.insert(field.number, value);
        }
    }
    Ok(values)
}

/// Adds the row of a record.
pub(crate) fn insert(
    connection: &Connection,
    kind: Kind,
    n: RecordNumber,
    live: bool,
    values: &Values,
) -> Result<()> {
    let fields = kind.fields();
    let names: String = fields.iter().map(|field| format!(", {}", quoted(field.name))).collect();
    let sort_key = if kind.is_main() { ", \"sort key\"" } else { "" };
    let places = ", ?".repeat(fields.len() + usize::from(kind.is_main()));
    let sql = format!("INSERT INTO {} (n, live{sort_key}{names}) VALUES (?, ?{places})", quoted(kind.name()));
    let mut row: Vec<ToSqlOutput<'_>> = vec![n.into(), i64::from(live).into()];
    if kind.is_main() {
        row.push(rules::sort_key(kind, values).into());
    }
    for field in fields {
        row.push(written(connection, field, values.get(&field.number))?);
    }
    connection.prepare_cached(&sql)?.execute(params_from_iter(row)).map(drop)
}

/// Writes the changed columns of a record's row, and no others: SQLite renews every index that a column set is in,
/// even to the value it had. `live` is given if it changed.
pub(crate) fn update(
    connection: &Connection,
    kind: Kind,
    n: RecordNumber,
    live: Option<bool>,
    values: &Values,
    changed: &[FieldNumber],
) -> Result<()> {
    let mut columns: Vec<String> = Vec::new();
    let mut row: Vec<ToSqlOutput<'_>> = Vec::new();
    if let Some(live) = live {
        columns.push("live = ?".into());
        row.push(i64::from(live).into());
    }
    let fields: Vec<&Field> = changed.iter().filter_map(|number| kind.field_by_number(*number)).collect();
    if kind.is_main() && fields.iter().any(|field| kind.declaration().title.contains(&field.name)) {
        columns.push("\"sort key\" = ?".into());
        row.push(rules::sort_key(kind, values).into());
    }
    for field in fields {
        columns.push(format!("{} = ?", quoted(field.name)));
        row.push(written(connection, field, values.get(&field.number))?);
    }
    if columns.is_empty() {
        return Ok(());
    }
    row.push(n.into());
    let sql = format!("UPDATE {} SET {} WHERE n = ?", quoted(kind.name()), columns.join(", "));
    connection.prepare_cached(&sql)?.execute(params_from_iter(row)).map(drop)
}

/// A value as its column keeps it: a reference as the record's number (a placeholder's if need be), a date by its
/// sort key.
fn written<'a>(connection: &Connection, field: &Field, value: Option<&'a Value>) -> Result<ToSqlOutput<'a>> {
    Ok(match value {
        None => ToSqlOutput::Borrowed(ValueRef::Null),
        Some(Value::Text(text)) if field.field_type == FieldType::Date => sort_key_of(text).into(),
        Some(Value::Text(text)) => text.as_str().into(),
        Some(Value::Integer(number)) => (*number).into(),
        Some(Value::Boolean(yes)) => i64::from(*yes).into(),
        Some(Value::Reference(id)) => records::number_or_placeholder(connection, *id)?.into(),
    })
}

/// How a date's column keeps it.
pub(crate) fn sort_key_of(date: &str) -> String {
    date.parse::<PartialDate>().map_or_else(|_| date.into(), PartialDate::sort_key)
}

fn read(connection: &Connection, field: &Field, column: ValueRef<'_>) -> Result<Option<Value>> {
    Ok(match column {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(match field.field_type {
            FieldType::Reference(_) | FieldType::Owner(_) => {
                Value::Reference(records::id(connection, number)?)
            }
            FieldType::Boolean => Value::Boolean(number != 0),
            _ => Value::Integer(number),
        }),
        text => {
            let text = text.as_str()?;
            let is_date = field.field_type == FieldType::Date;
            let date = is_date.then(|| PartialDate::from_sort_key(text).ok()).flatten();
            Some(Value::Text(date.map_or_else(|| text.into(), |date| date.to_string())))
        }
    })
}

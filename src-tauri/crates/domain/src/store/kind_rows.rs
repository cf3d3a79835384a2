//! The kinds' own tables: a row a record, a column a field.

use std::sync::LazyLock;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Result, Row, params_from_iter};

use super::RecordNumber;
use super::at_hand::{AtHand, Which};
use super::schema::quoted;
use super::{agreement_states, records};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldNumber, FieldType, Kind, Role};
use crate::partial_date::PartialDate;
use crate::rules::{self, Values};
use crate::value::Value;

/// Finds the number of a record that a field refers to; what is not here yet becomes a placeholder.
pub(crate) type NumberOf<'a> = &'a mut dyn FnMut(RecordId) -> Result<RecordNumber>;

/// What is asked of a kind's table for every record, put together once.
struct Statements {
    load: String,
    title: Option<String>,
    searched: Option<String>,
    is_shown: String,
    insert: String,
}

static STATEMENTS: LazyLock<Vec<Statements>> = LazyLock::new(|| Kind::ALL.map(Statements::of).into());

impl Statements {
    fn of(kind: Kind) -> Self {
        let table = quoted(kind.name());
        let names = listed(kind.columns().map(|field| field.name));
        let titles = listed(kind.declaration().title.iter().copied());
        let searched = listed(searched(kind).map(|field| field.name));
        let sort_key = if kind.is_main() { "\"sort key\", " } else { "" };
        let places = ", ?".repeat(kind.columns().count() + usize::from(kind.is_main()));
        Self {
            load: format!("SELECT {names} FROM {table} WHERE n = ?"),
            title: (!titles.is_empty()).then(|| format!("SELECT {titles} FROM {table} WHERE n = ?")),
            searched: (!searched.is_empty()).then(|| format!("SELECT {searched} FROM {table} WHERE n = ?")),
            is_shown: format!("SELECT live FROM {table} WHERE n = ?"),
            insert: format!("INSERT INTO {table} (n, live, {sort_key}{names}) VALUES (?, ?{places})"),
        }
    }

    fn for_kind(kind: Kind) -> &'static Self {
        &STATEMENTS[usize::from(kind.number()) - 1]
    }
}

pub(super) fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(quoted).collect::<Vec<_>>().join(", ")
}

/// Reads the values of a record of this kind.
pub(crate) fn load(connection: &Connection, kind: Kind, n: RecordNumber) -> Result<Values> {
    let mut select = connection.prepare_cached(&Statements::for_kind(kind).load)?;
    select.query_row([n], |row| values(connection, kind, row, 0))
}

/// The same, where it is asked for many.
pub(crate) fn load_at_hand(at_hand: &mut AtHand<'_>, kind: Kind, n: RecordNumber) -> Result<Values> {
    let connection = at_hand.connection();
    let select = at_hand.get(Which::Values(kind), &Statements::for_kind(kind).load)?;
    select.query_row([n], |row| values(connection, kind, row, 0))
}

/// What a record of this kind is called by its own fields; `None` if they do not tell.
pub(crate) fn title(connection: &Connection, kind: Kind, n: RecordNumber) -> Result<Option<String>> {
    let Some(sql) = &Statements::for_kind(kind).title else { return Ok(None) };
    let fields = kind.declaration().title.iter().filter_map(|name| kind.field(name));
    let mut select = connection.prepare_cached(sql)?;
    select.query_row([n], |row| Ok(rules::title(kind, &some_values(connection, fields, row)?)))
}

/// The fields of this kind whose words are searched.
pub(crate) fn searched(kind: Kind) -> impl Iterator<Item = &'static Field> {
    kind.fields().iter().filter(|field| field.is(Role::Searched))
}

/// Reads the values of the searched fields of a record of this kind.
pub(crate) fn load_searched(connection: &Connection, kind: Kind, n: RecordNumber) -> Result<Values> {
    let Some(sql) = &Statements::for_kind(kind).searched else { return Ok(Values::new()) };
    let mut select = connection.prepare_cached(sql)?;
    select.query_row([n], |row| some_values(connection, searched(kind), row))
}

/// Whether a record of this kind is shown among the others: in use, and not left out here.
pub(crate) fn is_shown(connection: &Connection, kind: Kind, n: RecordNumber) -> Result<bool> {
    connection.prepare_cached(&Statements::for_kind(kind).is_shown)?.query_row([n], |row| row.get(0))
}

/// Reads some of the values of a record of this kind: those of the fields of these names.
pub(crate) fn load_some(
    connection: &Connection,
    kind: Kind,
    n: RecordNumber,
    names: &[&str],
) -> Result<Values> {
    let columns = names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    let fields = names.iter().map(|name| kind.field(name).expect("BUG: a name of a declared field"));
    let sql = format!("SELECT {columns} FROM {} WHERE n = ?", quoted(kind.name()));
    connection.prepare_cached(&sql)?.query_row([n], |row| some_values(connection, fields, row))
}

/// The values in a row whose columns are these fields.
pub(super) fn some_values(
    connection: &Connection,
    fields: impl Iterator<Item = &'static Field>,
    row: &Row<'_>,
) -> Result<Values> {
    let mut values = Values::new();
    for (index, field) in fields.enumerate() {
        values.extend(read(connection, field, row.get_ref(index)?)?.map(|value| (field.number, value)));
    }
    Ok(values)
}

/// The values in a row whose columns from `first` on are the fields of `kind`, in their order.
pub(crate) fn values(connection: &Connection, kind: Kind, row: &Row<'_>, first: usize) -> Result<Values> {
    let mut values = Values::new();
    for (index, field) in kind.columns().enumerate() {
        if let Some(value) = read(connection, field, row.get_ref(first + index)?)? {
            values.insert(field.number, value);
        }
    }
    Ok(values)
}

/// Adds the row of a record.
pub(crate) fn insert(
    at_hand: &mut AtHand<'_>,
    kind: Kind,
    n: RecordNumber,
    live: bool,
    values: &Values,
    number_of: NumberOf<'_>,
) -> Result<()> {
    let mut row: Vec<ToSqlOutput<'_>> = vec![n.into(), i64::from(live).into()];
    if kind.is_main() {
        row.push(rules::sort_key(kind, values).into());
    }
    for field in kind.columns() {
        row.push(written(field, values.get(&field.number), number_of)?);
    }
    let insert = at_hand.get(Which::Kind(kind), &Statements::for_kind(kind).insert)?;
    insert.execute(params_from_iter(row)).map(drop)
}

/// Writes the changed columns of a record's row, and no others: SQLite renews every index that a column set is in,
/// even to the value it had. `live` is given if it changed.
pub(crate) fn update(
    at_hand: &mut AtHand<'_>,
    kind: Kind,
    n: RecordNumber,
    live: Option<bool>,
    values: &Values,
    changed: &[FieldNumber],
    number_of: NumberOf<'_>,
) -> Result<()> {
    let fields: Vec<&Field> = changed.iter().filter_map(|number| kind.field_by_number(*number)).collect();
    if live.is_none() && fields.is_empty() {
        return Ok(());
    }
    let mut row: Vec<ToSqlOutput<'_>> = live.map(|live| i64::from(live).into()).into_iter().collect();
    if is_sorted_by(kind, &fields) {
        row.push(rules::sort_key(kind, values).into());
    }
    for field in &fields {
        row.push(written(field, values.get(&field.number), number_of)?);
    }
    row.push(n.into());
    let update = at_hand.update(kind, live.is_some(), changed, || updating(kind, live.is_some(), &fields))?;
    update.execute(params_from_iter(row)).map(drop)
}

/// The statement that writes these columns of a row.
fn updating(kind: Kind, turned: bool, fields: &[&Field]) -> String {
    let mut columns: Vec<String> = Vec::new();
    if turned {
        columns.push("live = ?".into());
    }
    if is_sorted_by(kind, fields) {
        columns.push("\"sort key\" = ?".into());
    }
    columns.extend(fields.iter().map(|field| format!("{} = ?", quoted(field.name))));
    if kind == Kind::Agreement && fields.iter().any(|field| agreement_states::follows_from(field.name)) {
        columns.push(agreement_states::OPEN.into());
    }
    format!("UPDATE {} SET {} WHERE n = ?", quoted(kind.name()), columns.join(", "))
}

/// Whether any of these fields tells where in the order of its kind a record stands.
fn is_sorted_by(kind: Kind, fields: &[&Field]) -> bool {
    kind.is_main() && fields.iter().any(|field| kind.declaration().title.contains(&field.name))
}

/// Takes away the row of a record.
pub(crate) fn delete(connection: &Connection, kind: Kind, n: RecordNumber) -> Result<()> {
    let sql = format!("DELETE FROM {} WHERE n = ?", quoted(kind.name()));
    connection.prepare_cached(&sql)?.execute([n]).map(drop)
}

/// A value as its column keeps it: a reference as the record's number (a placeholder's if need be), a date by its
/// sort key.
fn written<'a>(field: &Field, value: Option<&'a Value>, number_of: NumberOf<'_>) -> Result<ToSqlOutput<'a>> {
    Ok(match value {
        None => ToSqlOutput::Borrowed(ValueRef::Null),
        // Only what stands in the notation of a date is ever shown, which is its sort key but for the mark in front.
        Some(Value::Text(text)) if field.field_type == FieldType::Date && text.starts_with('-') => {
            format!("X{text}").into()
        }
        Some(Value::Text(text)) => text.as_str().into(),
        Some(Value::Integer(number)) => (*number).into(),
        Some(Value::Boolean(yes)) => i64::from(*yes).into(),
        Some(Value::Reference(id)) => number_of(*id)?.into(),
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
            let date = text.strip_prefix('X').filter(|_| field.field_type == FieldType::Date);
            Some(Value::Text(date.unwrap_or(text).into()))
        }
    })
}

//! What a list tells of a record besides its title and its own fields: where a person works, who is party to an agreement.

use chrono::NaiveDate;
use rusqlite::{Connection, Result};

use super::schema::quoted;
use super::{RecordNumber, kind_rows, rows};
use crate::kinds::{self, Field, FieldType, Kind};
use crate::rules::{Values, holding, text};
use crate::value::Value;

/// Whom a record is told with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// Where a person works, or who a party is: by the name under which it signed, if it did.
    pub name: String,
    /// As what, each told once.
    pub roles: Vec<String>,
}

/// All that a record is told with on one day or another, in the order in which it was made.
#[derive(Debug, Clone, Default)]
pub struct Companions(Vec<Row>);

/// One row that belongs to the record.
#[derive(Debug, Clone)]
struct Row {
    name: String,
    role: Option<String>,
    kind: Kind,
    /// Of which the dates tell whether it is so on a day.
    values: Values,
}

impl Companions {
    /// Those of a day: who has left or withdrawn is none of them. Who is told several times is one of them, of several roles.
    pub fn on(&self, day: NaiveDate) -> Vec<Companion> {
        let mut told: Vec<Companion> = Vec::new();
        for row in self.0.iter().filter(|row| holding::is_held(row.kind, &row.values, day)) {
            let at = told.iter().position(|companion| companion.name == row.name).unwrap_or_else(|| {
                told.push(Companion { name: row.name.clone(), roles: Vec::new() });
                told.len() - 1
            });
            let roles = &mut told[at].roles;
            roles.extend(row.role.clone().filter(|role| !roles.contains(role)));
        }
        told
    }
}

/// What a record of this kind is told with.
pub(super) fn of(connection: &Connection, kind: Kind, n: RecordNumber) -> Result<Companions> {
    let Some(declared) = kind.companions() else { return Ok(Companions::default()) };
    let owned = owned(connection, declared.rows, n)?.into_iter();
    let told = owned.filter_map(|values| row(connection, declared, values).transpose());
    told.collect::<Result<_>>().map(Companions)
}

/// The values, but for what is long, of the live records of a kind that belong to another, in the order of their making.
fn owned(connection: &Connection, kind: Kind, owner: RecordNumber) -> Result<Vec<Values>> {
    let is_short = |field: &&Field| !matches!(field.field_type, FieldType::Owner(_) | FieldType::LongText);
    let fields = || kind.fields().iter().filter(is_short);
    // By what belongs to the owner, which is little.
    let sql = format!(
        "SELECT {} FROM record CROSS JOIN {} USING (n) WHERE record.owner = ? AND record.live = 1 ORDER BY record.id",
        kind_rows::listed(fields().map(|field| field.name)),
        quoted(kind.name())
    );
    let mut select = connection.prepare_cached(&sql)?;
    select.query_map([owner], |row| kind_rows::some_values(connection, fields(), row))?.collect()
}

/// `None` if nothing tells who it is, or nothing that is here.
fn row(connection: &Connection, declared: &kinds::Companions, values: Values) -> Result<Option<Row>> {
    let kind = declared.rows;
    for field in declared.who {
        let number = kind.field(field).expect("BUG: only declared fields are named").number;
        let name = match values.get(&number) {
            Some(Value::Reference(id)) => rows::title(connection, *id)?,
            value => value.and_then(Value::as_text).map(str::to_owned),
        };
        let Some(name) = name else { continue };
        let role = declared.role.filter(|role| role != field);
        let role = role.and_then(|role| text(kind, &values, role)).map(str::to_owned);
        return Ok(Some(Row { name, role, kind, values }));
    }
    Ok(None)
}

//! Which records a selection carries: what is chosen, what is about it, what belongs to that, and, by itself alone, what
//! any of it refers to.

use std::collections::{BTreeSet, HashSet};

use rusqlite::{Connection, Result};

use super::documents::ContentHash;
use super::schema::quoted;
use super::{RecordNumber, aliases, kind_rows, records};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldType, Kind, Role};
use crate::value::Value;

/// The records carried for these countries and records. What is in the trash is carried too, so that deletions are.
pub(crate) fn carried(
    connection: &Connection,
    countries: &[String],
    chosen: &[RecordId],
) -> Result<HashSet<RecordId>> {
    let mut roots = in_countries(connection, countries)?;
    for id in chosen {
        if let Some(n) = records::number(connection, *id)? {
            roots.extend(records::main_of(connection, n)?);
        }
    }
    for n in roots.clone() {
        roots.extend(aliases::with_duplicates(connection, n)?);
    }
    let main = with_what_is_about(connection, roots)?;
    let mut whole = BTreeSet::new();
    for n in main {
        add_with_owned(connection, n, &mut whole)?;
    }
    let mut carried: BTreeSet<RecordNumber> = whole.clone();
    for n in &whole {
        carried.extend(referred(connection, *n)?);
    }
    carried.extend(numbers(connection, "SELECT n FROM device", ())?);
    carried.into_iter().map(|n| records::id(connection, n)).collect()
}

/// The contents of the documents among some records.
pub(crate) fn contents(connection: &Connection, of: &HashSet<RecordId>) -> Result<HashSet<ContentHash>> {
    let mut select = connection
        .prepare("SELECT record.id, document.\"content-hash\" FROM document JOIN record USING (n)")?;
    let mut contents = HashSet::new();
    for document in select.query_map((), |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?)))? {
        let (id, hash) = document?;
        if of.contains(&RecordId::from_bytes(id)) {
            contents.extend(hash.and_then(|hex| Some(*blake3::Hash::from_hex(hex).ok()?.as_bytes())));
        }
    }
    Ok(contents)
}

/// The records with a page of their own that are in one of these countries.
fn in_countries(connection: &Connection, countries: &[String]) -> Result<BTreeSet<RecordNumber>> {
    let mut found = BTreeSet::new();
    for kind in Kind::MAIN {
        let Some(field) = kind.fields().iter().find(|field| field.field_type == FieldType::Country) else {
            continue;
        };
        let sql = having(kind, field);
        for country in countries {
            found.extend(numbers(connection, &sql, [country])?);
        }
    }
    Ok(found)
}

/// These records, the units of their institutions, and what is about any of those: the agreements that they are parties
/// to, the people who work there, the events they took part in; and the follow-ups about any of it.
fn with_what_is_about(
    connection: &Connection,
    roots: BTreeSet<RecordNumber>,
) -> Result<BTreeSet<RecordNumber>> {
    let part_of = Kind::Institution.field("part-of").expect("BUG: only declared fields are named");
    let mut main = roots;
    let mut waiting: Vec<_> = main.iter().copied().collect();
    while let Some(n) = waiting.pop() {
        let units = referring(connection, Kind::Institution, part_of, n)?;
        waiting.extend(units.into_iter().filter(|unit| main.insert(*unit)));
    }
    let roots: Vec<_> = main.iter().copied().collect();
    for (kind, field) in fields_about() {
        for n in &roots {
            for from in referring(connection, kind, field, *n)? {
                main.extend(records::main_of(connection, from)?);
            }
        }
    }
    let about = Kind::FollowUp.field("about").expect("BUG: only declared fields are named");
    for n in main.clone() {
        main.extend(referring(connection, Kind::FollowUp, about, n)?);
    }
    Ok(main)
}

/// The fields by which one record is about another. That a network has members, or that a tag is on something, does
/// not make these part of it.
fn fields_about() -> [(Kind, &'static Field); 5] {
    let field = |kind: Kind, name| (kind, kind.field(name).expect("BUG: only declared fields are named"));
    [
        field(Kind::Affiliation, "institution"),
        field(Kind::Participant, "who"),
        field(Kind::Agreement, "signed-at"),
        field(Kind::Party, "institution"),
        field(Kind::Signatory, "person"),
    ]
}

/// The records of a kind that refer to a record by a field.
fn referring(
    connection: &Connection,
    kind: Kind,
    field: &Field,
    to: RecordNumber,
) -> Result<Vec<RecordNumber>> {
    numbers(connection, &having(kind, field), [to])
}

/// Asks for the records of a kind whose field has a value. The index of a listed field begins with whether they are in
/// use.
fn having(kind: Kind, field: &Field) -> String {
    let either = if field.is(Role::Listed) { "live IN (0, 1) AND " } else { "" };
    format!("SELECT n FROM {} WHERE {either}{} = ?", quoted(kind.name()), quoted(field.name))
}

fn add_with_owned(connection: &Connection, n: RecordNumber, to: &mut BTreeSet<RecordNumber>) -> Result<()> {
    if to.insert(n) {
        for owned in records::owned(connection, n, true)? {
            add_with_owned(connection, owned, to)?;
        }
    }
    Ok(())
}

/// The records that a record refers to and that are here.
fn referred(connection: &Connection, n: RecordNumber) -> Result<Vec<RecordNumber>> {
    let Some(kind) = records::kind(connection, n)? else { return Ok(Vec::new()) };
    let mut referred = Vec::new();
    for id in kind_rows::load(connection, kind, n)?.values().filter_map(Value::as_reference) {
        referred.extend(records::number(connection, id)?);
    }
    Ok(referred)
}

fn numbers(connection: &Connection, sql: &str, of: impl rusqlite::Params) -> Result<Vec<RecordNumber>> {
    connection.prepare_cached(sql)?.query_map(of, |row| row.get(0))?.collect()
}

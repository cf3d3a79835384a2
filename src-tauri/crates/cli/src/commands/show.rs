//! `show`: everything a record's page has.

use entente_api::kinds::{FieldType, Kind};
use entente_api::wire::{Detail, OwnedRows, Records, Referring, Row};
use entente_messages::Args;

use crate::failure::Failure;
use crate::labels;
use crate::session::{Answer, Session};
use crate::text::{indented, one_line, padded, safe, width};

/// A record with what belongs to it and what refers to it.
pub(crate) fn show(session: &Session, id: String) -> Result<Answer, Failure> {
    let detail = detail(session, id)?;
    Ok(session.answer(&detail, || text(session, &detail)))
}

/// The record of this id, if there is one.
pub(crate) fn detail(session: &Session, id: String) -> Result<Detail, Failure> {
    let details = session.told(session.api.get(Records { ids: vec![id] }))?;
    Ok(details.into_iter().next().expect("BUG: a record that was found is not given"))
}

fn text(session: &Session, detail: &Detail) -> String {
    let record = &detail.record;
    let kind = labels::kind(session.messages, &record.kind);
    let mut parts = vec![one_line(&record.title), format!("{kind} · {}", record.id)];
    if record.left_out {
        parts.push(session.text("cli-left-out"));
    } else if record.deleted {
        parts.push(session.text("cli-in-trash"));
    }
    parts.extend(record.state.iter().map(|state| safe(&state.sentence)));
    let fields = fields(session, record, "");
    if !fields.is_empty() {
        parts.push(format!("\n{fields}"));
    }
    parts.extend(detail.owned.iter().filter(|owned| !owned.rows.is_empty()).map(|owned| {
        let rows = owned.rows.iter().map(|row| owned_row(session, owned, row));
        let heading = labels::kinds(session.messages, &owned.kind);
        format!("\n{heading}\n{}", rows.collect::<Vec<_>>().join("\n"))
    }));
    parts.extend(detail.referring.iter().map(|referring| referring_rows(session, referring)));
    parts.join("\n")
}

/// What is known of a record, a line a field; without its owner, under which it stands.
fn fields(session: &Session, row: &Row, id: &str) -> String {
    let messages = session.messages;
    let declared = Kind::from_name(&row.kind).map(Kind::fields).unwrap_or_default();
    let mut known: Vec<(String, String)> = declared
        .iter()
        .filter(|field| !matches!(field.field_type, FieldType::Owner(_)))
        .map(|field| (marked(session, row, field.name), labels::value(messages, row, field)))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    if !id.is_empty() {
        known.push((session.text("cli-column-id"), id.to_owned()));
    }
    let widest = known.iter().map(|(label, _)| width(label)).max().unwrap_or(0) + 2;
    let line = |(label, value): &(String, String)| {
        // A value of several lines goes on below its first one.
        let value = indented(value, widest);
        format!("{}{}", padded(label, widest), value.trim_start())
    };
    known.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A field's label, with a mark where it has several values.
fn marked(session: &Session, row: &Row, field: &str) -> String {
    let label = labels::field(session.messages, &row.kind, field);
    if row.conflicts.iter().any(|name| name == field) { format!("{label} (!)") } else { label }
}

fn owned_row(session: &Session, owned: &OwnedRows, row: &Row) -> String {
    let text = indented(&fields(session, row, &row.id), 4);
    // A dash instead of the indentation's last two columns marks where a row begins.
    let first = text.strip_prefix("    ").unwrap_or(&text);
    debug_assert_eq!(owned.kind, row.kind);
    format!("  - {first}")
}

fn referring_rows(session: &Session, referring: &Referring) -> String {
    let kind = labels::kinds(session.messages, &referring.kind);
    let field = labels::field(session.messages, &referring.kind, &referring.field);
    let args = Args::new().with("kind", kind).with("field", field).with("total", referring.total);
    let heading = session.say("cli-referring", args);
    let rows = referring.rows.iter().map(|row| {
        let owner = Kind::from_name(&row.kind).and_then(Kind::owner_field);
        let owner = owner.map(|field| labels::value(session.messages, row, field)).unwrap_or_default();
        let title = if owner.is_empty() { &row.title } else { &owner };
        format!("  {}  {}", row.id, one_line(title))
    });
    format!("\n{heading}\n{}", rows.collect::<Vec<_>>().join("\n"))
}

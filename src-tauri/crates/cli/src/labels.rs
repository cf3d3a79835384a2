//! Kinds, fields and values in the officer's words.

use entente_api::kinds::{Field, FieldType, Kind, Role};
use entente_api::wire::{Row, WireValue};
use entente_messages::{Args, Messages};

use crate::text::safe;

/// A kind, singular.
pub(crate) fn kind(messages: &Messages, name: &str) -> String {
    messages.text(&format!("kind-{name}"))
}

/// A kind, plural.
pub(crate) fn kinds(messages: &Messages, name: &str) -> String {
    messages.format_attribute(&format!("kind-{name}"), "plural", &Args::new())
}

/// A field of a kind, or `deleted`.
pub(crate) fn field(messages: &Messages, kind: &str, field: &str) -> String {
    match field {
        "deleted" => messages.text("field-deleted"),
        "left-out" => messages.text("field-left-out"),
        _ => messages.text(&format!("field-{kind}-{field}")),
    }
}

/// The fields that tell one record of a kind from another: the columns of its list, or for kinds without one
/// all fields.
pub(crate) fn columns(kind: Kind) -> Vec<&'static Field> {
    let listed: Vec<_> = kind.fields().iter().filter(|field| field.is(Role::Listed)).collect();
    if listed.is_empty() { kind.fields().iter().collect() } else { listed }
}

/// A field's value as people read it; empty where nothing is known.
pub(crate) fn value(messages: &Messages, row: &Row, field: &Field) -> String {
    let text = match row.fields.get(field.name) {
        Some(Some(WireValue::Text(text))) => text.clone(),
        Some(Some(WireValue::Integer(number))) => number.to_string(),
        Some(Some(WireValue::Boolean(yes))) => yes.to_string(),
        Some(None) | None => return String::new(),
    };
    match row.titles.get(&text) {
        Some(title) if field.field_type.is_reference() => safe(title),
        None if row.erased.contains(&text) => messages.text("reference-erased"),
        _ => read(messages, &row.kind, field.name, &text),
    }
}

/// Whom a record is told with, and as what.
pub(crate) fn companions(messages: &Messages, row: &Row) -> String {
    let told = row.companions.iter().map(|companion| match companion.roles.as_slice() {
        [] => companion.name.clone(),
        roles => {
            let args = Args::new().with("name", companion.name.as_str()).with("roles", roles.join(", "));
            messages.format("companion-as", &args)
        }
    });
    safe(&told.collect::<Vec<_>>().join(" · "))
}

/// What a field of this kind is declared to hold; `None` if there is no such field.
pub(crate) fn declared(kind: &str, field: &str) -> Option<FieldType> {
    Kind::from_name(kind)?.field(field).map(|field| field.field_type)
}

/// A value in the log's notation as people read it. Text that a reference stands for stays as it is.
pub(crate) fn read(messages: &Messages, kind: &str, field: &str, text: &str) -> String {
    let read = match declared(kind, field) {
        Some(FieldType::Choice(_)) => labelled(messages, format!("choice-{kind}-{field}-{text}"), text),
        Some(FieldType::Country) => labelled(messages, format!("country-{text}"), text),
        Some(FieldType::Language) => labelled(messages, format!("language-{text}"), text),
        Some(FieldType::Date) => messages.date(text),
        // The deletion is no declared field; it is a yes or no too.
        Some(FieldType::Boolean) | None => match text {
            "true" => messages.text("cli-yes"),
            "false" => messages.text("cli-no"),
            _ => text.to_owned(),
        },
        Some(_) => text.to_owned(),
    };
    safe(&read)
}

/// A code's label, or what was typed instead of a code.
fn labelled(messages: &Messages, key: String, code: &str) -> String {
    if messages.has(&key) { messages.text(&key) } else { code.to_owned() }
}

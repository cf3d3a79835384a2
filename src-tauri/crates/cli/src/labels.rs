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
        Some(Some(WireValue::Text(text))) => text,
        Some(Some(WireValue::Integer(number))) => return number.to_string(),
        Some(Some(WireValue::Boolean(true))) => return messages.text("cli-yes"),
        Some(Some(WireValue::Boolean(false))) => return messages.text("cli-no"),
        Some(None) | None => return String::new(),
    };
    let read = match field.field_type {
        FieldType::Choice(_) => {
            labelled(messages, format!("choice-{}-{}-{text}", row.kind, field.name), text)
        }
        FieldType::Date => messages.date(text),
        FieldType::Country => labelled(messages, format!("country-{text}"), text),
        FieldType::Language => labelled(messages, format!("language-{text}"), text),
        FieldType::Reference(_) | FieldType::Owner(_) => row.titles.get(text).unwrap_or(text).clone(),
        _ => text.clone(),
    };
    safe(&read)
}

/// A code's label, or what was typed instead of a code.
fn labelled(messages: &Messages, key: String, code: &str) -> String {
    if messages.has(&key) { messages.text(&key) } else { code.to_owned() }
}

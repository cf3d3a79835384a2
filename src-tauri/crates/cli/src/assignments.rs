//! `field=value`, as it is typed after `add` and `edit`.

use std::collections::BTreeMap;

use entente_api::kinds::{FieldType, Kind};
use entente_api::wire::WireValue;
use entente_api::{ErrorKind, FieldError, WireError};
use entente_messages::Args;

use crate::failure::Failure;
use crate::labels;
use crate::session::Session;

/// The fields of a draft.
pub(crate) type Fields = BTreeMap<String, Option<WireValue>>;

/// Reads the assignments to fields of a kind. Whether a field may hold the value is the api's to say; here a number
/// or a yes only gets its JSON type.
pub(crate) fn read(session: &Session, kind: &str, typed: &[String]) -> Result<Fields, Failure> {
    let mut fields = Fields::new();
    for assignment in typed {
        let Some((name, value)) = assignment.split_once('=') else {
            return Err(usage(session, "cli-usage-no-assignment", assignment));
        };
        if let Some(kind) = Kind::from_name(kind).filter(|kind| kind.field(name).is_none()) {
            return Err(no_such_field(session, kind, name));
        }
        if fields.insert(name.to_owned(), typed_value(kind, name, value)).is_some() {
            return Err(usage(session, "cli-usage-assigned-twice", name));
        }
    }
    Ok(fields)
}

fn typed_value(kind: &str, field: &str, value: &str) -> Option<WireValue> {
    match labels::declared(kind, field) {
        _ if value.is_empty() => None,
        Some(FieldType::Integer(_)) => Some(value.parse().map_or(text(value), WireValue::Integer)),
        Some(FieldType::Boolean) => Some(match value {
            "true" | "yes" => WireValue::Boolean(true),
            "false" | "no" => WireValue::Boolean(false),
            _ => text(value),
        }),
        _ => Some(text(value)),
    }
}

fn text(value: &str) -> WireValue {
    WireValue::Text(value.into())
}

/// In a form this cannot happen; who types needs to be told what there is.
fn no_such_field(session: &Session, kind: Kind, name: &str) -> Failure {
    let fields = kind.fields().iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
    let label = labels::kind(session.messages, kind.name());
    let args = Args::new().with("kind", label).with("name", name).with("fields", fields);
    Failure::Refused(WireError {
        kind: ErrorKind::Invalid,
        message: session.say("error-invalid", Args::new().with("count", 1)),
        hint: session.messages.format_attribute("error-unknown-field", "hint", &args),
        fields: vec![FieldError {
            record: Some(0),
            field: name.to_owned(),
            message: session.messages.format("error-unknown-field", &args),
        }],
    })
}

pub(crate) fn usage(session: &Session, key: &str, argument: &str) -> Failure {
    Failure::Usage {
        message: session.say(key, Args::new().with("argument", argument)),
        hint: session.text("cli-usage-hint"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_get_the_type_their_field_is_declared_with() {
        for (kind, field, typed, value) in [
            ("agreement", "notice-days", "90", Some(WireValue::Integer(90))),
            ("agreement", "notice-days", "some", Some(text("some"))),
            ("agreement", "number", "2023", Some(text("2023"))),
            ("affiliation", "ended", "yes", Some(WireValue::Boolean(true))),
            ("affiliation", "ended", "no", Some(WireValue::Boolean(false))),
            ("agreement", "signed", "", None),
            ("no-kind", "no-field", "a=b", Some(text("a=b"))),
        ] {
            assert_eq!(typed_value(kind, field, typed), value, "{kind} {field}={typed}");
        }
    }
}

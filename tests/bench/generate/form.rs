//! The drafts of one form: a record and what belongs to it, saved together.

use std::collections::BTreeMap;

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::value::Value;
use entente_domain::workspace::Draft;

use super::Laptop;

/// What was entered into one field; `None` where it was left empty.
pub(crate) type Entered = (&'static str, Option<Value>);

/// The drafts of one save, or of a part of one.
#[derive(Debug, Default)]
pub(crate) struct Form(pub(crate) Vec<Draft>);

impl Form {
    /// Adds a new record and returns its id.
    pub(crate) fn add<const N: usize>(
        &mut self,
        laptop: &mut Laptop,
        kind: Kind,
        fields: [Entered; N],
    ) -> RecordId {
        let id = laptop.workspace.new_id();
        self.0.push(draft(id, true, kind, fields));
        id
    }

    /// Changes fields of a record that is there.
    pub(crate) fn edit<const N: usize>(id: RecordId, kind: Kind, fields: [Entered; N]) -> Self {
        Self(vec![draft(id, false, kind, fields)])
    }
}

fn draft<const N: usize>(id: RecordId, is_new: bool, kind: Kind, fields: [Entered; N]) -> Draft {
    let given = fields.into_iter().filter(|(_, value)| !is_new || value.is_some());
    let fields: BTreeMap<_, _> = given.map(|(name, value)| (name.to_string(), value)).collect();
    Draft { id, is_new, kind, fields }
}

/// A field with something in it.
pub(crate) fn with(name: &'static str, value: impl Into<Value>) -> Entered {
    (name, Some(value.into()))
}

/// A field with this text in it.
pub(crate) fn text(name: &'static str, text: String) -> Entered {
    (name, Some(Value::Text(text)))
}

/// A field with something in it or not.
pub(crate) fn maybe(name: &'static str, text: Option<String>) -> Entered {
    (name, text.map(Value::Text))
}

//! What an officer does on a laptop.

use std::collections::BTreeMap;

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::value::Value;
use entente_domain::workspace::{Draft, Skipped, Written};

use super::Laptop;

impl Laptop {
    /// A draft of a new record.
    pub(crate) fn draft(&mut self, kind: &str, fields: &[(&str, &str)]) -> Draft {
        let kind = Kind::from_name(kind).expect(kind);
        Draft { id: self.work().new_id(), is_new: true, kind, fields: entered(fields) }
    }

    /// A draft of a new record that belongs to another.
    pub(crate) fn draft_of(&mut self, owner: RecordId, kind: &str, fields: &[(&str, &str)]) -> Draft {
        let mut draft = self.draft(kind, fields);
        let field = draft.kind.owner_field().expect("a kind that belongs to another");
        draft.fields.insert(field.name.into(), Some(owner.into()));
        draft
    }

    /// Saves drafts.
    pub(crate) fn save(&mut self, drafts: &[Draft]) -> Written {
        self.work().save(drafts, &[]).expect("saved")
    }

    /// Makes a record.
    pub(crate) fn add(&mut self, kind: &str, fields: &[(&str, &str)]) -> RecordId {
        let draft = self.draft(kind, fields);
        self.save(std::slice::from_ref(&draft));
        draft.id
    }

    /// Makes a record that belongs to another.
    pub(crate) fn add_to(&mut self, owner: RecordId, kind: &str, fields: &[(&str, &str)]) -> RecordId {
        let draft = self.draft_of(owner, kind, fields);
        self.save(std::slice::from_ref(&draft));
        draft.id
    }

    /// Sets fields; an empty text empties one.
    pub(crate) fn edit(&mut self, id: RecordId, fields: &[(&str, &str)]) -> Written {
        let (kind, _) = self.read().values(id).expect("a record to edit");
        self.save(&[Draft { id, is_new: false, kind, fields: entered(fields) }])
    }

    /// Moves a record to the trash.
    pub(crate) fn delete(&mut self, id: RecordId) -> Written {
        self.work().delete(&[id]).expect("deleted")
    }

    /// Brings a record back.
    pub(crate) fn restore(&mut self, id: RecordId) -> Written {
        self.work().restore(&[id]).expect("restored")
    }

    /// Undoes the last step, and says what was left alone.
    pub(crate) fn undo(&mut self) -> Vec<Skipped> {
        self.work().undo().expect("undone").1
    }

    /// Takes back the last undo, and says what was left alone.
    pub(crate) fn redo(&mut self) -> Vec<Skipped> {
        self.work().redo().expect("redone").1
    }
}

/// Fields as an officer types them.
pub(crate) fn entered(fields: &[(&str, &str)]) -> BTreeMap<String, Option<Value>> {
    let typed = |text: &str| (!text.is_empty()).then(|| Value::from(text));
    fields.iter().map(|(name, text)| ((*name).into(), typed(text))).collect()
}

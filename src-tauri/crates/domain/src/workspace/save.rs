//! What an officer enters: checked field by field, saved as one commit.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::door::{Edit, Fate};
use super::{DraftProblem, Error, Seen, Workspace, Written};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldType, Kind, LEFT_OUT};
use crate::log::Action;
use crate::merge::DELETED;
use crate::rules::{self, Problem, Values};
use crate::store::devices::Devices;
use crate::store::records::{self, StoredRecord};
use crate::store::{kept_forms, kind_rows};
use crate::value::Value;

/// A record as an officer has it in a form.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its id; of a new record, one from [`Workspace::new_id`].
    pub id: RecordId,
    /// Whether it is to be made.
    pub is_new: bool,
    /// Its kind.
    pub kind: Kind,
    /// What was entered, by the field's name: any value as text, or as what it is. Fields left out stay as they are.
    pub fields: BTreeMap<String, Option<Value>>,
}

/// The form that drafts are saved from.
#[derive(Debug, Clone, Copy, Default)]
pub struct FormOf<'a> {
    /// How far the workspace was read by whoever filled it in; everything if nothing is said.
    pub seen: Option<Seen>,
    /// Under which key it was [kept](Workspace::keep_form): it is forgotten with the save.
    pub kept_as: Option<&'a str>,
}

impl Workspace {
    /// Saves drafts, and moves `deleted` records to the trash, as one commit.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of every draft, [`Error::NotFound`], or [`Error::OfALaptop`]; then nothing is
    /// saved.
    pub fn save(&mut self, drafts: &[Draft], deleted: &[RecordId]) -> Result<Written, Error> {
        self.save_form(drafts, deleted, FormOf::default())
    }

    /// As [`save`](Self::save), of a form: what came since it was filled is not replaced.
    ///
    /// # Errors
    /// As of [`save`](Self::save).
    pub fn save_form(
        &mut self,
        drafts: &[Draft],
        deleted: &[RecordId],
        form: FormOf<'_>,
    ) -> Result<Written, Error> {
        let mut edits = self.accepted(drafts)?;
        edits.extend(self.deletions(deleted)?);
        let forget =
            |connection: &Connection| form.kept_as.map_or(Ok(()), |key| kept_forms::forget(connection, key));
        let written =
            self.write_as_seen(Action::Save, &edits, form.seen, |connection, _| forget(connection))?;
        if written.commit.is_none() {
            forget(&self.connection)?;
        }
        Ok(written)
    }

    /// The edits that drafts come to, and what they freeze.
    ///
    /// # Errors
    /// As of [`sound`](Self::sound).
    pub(super) fn accepted(&self, drafts: &[Draft]) -> Result<Vec<Edit>, Error> {
        self.with_names_at_signing(self.sound(drafts)?)
    }

    /// The edits that drafts come to by themselves.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of every draft, or [`Error::NotFound`].
    pub(super) fn sound(&self, drafts: &[Draft]) -> Result<Vec<Edit>, Error> {
        let mut problems = Vec::new();
        let mut edits = Vec::new();
        for (place, draft) in drafts.iter().enumerate() {
            let mut found = Vec::new();
            edits.push(self.checked(draft, drafts, &mut found)?);
            problems.extend(found.into_iter().map(|(field, problem)| DraftProblem {
                draft: place,
                field,
                problem,
            }));
        }
        problems.extend(self.circles(&edits)?);
        if problems.is_empty() { Ok(edits) } else { Err(Error::Invalid(problems)) }
    }

    /// Moves records to the trash, with all that belongs to them.
    ///
    /// # Errors
    /// [`Error::NotFound`] if one is not here.
    pub fn delete(&mut self, ids: &[RecordId]) -> Result<Written, Error> {
        self.delete_as_seen(ids, None)
    }

    /// As [`delete`](Self::delete), by somebody who has seen only so much: what came since is not deleted.
    ///
    /// # Errors
    /// As of [`delete`](Self::delete).
    pub fn delete_as_seen(&mut self, ids: &[RecordId], seen: Option<Seen>) -> Result<Written, Error> {
        let edits = self.deletions(ids)?;
        self.write_as_seen(Action::Delete, &edits, seen, |_, _| Ok(()))
    }

    /// Brings records back from the trash, with what was moved there together with them.
    ///
    /// # Errors
    /// [`Error::NotFound`] if one is not here.
    pub fn restore(&mut self, ids: &[RecordId]) -> Result<Written, Error> {
        let mut edits = Vec::new();
        for &id in ids {
            edits.extend(with_owned(&self.connection, &self.devices, id, Fate::Restore)?);
        }
        self.write(Action::Restore, &edits)
    }

    /// The edits that delete these records, with all that belongs to them. Who a laptop is, it says itself, and its
    /// colleagues go by that.
    fn deletions(&self, ids: &[RecordId]) -> Result<Vec<Edit>, Error> {
        let mut edits = Vec::new();
        for &id in ids {
            if self.kind_of(id)? == Some(Kind::Device) {
                return Err(Error::OfALaptop(id));
            }
            edits.extend(with_owned(&self.connection, &self.devices, id, Fate::Delete)?);
        }
        Ok(edits)
    }

    /// The edit a draft comes to; what is wrong with it goes into `problems`.
    fn checked(
        &self,
        draft: &Draft,
        drafts: &[Draft],
        problems: &mut Vec<(&'static str, Problem)>,
    ) -> Result<Edit, Error> {
        if draft.kind == Kind::Device {
            return Err(Error::OfALaptop(draft.id));
        }
        let stored = records::find(&self.connection, &self.devices, draft.id)?;
        let mut values = match &stored {
            None if !draft.is_new => return Err(Error::NotFound(draft.id)),
            None => Values::new(),
            Some(record) if record.kind != draft.kind.number() => return Err(Error::NotFound(draft.id)),
            Some(record) => kind_rows::load(&self.connection, draft.kind, record.n)?,
        };
        let mut fields = BTreeMap::new();
        for field in draft.kind.fields() {
            let entered = match draft.fields.get(field.name) {
                Some(entered) => entered.clone(),
                None if draft.is_new => None,
                None => continue,
            };
            let value = match self.checked_field(field, entered.clone(), drafts) {
                Ok(value) => {
                    if value.is_some() || !draft.is_new {
                        fields.insert(field.number, value.clone());
                    }
                    value
                }
                Err(problem) => {
                    problems.push((field.name, problem));
                    entered
                }
            };
            rules::put(&mut values, field.number, value);
        }
        // What is wrong between fields is told together with what is wrong in them; of one field, one problem.
        let mut of_record = rules::check_record(draft.kind, draft.id, &values);
        of_record.retain(|(name, _)| problems.iter().all(|(told, _)| told != name));
        problems.extend(of_record);
        Ok(Edit::of_fields(draft.id, draft.kind, fields))
    }

    fn checked_field(
        &self,
        field: &Field,
        entered: Option<Value>,
        drafts: &[Draft],
    ) -> Result<Option<Value>, Problem> {
        let value = rules::check_field(field, entered)?;
        let Some(id) = value.as_ref().and_then(Value::as_reference) else { return Ok(value) };
        let kind = match drafts.iter().find(|draft| draft.id == id) {
            Some(draft) => Some(draft.kind),
            None => self.kind_of(id).map_err(|_| Problem::NotARecord)?,
        };
        match (kind, field.field_type) {
            (Some(kind), FieldType::Reference(kinds) | FieldType::Owner(kinds)) if kinds.contains(&kind) => {
                Ok(value)
            }
            _ => Err(Problem::NotARecord),
        }
    }

    fn kind_of(&self, id: RecordId) -> Result<Option<Kind>, Error> {
        let known = records::known(&self.connection, id)?;
        Ok(known.and_then(|(_, kind, _)| Kind::from_number(kind)))
    }
}

/// The same fate for a record and for what belongs to it: for a deletion all that is in use, for a restoration
/// all that was deleted by the same commit.
pub(super) fn with_owned(
    connection: &Connection,
    devices: &Devices,
    id: RecordId,
    fate: Fate,
) -> Result<Vec<Edit>, Error> {
    let record = records::find(connection, devices, id)?.ok_or(Error::NotFound(id))?;
    let gone_by = |record: &StoredRecord| [DELETED, LEFT_OUT].map(|field| record.state.heads(field)).concat();
    let taken_away = gone_by(&record);
    let mut edits = Vec::new();
    let mut waiting = vec![record];
    while let Some(record) = waiting.pop() {
        let Some(kind) = Kind::from_number(record.kind) else { continue };
        for n in records::owned(connection, record.n, fate == Fate::Restore)? {
            let owned = records::load(connection, devices, n)?;
            let together = gone_by(&owned).iter().any(|at| taken_away.contains(at));
            if fate == Fate::Delete || together {
                waiting.push(owned);
            }
        }
        match fate {
            Fate::Restore => edits.push(Edit::restored(record.id, kind)),
            Fate::Delete | Fate::Keep if record.live => edits.push(Edit::of_fate(record.id, kind, fate)),
            Fate::Delete | Fate::Keep => {}
        }
    }
    Ok(edits)
}

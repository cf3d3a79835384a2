//! What is part of something is no part of itself, over however many others.
//!
//! A save that would make it so is refused. Two laptops can still come to it together, each by a save that was right:
//! then it stands, and whoever follows such references stops where they have been.

use std::collections::{BTreeMap, BTreeSet};

use super::door::Edit;
use super::{DraftProblem, Error, Workspace};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldType};
use crate::rules::Problem;
use crate::value::Value;

impl Workspace {
    /// The fields of drafts by which a record would come back to itself by way of others.
    pub(super) fn circles(&self, edits: &[Edit]) -> Result<Vec<DraftProblem>, Error> {
        let edited: BTreeMap<_, _> = edits.iter().map(|edit| (edit.record, edit)).collect();
        let mut problems = Vec::new();
        for (draft, edit) in edits.iter().enumerate() {
            let leads_on = |field: &&Field| matches!(field.field_type, FieldType::Reference([kind]) if *kind == edit.kind);
            for field in edit.kind.fields().iter().filter(leads_on) {
                if edit.fields.contains_key(&field.number) && self.comes_back(edit.record, field, &edited)? {
                    problems.push(DraftProblem { draft, field: field.name, problem: Problem::Circle });
                }
            }
        }
        Ok(problems)
    }

    /// Whether the records that refer to each other by this field, once all is saved, lead back to the first.
    fn comes_back(
        &self,
        first: RecordId,
        field: &Field,
        edited: &BTreeMap<RecordId, &Edit>,
    ) -> Result<bool, Error> {
        let mut passed = BTreeSet::new();
        let mut next = self.referred(first, field, edited)?;
        while let Some(id) = next {
            if id == first {
                // That it refers to itself at once is told as that.
                return Ok(!passed.is_empty());
            }
            if !passed.insert(id) {
                return Ok(false);
            }
            next = self.referred(id, field, edited)?;
        }
        Ok(false)
    }

    fn referred(
        &self,
        id: RecordId,
        field: &Field,
        edited: &BTreeMap<RecordId, &Edit>,
    ) -> Result<Option<RecordId>, Error> {
        if let Some(value) = edited.get(&id).and_then(|edit| edit.fields.get(&field.number)) {
            return Ok(value.as_ref().and_then(Value::as_reference));
        }
        match self.values(id) {
            Ok((_, values)) => Ok(values.get(&field.number).and_then(Value::as_reference)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

//! What is part of something is no part of itself, over however many others.
//!
//! A save that would make it so is refused. Two laptops can still come to it together, each by a save that was right:
//! then it stands, and whoever follows such references stops where they have been.

use std::collections::BTreeSet;

use super::door::Edit;
use super::drafted::Drafted;
use super::{DraftProblem, Error, Workspace};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldType, Kind};
use crate::rules::Problem;
use crate::store::aliases;

impl Workspace {
    /// The fields of drafts by which a record would come back to itself by way of others.
    pub(super) fn circles(&self, edits: &[Edit]) -> Result<Vec<DraftProblem>, Error> {
        let drafted = Drafted::of(self, edits);
        let mut problems = Vec::new();
        for (draft, edit) in edits.iter().enumerate() {
            for field in edit.kind.fields().iter().filter(|field| leads_on(edit.kind, field)) {
                let next =
                    drafted.referred(edit.record, field)?.filter(|_| edit.fields.contains_key(&field.number));
                // That it refers to itself at once is told as that.
                let Some(next) = next.filter(|next| *next != edit.record) else { continue };
                if drafted.leads_to(next, field, &[edit.record])? {
                    problems.push(DraftProblem { draft, field: field.name, problem: Problem::Circle });
                }
            }
        }
        Ok(problems)
    }
}

/// Whether records of a kind refer to others of it by a field.
pub(super) fn leads_on(kind: Kind, field: &Field) -> bool {
    matches!(field.field_type, FieldType::Reference([only]) if *only == kind)
}

impl Drafted<'_> {
    /// Whether the records that refer to each other by this field lead from one to any of these.
    pub(super) fn leads_to(&self, from: RecordId, field: &Field, ends: &[RecordId]) -> Result<bool, Error> {
        let mut passed = BTreeSet::new();
        let mut next = Some(from);
        while let Some(id) = next.filter(|id| passed.insert(*id)) {
            if ends.contains(&id) {
                return Ok(true);
            }
            next = self.referred(id, field)?;
        }
        Ok(false)
    }

    /// What a record refers to by a field: the one that is meant, if that is a duplicate that was merged.
    fn referred(&self, id: RecordId, field: &Field) -> Result<Option<RecordId>, Error> {
        let values = self.values(id)?.map(|(_, values)| values);
        let referred = values.and_then(|values| values.get(&field.number)?.as_reference());
        Ok(referred.map(|id| aliases::meant(&self.workspace.connection, id)).transpose()?)
    }
}

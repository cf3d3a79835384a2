//! The workspace as it will be once something is saved.

use std::collections::BTreeMap;

use super::door::Edit;
use super::{Error, Workspace};
use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::rules::{self, Values};

/// A workspace, and edits that are to be saved in it, one a record.
pub(super) struct Drafted<'a> {
    pub(super) workspace: &'a Workspace,
    edits: BTreeMap<RecordId, &'a Edit>,
}

impl<'a> Drafted<'a> {
    pub(super) fn of(workspace: &'a Workspace, edits: &'a [Edit]) -> Self {
        Self { workspace, edits: edits.iter().map(|edit| (edit.record, edit)).collect() }
    }

    /// All edits, by their records.
    pub(super) fn edits(&self) -> impl Iterator<Item = &'a Edit> {
        self.edits.values().copied()
    }

    /// What is to be done to a record.
    pub(super) fn edit(&self, id: RecordId) -> Option<&'a Edit> {
        self.edits.get(&id).copied()
    }

    /// The kind and values of a record as it is; `None` if it is not here.
    pub(super) fn stored(&self, id: RecordId) -> Result<Option<(Kind, Values)>, Error> {
        match self.workspace.values(id) {
            Ok(stored) => Ok(Some(stored)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The kind and values of a record as it will be.
    pub(super) fn values(&self, id: RecordId) -> Result<Option<(Kind, Values)>, Error> {
        let stored = self.stored(id)?;
        let Some(edit) = self.edit(id) else { return Ok(stored) };
        let mut values = stored.map(|(_, values)| values).unwrap_or_default();
        for (field, value) in &edit.fields {
            rules::put(&mut values, *field, value.clone());
        }
        Ok(Some((edit.kind, values)))
    }
}

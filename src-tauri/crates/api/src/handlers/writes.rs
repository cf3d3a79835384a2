//! What changes the workspace.

use std::collections::BTreeMap;
use std::path::Path as FilePath;

use chrono::NaiveDate;
use entente_domain::ids::RecordId;
use entente_domain::value::Value;
use entente_domain::workspace::{Draft, FormOf, Identity, Skipped, Workspace, Written};

use crate::convert::{self, from_wire};
use crate::wire::{self, AttachDocument, Changed, ChangedRecord, Delete, Nothing, Records, Save};
use crate::{Api, Failure, sample};

impl Api {
    /// Creates and edits records in one save. Saving a contested field settles it.
    ///
    /// # Errors
    /// With every field that was not accepted; then nothing is saved.
    pub fn save(&self, save: Save) -> Result<Changed, Failure> {
        self.write(|workspace| save_drafts(workspace, save))
    }

    /// Moves records to the trash, with what belongs to them.
    ///
    /// # Errors
    /// If one is not here.
    pub fn delete(&self, delete: Delete) -> Result<Changed, Failure> {
        self.write(|workspace| {
            let ids = convert::ids(&delete.ids)?;
            let written = workspace.delete_as_seen(&ids, convert::seen(delete.seen.as_deref())?)?;
            changed(workspace, &written)
        })
    }

    /// Brings records back from the trash, with what was deleted with them.
    ///
    /// # Errors
    /// If one is not here.
    pub fn restore(&self, records: Records) -> Result<Changed, Failure> {
        self.write(|workspace| {
            let written = workspace.restore(&convert::ids(&records.ids)?)?;
            changed(workspace, &written)
        })
    }

    /// Makes one of two records that are the same: the duplicate goes to the trash, and what belongs to it and what
    /// refers to it goes over to the one that is kept.
    ///
    /// # Errors
    /// If one is not here, or they are not two records of one kind, in use and with pages of their own; with every
    /// field that is not accepted, or not declared.
    pub fn merge(&self, merge: wire::Merge) -> Result<Changed, Failure> {
        self.write(|workspace| {
            let (duplicate, kept) = (convert::id(&merge.duplicate)?, convert::id(&merge.kept)?);
            let kind = workspace.values(kept)?.0;
            if let Some(name) = merge.take.iter().find(|name| kind.field(name).is_none()) {
                return Err(Failure::UnknownField { kind, name: name.clone() });
            }
            let written = workspace.merge(duplicate, kept, &merge.take)?;
            changed(workspace, &written)
        })
    }

    /// Puts back what this laptop's last save replaced.
    ///
    /// # Errors
    /// If there is nothing to undo; if it is stopped, and then nothing is undone.
    pub fn undo(&self, _: Nothing) -> Result<Changed, Failure> {
        self.work("undo", |workspace, watch| {
            let undone = workspace.undo_watched(watch)?;
            taken_back(workspace, undone)
        })
    }

    /// Takes back the last undo.
    ///
    /// # Errors
    /// If there is nothing to redo; if it is stopped, and then nothing is done again.
    pub fn redo(&self, _: Nothing) -> Result<Changed, Failure> {
        self.work("redo", |workspace, watch| {
            let redone = workspace.redo_watched(watch)?;
            taken_back(workspace, redone)
        })
    }

    /// Sets the officer's and the laptop's name.
    ///
    /// # Errors
    /// If a name is not accepted.
    pub fn set_identity(&self, identity: wire::Identity) -> Result<Changed, Failure> {
        self.write(|workspace| {
            let written =
                workspace.set_identity(&Identity { officer: identity.officer, device: identity.device })?;
            changed(workspace, &written)
        })
    }

    /// Copies a file into the workspace, as a document of a record.
    ///
    /// # Errors
    /// If the file cannot be read or is too large, or the record is not here.
    pub fn attach_document(&self, attach: AttachDocument) -> Result<Changed, Failure> {
        self.write(|workspace| {
            let owner = convert::id(&attach.owner)?;
            let written = workspace.attach(owner, FilePath::new(&attach.path), attach.r#use.as_deref())?;
            changed(workspace, &written)
        })
    }
}

/// Fills a workspace with the sample.
pub(super) fn fill_with_sample(workspace: &mut Workspace, today: NaiveDate) -> Result<Changed, Failure> {
    let drafts = sample::drafts(today);
    save_drafts(workspace, Save { drafts, delete: Vec::new(), seen: None, kept_as: None })
}

fn save_drafts(workspace: &mut Workspace, save: Save) -> Result<Changed, Failure> {
    let mut ids = Vec::new();
    for draft in &save.drafts {
        ids.push(match &draft.id {
            Some(text) => convert::id(text)?,
            None => workspace.new_id(),
        });
    }
    let drafts = save.drafts.into_iter().enumerate();
    let drafts =
        drafts.map(|(place, draft)| read_draft(place, draft, &ids)).collect::<Result<Vec<_>, _>>()?;
    let delete = convert::ids(&save.delete)?;
    let form = FormOf { seen: convert::seen(save.seen.as_deref())?, kept_as: save.kept_as.as_deref() };
    let written = workspace.save_form(&drafts, &delete, form)?;
    let mut changed = changed(workspace, &written)?;
    changed.drafts = ids.iter().map(ToString::to_string).collect();
    Ok(changed)
}

/// A draft with its references to other drafts (`#` and a place) turned into their ids.
fn read_draft(place: usize, draft: wire::Draft, ids: &[RecordId]) -> Result<Draft, Failure> {
    let kind = convert::kind(&draft.kind)?;
    let mut fields = BTreeMap::new();
    for (name, value) in draft.fields {
        let field = kind.field(&name).ok_or_else(|| Failure::UnknownField { kind, name: name.clone() })?;
        let value = match value.map(from_wire) {
            Some(value) if field.field_type.is_reference() => {
                let referred = referred(value, ids);
                Some(referred.ok_or_else(|| Failure::UnknownDraft { draft: place, field: name.clone() })?)
            }
            value => value,
        };
        fields.insert(name, value);
    }
    Ok(Draft { id: ids[place], is_new: draft.id.is_none(), kind, fields })
}

/// What a reference refers to: `#` and a place mean the draft there; `None` if there is none.
fn referred(value: Value, drafts: &[RecordId]) -> Option<Value> {
    match value.as_text().and_then(|text| text.strip_prefix('#')) {
        Some(place) => place.parse::<usize>().ok().and_then(|place| drafts.get(place)).map(|id| (*id).into()),
        None => Some(value),
    }
}

/// What a write answers.
pub(super) fn changed(workspace: &Workspace, written: &Written) -> Result<Changed, Failure> {
    let (can_undo, can_redo) = workspace.can_undo_and_redo()?;
    let records = written.records.iter();
    let records = records.map(|(id, kind)| ChangedRecord { id: id.to_string(), kind: kind.name().into() });
    Ok(Changed { records: records.collect(), drafts: Vec::new(), skipped: Vec::new(), can_undo, can_redo })
}

pub(super) fn taken_back(
    workspace: &Workspace,
    (written, skipped): (Written, Vec<Skipped>),
) -> Result<Changed, Failure> {
    let mut changed = changed(workspace, &written)?;
    for skipped in skipped {
        let row = workspace.row(skipped.record)?;
        changed.skipped.push(wire::Skipped {
            id: skipped.record.to_string(),
            title: row.and_then(|row| row.title).unwrap_or_default(),
            field: skipped.field.into(),
        });
    }
    Ok(changed)
}

//! `add`, `edit`, `delete`, `restore`, `merge`, `undo`, `redo` and `attach`.

use entente_api::wire::{self, AttachDocument, Changed, Delete, Draft, Nothing, Records, Save};
use entente_messages::Args;

use super::show::detail;
use crate::arguments::{Add, Attach, Edit, Merge};
use crate::assignments;
use crate::failure::Failure;
use crate::labels;
use crate::session::{Answer, Session, absolute};
use crate::text::one_line;

/// Makes a record; one that belongs to another names its owner among its fields.
pub(crate) fn add(session: &Session, add: Add) -> Result<Answer, Failure> {
    let fields = assignments::read(session, &add.kind, &add.fields)?;
    let changed = save(session, Draft { id: None, kind: add.kind.clone(), fields })?;
    Ok(session.answer(&changed, || {
        let id = changed.drafts.first().cloned().unwrap_or_default();
        let kind = labels::kind(session.messages, &add.kind);
        session.say("cli-added", Args::new().with("kind", kind).with("id", id))
    }))
}

/// Sets fields of a record.
pub(crate) fn edit(session: &Session, edit: Edit) -> Result<Answer, Failure> {
    let record = detail(session, edit.id)?.record;
    let fields = assignments::read(session, &record.kind, &edit.fields)?;
    let changed = save(session, Draft { id: Some(record.id), kind: record.kind, fields })?;
    Ok(said(session, "cli-saved", &changed))
}

/// What is here at the moment it runs is what an edit by the command line has seen.
fn save(session: &Session, draft: Draft) -> Result<Changed, Failure> {
    session.told(session.api.save(Save { drafts: vec![draft], delete: vec![], seen: None, kept_as: None }))
}

/// Moves records to the trash.
pub(crate) fn delete(session: &Session, ids: Vec<String>) -> Result<Answer, Failure> {
    let changed = session.told(session.api.delete(Delete { ids, seen: None }))?;
    Ok(said(session, "cli-deleted", &changed))
}

/// Brings records back from the trash.
pub(crate) fn restore(session: &Session, ids: Vec<String>) -> Result<Answer, Failure> {
    let changed = session.told(session.api.restore(Records { ids }))?;
    Ok(said(session, "cli-restored", &changed))
}

/// Makes one of two records that are the same.
pub(crate) fn merge(session: &Session, merge: Merge) -> Result<Answer, Failure> {
    let Merge { duplicate, kept, take } = merge;
    let changed = session.told(session.api.merge(wire::Merge { duplicate, kept, take }))?;
    Ok(said(session, "cli-merged", &changed))
}

/// Puts back what this laptop's last save replaced.
pub(crate) fn undo(session: &Session) -> Result<Answer, Failure> {
    let changed = session.told(session.api.undo(Nothing {}))?;
    Ok(said(session, "cli-undone", &changed))
}

/// Takes back the last undo.
pub(crate) fn redo(session: &Session) -> Result<Answer, Failure> {
    let changed = session.told(session.api.redo(Nothing {}))?;
    Ok(said(session, "cli-redone", &changed))
}

/// Copies a file into the workspace.
pub(crate) fn attach(session: &Session, attach: Attach) -> Result<Answer, Failure> {
    let path = absolute(&attach.file);
    let wanted = AttachDocument { owner: attach.id, path: path.clone(), r#use: attach.purpose };
    let changed = session.told(session.api.attach_document(wanted))?;
    Ok(session.answer(&changed, || session.say("cli-attached", Args::new().with("path", path))))
}

/// How many records a write touched.
pub(crate) fn count_of_records(changed: &Changed) -> usize {
    changed.records.len()
}

/// A write in a sentence, and what it left alone.
fn said(session: &Session, key: &str, changed: &Changed) -> Answer {
    session.answer(changed, || sentences(session, key, changed))
}

/// The sentences of a write: what was done, and what was left alone.
pub(super) fn sentences(session: &Session, key: &str, changed: &Changed) -> String {
    let mut lines = vec![session.say(key, Args::new().with("count", count_of_records(changed)))];
    lines.extend(changed.skipped.iter().map(|skipped| {
        let args = Args::new().with("title", one_line(&skipped.title)).with("field", skipped.field.clone());
        session.say("cli-skipped", args)
    }));
    lines.join("\n")
}

//! Undo and redo: new commits that put values back. What has happened stays in the log.
//!
//! What can be undone follows from the log itself, so that it outlives the program: the commits of this device, read
//! as steps and steps back.

use std::collections::BTreeMap;

use super::door::{Edit, Fate};
use super::{Error, Workspace, Written};
use crate::ids::{CommitRef, RecordId, Seq};
use crate::kinds::{FieldNumber, Kind};
use crate::log::{Action, Change, ChangedValue, Commit, RecordChanges};
use crate::merge::{DELETED, RecordState, settle};
use crate::store::records::StoredRecord;
use crate::store::{branches, log_rows, records};

/// How many of this device's newest commits are looked at for something to undo.
const REACH: u32 = 500;

/// A field that an undo left alone, since someone else has changed it since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The field's name; `deleted` where the record itself was left.
    pub field: &'static str,
}

/// A step: its commits in their order. What is too much for one commit takes several.
type Step = Vec<Seq>;

/// What can be taken back and what can be done again, the next of each last.
#[derive(Debug, Default, PartialEq, Eq)]
struct Steps {
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// Whether behind the last of them stands an erasure, which cannot be undone, nor what went before it.
    behind_erasure: bool,
}

impl Workspace {
    /// Whether there is something to undo, and to redo.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn can_undo_and_redo(&self) -> Result<(bool, bool), Error> {
        let steps = self.steps()?;
        Ok((!steps.undo.is_empty(), !steps.redo.is_empty()))
    }

    /// Puts back what this device's last save, deletion or restoration replaced.
    ///
    /// # Errors
    /// [`Error::NothingToUndo`]; [`Error::Erased`] if the last step was an erasure.
    pub fn undo(&mut self) -> Result<(Written, Vec<Skipped>), Error> {
        let mut steps = self.steps()?;
        let step = match (steps.undo.pop(), steps.behind_erasure) {
            (Some(step), _) => step,
            (None, true) => return Err(Error::Erased),
            (None, false) => return Err(Error::NothingToUndo),
        };
        self.take_back(&step, Action::Undo)
    }

    /// Takes back the last undo.
    ///
    /// # Errors
    /// [`Error::NothingToRedo`].
    pub fn redo(&mut self) -> Result<(Written, Vec<Skipped>), Error> {
        let step = self.steps()?.redo.pop().ok_or(Error::NothingToRedo)?;
        self.take_back(&step, Action::Redo)
    }

    fn steps(&self) -> Result<Steps, Error> {
        let own = self.devices.get(self.device()).expect("BUG: a workspace knows its own device");
        let newest_first = log_rows::newest_of(&self.connection, own.n, REACH)?;
        Ok(steps(newest_first.iter().rev().map(|commit| (commit.seq, commit.action))))
    }

    fn take_back(
        &mut self,
        step: &[Seq],
        action: fn(Seq) -> Action,
    ) -> Result<(Written, Vec<Skipped>), Error> {
        let mut skipped = Vec::new();
        let mut inverses = Vec::new();
        for &seq in step.iter().rev() {
            let at = CommitRef { device: self.device(), seq };
            let commit =
                log_rows::commit(&self.connection, &self.devices, at)?.ok_or(Error::NothingToUndo)?;
            let mut edits = Vec::new();
            for record in &commit.by_record() {
                edits.extend(self.inverse(&commit, record, &mut skipped)?);
            }
            inverses.push((action(seq), edits));
        }
        let inverses: Vec<_> = inverses.iter().map(|(action, edits)| (*action, edits.as_slice())).collect();
        Ok((self.write_all(&inverses, |_, _| Ok(()))?, skipped))
    }

    /// The edit that puts back what a commit replaced in one record.
    fn inverse(
        &self,
        commit: &Commit,
        changes: &RecordChanges,
        skipped: &mut Vec<Skipped>,
    ) -> Result<Option<Edit>, Error> {
        let Some(kind) = Kind::from_number(changes.kind) else { return Ok(None) };
        let Some(record) = records::find(&self.connection, &self.devices, changes.record)? else {
            return Ok(None);
        };
        let mut skip = |field| skipped.push(Skipped { record: changes.record, kind, field });
        if self.created_by(commit, &record.state)? {
            if !self.is_as_made(&record, changes)? {
                skip("deleted");
                return Ok(None);
            }
            return Ok(Some(Edit::of_fate(record.id, kind, Fate::Delete)));
        }
        let mut edit = Edit { record: record.id, kind, fields: BTreeMap::new(), fate: Fate::Keep };
        for change in &changes.changes {
            let name = kind.field_by_number(change.field).map_or("deleted", |field| field.name);
            if !self.is_as_set(&record, change.field, &change.value)? {
                skip(name);
            } else if change.field == DELETED {
                edit.fate = match change.value {
                    ChangedValue::Deleted { .. } => Fate::Restore,
                    ChangedValue::Empty | ChangedValue::Value(_) => Fate::Delete,
                };
            } else {
                edit.fields
                    .insert(change.field, self.replaced(commit.at(), record.id, change)?.value().cloned());
            }
        }
        Ok(Some(edit))
    }

    /// Whether a commit made the record: whether no commit that touched it came before.
    fn created_by(&self, commit: &Commit, state: &RecordState) -> Result<bool, Error> {
        for &at in state.commits.iter().filter(|at| **at != commit.at()) {
            let other = log_rows::commit(&self.connection, &self.devices, at)?;
            if other.is_some_and(|other| other.lamport < commit.lamport) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether every field of a record is as the commit that made it left it.
    fn is_as_made(&self, record: &StoredRecord, made: &RecordChanges) -> Result<bool, Error> {
        for &field in record.state.fields.keys().filter(|field| **field != DELETED) {
            let change = made.changes.iter().find(|change| change.field == field);
            if !self.is_as_set(record, field, change.map_or(&ChangedValue::Empty, |change| &change.value))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a field still is as this device set it. The value is compared too: a colleague's value that an undo put
    /// back is this device's change by then, and still the colleague's.
    fn is_as_set(
        &self,
        record: &StoredRecord,
        field: FieldNumber,
        value: &ChangedValue,
    ) -> Result<bool, Error> {
        let refs = record.state.heads(field);
        if refs.iter().any(|head| head.device != self.device()) {
            return Ok(false);
        }
        let heads = log_rows::heads(&self.connection, &self.devices, record.id, field, refs)?;
        let shown = settle(&heads).map_or(&ChangedValue::Empty, |settled| &settled.shown.value);
        Ok(match (shown, value) {
            (ChangedValue::Deleted { .. }, ChangedValue::Deleted { .. }) => true,
            (shown, value) => shown == value,
        })
    }

    /// What a change, by this commit, replaced, as it was shown.
    pub(super) fn replaced(
        &self,
        by: CommitRef,
        record: RecordId,
        change: &Change,
    ) -> Result<ChangedValue, Error> {
        let parents = branches::meant(&self.connection, &self.devices, by, record, change)?;
        let heads = log_rows::heads(&self.connection, &self.devices, record, change.field, parents)?;
        Ok(settle(&heads).map_or(ChangedValue::Empty, |settled| settled.shown.value.clone()))
    }
}

/// Reads a device's commits, oldest first, as steps and steps back.
fn steps(commits: impl Iterator<Item = (Seq, Action)>) -> Steps {
    let mut steps = Steps::default();
    // Whether the commit before this one was a step back that has not come to its end.
    let mut goes_on = false;
    for (seq, action) in commits {
        goes_on = match action {
            Action::Introduce => false,
            Action::Save | Action::Delete | Action::Restore => {
                push(&mut steps.undo, seq, false);
                steps.redo.clear();
                false
            }
            Action::LeaveOut(part) | Action::TakeBack(part) => {
                push(&mut steps.undo, seq, part > 1);
                steps.redo.clear();
                false
            }
            Action::Undo(undone) => {
                let goes_on_still = take(&mut steps.undo, undone);
                push(&mut steps.redo, seq, goes_on);
                goes_on_still
            }
            Action::Redo(undo) => {
                let goes_on_still = take(&mut steps.redo, undo);
                push(&mut steps.undo, seq, goes_on);
                goes_on_still
            }
            Action::Erase => {
                steps = Steps { behind_erasure: true, ..Steps::default() };
                false
            }
        };
    }
    steps
}

/// Adds a commit as a step of its own, or to the last one.
fn push(steps: &mut Vec<Step>, seq: Seq, goes_on: bool) {
    match steps.last_mut() {
        Some(last) if goes_on => last.push(seq),
        Some(_) | None => steps.push(vec![seq]),
    }
}

/// Takes a commit out of the step it is of, and says whether that has others left.
fn take(steps: &mut Vec<Step>, seq: Seq) -> bool {
    let Some(place) = steps.iter().position(|step| step.contains(&seq)) else { return false };
    steps[place].retain(|commit| *commit != seq);
    let has_others = !steps[place].is_empty();
    if !has_others {
        steps.remove(place);
    }
    has_others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_follow_from_the_log() {
        use Action::{Erase, Introduce, Redo, Save, TakeBack, Undo};
        let told = |actions: &[Action]| {
            let steps = steps(actions.iter().enumerate().map(|(index, action)| (index as u64 + 1, *action)));
            (steps.undo, steps.redo)
        };
        let one = |seqs: &[Seq]| seqs.iter().map(|seq| vec![*seq]).collect::<Vec<_>>();
        assert_eq!(told(&[Introduce]), (vec![], vec![]));
        assert_eq!(told(&[Introduce, Save, Save]), (one(&[2, 3]), vec![]));
        assert_eq!(told(&[Introduce, Save, Save, Undo(3)]), (one(&[2]), one(&[4])));
        assert_eq!(told(&[Introduce, Save, Save, Undo(3), Undo(2)]), (vec![], one(&[4, 5])));
        assert_eq!(told(&[Introduce, Save, Save, Undo(3), Redo(4)]), (one(&[2, 5]), vec![]));
        assert_eq!(told(&[Introduce, Save, Undo(2), Save]), (one(&[4]), vec![]));
        let parts = [Save, TakeBack(1), TakeBack(2), TakeBack(3)];
        assert_eq!(told(&parts), (vec![vec![1], vec![2, 3, 4]], vec![]));
        let back = [parts.as_slice(), &[Undo(4), Undo(3), Undo(2)]].concat();
        assert_eq!(told(&back), (one(&[1]), vec![vec![5, 6, 7]]));
        let again = [back.as_slice(), &[Redo(7), Redo(6), Redo(5)]].concat();
        assert_eq!(told(&again), (vec![vec![1], vec![8, 9, 10]], vec![]));
        let both = [back.as_slice(), &[Undo(1)]].concat();
        assert_eq!(told(&both), (vec![], vec![vec![5, 6, 7], vec![8]]));
        assert_eq!(told(&[Introduce, Save, Save, Undo(3), Erase]), (vec![], vec![]));
        assert_eq!(told(&[Introduce, Save, Erase, Save]), (one(&[4]), vec![]));
    }
}

//! Undo and redo: new commits that put values back. What has happened stays in the log.
//!
//! What can be undone follows from the log itself, so that it outlives the program: the commits of this device, read
//! as steps and steps back.

mod inverse;
mod steps;

use super::putting_back;
use super::{Error, Workspace, Written};
use crate::ids::{RecordId, Seq};
use crate::kinds::{FieldNumber, Kind};
use crate::log::Action;
use crate::store::log_rows;

use inverse::Inverse;
use steps::{Steps, steps};

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

impl Skipped {
    /// A field of a record, the deletion among them.
    pub(super) fn of(record: RecordId, kind: Kind, field: FieldNumber) -> Self {
        let field = kind.field_by_number(field).map_or("deleted", |field| field.name);
        Self { record, kind, field }
    }
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
        let mut inverse = Inverse::of(&self.connection, &self.devices, self.device(), step)?;
        let mut taken = Vec::new();
        for &seq in step.iter().rev() {
            taken.push((action(seq), inverse.commit(seq)?));
        }
        let skipped = inverse.skipped;
        let mut commits = Vec::new();
        for (action, rounds) in &taken {
            let before = commits.len();
            commits.extend(putting_back::commits(rounds).map(|part| (*action, part)));
            if commits.len() == before {
                commits.push((*action, &[]));
            }
        }
        Ok((self.write_all(&commits)?, skipped))
    }
}

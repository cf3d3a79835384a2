//! Undo and redo: new commits that put values back. What has happened stays in the log.
//!
//! What can be undone follows from the log itself, so that it outlives the program: the commits of this device, read
//! as steps and steps back. Which saves are one step, as they were too much for one commit, stands beside it.

mod inverse;
mod steps;

use super::door::Besides;
use super::putting_back::commits;
use super::{Error, Watch, Workspace, Written};
use crate::ids::{RecordId, Seq};
use crate::kinds::{FieldNumber, Kind};
use crate::log::Action;
use crate::store::log_rows::{self, Heading};
use crate::store::together;

use inverse::Inverse;
use steps::{Steps, steps};

/// How many of this device's newest commits are looked at for something to undo.
pub(super) const REACH: u32 = 500;

/// For how many records at once it is worked out how to put them back.
const AT_ONCE: usize = 5_000;

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
        self.undo_watched(&Watch::default())
    }

    /// As [`undo`](Self::undo), which takes long where the step was about tens of thousands, while others look on.
    ///
    /// # Errors
    /// As [`undo`](Self::undo); [`Error::Cancelled`], and nothing was undone.
    pub fn undo_watched(&mut self, watch: &Watch) -> Result<(Written, Vec<Skipped>), Error> {
        let mut steps = self.steps()?;
        let step = match (steps.undo.pop(), steps.behind_erasure) {
            (Some(step), _) => step,
            (None, true) => return Err(Error::Erased),
            (None, false) => return Err(Error::NothingToUndo),
        };
        self.take_back(&step, Action::Undo, watch)
    }

    /// Takes back the last undo.
    ///
    /// # Errors
    /// [`Error::NothingToRedo`].
    pub fn redo(&mut self) -> Result<(Written, Vec<Skipped>), Error> {
        self.redo_watched(&Watch::default())
    }

    /// As [`redo`](Self::redo), while others look on.
    ///
    /// # Errors
    /// As [`redo`](Self::redo); [`Error::Cancelled`], and nothing was done again.
    pub fn redo_watched(&mut self, watch: &Watch) -> Result<(Written, Vec<Skipped>), Error> {
        let step = self.steps()?.redo.pop().ok_or(Error::NothingToRedo)?;
        self.take_back(&step, Action::Redo, watch)
    }

    fn steps(&self) -> Result<Steps, Error> {
        let newest_first = self.newest_own()?;
        let together = together::all(&self.connection, self.device())?;
        Ok(steps(newest_first.iter().rev().map(|commit| (commit.seq, commit.action)), &together))
    }

    fn newest_own(&self) -> Result<Vec<Heading>, Error> {
        let own = self.devices.get(self.device()).expect("BUG: a workspace knows its own device");
        Ok(log_rows::newest_of(&self.connection, own.n, REACH)?)
    }

    /// Takes a step back, commit by commit and piece by piece: so it takes no more memory however large the step is.
    fn take_back(
        &mut self,
        step: &[Seq],
        action: fn(Seq) -> Action,
        watch: &Watch,
    ) -> Result<(Written, Vec<Skipped>), Error> {
        let of_step = self.newest_own()?.into_iter().filter(|commit| step.contains(&commit.seq));
        // Each is worked out, and written.
        watch.expect(of_step.map(|commit| 2 * commit.bodies).sum());
        let (device, mut skipped) = (self.device(), Vec::new());
        let written = self.write_with(Besides::default(), |connection, devices, pen, written| {
            let mut inverse = Inverse::of(connection, devices, device, step)?;
            for &seq in step.iter().rev() {
                let before = written.commit;
                for some in inverse.records_of(devices, seq)?.chunks(AT_ONCE) {
                    let rounds = inverse.rounds(devices, some, watch)?;
                    for part in commits(&rounds) {
                        pen.write(connection, devices, action(seq), part, written)?;
                        watch.heed()?;
                    }
                    watch.advance(some.len() as u64)?;
                }
                if written.commit == before {
                    pen.write(connection, devices, action(seq), &[], written)?;
                }
            }
            skipped = inverse.skipped;
            Ok(())
        })?;
        Ok((written, skipped))
    }
}

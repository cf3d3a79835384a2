//! What came in: the reports of imports, and taking one back.

use super::put_back::PuttingBack;
use crate::log::Action;
use crate::store::imports::{self, Arrival};
use crate::store::log_rows;
use crate::workspace::door::Besides;
use crate::workspace::putting_back::commits;
use crate::workspace::touches::Came;
use crate::workspace::{Error, Skipped, Watch, Workspace, Written};

/// For how many records at once it is worked out how to put them back.
const AT_ONCE: usize = 5_000;

impl Workspace {
    /// The reports of imports, the newest first, and how many there are.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn imports(&self, offset: u32, limit: u32) -> Result<(Vec<Arrival>, u32), Error> {
        let mut arrivals = imports::newest(&self.connection, &self.devices, offset, limit)?;
        for arrival in &mut arrivals {
            arrival.undone = self.is_undone(arrival)?;
        }
        Ok((arrivals, imports::count(&self.connection)?))
    }

    /// The report of one import.
    ///
    /// # Errors
    /// [`Error::NoImport`].
    pub fn import_report(&self, n: u64) -> Result<Arrival, Error> {
        let mut arrival = imports::find(&self.connection, &self.devices, n)?.ok_or(Error::NoImport(n))?;
        arrival.undone = self.is_undone(&arrival)?;
        Ok(arrival)
    }

    /// Puts back what an import brought, whenever that was. What has been changed since is left alone and named. The
    /// usual undo brings it in again.
    ///
    /// # Errors
    /// [`Error::NoImport`], [`Error::NothingToUndo`] if it is taken back already, [`Error::Cancelled`].
    pub fn undo_import(&mut self, n: u64, watch: &Watch) -> Result<(Written, Vec<Skipped>), Error> {
        let arrival = self.import_report(n)?;
        if arrival.undone {
            return Err(Error::NothingToUndo);
        }
        let came = Came::of(&arrival);
        let mut skipped = Vec::new();
        let all =
            PuttingBack::new(&self.connection, &self.devices, came.clone()).brought(&mut skipped, watch)?;
        let own = self.devices.get(self.device()).expect("BUG: a workspace knows its own device").n;
        let written = self.write_with(Besides::default(), |connection, devices, pen, written| {
            let mut part = 1;
            for some in all.chunks(AT_ONCE) {
                let rounds = PuttingBack::new(connection, devices, came.clone()).taking_back(some)?;
                for edits in commits(&rounds) {
                    let before = written.commit;
                    pen.write(connection, devices, Action::TakeBack(part), edits, written)?;
                    part += u64::from(written.commit != before);
                }
                watch.advance(some.len() as u64)?;
            }
            let Some(last) = written.commit else { return Ok(()) };
            Ok(imports::set_undone(connection, n, log_rows::row_of(connection, own, last.seq)?)?)
        })?;
        Ok((written, skipped))
    }

    /// Whether an import is taken back, and that not undone since. That follows from this laptop's own commits.
    fn is_undone(&self, arrival: &Arrival) -> Result<bool, Error> {
        let Some(row) = arrival.undone_by else { return Ok(false) };
        let Some(commit) = log_rows::in_row(&self.connection, &self.devices, row)? else { return Ok(false) };
        let at = commit.at();
        let (mut standing, mut undone) = (at.seq, true);
        for behind in self.own_behind(at) {
            log_rows::for_each_of(&self.connection, behind, at.seq + 1, |bytes, beside| {
                if let Action::Undo(turned) | Action::Redo(turned) = log_rows::stored(bytes)?.action
                    && turned == standing
                {
                    (standing, undone) = (beside.seq, !undone);
                }
                Ok::<_, Error>(())
            })?;
        }
        Ok(undone)
    }
}

//! The runs of a bundle: that each follows on what is here, and comes to what its device signed.

use super::early::Early;
use super::taking::Taking;
use crate::bundle::{BundleError, Run};
use crate::ids::Seq;
use crate::log::{BEFORE_THE_FIRST, CommitHash};
use crate::store::log_rows;
use crate::workspace::Error;

/// A run whose commits are being read.
pub(super) struct OpenRun {
    pub(super) run: Run,
    pub(super) next: Seq,
    /// How it is kept aside, if its commits do not follow on those that are here.
    pub(super) early: Option<Early>,
    /// Whether some were here already, which are passed over unread.
    overlaps: bool,
    /// Whether one of them was new.
    pub(super) news: bool,
}

impl Taking<'_> {
    /// Begins a run, after the one before it has ended well.
    pub(super) fn begin(&mut self, run: Run) -> Result<(), Error> {
        self.end_run()?;
        let head = *self
            .announced
            .get(&run.device)
            .ok_or(BundleError::Malformed("a run of a device not announced"))?;
        if run.count == 0 || run.first == 0 || run.first.checked_add(run.count - 1) != Some(head.seq) {
            return Err(BundleError::Malformed("a run that does not lead to its device's head").into());
        }
        let known = self.devices.get(run.device).map_or(0, |device| device.head);
        let early = match run.first <= known + 1 {
            true if self.hash_before(&run)? != Some(run.previous) => {
                return Err(BundleError::Forked { device: run.device, seq: run.first - 1 }.into());
            }
            true => None,
            false => Some(self.begin_early(&run, &head)?),
        };
        self.runs = true;
        self.run = Some(OpenRun { run, next: run.first, early, overlaps: run.first <= known, news: false });
        Ok(())
    }

    /// The hash here of the commit before a run.
    fn hash_before(&self, run: &Run) -> Result<Option<CommitHash>, Error> {
        match self.devices.get(run.device) {
            Some(device) if run.first > 1 => Ok(log_rows::hash(self.connection, device.n, run.first - 1)?),
            Some(_) | None => Ok(Some(BEFORE_THE_FIRST)),
        }
    }

    /// Checks that the run which ends here came to the head that its device signed.
    pub(super) fn end_run(&mut self) -> Result<(), Error> {
        let Some(open) = self.run.take() else { return Ok(()) };
        if open.next != open.run.first + open.run.count {
            return Err(BundleError::Malformed("fewer commits than a run says").into());
        }
        let head = self.announced[&open.run.device];
        let n = self.devices.get(open.run.device).expect("BUG: announced devices have a row").n;
        if let Some(early) = &open.early {
            return self.end_early(early, &head, open.run.count);
        }
        if log_rows::hash(self.connection, n, head.seq)? != Some(head.hash) {
            // The device signed what stands here and what stands in the bundle, and they part where both were unread.
            return Err(match open.overlaps {
                true => BundleError::Forked { device: open.run.device, seq: head.seq },
                false => BundleError::BrokenChain(open.run.device),
            }
            .into());
        }
        if open.news {
            self.devices.store_head(self.connection, n, head.signature)?;
        }
        Ok(())
    }
}

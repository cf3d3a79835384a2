//! Rebuild, check, digest; and looking at long work from outside.

use crate::convert::count;
use crate::wire::{CheckReport, Digest, Nothing, Progress, Rebuilt};
use crate::{Api, Failure};

impl Api {
    /// Makes all projections anew from the log, and says whether they came out the same.
    ///
    /// # Errors
    /// If the workspace cannot be read or written.
    pub fn rebuild(&self, _: Nothing) -> Result<Rebuilt, Failure> {
        self.work("rebuild", |workspace, watch| {
            let rebuilt = workspace.rebuild_and_compare(watch)?;
            Ok(Rebuilt { same: rebuilt.before == rebuilt.after, digest: hex(&rebuilt.after) })
        })
    }

    /// Verifies the log's chains and signatures, the documents, and the file itself.
    ///
    /// # Errors
    /// If the workspace cannot be read. What is wrong with it is no error but in the report.
    pub fn check(&self, _: Nothing) -> Result<CheckReport, Failure> {
        self.work("check", |workspace, watch| {
            let checked = workspace.check(watch)?;
            let (commits, documents) = (count(checked.commits), count(checked.documents));
            Ok(CheckReport { commits, documents, problems: checked.problems })
        })
    }

    /// One hash over all that is shown.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn digest(&self, _: Nothing) -> Result<Digest, Failure> {
        self.read(|workspace, _| Ok(Digest { digest: hex(&workspace.digest()?) }))
    }

    /// How far the long work of another request has come; `None` if there is none. Never waits.
    ///
    /// # Errors
    /// None.
    pub fn progress(&self, _: Nothing) -> Result<Option<Progress>, Failure> {
        Ok(self.jobs().last().map(|job| {
            let (done, total) = job.watch.progress();
            Progress { step: job.step.into(), done, total }
        }))
    }

    /// Asks the long work of another request to stop, leaving nothing behind. Never waits.
    ///
    /// # Errors
    /// None.
    pub fn cancel(&self, _: Nothing) -> Result<Nothing, Failure> {
        if let Some(job) = self.jobs().last() {
            job.watch.stop();
        }
        Ok(Nothing {})
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

//! Work beside the officer's: a copy of the workspace each hour, and putting one in its place.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use entente_domain::workspace::{System, Watch, Workspace};

use crate::failure::Failure;
use crate::handlers::workspaces::take;
use crate::session::{Api, Job, panic_text};

/// How often it is looked whether a copy of the workspace is due.
const BACKUP_PAUSE: Duration = Duration::from_secs(60);

/// How long to wait after one that could not be made: a full disk is not filled again each minute.
const PAUSE_AFTER_TROUBLE: Duration = Duration::from_secs(15 * 60);

impl Api {
    /// Copies the workspace each hour, on a thread of its own, for as long as the api lives.
    pub fn keep_backups(self: &Arc<Self>) {
        let api = Arc::downgrade(self);
        thread::spawn(move || {
            while let Some(api) = api.upgrade() {
                let pause = if api.back_up_if_due() { BACKUP_PAUSE } else { PAUSE_AFTER_TROUBLE };
                drop(api);
                thread::sleep(pause);
            }
        });
    }

    /// Does long work that leaves the workspace to others, and that others may look at if nothing else is being done.
    pub(crate) fn beside_work<T>(
        &self,
        step: &'static str,
        work: impl FnOnce(&Watch) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let _copying = self.copying.lock().unwrap_or_else(PoisonError::into_inner);
        let watch = Arc::new(Watch::default());
        *self.copy.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&watch));
        let shown = self.job().is_none();
        if shown {
            *self.job() = Some(Job { step, watch: Arc::clone(&watch) });
        }
        let done = work(&watch);
        // Others may have begun something meanwhile, which is shown in its stead.
        self.job().take_if(|job| Arc::ptr_eq(&job.watch, &watch));
        *self.copy.lock().unwrap_or_else(PoisonError::into_inner) = None;
        done
    }

    /// Long work that puts another workspace in the place of the open one. If it fails, that one is opened again.
    pub(crate) fn replace(
        &self,
        step: &'static str,
        work: impl FnOnce(Workspace, &Watch) -> Result<Workspace, Failure>,
    ) -> Result<(), Failure> {
        let _nobody_copies = self.stop_copying();
        let mut state = self.state();
        let workspace = state.workspace.take().ok_or(Failure::NoWorkspace)?;
        let path = workspace.path().to_owned();
        let watch = Arc::new(Watch::default());
        *self.job() = Some(Job { step, watch: Arc::clone(&watch) });
        let done = catch_unwind(AssertUnwindSafe(|| work(workspace, &watch)));
        *self.job() = None;
        let done = done.unwrap_or_else(|panic| Err(Failure::Defect(panic_text(panic.as_ref()))));
        let (workspace, failure) = match done {
            Ok(workspace) => (Some(workspace), None),
            // It goes on as it was.
            Err(failure) => (Workspace::open(&path, Box::new(System)).ok(), Some(failure)),
        };
        workspace.map_or(Ok(()), |workspace| take(&mut state, workspace))?;
        failure.map_or(Ok(()), Err)
    }

    /// Stops the copy being made, and waits until it has stopped. None is begun while the answer is held.
    pub(crate) fn stop_copying(&self) -> MutexGuard<'_, ()> {
        if let Some(watch) = self.copy.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            watch.stop();
        }
        self.copying.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! Work beside the officer's: a copy of the workspace each hour, and putting one in its place.

use std::sync::{Arc, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use entente_domain::workspace::{System, Watch, Workspace};

use crate::failure::Failure;
use crate::handlers::workspaces::take;
use crate::long_work::caught;
use crate::session::Api;

/// How often it is looked whether a copy of the workspace is due.
const BACKUP_PAUSE: Duration = Duration::from_secs(60);

/// How long to wait after one that could not be made: a full disk is not filled again each minute.
const PAUSE_AFTER_TROUBLE: Duration = Duration::from_secs(15 * 60);

/// How long to wait until it is looked again whether a copy is still being made.
const PATIENCE: Duration = Duration::from_millis(20);

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
        watch: &Arc<Watch>,
        step: &'static str,
        work: impl FnOnce(&Watch) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let _shown = self.show_behind(step, watch);
        let _copying = self.turn_to_copy(watch)?;
        *self.copy.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(watch));
        let done = work(watch);
        *self.copy.lock().unwrap_or_else(PoisonError::into_inner) = None;
        done
    }

    /// Waits until no copy is being made, or this work is stopped.
    fn turn_to_copy(&self, watch: &Watch) -> Result<MutexGuard<'_, ()>, Failure> {
        loop {
            match self.copying.try_lock() {
                Ok(turn) => return Ok(turn),
                Err(TryLockError::Poisoned(poisoned)) => return Ok(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => watch.heed()?,
            }
            thread::sleep(PATIENCE);
        }
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
        let shown = self.show(step, &watch);
        let done = caught(|| work(workspace, &watch)).flatten();
        drop(shown);
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

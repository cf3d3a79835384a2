//! Long work: others may look at it and stop it; and a defect in it, or in anything else, takes nothing down with it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, MutexGuard, PoisonError};

use entente_domain::workspace::{System, Watch, Workspace};

use crate::failure::Failure;
use crate::handlers::workspaces::take;
use crate::session::Api;

/// Long work that others may look at.
pub(crate) struct Job {
    pub(crate) step: &'static str,
    pub(crate) watch: Arc<Watch>,
}

/// That long work is shown, until this is dropped, however the work ends.
pub(crate) struct Shown<'a> {
    api: &'a Api,
    watch: Arc<Watch>,
}

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        let mut jobs = self.api.jobs();
        if let Some(place) = jobs.iter().rposition(|job| Arc::ptr_eq(&job.watch, &self.watch)) {
            jobs.remove(place);
        }
    }
}

impl Api {
    /// The long work being done. The last is the one that is shown, and that is stopped.
    pub(crate) fn jobs(&self) -> MutexGuard<'_, Vec<Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Shows a step of long work in the stead of whatever else is shown.
    pub(crate) fn show(&self, step: &'static str, watch: &Arc<Watch>) -> Shown<'_> {
        self.jobs().push(Job { step, watch: Arc::clone(watch) });
        Shown { api: self, watch: Arc::clone(watch) }
    }

    /// Shows a step of long work where nothing else is shown.
    pub(crate) fn show_behind(&self, step: &'static str, watch: &Arc<Watch>) -> Shown<'_> {
        self.jobs().insert(0, Job { step, watch: Arc::clone(watch) });
        Shown { api: self, watch: Arc::clone(watch) }
    }

    /// Does long work, which others may look at and stop.
    pub(crate) fn work<T>(
        &self,
        step: &'static str,
        work: impl FnOnce(&mut Workspace, &Watch) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.work_under(&Arc::default(), step, work)
    }

    /// Does a step of long work under the watch that its other steps have: whoever stops one of them stops all.
    pub(crate) fn work_under<T>(
        &self,
        watch: &Arc<Watch>,
        step: &'static str,
        work: impl FnOnce(&mut Workspace, &Watch) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.guarded(|| {
            let mut state = self.state();
            let workspace = state.workspace.as_mut().ok_or(Failure::NoWorkspace)?;
            let _shown = self.show(step, watch);
            work(workspace, watch)
        })
    }

    /// Does something in which a defect does not take the window down with it. What it was writing is rolled back; and since
    /// what the program had in memory may be ahead of that, the workspace is opened anew.
    pub(crate) fn guarded<T>(&self, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        caught(work).unwrap_or_else(|defect| {
            self.open_anew();
            Err(defect)
        })
    }

    /// Closes the workspace and opens it again. If it does not open, none is: the next command says so.
    fn open_anew(&self) {
        let mut state = self.state();
        let Some(path) = state.workspace.as_ref().map(|workspace| workspace.path().to_owned()) else {
            return;
        };
        state.set_workspace(None);
        if let Ok(workspace) = Workspace::open(&path, Box::new(System)) {
            // The defect is told; that the workspace is gone is told by whatever asks for it next.
            let _ = take(&mut state, workspace);
        }
    }
}

/// Does something, and makes a failure of a panic.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| Failure::Defect(panic_text(panic.as_ref())))
}

/// What a panic had to say.
fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    text.unwrap_or("no details are known").into()
}

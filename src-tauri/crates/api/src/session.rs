//! The api with what it has open.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use entente_domain::ids::{DeviceId, WallTime};
use entente_domain::workspace::{Lines, Watch, Workspace};
use entente_messages::{Language, Messages};

use crate::commands::Request;
use crate::error::WireError;
use crate::failure::Failure;
use crate::long_work::Job;
use crate::preferences::Stored;
use crate::wire::Received;

/// What an [`Api`] is started with.
#[derive(Debug, Default)]
pub struct ApiOptions {
    /// Where this laptop's settings are kept; without it they are forgotten at the end.
    pub config_dir: Option<PathBuf>,
    /// Where this machine notes how far the workspaces used on it have come, so that a restored or copied file is
    /// recognised: see [`marks_folder`](crate::marks_folder). Without it, none is.
    pub marks_dir: Option<PathBuf>,
    /// A workspace or bundle that the program was started with.
    pub pending: Option<PathBuf>,
    /// The languages the system prefers (BCP 47), until the officer chooses one.
    pub languages: Vec<String>,
    /// Whether sentences go to a terminal, without the marks that keep inserted values apart.
    pub plain: bool,
}

/// All commands, over one workspace at a time. Threads may share it: commands that read or write take turns, while
/// `progress` and `cancel` never wait.
pub struct Api {
    state: Mutex<State>,
    pub(crate) jobs: Mutex<Vec<Job>>,
    /// Held while a copy of the workspace is made, which goes on beside the officer's work.
    pub(crate) copying: Mutex<()>,
    /// The copy being made, so that it can be stopped.
    pub(crate) copy: Mutex<Option<Arc<Watch>>>,
    plain: bool,
}

/// What is open and how the program speaks.
pub(crate) struct State {
    pub(crate) workspace: Option<Workspace>,
    pub(crate) stored: Stored,
    /// Files that the system asked the program to open, the first of them first.
    pub(crate) pending: Vec<PathBuf>,
    /// The bundle whose preview is being looked at.
    pub(crate) preview: Option<(Received, Lines)>,
    /// The number of the import whose report is.
    pub(crate) report: Option<(u32, Lines)>,
    pub(crate) marks: Option<PathBuf>,
    /// Why the last copy of the workspace could not be made.
    pub(crate) backup_trouble: Option<String>,
    /// When the shared folder was last looked into.
    pub(crate) folder_looked: Option<WallTime>,
    /// Why nothing could be put there then.
    pub(crate) folder_trouble: Option<String>,
    languages: Vec<String>,
}

impl Api {
    /// An api with no workspace open.
    pub fn new(options: ApiOptions) -> Self {
        let state = State {
            workspace: None,
            stored: Stored::load(options.config_dir),
            pending: options.pending.into_iter().collect(),
            preview: None,
            report: None,
            marks: options.marks_dir,
            backup_trouble: None,
            folder_looked: None,
            folder_trouble: None,
            languages: options.languages,
        };
        Self {
            state: Mutex::new(state),
            jobs: Mutex::default(),
            copying: Mutex::new(()),
            copy: Mutex::new(None),
            plain: options.plain,
        }
    }

    /// Answers a request, `{"cmd": …, "args": …}`, with the JSON of its result.
    ///
    /// # Errors
    /// The JSON of a [`WireError`].
    pub fn rpc(&self, request: &str) -> Result<String, String> {
        let request = serde_json::from_str::<Request>(request).map_err(Failure::from);
        let answer = request.and_then(|request| self.guarded(|| self.dispatch(request)));
        answer.map_err(|failure| {
            serde_json::to_string(&self.tell(&failure)).expect("BUG: wire types are always JSON")
        })
    }

    /// A failure in the officer's language.
    pub fn tell(&self, failure: &Failure) -> WireError {
        let state = self.state();
        let name_device = |device: DeviceId| {
            let identity =
                state.workspace.as_ref().and_then(|workspace| workspace.identity_of(device).ok().flatten());
            identity.map_or_else(
                || device.to_string(),
                |identity| format!("{} ({})", identity.device, identity.officer),
            )
        };
        failure.tell(self.messages(&state), &name_device)
    }

    /// Takes note of a file that the system asks the program to open while it runs.
    pub fn set_pending(&self, file: PathBuf) {
        let pending = &mut self.state().pending;
        if !pending.contains(&file) {
            pending.push(file);
        }
    }

    /// Closes the workspace, so that it is one whole file again.
    pub fn close(&self) {
        let _nobody_copies = self.stop_copying();
        self.state().set_workspace(None);
    }

    /// What is open. After a panic of another command it is opened anew before anyone else comes to it: see `guarded`.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads from the open workspace.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Workspace, &Messages) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let state = self.state();
        read(state.workspace.as_ref().ok_or(Failure::NoWorkspace)?, self.messages(&state))
    }

    /// Writes to the open workspace.
    pub(crate) fn write<T>(
        &self,
        write: impl FnOnce(&mut Workspace) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        write(self.state().workspace.as_mut().ok_or(Failure::NoWorkspace)?)
    }

    /// The messages in the officer's language.
    pub(crate) fn messages(&self, state: &State) -> &'static Messages {
        let language = state.language();
        if self.plain { Messages::plain(language) } else { Messages::for_language(language) }
    }

    /// Today, by this laptop's clock and time zone.
    pub(crate) fn today(&self) -> NaiveDate {
        chrono::Local::now().date_naive()
    }
}

impl State {
    /// Opens a workspace in the place of the one that is open, or closes that one.
    pub(crate) fn set_workspace(&mut self, workspace: Option<Workspace>) {
        self.workspace = workspace;
        self.preview = None;
        self.report = None;
        self.folder_looked = None;
        self.folder_trouble = None;
    }

    fn language(&self) -> Language {
        let chosen = self.stored.preferences().language.as_deref();
        Language::preferred(chosen.into_iter().chain(self.languages.iter().map(String::as_str)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{Nothing, Path};

    #[test]
    fn files_to_open_wait_in_order_and_each_is_dealt_with_once() {
        let file = |name: &str| PathBuf::from(name);
        let api = Api::new(ApiOptions { pending: Some(file("a.entente")), ..ApiOptions::default() });
        for name in ["b.entente", "a.entente", "b.entente"] {
            api.set_pending(file(name));
        }
        let dismiss = |name: &str| api.dismiss_pending(Path { path: name.into() }).expect("told").pending;
        assert_eq!(api.status(Nothing {}).expect("told").pending.as_deref(), Some("a.entente"));
        assert_eq!(dismiss("a.entente").as_deref(), Some("b.entente"));
        assert_eq!(dismiss("a.entente").as_deref(), Some("b.entente"), "it is gone already");
        assert_eq!(dismiss("b.entente"), None);
    }
}

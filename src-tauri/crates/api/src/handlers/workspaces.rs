//! Opening, making and closing workspaces; the settings of this laptop.

use std::path::{Path as FilePath, PathBuf};

use entente_domain::workspace::{FILE_ENDING, Identity, System, Workspace};

use super::laptops::parted;
use crate::convert;
use crate::session::State;
use crate::wire::{
    Changed, Continued, NewWorkspace, Nothing, Path, Preferences, RecentWorkspace, Status, UnknownData,
    WorkspaceStatus,
};
use crate::{Api, Failure};

impl Api {
    /// What is open, and how the program looks and speaks.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn status(&self, _: Nothing) -> Result<Status, Failure> {
        status(&self.state())
    }

    /// Makes a new, empty workspace and opens it. The one that is open is closed only if that succeeds.
    ///
    /// # Errors
    /// If something is there already, a name is not accepted, or the file cannot be written.
    pub fn create_workspace(&self, new: NewWorkspace) -> Result<Status, Failure> {
        let mut state = self.state();
        let workspace = create(&new)?;
        take(&mut state, workspace)?;
        status(&state)
    }

    /// Makes a workspace filled with the sample and opens it.
    ///
    /// # Errors
    /// As [`create_workspace`](Self::create_workspace).
    pub fn create_sample(&self, new: NewWorkspace) -> Result<Status, Failure> {
        let mut state = self.state();
        let mut workspace = create(&new)?;
        super::writes::fill_with_sample(&mut workspace, self.today())?;
        take(&mut state, workspace)?;
        status(&state)
    }

    /// Fills the open workspace with the sample, if it holds no records yet.
    ///
    /// # Errors
    /// [`Failure::NotEmpty`].
    pub fn add_sample(&self, _: Nothing) -> Result<Changed, Failure> {
        let today = self.today();
        self.write(|workspace| {
            if workspace.counts()?.values().any(|count| *count > 0) {
                return Err(Failure::NotEmpty);
            }
            super::writes::fill_with_sample(workspace, today)
        })
    }

    /// Opens a workspace, after checking the file. The one that is open is closed only if that succeeds.
    ///
    /// # Errors
    /// If the file cannot be trusted or is open elsewhere.
    pub fn open_workspace(&self, path: Path) -> Result<Status, Failure> {
        let mut state = self.state();
        let path = PathBuf::from(path.path);
        if state.workspace.as_ref().is_none_or(|open| open.path() != path) {
            let workspace = Workspace::open(&path, Box::new(System))?;
            take(&mut state, workspace)?;
        }
        dealt_with(&mut state, &path);
        status(&state)
    }

    /// Closes the open workspace.
    ///
    /// # Errors
    /// None.
    pub fn close_workspace(&self, _: Nothing) -> Result<Status, Failure> {
        let _nobody_copies = self.stop_copying();
        let mut state = self.state();
        state.set_workspace(None);
        status(&state)
    }

    /// Takes the file the program was started with as dealt with.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn dismiss_pending(&self, file: Path) -> Result<Status, Failure> {
        let mut state = self.state();
        dealt_with(&mut state, FilePath::new(&file.path));
        status(&state)
    }

    /// Sets language and theme on this laptop.
    ///
    /// # Errors
    /// [`Failure::Preferences`] if they could not be saved; they hold until the program ends all the same.
    pub fn set_preferences(&self, preferences: Preferences) -> Result<Status, Failure> {
        let mut state = self.state();
        state.stored.set_preferences(preferences)?;
        status(&state)
    }
}

fn create(new: &NewWorkspace) -> Result<Workspace, Failure> {
    let identity = Identity { officer: new.officer.clone(), device: new.device.clone() };
    Ok(Workspace::create(FilePath::new(&new.path), &identity, Box::new(System))?)
}

/// Takes a workspace into use, after looking whether its file was restored or copied.
pub(crate) fn take(state: &mut State, mut workspace: Workspace) -> Result<(), Failure> {
    if let Some(folder) = &state.marks {
        workspace.recognise(folder)?;
    }
    let (path, name) = (text(workspace.path()), name(workspace.path()));
    dealt_with(state, workspace.path());
    state.set_workspace(Some(workspace));
    state.backup_trouble = None;
    state.stored.remember(RecentWorkspace { path, name });
    Ok(())
}

/// The file that the program was asked to open has been.
fn dealt_with(state: &mut State, path: &FilePath) {
    state.pending.retain(|pending| pending != path);
}

fn status(state: &State) -> Result<Status, Failure> {
    Ok(Status {
        version: env!("CARGO_PKG_VERSION").into(),
        workspace: state
            .workspace
            .as_ref()
            .map(|workspace| workspace_status(state, workspace))
            .transpose()?,
        recent: state.stored.recent().to_vec(),
        preferences: state.stored.preferences().clone(),
        pending: state.pending.first().map(|path| text(path)),
        folder: text(&folder()),
    })
}

fn workspace_status(state: &State, workspace: &Workspace) -> Result<WorkspaceStatus, Failure> {
    let (records, fields) = workspace.unknown()?;
    let (can_undo, can_redo) = workspace.can_undo_and_redo()?;
    Ok(WorkspaceStatus {
        path: text(workspace.path()),
        name: name(workspace.path()),
        identity: convert::identity(workspace.identity()?),
        device_id: workspace.device().to_string(),
        continued: workspace
            .continued()
            .map(|former| Continued { why: former.why.name().into(), at: convert::time(former.at) }),
        parted: workspace
            .unnoticed_parted()?
            .into_iter()
            .map(|(device, known)| parted(workspace, device, known))
            .collect::<Result<_, _>>()?,
        backup_trouble: state.backup_trouble.clone(),
        unmarked: workspace.unmarked().map(ToString::to_string),
        back_again: convert::count(workspace.back_again()?.len() as u64),
        unswept: workspace.is_unswept()?,
        counts: convert::counts(workspace.counts()?),
        conflicts: workspace.conflict_count()?,
        unknown: UnknownData { records, fields },
        can_undo,
        can_redo,
    })
}

fn name(path: &FilePath) -> String {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    file.strip_suffix(&format!(".{FILE_ENDING}")).map(Into::into).unwrap_or(file)
}

fn text(path: &FilePath) -> String {
    path.to_string_lossy().into_owned()
}

/// The officer's documents, or the home folder.
fn folder() -> PathBuf {
    let home = std::env::home_dir().unwrap_or_default();
    let documents = home.join("Documents");
    if documents.is_dir() { documents } else { home }
}

//! Where the bench works and what it works on.

use std::path::{Path, PathBuf};

use entente_domain::workspace::{Error, System, Workspace};

/// A folder with the workspace that is measured in it.
pub(crate) struct Scene {
    folder: PathBuf,
    workspace: Option<Workspace>,
}

impl Scene {
    pub(crate) fn new(folder: PathBuf, workspace: Workspace) -> Self {
        Self { folder, workspace: Some(workspace) }
    }

    /// A file or folder of this name.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Workspace L, open.
    pub(crate) fn workspace(&mut self) -> &mut Workspace {
        self.workspace.as_mut().expect("BUG: only closed to be opened again")
    }

    /// Closes the workspace, so that its file can be copied or opened again.
    pub(crate) fn close(&mut self) -> PathBuf {
        let path = self.workspace().path().to_path_buf();
        self.workspace = None;
        path
    }

    /// Opens the workspace again.
    pub(crate) fn reopen(&mut self, path: &Path) -> Result<(), Error> {
        self.workspace = Some(Self::open(path)?);
        Ok(())
    }

    /// Opens a workspace.
    pub(crate) fn open(path: &Path) -> Result<Workspace, Error> {
        Workspace::open(path, Box::new(System))
    }
}

//! What is missing of colleagues' bundles, and documents.

use std::path::Path as FilePath;

use entente_domain::workspace::{self, Workspace};

use crate::convert::{self, count};
use crate::wire::{Gap, Nothing, Path, RecordPath};
use crate::{Api, Failure};

impl Api {
    /// The stretches of commits that are missing before those kept aside.
    ///
    /// # Errors
    /// If no workspace is open.
    pub fn gaps(&self, _: Nothing) -> Result<Vec<Gap>, Failure> {
        self.read(|workspace, _| gaps(workspace, &workspace.gaps()?))
    }

    /// Writes a document of the workspace to a file.
    ///
    /// # Errors
    /// If there is no such document, its content has not arrived, or the file cannot be written.
    pub fn save_document(&self, document: RecordPath) -> Result<Path, Failure> {
        self.read(|workspace, _| {
            workspace.save_document(convert::id(&document.id)?, FilePath::new(&document.path))?;
            Ok(Path { path: document.path })
        })
    }
}

/// Gaps as the wire has them, with the names of whom to ask.
pub(super) fn gaps(workspace: &Workspace, gaps: &[workspace::Gap]) -> Result<Vec<Gap>, Failure> {
    let told = |gap: &workspace::Gap| {
        let ask = gap.ask.iter().map(|device| convert::whose_device(workspace, *device));
        Ok(Gap {
            device: convert::whose_device(workspace, gap.device)?,
            from: count(gap.from),
            to: count(gap.to),
            ask: ask.collect::<Result<_, Failure>>()?,
        })
    };
    gaps.iter().map(told).collect()
}

//! What this laptop remembers between starts: language, theme, and which workspaces were open lately.
//!
//! One small JSON file. If it is missing or cannot be read the program starts as new: nothing of an officer's data
//! is in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::wire::{Preferences, RecentWorkspace, Theme};

/// The program's name among those that keep settings, which is its identifier in `tauri.conf.json`.
const PROGRAM: &str = "org.entente.desktop";

/// The folder of this program's own on this machine in which it notes how far the workspaces used here have come. The
/// window and the command line must have the same; `None` where the system names no folder for settings.
pub fn marks_folder() -> Option<PathBuf> {
    dirs::config_dir().map(|folder| folder.join(PROGRAM).join("marks"))
}

/// How many workspaces are remembered.
const RECENT: usize = 8;

/// The settings, and where they are kept.
#[derive(Debug)]
pub(crate) struct Stored {
    file: Option<PathBuf>,
    content: Content,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Content {
    preferences: Preferences,
    recent: Vec<RecentWorkspace>,
}

impl Stored {
    /// Reads the settings of this laptop.
    pub(crate) fn load(folder: Option<PathBuf>) -> Self {
        let file = folder.map(|folder| folder.join("settings.json"));
        let text = file.as_deref().and_then(|file| fs::read_to_string(file).ok());
        let content = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_else(|| Content {
            preferences: Preferences { language: None, theme: Theme::System },
            recent: Vec::new(),
        });
        Self { file, content }
    }

    pub(crate) fn preferences(&self) -> &Preferences {
        &self.content.preferences
    }

    pub(crate) fn recent(&self) -> &[RecentWorkspace] {
        &self.content.recent
    }

    /// Sets language and theme. They hold even if they could not be saved.
    pub(crate) fn set_preferences(&mut self, preferences: Preferences) -> Result<(), Failure> {
        self.content.preferences = preferences;
        self.save()
    }

    /// Puts a workspace at the head of those opened lately. Not being able to is no reason not to open it.
    pub(crate) fn remember(&mut self, workspace: RecentWorkspace) {
        self.content.recent.retain(|recent| recent.path != workspace.path);
        self.content.recent.insert(0, workspace);
        self.content.recent.truncate(RECENT);
        let _ = self.save();
    }

    fn save(&self) -> Result<(), Failure> {
        let Some(file) = &self.file else { return Ok(()) };
        let text = serde_json::to_string_pretty(&self.content).expect("BUG: settings are always JSON");
        write_whole(file, &text).map_err(|source| Failure::Preferences { path: file.clone(), source })
    }
}

/// Writes a file that appears whole or not at all.
fn write_whole(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let unfinished = file.with_extension("unfinished");
    fs::write(&unfinished, text)?;
    fs::rename(unfinished, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_beside_the_settings_of_the_window() {
        let settings: serde_json::Value =
            serde_json::from_str(include_str!("../../../tauri.conf.json")).expect("JSON");
        assert_eq!(settings["identifier"], PROGRAM);
    }
}

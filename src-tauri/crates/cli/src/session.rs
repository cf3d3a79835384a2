//! The api with the workspace that a command works in, and how its answers are written.

use std::io::{IsTerminal, stderr, stdout};
use std::path::Path;

use entente_api::{Api, ApiOptions, wire};
use entente_messages::{Args, Messages};
use serde::Serialize;

use crate::commands::laptops::parted_text;
use crate::failure::Failure;
use crate::text::safe;

/// What a command has to say.
pub(crate) struct Answer {
    /// For standard output.
    pub(crate) text: String,
    /// The exit code.
    pub(crate) code: u8,
}

impl Answer {
    /// Said, and all is well.
    pub(crate) fn new(text: String) -> Self {
        Self { text, code: 0 }
    }

    /// The same words with another exit code.
    pub(crate) fn with_code(self, code: u8) -> Self {
        Self { code, ..self }
    }
}

/// One run of the program.
pub(crate) struct Session {
    /// Whoever answers.
    pub(crate) api: Api,
    /// What is said to people.
    pub(crate) messages: &'static Messages,
    /// Whether answers are JSON.
    pub(crate) json: bool,
    /// The terminal's width; `None` where there is no terminal and nothing needs to be cut.
    pub(crate) columns: Option<usize>,
}

impl Session {
    /// A session with no workspace open.
    pub(crate) fn new(messages: &'static Messages, json: bool) -> Self {
        let languages = vec![messages.language().tag().to_owned()];
        // No folder for settings: a script must not change what the window offers to open again. But a workspace that
        // was restored or copied must be recognised by whichever of the two opens it.
        let marks_dir = entente_api::marks_folder();
        let api = Api::new(ApiOptions { languages, marks_dir, plain: true, ..ApiOptions::default() });
        let size = if stdout().is_terminal() { terminal_size::terminal_size() } else { None };
        Self { api, messages, json, columns: size.map(|(width, _)| usize::from(width.0)) }
    }

    /// Opens the workspace. What happened to it meanwhile is said on standard error, to people until one is there to read.
    pub(crate) fn open(&self, file: &Path) -> Result<(), Failure> {
        let status = self.told(self.api.open_workspace(wire::Path { path: absolute(file) }))?;
        let Some(workspace) = status.workspace.filter(|_| !self.json) else { return Ok(()) };
        if let Some(continued) = workspace.continued {
            eprintln!("{}", self.text(&format!("cli-continued-{}", continued.why)));
            if stderr().is_terminal() {
                self.told(self.api.dismiss_continued(wire::Nothing {}))?;
            }
        }
        for parted in &workspace.parted {
            eprintln!("{}", parted_text(self, parted));
        }
        if !workspace.parted.is_empty() && stderr().is_terminal() {
            self.told(self.api.dismiss_parted(wire::Nothing {}))?;
        }
        if workspace.back_again > 0 {
            eprintln!("{}", self.say("cli-back-again", Args::new().with("count", workspace.back_again)));
        }
        if workspace.unswept {
            eprintln!("{}", self.text("cli-unswept"));
        }
        if let Some(detail) = workspace.unmarked {
            eprintln!("{}", self.say("cli-unmarked", Args::new().with("detail", safe(&detail))));
        }
        Ok(())
    }

    /// The api's answer, or its refusal in the officer's language.
    pub(crate) fn told<T>(&self, answer: Result<T, entente_api::Failure>) -> Result<T, Failure> {
        answer.map_err(|failure| Failure::Refused(self.api.tell(&failure)))
    }

    /// An answer of the api: as JSON, or as this text.
    pub(crate) fn answer<T: Serialize>(&self, value: &T, text: impl FnOnce() -> String) -> Answer {
        Answer::new(if self.json {
            serde_json::to_string_pretty(value).expect("BUG: wire types are always JSON")
        } else {
            text()
        })
    }

    /// A sentence without values.
    pub(crate) fn text(&self, key: &str) -> String {
        self.messages.text(key)
    }

    /// A sentence with values.
    pub(crate) fn say(&self, key: &str, args: Args<'_>) -> String {
        self.messages.format(key, &args)
    }
}

/// The full path, since the api knows no folder that a path could start from.
pub(crate) fn absolute(file: &Path) -> String {
    let full = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    full.to_string_lossy().into_owned()
}

//! The command line beside the window: it reads the same files, and a colleague at it sends files and gets others.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::driver::programs;
use crate::program::Laptop;

/// A colleague with a laptop, a workspace and the command line.
pub(crate) struct Colleague {
    laptop: Laptop,
}

impl Colleague {
    /// One who knows nothing yet.
    pub(crate) fn new(officer: &str) -> Colleague {
        let colleague = Colleague { laptop: Laptop::new() };
        colleague.run(&["new", "--officer", officer, "--device", &format!("{officer}’s laptop")]);
        colleague
    }

    /// Adds a record, `&["institution", "name=…"]`, and gives its id.
    pub(crate) fn add(&self, words: &[&str]) -> String {
        let changed = self.run(&[&["add"], words].concat());
        changed["drafts"][0].as_str().expect("what was made has an id").to_owned()
    }

    /// Sets a field of a record, `city=…`.
    pub(crate) fn edit(&self, id: &str, field: &str) {
        self.run(&["edit", id, field]);
    }

    /// Writes all there is into a bundle of this name, for anyone.
    pub(crate) fn export(&self, name: &str) -> PathBuf {
        let bundle = self.laptop.file(name);
        self.run(&["export", text(&bundle), "--open"]);
        bundle
    }

    /// As `export`, sealed by a passphrase.
    pub(crate) fn export_sealed(&self, name: &str) -> PathBuf {
        let (bundle, passphrase) = (self.laptop.file(name), self.laptop.file("passphrase.txt"));
        std::fs::write(&passphrase, "correct horse battery staple").expect("a file can be written there");
        self.run(&["export", text(&bundle), "--passphrase-file", text(&passphrase)]);
        bundle
    }

    /// The same laptop once more, as one that was set up from an image of its disk.
    pub(crate) fn copy(&self) -> Colleague {
        Colleague { laptop: self.laptop.copy() }
    }

    /// Takes a bundle in, and gives what that did.
    pub(crate) fn import(&self, bundle: &Path) -> Value {
        self.run(&["import", text(bundle), "--yes"])["preview"].clone()
    }

    /// The records of a kind, as [`listed`], but with this laptop's marks: without them it would be taken for another one.
    pub(crate) fn listed(&self, kind: &str) -> String {
        self.run(&["list", kind]).to_string()
    }

    /// Uses a shared folder from now on, and looks into it.
    pub(crate) fn share(&self, folder: &Path) {
        self.run(&["folder", "set", text(folder)]);
        self.look_in_folder();
    }

    /// As `share`, with files that are not sealed.
    pub(crate) fn share_open(&self, folder: &Path) {
        self.run(&["folder", "set", text(folder), "--open"]);
        self.look_in_folder();
    }

    /// Looks into the shared folder, and gives how things stand then.
    pub(crate) fn look_in_folder(&self) -> Value {
        self.run(&["folder", "look"])["status"].clone()
    }

    /// Takes in whoever introduces a laptop in the shared folder, and imports what waits there.
    pub(crate) fn meet_all(&self) {
        let waiting = |status: &Value| status["waiting"].as_array().cloned().unwrap_or_default();
        for sender in waiting(&self.look_in_folder()) {
            self.run(&["folder", "meet", sender["device"].as_str().expect("a device")]);
        }
        for sender in waiting(&self.look_in_folder()) {
            for file in sender["files"].as_array().into_iter().flatten() {
                self.import(Path::new(file["path"].as_str().expect("a path")));
            }
        }
    }

    fn workspace(&self) -> PathBuf {
        self.laptop.file("colleague.entente-workspace")
    }

    fn run(&self, words: &[&str]) -> Value {
        let mut command = self.laptop.at_home(program());
        command.arg("-w").arg(self.workspace()).args(words);
        serde_json::from_str(&said(command)).expect("the command line answers in JSON")
    }
}

/// The records of a kind, as the command line lists those of a workspace that no window has open.
pub(crate) fn listed(workspace: &Path, kind: &str) -> String {
    let mut command = program();
    command.arg("-w").arg(workspace).args(["list", kind]);
    said(command)
}

fn program() -> Command {
    Command::new(programs().join("entente-cli"))
}

fn said(mut command: Command) -> String {
    let output = command.arg("--json").output().expect("the command line is built before the tests");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("JSON is text")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("test paths are text")
}

//! The command line as scripts and people use it: the real program, run on a laptop of its own.

mod answers;
mod exchange;
mod exit_codes;
mod filters;
mod folder;
mod imports;
mod records;
mod sealing;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A laptop: a folder for settings, a workspace, and an officer.
struct Laptop {
    folder: TempDir,
}

/// What the program said and how it ended.
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Laptop {
    /// A laptop without a workspace.
    fn bare() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder can be made") }
    }

    /// A laptop of this officer with a new, empty workspace.
    fn of(officer: &str) -> Self {
        let laptop = Self::bare();
        laptop.json(&["new", "--officer", officer, "--device", &format!("{officer}’s laptop")]);
        laptop
    }

    /// A laptop with the sample.
    fn with_sample() -> Self {
        let laptop = Self::of("Aigul");
        laptop.json(&["sample"]);
        laptop
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn workspace(&self) -> PathBuf {
        self.path("work.entente-workspace")
    }

    /// Runs a command in the workspace.
    fn run(&self, words: &[&str]) -> Said {
        let workspace = self.workspace();
        let mut all = vec!["-w", text(&workspace)];
        all.extend(words);
        self.run_bare(&all)
    }

    /// Runs the program with these words and no others, where nobody can be asked.
    fn run_bare(&self, words: &[&str]) -> Said {
        let output = Command::new(program())
            .args(words)
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Said { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs a command that must succeed, and gives its JSON document.
    fn json(&self, words: &[&str]) -> Value {
        let mut all = words.to_vec();
        all.push("--json");
        let said = self.run(&all);
        assert_eq!(said.code, 0, "{words:?}: {}", said.err);
        serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{words:?}: {error}: {}", said.out))
    }

    /// Adds a record and gives its id.
    fn add(&self, words: &[&str]) -> String {
        let mut all = vec!["add"];
        all.extend(words);
        id(&self.json(&all)["drafts"][0])
    }

    fn digest(&self) -> String {
        id(&self.json(&["digest"])["digest"])
    }

    /// The titles of a list, in its order.
    fn titles(&self, words: &[&str]) -> Vec<String> {
        let mut all = vec!["list"];
        all.extend(words);
        let page = self.json(&all);
        let rows = page["rows"].as_array().expect("rows");
        rows.iter().map(|row| id(&row["title"])).collect()
    }
}

/// The program, built with the workspace into the folder above this test's own.
fn program() -> PathBuf {
    let me = std::env::current_exe().expect("the system can name the running program");
    let folder = me.ancestors().nth(2).expect("tests are built into a folder of the build's");
    let program = folder.join(format!("entente-cli{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{} is not built: cargo build -p entente-cli", program.display());
    program
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

fn id(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

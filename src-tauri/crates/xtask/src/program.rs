//! Running other programs: cargo, npm, and the system's own.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::place;

/// A program to be run in the project's root.
///
/// What cargo told *us* by environment variables (our package's name, its folder) is taken out: a build script
/// that watches such a variable would otherwise run again each time one goes from `cargo` to `cargo xtask`.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(place::root());
    for (variable, _) in std::env::vars_os() {
        let ours = variable.to_str().is_some_and(|name| {
            name == "CARGO"
                || ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
                    .iter()
                    .any(|prefix| name.starts_with(prefix))
        });
        if ours {
            command.env_remove(variable);
        }
    }
    command
}

/// The cargo that runs us, with these words.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words);
    command
}

/// npm in the interface's folder. On Windows it is a script, which has to be named in full.
pub(crate) fn npm(words: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(place::ui()).args(words);
    command
}

/// Runs it with our own input and output, and asks for success.
pub(crate) fn run(mut command: Command) -> Result<(), Failure> {
    let line = line_of(&command);
    let status =
        command.status().map_err(|error| Failure::Step(format!("Could not start {line}: {error}")))?;
    if status.success() { Ok(()) } else { Err(Failure::Step(format!("{line}: {status}"))) }
}

/// Runs it in silence and gives what it wrote, or `None` where it is missing or did not succeed.
pub(crate) fn output(mut command: Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program of this name is on the search path.
pub(crate) fn exists(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| is_program(&folder.join(name)))
}

fn is_program(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file() || path.with_extension("cmd").is_file()
}

/// The command as one would type it.
fn line_of(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(OsStr::to_string_lossy));
    words.join(" ")
}

//! `cargo xtask test`: every check and test there is.
//!
//! The order lets cheap things fail first, and builds nothing twice: cargo is always asked for the whole
//! workspace, since asking for one package can give its dependencies other features and compile them anew.

use crate::bundle;
use crate::display;
use crate::failure::Failure;
use crate::program::{self, cargo, npm};
use crate::setup;
use crate::steps::{self, Step};
use crate::types;

/// In order. The interface is built before clippy, because the shell embeds it.
const STEPS: [Step; 14] = [
    Step { name: "setup", action: setup::to_test },
    Step { name: "format", action: format },
    Step { name: "npm", action: setup::interface },
    Step { name: "ui-lint", action: || program::run(npm(&["run", "lint"])) },
    Step { name: "ui-check", action: ui_check },
    Step { name: "ui-test", action: || program::run(npm(&["run", "test"])) },
    Step { name: "ui-build", action: || program::run(npm(&["run", "build"])) },
    Step { name: "clippy", action: clippy },
    Step { name: "doc", action: doc },
    Step { name: "build", action: build },
    Step { name: "types", action: types::check },
    Step { name: "rust-test", action: || program::run(cargo(&["test", "--workspace", "--no-fail-fast"])) },
    Step { name: "e2e", action: end_to_end },
    Step { name: "bundle", action: bundle::test },
];

/// Runs all steps, or those named.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    let (switches, names): (Vec<_>, Vec<_>) =
        options.iter().map(String::as_str).partition(|word| word.starts_with("--"));
    if let Some(unknown) = switches.iter().find(|switch| !["--keep-going", "--list"].contains(switch)) {
        return Err(Failure::Usage(format!("'cargo xtask test' does not know '{unknown}'.")));
    }
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        return Err(Failure::Usage(format!("There is no step '{unknown}'. See: cargo xtask test --list")));
    }
    if switches.contains(&"--list") {
        STEPS.iter().for_each(|step| println!("{}", step.name));
        return Ok(());
    }
    let chosen: Vec<Step> =
        STEPS.into_iter().filter(|step| names.is_empty() || names.contains(&step.name)).collect();
    steps::run(&chosen, switches.contains(&"--keep-going"))
}

pub(crate) fn format() -> Result<(), Failure> {
    program::run(cargo(&["fmt", "--all", "--check"]))
}

pub(crate) fn ui_check() -> Result<(), Failure> {
    program::run(npm(&["run", "check"]))
}

/// The end-to-end tests are left out of `--all-targets`, as of a plain `cargo test`: they need a display.
pub(crate) fn clippy() -> Result<(), Failure> {
    for targets in [["--all-targets"].as_slice(), &["--test", "e2e"]] {
        let mut clippy = cargo(&["clippy", "--workspace"]);
        clippy.args(targets).args(["--", "-D", "warnings"]);
        program::run(clippy)?;
    }
    Ok(())
}

fn doc() -> Result<(), Failure> {
    let mut doc = cargo(&["doc", "--workspace", "--no-deps"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    program::run(doc)
}

/// Also the programs that later steps start: the shell, the command line, the loopback host, the types.
fn build() -> Result<(), Failure> {
    program::run(cargo(&["build", "--workspace", "--all-targets"]))
}

/// The real program in a real window, and the same interface in a browser, on a screen of their own.
/// One at a time: they share that screen, and two windows would take the keyboard from each other.
fn end_to_end() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        println!(
            "Not run: the end-to-end tests drive WebKitGTK and a virtual display, which only Linux has."
        );
        return Ok(());
    }
    let cargo = cargo(&["test", "--workspace", "--test", "e2e", "--", "--test-threads=1"]);
    let mut screen = display::on_own_screen();
    screen.arg(cargo.get_program()).args(cargo.get_args());
    program::run(screen)
}

//! `cargo xtask run`: sets up, builds the program, and opens it.

use crate::display::has_display;
use crate::failure::Failure;
use crate::place;
use crate::program::{self, cargo, npm, program};
use crate::setup;

const NO_DISPLAY: &str = "\
There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window can be opened.
The same workspaces can be used from the command line:

  cargo xtask setup                      once, for what building needs
  cargo run -p entente-cli -- --help";

/// Builds the program and opens it; the words after `--` are handed to it (a workspace or bundle to open).
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    let files = match options {
        [] => &[],
        [dashes, files @ ..] if dashes == "--" => files,
        [option, ..] => {
            return Err(Failure::Usage(format!(
                "'cargo xtask run' does not know '{option}'; files stand after --"
            )));
        }
    };
    // Asked first: where nothing can be opened, nobody should wait for a build.
    if !has_display() {
        return Err(Failure::NoDisplay(NO_DISPLAY.to_owned()));
    }
    build()?;
    let mut entente = program(place::debug_program("entente"));
    // A path is meant as seen from where the developer stands, not from the project's root.
    if let Ok(here) = std::env::current_dir() {
        entente.current_dir(here);
    }
    entente.args(files);
    program::run(entente)
}

fn build() -> Result<(), Failure> {
    setup::to_build()?;
    setup::interface()?;
    program::run(npm(&["run", "build"]))?;
    program::run(cargo(&["build", "--workspace", "--bin", "entente"]))
}

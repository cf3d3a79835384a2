//! The interface's generated types: written from the api's Rust, and compared with what is committed.

use crate::failure::Failure;
use crate::place;
use crate::program::{cargo, program, run as run_program};

/// The chore: writes `ui/src/generated`, or with `--check` says what differs.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    let check = crate::one_switch("types", "--check", options)?;
    // Built as part of the workspace, so that no dependency is compiled a second time with other features.
    run_program(cargo(&["build", "--workspace", "--bin", "types"]))?;
    generate(check)
}

/// The step of the tests, where all is built already.
pub(crate) fn check() -> Result<(), Failure> {
    generate(true)
}

fn generate(check: bool) -> Result<(), Failure> {
    let mut types = program(place::debug_program("types"));
    types.arg(place::ui().join("src/generated"));
    if check {
        types.arg("--check");
    }
    run_program(types)
}

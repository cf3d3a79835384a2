//! `cargo xtask bench`: the figures of the design's table of limits, from a release build.

use crate::failure::Failure;
use crate::place;
use crate::program::{self, cargo, npm};
use crate::setup;

/// Builds the bench and the program whose start it measures, and runs it with the options as given, which it knows
/// itself. cargo is asked for the whole workspace, as for a package: so neither compiles anew what the other has.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    setup::to_build()?;
    setup::interface()?;
    program::run(npm(&["run", "build"]))?;
    program::run(cargo(&["build", "--release", "--workspace", "--bin", "bench", "--bin", "entente"]))?;
    let mut bench =
        program::program(place::target().join(format!("release/bench{}", std::env::consts::EXE_SUFFIX)));
    bench.args(options);
    program::run(bench)
}

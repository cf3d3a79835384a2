//! `cargo xtask bench`: the figures of the design's table of limits, from a release build.

use crate::failure::Failure;
use crate::program::{self, cargo};

/// Runs the bench with the options as given; it knows them itself.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    let mut bench = cargo(&["run", "--release", "--package", "entente-tests", "--bin", "bench", "--"]);
    bench.args(options);
    program::run(bench)
}

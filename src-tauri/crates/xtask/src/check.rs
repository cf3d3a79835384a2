//! `cargo xtask check`: the quick inner loop, under a minute when warm.

use crate::failure::Failure;
use crate::program::{self, cargo};
use crate::setup;
use crate::steps::{self, Step};
use crate::test;

/// What is worth knowing after every few edits. Its steps have the names they have in `cargo xtask test`.
const STEPS: [Step; 5] = [
    Step { name: "npm", action: setup::interface },
    Step { name: "format", action: test::format },
    Step { name: "ui-check", action: test::ui_check },
    Step { name: "clippy", action: test::clippy },
    Step {
        name: "domain",
        action: || program::run(cargo(&["test", "--quiet", "--package", "entente-domain", "--lib"])),
    },
];

/// Runs them all, whatever fails, since they are few and quick.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    crate::no_options("check", options)?;
    steps::run(&STEPS, true)
}

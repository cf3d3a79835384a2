//! `cargo xtask soak`: what the tests try shortly, tried for hours.

use std::fs;

use crate::failure::Failure;
use crate::place;
use crate::program::{self, cargo, exists};
use crate::steps::{self, Step};

/// How often a process is killed in each of its works, and at how many points a journal is cut and garbled.
const TIMES: &str = "1000";

/// How many stories of several laptops are told.
const STORIES: &str = "10000";

/// For how many seconds each target is fuzzed.
const SECONDS: u32 = 600;

const PARTS: [Step; 5] = [
    Step { name: "kills", action: || integration("killed::", ("ENTENTE_SOAK", TIMES)) },
    Step { name: "journal", action: || integration("files::journal", ("ENTENTE_SOAK", TIMES)) },
    Step { name: "disk", action: || integration("files::full_disk", ("ENTENTE_SOAK", TIMES)) },
    Step { name: "merges", action: || integration("convergence", ("PROPTEST_CASES", STORIES)) },
    Step { name: "fuzz", action: fuzz },
];

/// Runs all parts, or those named, whatever fails.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    let parts = PARTS.map(|part| part.name).join(", ");
    if let Some(unknown) = options.iter().find(|option| PARTS.iter().all(|part| part.name != **option)) {
        return Err(Failure::Usage(format!("'cargo xtask soak' has the parts {parts}; not '{unknown}'.")));
    }
    let chosen: Vec<Step> = PARTS
        .into_iter()
        .filter(|part| options.is_empty() || options.iter().any(|name| name == part.name))
        .collect();
    steps::run(&chosen, true)
}

/// Runs some of the integration tests with more patience than usual.
fn integration(tests: &str, (variable, value): (&str, &str)) -> Result<(), Failure> {
    let mut test = cargo(&["test", "--workspace", "--test", "integration", "--", tests]);
    test.env(variable, value);
    program::run(test)
}

/// Fuzzes every target, from the files kept for it. On a stable compiler, hence without a sanitizer.
fn fuzz() -> Result<(), Failure> {
    if !exists("cargo-fuzz") {
        program::run(cargo(&["install", "cargo-fuzz", "--locked"]))?;
    }
    let targets = place::root().join("tests/fuzz/targets");
    let files = fs::read_dir(&targets).map_err(|error| Failure::file("read", &targets, &error))?;
    let mut names: Vec<String> =
        files.flatten().filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    names.iter().try_for_each(|name| fuzz_one(name))
}

/// What it finds goes into `target/fuzz`, so that nothing is added to the project without having been looked at.
fn fuzz_one(target: &str) -> Result<(), Failure> {
    let found = place::target().join("fuzz/found").join(target);
    fs::create_dir_all(&found).map_err(|error| Failure::file("make", &found, &error))?;
    let kept = place::root().join("tests/fixtures/fuzz").join(target);
    let mut fuzz = cargo(&["fuzz", "run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none", "--target-dir"]);
    fuzz.arg(place::target().join("fuzz")).arg(target).arg(found).arg(kept).arg("--");
    fuzz.arg(format!("-max_total_time={SECONDS}")).arg("-timeout=20").arg("-rss_limit_mb=1024");
    program::run(fuzz)
}

//! The project's chores, as `cargo xtask CHORE`. One file a chore; what they share is in [`program`] (running
//! other programs), [`place`] (where things are), [`setup`] (what a machine must have) and [`steps`] (a list of
//! named steps, timed). No crate is used, so that this compiles in seconds on a fresh machine.

use std::process::ExitCode;

mod bench;
mod bundle;
mod check;
mod display;
mod failure;
mod icons;
mod place;
mod program;
mod run;
mod setup;
mod soak;
mod steps;
mod test;
mod types;

use failure::Failure;

const USAGE: &str = "\
cargo xtask CHORE

  run [-- FILE]         set up this machine, build the program and open it
  test [STEP …]         set up, then every check and test there is; with names, only those steps
                        --keep-going runs what is left after a failure, --list names the steps
  check                 the quick inner loop: format, clippy, interface check, unit tests of the domain
  bench [--scale X] [PART …]
                        build the reference workspace (X of its size) and print each limit with its ratio
  soak [PART …]         for hours: kills at any instant, cut journals, a full disk, random merges, the fuzzer
  bundle [--debug]      an installable .deb in target/bundle; --debug packs the debug build that is there
  icons                 draw every icon file anew from icons/entente.svg
  types [--check]       write the interface's generated types; --check only compares
  setup [--tests]       only the set-up: system packages and npm packages

Ends with 0 when all went well, 1 when a step failed, 2 for a chore or option that does not exist,
3 when something has to be installed by hand first, 4 when there is no display to open a window on.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match chore(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}

fn chore(words: &[String]) -> Result<(), Failure> {
    let Some((name, options)) = words.split_first() else {
        return Err(Failure::Usage(USAGE.to_owned()));
    };
    match name.as_str() {
        "run" => run::run(options),
        "test" => test::run(options),
        "check" => check::run(options),
        "bench" => bench::run(options),
        "soak" => soak::run(options),
        "bundle" => bundle::run(options),
        "icons" => icons::run(options),
        "types" => types::run(options),
        "setup" => setup::run(options),
        // Not in the usage: the half of the bundle test that runs inside the virtual display.
        "see-window" => bundle::see_window(options),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(Failure::Usage(format!("There is no chore '{other}'.\n\n{USAGE}"))),
    }
}

/// Refuses any option, for the chores that take none.
fn no_options(chore: &str, options: &[String]) -> Result<(), Failure> {
    match options.first() {
        None => Ok(()),
        Some(option) => Err(Failure::Usage(format!("'cargo xtask {chore}' does not know '{option}'."))),
    }
}

/// Takes at most the one switch that a chore knows, and says whether it was given.
fn one_switch(chore: &str, switch: &str, options: &[String]) -> Result<bool, Failure> {
    match options {
        [] => Ok(false),
        [option] if option == switch => Ok(true),
        [option, ..] => {
            Err(Failure::Usage(format!("'cargo xtask {chore}' takes only {switch}, not '{option}'.")))
        }
    }
}

//! A list of named steps, run in order and timed.

use std::time::{Duration, Instant};

use crate::failure::Failure;

/// One named step.
pub(crate) struct Step {
    /// How it is called in the table and on the command line.
    pub(crate) name: &'static str,
    /// What it does; an error is its failure.
    pub(crate) action: fn() -> Result<(), Failure>,
}

/// How a step ended.
enum Outcome {
    Passed(Duration),
    Failed(Duration, Failure),
    Skipped,
}

/// Runs the steps, prints how long each took, and ends on a line `N passed, N failed`.
/// After a failure the rest is skipped, unless `keep_going`.
pub(crate) fn run(steps: &[Step], keep_going: bool) -> Result<(), Failure> {
    let mut outcomes = Vec::new();
    let mut failed = false;
    for step in steps {
        let outcome = if failed && !keep_going { Outcome::Skipped } else { one(step) };
        failed |= matches!(outcome, Outcome::Failed(..));
        outcomes.push((step.name, outcome));
    }
    print_table(&outcomes);
    print_failures(&outcomes);
    print_counts(&outcomes);
    first_failure(outcomes)
}

fn one(step: &Step) -> Outcome {
    println!("\n── {} ──", step.name);
    let start = Instant::now();
    let result = (step.action)();
    let took = start.elapsed();
    match result {
        Ok(()) => Outcome::Passed(took),
        Err(failure) => {
            eprintln!("{failure}");
            Outcome::Failed(took, failure)
        }
    }
}

fn print_table(outcomes: &[(&str, Outcome)]) {
    let width = outcomes.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut total = Duration::ZERO;
    println!();
    for (name, outcome) in outcomes {
        let (word, took) = match outcome {
            Outcome::Passed(took) => ("passed", *took),
            Outcome::Failed(took, _) => ("FAILED", *took),
            Outcome::Skipped => ("skipped", Duration::ZERO),
        };
        total += took;
        println!("  {name:width$}  {:>8}  {word}", clock(took));
    }
    println!("  {:width$}  {:>8}", "all", clock(total));
}

fn print_failures(outcomes: &[(&str, Outcome)]) {
    for (name, outcome) in outcomes {
        if let Outcome::Failed(_, failure) = outcome {
            println!("\n  {name}: {failure}\n  again: cargo xtask test {name}");
        }
    }
}

fn print_counts(outcomes: &[(&str, Outcome)]) {
    let count = |wanted: fn(&Outcome) -> bool| outcomes.iter().filter(|(_, outcome)| wanted(outcome)).count();
    let passed = count(|outcome| matches!(outcome, Outcome::Passed(_)));
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(..)));
    let skipped = count(|outcome| matches!(outcome, Outcome::Skipped));
    let rest = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    println!("\n{passed} passed, {failed} failed{rest}");
}

/// The first failure in its own kind, since its exit code says more than "a step failed".
fn first_failure(outcomes: Vec<(&str, Outcome)>) -> Result<(), Failure> {
    for (_, outcome) in outcomes {
        if let Outcome::Failed(_, failure) = outcome {
            return Err(failure);
        }
    }
    Ok(())
}

/// Minutes and seconds, or seconds to a tenth below a minute.
fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{}:{:02} min", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Step = Step { name: "good", action: || Ok(()) };
    const BAD: Step = Step { name: "bad", action: || Err(Failure::Missing("apt install it".to_owned())) };

    #[test]
    fn all_good_steps_are_a_success() {
        assert!(run(&[GOOD, GOOD], false).is_ok());
    }

    #[test]
    fn a_failed_step_gives_its_own_exit_code() {
        let failure = run(&[GOOD, BAD, GOOD], false).expect_err("a step failed");
        assert_eq!(failure.exit_code(), 3);
    }

    #[test]
    fn times_are_written_as_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_millis(1540)), "1.5 s");
        assert_eq!(clock(Duration::from_secs(605)), "10:05 min");
    }
}

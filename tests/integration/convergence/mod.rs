//! Whatever laptops do and in whatever order they hear of each other, who knows the same sees the same.

mod heads;
mod laptops;

use proptest::test_runner::Config;

/// How many cases a property is tried on: as many as stand here, or as `PROPTEST_CASES` says, for a soak.
fn cases(usual: u32) -> Config {
    // A story takes some tenths of a second; a shorter one that fails too is soon found or not worth the wait.
    const HALF_A_MINUTE: u32 = 30_000;
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    Config { cases: asked.unwrap_or(usual), max_shrink_time: HALF_A_MINUTE, ..Config::default() }
}

//! How long properties are tried for: shortly in a test run, long in `cargo xtask soak`.

use proptest::test_runner::Config;

/// A property over whole laptops: tried on so many cases, or on as many as `PROPTEST_CASES` says, for a soak.
pub(crate) fn cases(usual: u32) -> Config {
    // A case takes some tenths of a second; a smaller one that fails too is soon found or not worth the wait.
    const HALF_A_MINUTE: u32 = 30_000;
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    Config { cases: asked.unwrap_or(usual), max_shrink_time: HALF_A_MINUTE, ..Config::default() }
}

/// How often something is interrupted: so often, or as often as `ENTENTE_SOAK` says.
pub(crate) fn times(usual: usize) -> usize {
    std::env::var("ENTENTE_SOAK").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

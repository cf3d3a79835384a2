//! Whatever laptops do and in whatever order they hear of each other, who knows the same sees the same.

mod heads;
mod laptops;

/// How many cases a property is tried on: as many as stand here, or as `PROPTEST_CASES` says, for a soak.
fn cases(usual: u32) -> proptest::test_runner::Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    let cases = asked.unwrap_or(usual);
    proptest::test_runner::Config {
        cases,
        max_shrink_iters: 4_000,
        ..proptest::test_runner::Config::default()
    }
}

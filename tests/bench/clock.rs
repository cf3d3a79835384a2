//! Time as the work itself takes it, on a machine that may be busy with other things.

use std::time::{Duration, Instant};

/// Measures until it is [read](Self::read).
pub(crate) struct Stopwatch {
    start: Instant,
    waited: Duration,
}

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self { waited: waited_for_a_processor(), start: Instant::now() }
    }

    /// The time since the start, without what this thread spent waiting for a processor that others had.
    pub(crate) fn read(&self) -> Duration {
        let whole = self.start.elapsed();
        whole.saturating_sub(waited_for_a_processor() - self.waited)
    }
}

/// Does something and says how long it took.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let stopwatch = Stopwatch::start();
    let done = work();
    (done, stopwatch.read())
}

/// How long this thread was ready to run but had no processor: the second of the figures in Linux's `schedstat`.
/// Nothing where the system does not tell; then a bench needs a quiet machine.
fn waited_for_a_processor() -> Duration {
    let figures = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let waited = figures.split_whitespace().nth(1).and_then(|nanoseconds| nanoseconds.parse().ok());
    Duration::from_nanos(waited.unwrap_or(0))
}

/// Times of many small things.
#[derive(Debug, Clone, Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The time that `percent` in a hundred do not exceed.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * percent).div_ceil(100).max(1) - 1;
        sorted.get(place).copied().unwrap_or_default()
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }
}

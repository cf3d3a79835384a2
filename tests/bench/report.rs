//! The table of figures.

use std::time::Duration;

/// A line of the table.
pub(crate) struct Row {
    what: String,
    figure: String,
    against: String,
    /// The figure over what it is held against, and the most that may be.
    ratio: Option<(f64, f64)>,
}

impl Row {
    /// A figure held against another of the same run, and how many times that it may be.
    pub(crate) fn times(what: &str, figure: impl Figure, against: impl Figure, limit: f64) -> Self {
        let ratio = figure.amount() / against.amount();
        Self {
            what: what.into(),
            figure: figure.told(),
            against: against.told(),
            ratio: Some((ratio, limit)),
        }
    }

    /// A figure that may be as large as this.
    pub(crate) fn within(what: &str, figure: impl Figure, limit: impl Figure) -> Self {
        Self::times(what, figure, limit, 1.0)
    }

    /// A figure without a limit.
    pub(crate) fn told(what: &str, figure: impl Figure) -> Self {
        Self { what: what.into(), figure: figure.told(), against: String::new(), ratio: None }
    }

    /// What cannot be measured yet.
    pub(crate) fn missing(what: &str, why: &str) -> Self {
        Self { what: what.into(), figure: "–".into(), against: why.into(), ratio: None }
    }

    /// The line, in columns.
    pub(crate) fn print(&self) {
        let (ratio, verdict) = match self.ratio {
            None => (String::new(), ""),
            Some((ratio, limit)) => {
                (format!("{ratio:.2} of {limit:.2}"), if ratio <= limit { "ok" } else { "OVER" })
            }
        };
        println!("{:<72} {:>14}  {:<28} {ratio:>14}  {verdict}", self.what, self.figure, self.against);
    }
}

/// Something that can be held against another of its kind.
pub(crate) trait Figure {
    fn amount(&self) -> f64;
    fn told(&self) -> String;
}

impl Figure for Duration {
    fn amount(&self) -> f64 {
        self.as_secs_f64()
    }

    fn told(&self) -> String {
        match self.as_secs_f64() {
            seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
            seconds => format!("{:.2} ms", seconds * 1e3),
        }
    }
}

/// A number of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Bytes(pub(crate) u64);

impl Figure for Bytes {
    fn amount(&self) -> f64 {
        self.0 as f64
    }

    fn told(&self) -> String {
        format!("{:.1} MiB", self.amount() / f64::from(1 << 20))
    }
}

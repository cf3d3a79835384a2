//! When something ends: as it was told, or between two days where it was counted from what was told coarsely.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::partial_date::PartialDate;

/// When an agreement ends. Its year is known either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// On a day, or on one of a month or year.
    Date(PartialDate),
    /// On one of these days and those between.
    Between(NaiveDate, NaiveDate),
}

impl Ending {
    /// As it was told; `None` if its year was not.
    pub(super) fn told(date: PartialDate) -> Option<Self> {
        date.first_day().map(|_| Self::Date(date))
    }

    /// The last day of a term of so many months that begins at `start`.
    pub(super) fn counted(start: PartialDate, months: u32) -> Option<Self> {
        let first = last_day_of_term(start.first_day()?, months)?;
        let last = last_day_of_term(start.last_day()?, months)?;
        Some(if first == last { Self::Date(PartialDate::Day(first)) } else { Self::Between(first, last) })
    }

    /// The first day that it may be.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Date(date) => date.first_day().expect("BUG: an ending has a year"),
            Self::Between(first, _) => first,
        }
    }

    /// The last day that it may be.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Date(date) => date.last_day().expect("BUG: an ending has a year"),
            Self::Between(_, last) => last,
        }
    }

    /// So many months later, as exactly as it is known; a bare year moves by whole years only.
    pub(super) fn later(self, months: u32) -> Option<Self> {
        let moved = |day: NaiveDate| day.checked_add_months(Months::new(months));
        Some(match self {
            Self::Date(PartialDate::Day(day)) => Self::Date(PartialDate::Day(moved(day)?)),
            Self::Date(PartialDate::Year(_)) if !months.is_multiple_of(12) => return None,
            Self::Date(PartialDate::Year(_)) => {
                Self::Date(PartialDate::Year(moved(self.first_day())?.year()))
            }
            Self::Date(_) => {
                let first = moved(self.first_day())?;
                Self::Date(PartialDate::Month(first.year(), first.month()))
            }
            Self::Between(first, last) => Self::Between(moved(first)?, moved(last)?),
        })
    }
}

/// The day before the same day so many months later. Where that month has no such day its last one is meant, as in the
/// law of periods (Regulation 1182/71, article 3).
fn last_day_of_term(start: NaiveDate, months: u32) -> Option<NaiveDate> {
    let next = start.checked_add_months(Months::new(months))?;
    if next.day() < start.day() { Some(next) } else { next.checked_sub_days(Days::new(1)) }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Between(first, last) => {
                write!(f, "{}..{}", PartialDate::Day(*first), PartialDate::Day(*last))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (start, months, last day of the term)
    const TERMS: [(&str, u32, &str); 8] = [
        ("2021-06-16", 60, "2026-06-15"),
        ("2024-02-29", 36, "2027-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-01-30", 1, "2024-02-29"),
        ("2024-01-29", 1, "2024-02-28"),
        ("2024-02", 36, "2027-01-31..2027-02-28"),
        ("2024", 34, "2026-10-31..2027-10-30"),
        ("--02", 36, ""),
    ];

    #[test]
    fn a_term_ends_the_day_before_it_would_begin_again() {
        for (start, months, expected) in TERMS {
            let ending = Ending::counted(start.parse().expect("a date"), months);
            assert_eq!(ending.map_or(String::new(), |ending| ending.to_string()), expected, "{start}");
        }
    }
}

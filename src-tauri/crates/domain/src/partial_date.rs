//! Dates of which only a part may be known.
//!
//! The notation is ISO 8601's, with the truncated forms of its 2000 edition (as in vCard 4, RFC 6350 §4.3.1):
//! `2023-10-19`, `2023-10`, `2023`, `--12-08` (a day whose year is not told) and `--11` (a month likewise).
//! A date that is not known at all is an empty field.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

/// A date known to the day, the month or the year, or a day or month without its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A full date.
    Day(NaiveDate),
    /// A month of a year: (year, month 1–12).
    Month(i32, u32),
    /// A year.
    Year(i32),
    /// A day whose year is not known: (month, day).
    DayOfUnknownYear(u32, u32),
    /// A month whose year is not known.
    MonthOfUnknownYear(u32),
}

/// A text that is no date in one of the five forms, or a day the calendar does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date such as 2023-10-19, 2023-10, 2023 or --12-08")]
pub struct NotADate(pub String);

impl PartialDate {
    /// The first day this may be, or `None` where the year is not known.
    pub fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::DayOfUnknownYear(..) | Self::MonthOfUnknownYear(_) => None,
        }
    }

    /// The last day this may be, or `None` where the year is not known.
    pub fn last_day(self) -> Option<NaiveDate> {
        let first = self.first_day()?;
        match self {
            Self::Month(..) => first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1)),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            Self::Day(_) | Self::DayOfUnknownYear(..) | Self::MonthOfUnknownYear(_) => Some(first),
        }
    }

    /// Whether this lies wholly before `other`, so that not even what is unknown could put it later.
    /// With a year unknown on either side nothing is certain, and the answer is no.
    pub fn certainly_before(self, other: Self) -> bool {
        matches!((self.last_day(), other.first_day()), (Some(end), Some(start)) if end < start)
    }

    /// A text that sorts by the calendar, coarse before fine, with unknown years behind every known one.
    pub fn sort_key(self) -> String {
        match self {
            Self::DayOfUnknownYear(..) | Self::MonthOfUnknownYear(_) => format!("X{self}"),
            Self::Day(_) | Self::Month(..) | Self::Year(_) => self.to_string(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::DayOfUnknownYear(month, day) => write!(f, "--{month:02}-{day:02}"),
            Self::MonthOfUnknownYear(month) => write!(f, "--{month:02}"),
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        parse(text).ok_or_else(|| NotADate(text.into()))
    }
}

fn parse(text: &str) -> Option<PartialDate> {
    if let Some(rest) = text.strip_prefix("--") {
        return match rest.split_once('-') {
            None => Some(PartialDate::MonthOfUnknownYear(month_number(rest)?)),
            Some((month, day)) => day_of_unknown_year(digits(month, 2)?, digits(day, 2)?),
        };
    }
    let Some((year, rest)) = text.split_once('-') else {
        return Some(PartialDate::Year(year_number(text)?));
    };
    match rest.split_once('-') {
        None => Some(PartialDate::Month(year_number(year)?, month_number(rest)?)),
        Some((month, day)) => NaiveDate::from_ymd_opt(year_number(year)?, digits(month, 2)?, digits(day, 2)?)
            .map(PartialDate::Day),
    }
}

/// 29 February is let through: some year has it.
fn day_of_unknown_year(month: u32, day: u32) -> Option<PartialDate> {
    const A_LEAP_YEAR: i32 = 2000;
    NaiveDate::from_ymd_opt(A_LEAP_YEAR, month, day).map(|_| PartialDate::DayOfUnknownYear(month, day))
}

fn year_number(text: &str) -> Option<i32> {
    digits(text, 4).filter(|&year| year > 0).map(|year| year as i32)
}

fn month_number(text: &str) -> Option<u32> {
    digits(text, 2).filter(|month| (1..=12).contains(month))
}

fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (text, first day, last day); "" = not known.
    const CASES: [(&str, &str, &str); 6] = [
        ("2023-10-19", "2023-10-19", "2023-10-19"),
        ("2023-10", "2023-10-01", "2023-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("--12-08", "", ""),
        ("--11", "", ""),
    ];

    #[test]
    fn a_partial_date_spans_every_day_it_may_be() {
        for (text, first, last) in CASES {
            let date: PartialDate = text.parse().expect(text);
            let shown = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            assert_eq!(
                (shown(date.first_day()), shown(date.last_day())),
                (first.into(), last.into()),
                "{text}"
            );
            assert_eq!(date.to_string(), text);
            assert_eq!(date.sort_key().trim_start_matches('X'), text);
        }
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        for text in [
            "",
            "23",
            "2023-13",
            "2023-02-29",
            "2023-1-1",
            "--00",
            "--02-30",
            "0000",
            "2023-10-19T00",
            "１９９９",
        ] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
        assert!("--02-29".parse::<PartialDate>().is_ok());
    }

    #[test]
    fn unknown_years_sort_behind_every_known_one() {
        let mut keys: Vec<String> = ["--12-08", "2023-10-19", "2023", "--11", "2022-05", "2023-10"]
            .map(|text| text.parse::<PartialDate>().expect(text).sort_key())
            .into();
        keys.sort();
        assert_eq!(keys, ["2022-05", "2023", "2023-10", "2023-10-19", "X--11", "X--12-08"]);
    }

    #[test]
    fn only_what_is_certain_counts_as_before() {
        let date = |text: &str| text.parse::<PartialDate>().expect("a date");
        assert!(date("2023-09").certainly_before(date("2023-10-01")));
        assert!(!date("2023-10").certainly_before(date("2023-10-19")));
        assert!(!date("--01-01").certainly_before(date("2023")));
    }
}

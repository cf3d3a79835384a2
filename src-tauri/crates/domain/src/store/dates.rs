//! Asking for dates that may lie in a stretch of days, however much of them is known.
//!
//! A date stands in its column as a text of which that of each of its days is a continuation: `2023` and `2023-10` sort
//! before `2023-10-19`, and what has no year behind all others, as `X--10` before `X--10-19`. So a stretch of days is
//! one stretch of texts, and the beginnings of its first day.

use chrono::{Datelike, NaiveDate};

use crate::partial_date::PartialDate;

/// The dates that a list is filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// Those that may lie between two days, both included; open where `None`. What has no year may lie in any year.
    Between(Option<NaiveDate>, Option<NaiveDate>),
    /// This one as it stands, which has no year.
    Yearless(PartialDate),
}

impl Dates {
    /// Those that may lie in a date, known to the day, the month or the year.
    pub fn within(date: PartialDate) -> Self {
        match (date.first_day(), date.last_day()) {
            (None, None) => Self::Yearless(date),
            (first, last) => Self::Between(first, last),
        }
    }
}

/// The conditions on a column of which dates pass any. What they compare with is written by this program, digit by digit.
pub(super) fn conditions(column: &str, dates: Dates) -> Vec<String> {
    let (from, to) = match dates {
        Dates::Between(Some(from), Some(to)) if from > to => return Vec::new(),
        Dates::Between(from, to) => (from, to),
        Dates::Yearless(date) => return vec![format!("{column} = '{}'", date.sort_key())],
    };
    let mut conditions = with_year(column, from, to);
    conditions.extend(without_year(column, from, to));
    conditions
}

fn with_year(column: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Vec<String> {
    // Behind every year, before what has none.
    let end = to.map_or("W".into(), day_key);
    let Some(from) = from else { return vec![format!("{column} <= '{end}'")] };
    let (day, month) = (day_key(from), PartialDate::Month(from.year(), from.month()).sort_key());
    let year = PartialDate::Year(from.year()).sort_key();
    vec![
        format!("{column} >= '{day}' AND {column} <= '{end}'"),
        format!("{column} IN ('{year}', '{month}') AND {column} <= '{end}'"),
    ]
}

fn without_year(column: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Vec<String> {
    let days = match (from, to) {
        (Some(from), Some(to)) => Some((from, to)),
        _ => None,
    };
    // In a whole year there is every day.
    let Some((from, to)) = days.filter(|(from, to)| to.years_since(*from).is_none_or(|years| years == 0))
    else {
        return vec![format!("{column} >= 'X'")];
    };
    let of_day = |day: NaiveDate| PartialDate::DayOfUnknownYear(day.month(), day.day()).sort_key();
    let (first, last) = (of_day(from), of_day(to));
    let month = format!("{column} = '{}'", PartialDate::MonthOfUnknownYear(from.month()).sort_key());
    match first <= last {
        true => vec![format!("{column} >= '{first}' AND {column} <= '{last}'"), month],
        // Over the turn of the year.
        false => {
            vec![format!("{column} >= '{first}'"), format!("{column} >= 'X' AND {column} <= '{last}'"), month]
        }
    }
}

/// A day as dates' columns keep it.
pub(super) fn day_key(day: NaiveDate) -> String {
    PartialDate::Day(day).sort_key()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rusqlite::Connection;

    use super::*;

    const ALL: [&str; 9] =
        ["2022", "2023", "2023-10", "2023-10-19", "2023-12-08", "2024-01", "--01", "--10-19", "--12-08"];

    /// (stretch, the dates of [`ALL`] that may lie in it)
    #[rustfmt::skip]
    const CASES: &[(&str, &[&str])] = &[
        ("2023..2023",             &["2023", "2023-10", "2023-10-19", "2023-12-08", "--01", "--10-19", "--12-08"]),
        ("..2023",                 &["2022", "2023", "2023-10", "2023-10-19", "2023-12-08", "--01", "--10-19", "--12-08"]),
        ("2022..2022",             &["2022", "--01", "--10-19", "--12-08"]),
        ("2023-10..2023-10",       &["2023", "2023-10", "2023-10-19", "--10-19"]),
        ("2023-10-20..2023-10-31", &["2023", "2023-10"]),
        ("2023-12..2024-01-15",    &["2023", "2023-12-08", "2024-01", "--01", "--12-08"]),
        ("2024-01-20..",           &["2024-01", "--01", "--10-19", "--12-08"]),
        ("..",                     &ALL),
        ("2024..2023",             &[]),
    ];

    fn found(connection: &Connection, dates: Dates) -> Vec<String> {
        let any =
            conditions("date", dates).iter().map(|one| format!("({one})")).collect::<Vec<_>>().join(" OR ");
        let sql = format!("SELECT date FROM dates WHERE {}", if any.is_empty() { "FALSE" } else { &any });
        let mut select = connection.prepare(&sql).expect("SQL");
        let dates = select.query_map((), |row| row.get::<_, String>(0)).expect("asked");
        dates.map(|date| date.expect("read").trim_start_matches('X').into()).collect()
    }

    fn kept<'a>(dates: impl IntoIterator<Item = &'a str>) -> Connection {
        let connection = Connection::open_in_memory().expect("opened");
        connection.execute_batch("CREATE TABLE dates (date TEXT)").expect("made");
        for date in dates {
            let key = date.parse::<PartialDate>().expect("a date").sort_key();
            connection.execute("INSERT INTO dates (date) VALUES (?)", [key]).expect("put");
        }
        connection
    }

    fn stretch(text: &str) -> Dates {
        let (from, to) = text.split_once("..").expect("a stretch");
        let date = |text: &str| text.parse::<PartialDate>().ok();
        Dates::Between(date(from).and_then(PartialDate::first_day), date(to).and_then(PartialDate::last_day))
    }

    #[test]
    fn a_date_passes_if_it_may_lie_in_the_stretch() {
        let connection = kept(ALL);
        for (text, expected) in CASES {
            assert_eq!(found(&connection, stretch(text)), *expected, "{text}");
        }
        let yearless = Dates::within("--12-08".parse().expect("a date"));
        assert_eq!(found(&connection, yearless), ["--12-08"]);
    }

    proptest! {
        /// Day by day: a date passes if one of the days of the stretch continues it.
        #[test]
        fn a_date_passes_if_a_day_of_the_stretch_is_one_of_its_days(
            from in 0_u64..1_500, length in 0_u64..800, date in 0_u64..1_500, known in 0_usize..5,
        ) {
            let day = |days| NaiveDate::from_ymd_opt(2021, 1, 1).expect("a day") + chrono::Days::new(days);
            let date = day(date);
            let date = [
                PartialDate::Day(date),
                PartialDate::Month(date.year(), date.month()),
                PartialDate::Year(date.year()),
                // The day that some years have not would need them told apart.
                PartialDate::DayOfUnknownYear(date.month(), date.day().min(28)),
                PartialDate::MonthOfUnknownYear(date.month()),
            ][known];
            let is_of = |day: NaiveDate| match date {
                PartialDate::DayOfUnknownYear(month, of_month) => (day.month(), day.day()) == (month, of_month),
                PartialDate::MonthOfUnknownYear(month) => day.month() == month,
                _ => date.first_day() <= Some(day) && Some(day) <= date.last_day(),
            };
            let expected = (from..=from + length).map(day).any(is_of);
            let text = date.to_string();
            let connection = kept([text.as_str()]);
            let stretch = Dates::Between(Some(day(from)), Some(day(from + length)));
            prop_assert_eq!(!found(&connection, stretch).is_empty(), expected, "{} in {:?}", text, stretch);
        }
    }
}

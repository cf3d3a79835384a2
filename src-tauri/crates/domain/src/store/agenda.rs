//! Follow-ups by when they are due.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Result, params_from_iter};

use super::RecordNumber;
use super::dates::day_key;

/// A stretch of time on the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// Before today.
    Overdue,
    /// Today.
    Today,
    /// In the next so many days, but not in those of the stretch before.
    Within(u64),
    /// After all those.
    Later,
    /// On a day of which not even the year is known.
    Undated,
}

impl Stretch {
    /// All of them, in order.
    pub const ALL: [Self; 7] = [
        Self::Overdue,
        Self::Today,
        Self::Within(7),
        Self::Within(30),
        Self::Within(90),
        Self::Later,
        Self::Undated,
    ];
}

/// The open follow-ups of a stretch: how many, and the first of them.
#[derive(Debug, Clone)]
pub struct Group<T> {
    /// Which stretch.
    pub stretch: Stretch,
    /// How many there are.
    pub total: u32,
    /// The first of them.
    pub rows: Vec<T>,
}

/// The open follow-ups, by the partial index that holds them alone. It is named, since SQLite takes an index over all
/// follow-ups for the narrower one and walks past all that is done. Keep the condition and the index's together.
const OPEN: &str = "FROM \"follow-up\" INDEXED BY \"follow-up open by due\" \
    WHERE live = 1 AND coalesce(\"state\", 'open') = 'open'";

/// The last day a due date may be. Months are of different lengths.
const LAST_DAY: &str = "CASE length(due) WHEN 4 THEN due || '-12-31' \
    WHEN 7 THEN date(due || '-01', '+1 month', '-1 day') ELSE due END";

/// Open follow-ups grouped by the last day on which they may be due, `limit` at the most of each group.
pub(crate) fn open_follow_ups(
    connection: &Connection,
    today: NaiveDate,
    limit: u32,
) -> Result<Vec<Group<RecordNumber>>> {
    Stretch::ALL.into_iter().map(|stretch| group(connection, stretch, today, limit)).collect()
}

/// One group.
pub(crate) fn group(
    connection: &Connection,
    stretch: Stretch,
    today: NaiveDate,
    limit: u32,
) -> Result<Group<RecordNumber>> {
    let (condition, days) = due_in(stretch, today);
    let from = format!("{OPEN} AND {condition}");
    let total = connection
        .prepare_cached(&format!("SELECT count(*) {from}"))?
        .query_row(params_from_iter(&days), |row| row.get(0))?;
    let mut select = connection.prepare_cached(&format!("SELECT n {from} ORDER BY due, n LIMIT {limit}"))?;
    let rows = select.query_map(params_from_iter(&days), |row| row.get(0))?.collect::<Result<_>>()?;
    Ok(Group { stretch, total, rows })
}

/// That a follow-up is due in a stretch, and the days that this is asked with.
fn due_in(stretch: Stretch, today: NaiveDate) -> (String, Vec<String>) {
    let in_days = |days| day_key(today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX));
    let between = |after, days| {
        let condition = format!("due <= ?2 AND {LAST_DAY} > ?1 AND {LAST_DAY} <= ?2");
        (condition, vec![in_days(after), in_days(days)])
    };
    match stretch {
        // A due date sorts before the last day it may be: this much can be left to the index.
        Stretch::Overdue => (format!("due < ?1 AND {LAST_DAY} < ?1"), vec![in_days(0)]),
        Stretch::Today => (format!("due <= ?1 AND {LAST_DAY} = ?1"), vec![in_days(0)]),
        Stretch::Within(7) => between(0, 7),
        Stretch::Within(30) => between(7, 30),
        Stretch::Within(days) => between(30, days),
        Stretch::Later => (format!("due < 'X' AND {LAST_DAY} > ?1"), vec![in_days(90)]),
        Stretch::Undated => ("(due IS NULL OR due >= 'X')".into(), Vec::new()),
    }
}

/// Open follow-ups due from today on, nearest first.
pub(crate) fn upcoming(connection: &Connection, today: NaiveDate, limit: u32) -> Result<Vec<RecordNumber>> {
    let sql = format!(
        "SELECT n {OPEN} AND due < 'X' AND due >= substr(?1, 1, 4) AND {LAST_DAY} >= ?1 \
         ORDER BY due, n LIMIT {limit}"
    );
    connection.prepare_cached(&sql)?.query_map([day_key(today)], |row| row.get(0))?.collect()
}

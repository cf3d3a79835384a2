//! Lists, search, and the home page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgreementState, ConflictItem, Row};

/// Asks for one page of the records of a kind.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct List {
    /// The kind's name.
    pub kind: String,
    /// Only those the search box would find by this.
    #[serde(default)]
    pub text: Option<String>,
    /// Only those that pass all of these.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// The name of a listed field that is no reference, `title`, or `created` (when it came into this workspace).
    /// Without it, by title.
    #[serde(default)]
    pub sort: Option<String>,
    /// Whether the greatest comes first. What is not known comes last either way.
    #[serde(default)]
    pub descending: bool,
    /// How many to pass over.
    #[serde(default)]
    pub offset: u32,
    /// The id of a record: instead of passing over `offset`, give the page on which it stands, counted in whole pages
    /// of `limit`. Of a record that is not in the list, the page at `offset`.
    #[serde(default)]
    pub around: Option<String>,
    /// How many to give, 500 at most.
    pub limit: u32,
    /// Whether to give what is in the trash instead.
    #[serde(default)]
    pub deleted: bool,
}

/// A test of one field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Filter {
    /// A listed field's name; or what of the rows that belong to it a record is filtered by, of which some must be one of
    /// these: `tag`, and `party` and `topic` of agreements, `participant` of events, `affiliation` of people,
    /// `membership` of institutions; or `state` for the codes of what an agreement's dates may mean today.
    pub field: String,
    /// What it must be.
    pub test: FilterTest,
}

/// What a filtered field must be.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FilterTest {
    /// One of these values; a date that may lie in one of these days, months or years.
    AnyOf(Vec<String>),
    /// A date that may lie between these (both included; either may be open).
    Between {
        /// A day, a month or a year, from its first day on.
        from: Option<String>,
        /// Another, to its last day.
        to: Option<String>,
    },
    /// Not known.
    Unknown,
    /// Known.
    Known,
}

/// Asks for the texts that a list can be filtered by.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilterTexts {
    /// The listed kind's name.
    pub kind: String,
    /// The filter's name: `topic`.
    pub filter: String,
    /// Only those that contain this.
    pub text: String,
    /// How many to give, 100 at most.
    pub limit: u32,
}

/// A page of a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Page {
    /// The rows asked for.
    pub rows: Vec<Row>,
    /// How many were passed over.
    pub offset: u32,
    /// How many there are in all.
    pub total: u32,
}

/// Asks for what the search box finds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Search {
    /// Words or beginnings of words, in any script; all must be found.
    pub text: String,
    /// Only records of this kind.
    #[serde(default)]
    pub kind: Option<String>,
    /// How many to give, 100 at most.
    pub limit: u32,
}

/// A record found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Its kind's name.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// A line that tells it from others of that title: short name, city, date, whom it is told with. May be empty.
    pub subtitle: String,
}

/// What the home page shows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Home {
    /// Today, `YYYY-MM-DD`, by this laptop's clock.
    pub today: String,
    /// Open follow-ups past their day, longest overdue first; 50 at most.
    pub overdue: Vec<Row>,
    /// How many are overdue in all.
    pub overdue_total: u32,
    /// Open follow-ups due from today on, the nearest first; 20 at most.
    pub upcoming: Vec<Row>,
    /// Agreements that end within 180 days, the nearest first; 20 at most.
    pub expiring: Vec<Expiring>,
    /// What was saved lately, newest first; 30 at most.
    pub recent: Vec<RecentChange>,
    /// The first of the fields with several values; 2 at most.
    pub contested: Vec<ConflictItem>,
    /// How many fields have several values.
    pub conflicts: u32,
}

/// An agreement soon to end.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Expiring {
    /// The agreement.
    pub record: Row,
    /// What its dates mean.
    pub state: AgreementState,
}

/// One save, in a line.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecentChange {
    /// When, in RFC 3339 UTC, by the clock of the laptop it was done on.
    pub at: String,
    /// The officer.
    pub author: String,
    /// Whether it was done on this laptop.
    pub here: bool,
    /// What was done: `introduce`, `save`, `delete`, `restore`, `undo` or `redo`.
    pub action: String,
    /// The record with a page of its own that it was about; `null` where there is none.
    pub id: Option<String>,
    /// Its kind's name.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// How many further such records the save touched.
    pub others: u32,
}

/// The open follow-ups by when they are due.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Agenda {
    /// Today, `YYYY-MM-DD`.
    pub today: String,
    /// `overdue`, `today`, `within-7`, `within-30`, `within-90`, `later`, `undated`, in this order.
    pub groups: Vec<AgendaGroup>,
}

/// The follow-ups of one stretch of time.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AgendaGroup {
    /// Which stretch.
    pub code: String,
    /// How many there are in all.
    pub total: u32,
    /// The first of them, 100 at most.
    pub rows: Vec<Row>,
}

//! Lists, search, and the home page.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Error, Group, Workspace};
use crate::ids::{CommitRef, RecordId, WallTime};
use crate::kinds::{Field, Kind};
use crate::log::Action;
use crate::rules::agreement_state::{AgreementState, state};
use crate::store::{
    self, Page, Query, Row, agenda, agreement_states, lists, log_rows, order, records, rows, search,
};

/// One save, as the home page tells it.
#[derive(Debug, Clone)]
pub struct RecentSave {
    /// Which commit.
    pub at: CommitRef,
    /// When, by the clock of the device.
    pub wall_time: WallTime,
    /// The officer.
    pub author: String,
    /// What was done.
    pub action: Action,
    /// The first record with a page of its own that it was about.
    pub about: Option<Row>,
    /// How many more such records there were.
    pub others: usize,
}

/// The open follow-ups, stretch by stretch.
pub type FollowUps = Vec<Group<Row>>;

/// How many of the newest commits the home page looks at.
const RECENT: u32 = 100;

impl Workspace {
    /// A page of a list.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn list(&self, query: &Query) -> Result<Page, Error> {
        Ok(lists::page(&self.connection, query)?)
    }

    /// What records of a kind say in a text field, each text once, those said most often first: `most` at the most of
    /// those that contain this one.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn texts(
        &self,
        kind: Kind,
        field: &Field,
        containing: &str,
        most: usize,
    ) -> Result<Vec<String>, Error> {
        Ok(lists::texts(&self.connection, kind, field, containing, most)?)
    }

    /// How many records of a list stand before this one; `None` if it is not in the list.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn place(&self, query: &Query, id: RecordId) -> Result<Option<u32>, Error> {
        Ok(order::place(&self.connection, query, id)?)
    }

    /// Whether lists can be sorted by this field.
    pub fn is_sortable(field: &Field) -> bool {
        lists::is_sortable(field)
    }

    /// What the search box finds, best first.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn search(&self, typed: &str, kind: Option<Kind>, limit: u32) -> Result<Vec<Row>, Error> {
        let _look = store::look(&self.connection)?;
        self.rows(search::find(&self.connection, typed, kind, limit)?)
    }

    /// The open follow-ups by when they are due, `limit` at the most of each stretch.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn open_follow_ups(&self, today: NaiveDate, limit: u32) -> Result<FollowUps, Error> {
        let _look = store::look(&self.connection)?;
        let groups = agenda::open_follow_ups(&self.connection, today, limit)?;
        groups
            .into_iter()
            .map(|group| {
                Ok(Group { stretch: group.stretch, total: group.total, rows: self.rows(group.rows)? })
            })
            .collect()
    }

    /// The follow-ups overdue, longest first.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn overdue(&self, today: NaiveDate, limit: u32) -> Result<Group<Row>, Error> {
        let _look = store::look(&self.connection)?;
        let group = agenda::group(&self.connection, super::Stretch::Overdue, today, limit)?;
        Ok(Group { stretch: group.stretch, total: group.total, rows: self.rows(group.rows)? })
    }

    /// The follow-ups due from today on, nearest first.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn upcoming(&self, today: NaiveDate, limit: u32) -> Result<Vec<Row>, Error> {
        self.rows(agenda::upcoming(&self.connection, today, limit)?)
    }

    /// The agreements that end soon, nearest first.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn expiring(&self, today: NaiveDate, limit: usize) -> Result<Vec<(Row, AgreementState)>, Error> {
        agreement_states::bring_to(&self.connection, today)?;
        let expiring = self.rows(agreement_states::expiring(&self.connection, limit)?)?;
        let with_state = |row: Row| {
            let state = state(&row.values, today);
            (row, state)
        };
        Ok(expiring.into_iter().map(with_state).collect())
    }

    /// How many live records of each main kind there are.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn counts(&self) -> Result<BTreeMap<Kind, u32>, Error> {
        Ok(rows::counts(&self.connection)?)
    }

    /// The newest saves, newest first, as far as they arrived last.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn recent(&self, limit: usize) -> Result<Vec<RecentSave>, Error> {
        let _look = store::look(&self.connection)?;
        let mut recent = Vec::new();
        for commit in log_rows::newest(&self.connection, &self.devices, RECENT)? {
            if recent.len() == limit {
                break;
            }
            if commit.missing.is_hole() && commit.records.is_empty() {
                continue;
            }
            let mut about = Vec::new();
            for changed in &commit.records {
                let main = self.main_of(changed.record)?;
                about.extend(main.filter(|main| !about.contains(main)));
            }
            let first = about.first().map(|n| rows::row(&self.connection, *n)).transpose()?;
            recent.push(RecentSave {
                at: commit.at(),
                wall_time: commit.wall_time,
                author: commit.author,
                action: commit.action,
                about: first,
                others: about.len().saturating_sub(1),
            });
        }
        Ok(recent)
    }

    /// How many records are of kinds, and how many fields of numbers or types, that this program does not know.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn unknown(&self) -> Result<(u32, u32), Error> {
        Ok(rows::unfamiliar_counts(&self.connection)?)
    }

    fn rows(&self, numbers: Vec<i64>) -> Result<Vec<Row>, Error> {
        let _look = store::look(&self.connection)?;
        Ok(numbers.into_iter().map(|n| rows::row(&self.connection, n)).collect::<Result<_, _>>()?)
    }

    /// The record with a page of its own that this record is or belongs to.
    fn main_of(&self, id: RecordId) -> Result<Option<i64>, Error> {
        match records::number(&self.connection, id)? {
            Some(n) => Ok(records::main_of(&self.connection, n)?),
            None => Ok(None),
        }
    }
}

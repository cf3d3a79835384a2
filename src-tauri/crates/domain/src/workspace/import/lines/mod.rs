//! What an import brings, a line a record: for a preview, and for the report of long ago.

mod arrival;
mod fields;
mod making;
mod preview;

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::bundle::Opening;
use crate::ids::{CommitRef, DeviceId, RecordId};
use crate::merge::Branches;
use crate::store::lines::{Line, LineRows, RecordEffect};
use crate::store::{aside, imports, log_rows};
use crate::workspace::touches::Came;
use crate::workspace::{Error, Workspace};

pub use fields::{LineField, LinePart};

/// What an import brings, to be looked at line by line. It holds nothing of the workspace.
#[derive(Debug)]
pub struct Lines {
    lines: LineRows,
    /// What the import brings or brought.
    came: Came,
    /// Where devices parted, once the import was in.
    branches: Branches,
    /// Behind which commits what is here was found to be a branch, and which, in the order in which that was found.
    moved: Vec<(CommitRef, DeviceId)>,
    /// What a preview was made of; `None` for what was imported.
    pub(super) shown: Option<Shown>,
}

/// What a preview was made of: the bundle, and how the workspace stood.
#[derive(Debug, PartialEq)]
pub(super) struct Shown {
    pub(super) opening: Opening,
    pub(super) standing: Standing,
}

/// How far log and what is kept aside had come, and which import is the next: what fills older rows adds none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) row: i64,
    aside: i64,
    pub(super) import: u64,
}

/// Which lines are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineQuery {
    /// Only those with this text in their title or in that of a row of theirs, in letters of any size; empty for all.
    pub text: String,
    /// Only those to which this happens.
    pub effect: Option<RecordEffect>,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give at most.
    pub limit: u32,
}

/// A page of lines, the gravest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinePage {
    /// The lines.
    pub lines: Vec<Line>,
    /// How many there are of each effect with the text asked for.
    pub counts: BTreeMap<RecordEffect, u32>,
}

impl Standing {
    pub(super) fn of(connection: &Connection) -> Result<Self, Error> {
        let row = log_rows::last_row(connection)?;
        let aside = aside::all(connection)?.iter().map(|stretch| stretch.n).max().unwrap_or(0);
        Ok(Self { row, aside, import: imports::next(connection)? })
    }
}

impl Lines {
    /// A page of the lines.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn page(&self, query: &LineQuery) -> Result<LinePage, Error> {
        Ok(LinePage {
            lines: self.lines.page(&query.text, query.effect, query.offset, query.limit)?,
            counts: self.lines.counts(&query.text)?,
        })
    }

    /// The laptop's name of a preview's sender, who may not be known here yet.
    pub fn sender(&self, device: DeviceId) -> Option<&str> {
        let opening = &self.shown.as_ref()?.opening;
        (opening.sender == device).then_some(opening.device.as_str())
    }

    /// A record among them, the rows of the records with a page of their own too; `None` if it is not touched.
    ///
    /// # Errors
    /// If they cannot be read.
    pub fn find(&self, record: RecordId) -> Result<Option<Line>, Error> {
        Ok(self.lines.part(record)?)
    }
}

impl Workspace {
    /// Whether a preview still is what would happen: whether nothing has been written since.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn is_current(&self, lines: &Lines) -> Result<bool, Error> {
        let standing = Standing::of(&self.connection)?;
        Ok(lines.shown.as_ref().is_none_or(|shown| shown.standing == standing))
    }
}

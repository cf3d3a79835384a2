//! What an import brings, a line a record: for a preview, and for the report of long ago.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::tally::Effects;
use crate::bundle::Opening;
use crate::ids::{CommitRef, DeviceId, RecordId};
use crate::kinds::Kind;
use crate::merge::{Branches, DELETED};
use crate::store::devices::Devices;
use crate::store::lines::{Line, LineRows, RecordEffect};
use crate::store::{RecordNumber, aside, filled, kind_rows, log_rows, records, rows};
use crate::workspace::touches::{Came, Touches, Turn};
use crate::workspace::{Error, Watch, Workspace};

/// What an import brings, to be looked at line by line. It holds nothing of the workspace.
#[derive(Debug)]
pub struct Lines {
    pub(super) lines: LineRows,
    /// What the import brings or brought.
    pub(super) came: Came,
    /// Where devices parted, once the import was in.
    pub(super) branches: Branches,
    /// Behind which commits what is here was found to be a branch, and which, in the order in which that was found.
    pub(super) moved: Vec<(CommitRef, DeviceId)>,
    /// What a preview was made of; `None` for what was imported.
    pub(super) shown: Option<Shown>,
}

/// What a preview was made of: the bundle, and how the workspace stood.
#[derive(Debug, PartialEq)]
pub(super) struct Shown {
    pub(super) opening: Opening,
    pub(super) standing: Standing,
}

/// How far log and what is kept aside had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) row: i64,
    aside: i64,
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

/// How many records are looked at between two looks at the watch.
const STRIDE: u32 = 1_000;

impl Standing {
    pub(super) fn of(connection: &Connection) -> Result<Self, Error> {
        let row = log_rows::last_row(connection)?;
        let aside = aside::all(connection)?.iter().map(|stretch| stretch.n).max().unwrap_or(0);
        Ok(Self { row, aside })
    }
}

impl Lines {
    /// The lines of a preview, in the middle of the import that is going to be rolled back.
    pub(super) fn of_preview(
        connection: &Connection,
        devices: &Devices,
        moved: &[(CommitRef, DeviceId)],
        shown: Shown,
        import: u64,
        effects: &Effects,
        watch: &Watch,
    ) -> Result<Self, Error> {
        let came = Came { import, rows: shown.standing.row + 1..=log_rows::last_row(connection)? };
        let lines = LineRows::new()?;
        let keep = |row, device, bytes: &[u8]| {
            let device = devices.by_number(device).expect("BUG: every commit has a device");
            lines.keep(row, device.id, bytes)
        };
        log_rows::for_each_in(connection, &came.rows, |row, device, bytes| {
            touch(&lines, row, bytes)?;
            keep(row, device, bytes)?;
            watch.advance(1)
        })?;
        let mut kept = 0;
        filled::by(connection, import, |row, record| {
            lines.touch(record, row)?;
            if std::mem::replace(&mut kept, row) == row {
                return Ok(());
            }
            log_rows::for_each_in(connection, &(row..=row), |row, device, bytes| keep(row, device, bytes))
        })?;
        for (n, effect) in effects.of.effects() {
            add(connection, &lines, n, effect)?;
        }
        for line in &effects.erased {
            lines.add(line, (line.record, line.kind, line.title.as_deref()))?;
        }
        lines.finish()?;
        let branches = devices.branches().clone();
        Ok(Self { lines, came, branches, moved: moved.to_vec(), shown: Some(shown) })
    }

    /// The lines of what was imported.
    fn of_arrival(
        connection: &Connection,
        devices: &Devices,
        came: Came,
        watch: &Watch,
    ) -> Result<Self, Error> {
        let lines = LineRows::new()?;
        let commits = came.rows.end().saturating_sub(*came.rows.start()).saturating_add(1);
        watch.expect(u64::try_from(commits).unwrap_or(0).saturating_mul(2));
        log_rows::for_each_in(connection, &came.rows, |row, _, bytes| {
            touch(&lines, row, bytes)?;
            watch.advance(1)
        })?;
        filled::by(connection, came.import, |row, record| lines.touch(record, row).map_err(Error::from))?;
        let mut touches = Touches::new(connection, came.clone());
        let mut behind = None;
        loop {
            let touched = lines.touched(behind, STRIDE)?;
            let Some(last) = touched.last() else { break };
            behind = Some(*last);
            for id in &touched {
                let Some(n) = records::number(connection, *id)? else { continue };
                if let Some(effect) = effect_of(connection, devices, n, &mut touches)? {
                    add(connection, &lines, n, effect)?;
                }
            }
            watch.advance(touched.len() as u64)?;
        }
        lines.finish()?;
        let branches = devices.branches().clone();
        Ok(Self { lines, came, branches, moved: Vec::new(), shown: None })
    }

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
    /// What came in with an import, to be looked at line by line.
    ///
    /// # Errors
    /// [`Error::NoImport`] if there is none of this number; [`Error::Cancelled`].
    pub fn imported(&self, n: u64, watch: &Watch) -> Result<Lines, Error> {
        let arrival = self.import_report(n)?;
        Lines::of_arrival(&self.connection, &self.devices, Came::of(&arrival), watch)
    }

    /// Whether a preview still is what would happen: whether nothing has been written since.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn is_current(&self, lines: &Lines) -> Result<bool, Error> {
        let standing = Standing::of(&self.connection)?;
        Ok(lines.shown.as_ref().is_none_or(|shown| shown.standing == standing))
    }
}

/// Notes which records of known kinds a commit touches.
fn touch(lines: &LineRows, row: i64, bytes: &[u8]) -> Result<(), Error> {
    let commit = log_rows::stored(bytes)?;
    for record in commit.records.iter().filter(|record| Kind::from_number(record.kind).is_some()) {
        lines.touch(record.record, row)?;
    }
    Ok(())
}

/// Adds a record touched, with the record it belongs to. The laptops themselves have no lines.
fn add(
    connection: &Connection,
    lines: &LineRows,
    n: RecordNumber,
    effect: RecordEffect,
) -> Result<(), Error> {
    let Some((record, kind, title)) = named(connection, n)? else { return Ok(()) };
    let line = Line { record, kind, title, effect };
    let main = if kind.is_main() { None } else { records::main_of(connection, n)? };
    match main.map(|n| named(connection, n)).transpose()?.flatten() {
        Some((main, kind, title)) => lines.add(&line, (main, kind, title.as_deref()))?,
        // A row whose record has not arrived stands for itself.
        None => lines.add(&line, (record, kind, line.title.as_deref()))?,
    }
    Ok(())
}

/// A record's id, kind and title; `None` if it has no lines.
fn named(
    connection: &Connection,
    n: RecordNumber,
) -> Result<Option<(RecordId, Kind, Option<String>)>, Error> {
    let (id, kind) = records::identity(connection, n)?;
    let Some(kind) = Kind::from_number(kind).filter(|kind| *kind != Kind::Device) else { return Ok(None) };
    let title = match kind_rows::title(connection, kind, n)? {
        Some(title) => Some(title),
        None => rows::row(connection, n)?.title,
    };
    Ok(Some((id, kind, title)))
}

/// What an import did to a record, as far as that can be told from what it is now; `None` if nothing is to be seen of it.
fn effect_of(
    connection: &Connection,
    devices: &Devices,
    n: RecordNumber,
    touches: &mut Touches<'_>,
) -> Result<Option<RecordEffect>, Error> {
    let stored = records::load(connection, devices, n)?;
    let touches = touches.of(devices, &stored)?;
    let Some(turn) = Turn::of(&touches, devices.branches()) else { return Ok(None) };
    let is_contested = || turn.fields.iter().chain(&[DELETED]).any(|field| turn.after.is_contested(*field));
    Ok(match (turn.is_new(), turn.after.is_deleted()) {
        (true, true) => None,
        (true, false) => Some(RecordEffect::New),
        (false, true) if !turn.before.is_deleted() => Some(RecordEffect::Deleted),
        (false, _) if is_contested() => Some(RecordEffect::Conflict),
        (false, _) => Some(RecordEffect::Changed),
    })
}

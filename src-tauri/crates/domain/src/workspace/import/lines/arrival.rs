//! The lines of what was imported, at any later time.

use rusqlite::Connection;

use super::Lines;
use super::making::{add, touch};
use crate::merge::DELETED;
use crate::store::devices::Devices;
use crate::store::lines::{LineRows, RecordEffect};
use crate::store::{RecordNumber, filled, log_rows, records};
use crate::workspace::touches::{Came, Touches, Turn};
use crate::workspace::{Error, Watch, Workspace};

/// How many records are looked at between two looks at the watch.
const STRIDE: u32 = 1_000;

impl Workspace {
    /// What came in with an import, to be looked at line by line.
    ///
    /// # Errors
    /// [`Error::NoImport`] if there is none of this number; [`Error::Cancelled`].
    pub fn imported(&self, n: u64, watch: &Watch) -> Result<Lines, Error> {
        let arrival = self.import_report(n)?;
        Lines::of_arrival(&self.connection, &self.devices, Came::of(&arrival), watch)
    }
}

impl Lines {
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
        tell(connection, devices, &lines, &came, watch)?;
        lines.finish()?;
        let branches = devices.branches().clone();
        Ok(Self { lines, came, branches, moved: Vec::new(), shown: None })
    }
}

/// Adds the records touched that something is to be seen of.
fn tell(
    connection: &Connection,
    devices: &Devices,
    lines: &LineRows,
    came: &Came,
    watch: &Watch,
) -> Result<(), Error> {
    let mut touches = Touches::new(connection, came.clone());
    let mut behind = None;
    loop {
        let touched = lines.touched(behind, STRIDE)?;
        let Some(last) = touched.last() else { return Ok(()) };
        behind = Some(*last);
        for id in &touched {
            let Some(n) = records::number(connection, *id)? else { continue };
            if let Some(effect) = effect_of(connection, devices, n, &mut touches)? {
                add(connection, lines, n, effect)?;
            }
        }
        watch.advance(touched.len() as u64)?;
    }
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

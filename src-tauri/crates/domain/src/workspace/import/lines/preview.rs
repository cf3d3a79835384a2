//! The lines of a preview.

use rusqlite::Connection;

use super::making::{add, touch};
use super::{Lines, Shown};
use crate::ids::{CommitRef, DeviceId};
use crate::store::devices::Devices;
use crate::store::lines::LineRows;
use crate::store::{filled, log_rows};
use crate::workspace::import::taking::Effects;
use crate::workspace::touches::Came;
use crate::workspace::{Error, Watch};

impl Lines {
    /// The lines of a preview, in the middle of the import that is going to be rolled back.
    pub(in crate::workspace::import) fn of_preview(
        connection: &Connection,
        devices: &Devices,
        moved: &[(CommitRef, DeviceId)],
        shown: Shown,
        came: Came,
        effects: &Effects,
        watch: &Watch,
    ) -> Result<Self, Error> {
        let kept = Kept { connection, devices, lines: LineRows::new()? };
        kept.all_of(&came, watch)?;
        for (n, effect) in effects.of.effects() {
            add(connection, &kept.lines, n, effect)?;
        }
        for line in &effects.erased {
            kept.lines.add(line, (line.record, line.kind, line.title.as_deref()))?;
        }
        kept.lines.finish()?;
        let branches = devices.branches().clone();
        Ok(Self { lines: kept.lines, came, branches, moved: moved.to_vec(), shown: Some(shown) })
    }
}

/// The commits that came, kept beside the lines, since the log will not have them.
struct Kept<'c> {
    connection: &'c Connection,
    devices: &'c Devices,
    lines: LineRows,
}

impl Kept<'_> {
    fn all_of(&self, came: &Came, watch: &Watch) -> Result<(), Error> {
        log_rows::for_each_in(self.connection, &came.rows, |row, device, bytes| {
            touch(&self.lines, row, bytes)?;
            self.keep(row, device, bytes)?;
            watch.advance(1)
        })?;
        let mut kept = 0;
        filled::by(self.connection, came.import, |row, record| {
            self.lines.touch(record, row)?;
            if std::mem::replace(&mut kept, row) == row {
                return Ok(());
            }
            log_rows::for_each_in(self.connection, &(row..=row), |row, device, bytes| {
                self.keep(row, device, bytes)
            })
        })
    }

    fn keep(&self, row: i64, device: i64, bytes: &[u8]) -> Result<(), Error> {
        let device = self.devices.by_number(device).expect("BUG: every commit has a device");
        Ok(self.lines.keep(row, device.id, bytes)?)
    }
}

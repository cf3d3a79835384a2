//! How much of the workspace somebody has seen who writes.
//!
//! Between the moment a form is filled from the workspace and the moment it is saved, a colleague's bundle may arrive,
//! by the shared folder even by itself. What it brought stood in no form, so that a save must not replace it: the save
//! names as parents only what was seen, and what came since stays, as a conflict where it differs.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use rusqlite::{Connection, Result};

use crate::ids::CommitRef;
use crate::log::Change;
use crate::merge::RecordState;
use crate::store::devices::Devices;
use crate::store::records::StoredRecord;
use crate::store::{filled, imports, log_rows};

use super::{Error, Workspace};

/// How far a workspace's file was read: up to which row of its log, and to which import, since an import may also bring
/// what was missing of older rows. It means something for that file only. Written `ROW.IMPORT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    row: i64,
    import: u64,
}

/// A text that does not say how far a workspace was read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” does not say how far a workspace was read")]
pub struct NotSeen(String);

impl Seen {
    /// Everything that is here.
    pub(super) fn all(connection: &Connection) -> Result<Self> {
        Ok(Self { row: log_rows::last_row(connection)?, import: imports::next(connection)? - 1 })
    }

    /// The state of a record as far as it was seen; `None` if nothing of it has come since.
    pub(super) fn of(
        self,
        connection: &Connection,
        devices: &Devices,
        record: &StoredRecord,
    ) -> Result<Option<RecordState>> {
        let filled: HashMap<i64, u64> = filled::of(connection, record.id)?.into_iter().collect();
        let mut seen = Vec::new();
        for &at in record.state.commits.iter() {
            let Some(device) = devices.get(at.device) else { continue };
            let row = log_rows::row_of(connection, device.n, at.seq)?;
            let came_later = filled.get(&row).is_some_and(|import| *import > self.import);
            if row <= self.row && !came_later {
                seen.push(at);
            }
        }
        if seen.len() == record.state.commits.len() {
            return Ok(None);
        }
        state_by(connection, devices, record, &seen).map(Some)
    }
}

/// What some of a record's commits come to.
fn state_by(
    connection: &Connection,
    devices: &Devices,
    record: &StoredRecord,
    commits: &[CommitRef],
) -> Result<RecordState> {
    let mut told: Vec<(CommitRef, Vec<Change>)> = Vec::new();
    for &at in commits {
        if let Some(commit) = log_rows::commit(connection, devices, at)? {
            let of_it = commit.records.into_iter().filter(|changes| changes.record == record.id);
            told.push((at, of_it.flat_map(|changes| changes.changes).collect()));
        }
    }
    let told: Vec<_> = told.iter().map(|(at, changes)| (*at, changes.as_slice())).collect();
    Ok(RecordState::of(&told, devices.branches()))
}

impl fmt::Display for Seen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.row, self.import)
    }
}

impl FromStr for Seen {
    type Err = NotSeen;

    fn from_str(text: &str) -> Result<Self, NotSeen> {
        let parsed = text
            .split_once('.')
            .and_then(|(row, import)| Some(Self { row: row.parse().ok()?, import: import.parse().ok()? }));
        parsed.ok_or_else(|| NotSeen(text.into()))
    }
}

impl Workspace {
    /// How far the workspace is read by whoever reads it now.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn seen(&self) -> Result<Seen, Error> {
        Ok(Seen::all(&self.connection)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_back_as_it_was_written_and_nothing_else_is() {
        let seen = Seen { row: 512, import: 7 };
        assert_eq!(seen.to_string().parse(), Ok(seen));
        for text in ["", "512", "512.", ".7", "a.b", "512.-7"] {
            assert_eq!(text.parse::<Seen>(), Err(NotSeen(text.into())));
        }
    }
}

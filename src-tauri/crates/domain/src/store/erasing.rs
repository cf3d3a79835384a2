//! Erasing: what an erasure reaches, and taking it out of log, projections and documents.

use rusqlite::{Connection, Result};

use super::devices::Devices;
use super::documents::{self, ContentHash};
use super::erased::Erased;
use super::project::Projector;
use super::{Effect, RecordNumber, aside, holes, kept_forms, log_rows, sweeping};
use crate::ids::{RecordId, Seq};
use crate::kinds::Kind;
use crate::log::{Commit, Out};
use crate::value::Value;

/// What an erasure reaches.
pub(crate) struct Reach {
    /// The records named, and all that ever belonged to them.
    pub(crate) erased: Erased,
    /// The commits that tell of any: the device's number and the commit's.
    commits: Vec<(i64, Seq)>,
    /// The contents of documents among them, whether or not other documents have them too.
    pub(crate) contents: Vec<ContentHash>,
}

impl Reach {
    /// Reads the whole log and what is kept aside, again and again as long as that finds more that belonged to what was
    /// found.
    pub(crate) fn of(connection: &Connection, named: Erased) -> Result<Self> {
        Self::of_unless(connection, named, || Ok(()))
    }

    /// As [`of`](Self::of); `next` is asked before each commit of the log whether to go on.
    pub(crate) fn of_unless<E: From<rusqlite::Error>>(
        connection: &Connection,
        named: Erased,
        mut next: impl FnMut() -> Result<(), E>,
    ) -> Result<Self, E> {
        let mut reach = Self { erased: named, commits: Vec::new(), contents: Vec::new() };
        loop {
            let found = reach.erased.len();
            reach.commits.clear();
            reach.contents.clear();
            log_rows::for_each_row(connection, |device, seq, bytes| {
                next()?;
                let tells = reach.look(&log_rows::stored(bytes)?);
                reach.commits.extend(tells.then_some((device, seq)));
                Ok::<_, E>(())
            })?;
            aside::for_each(connection, |_, _, bytes| {
                reach.look(&log_rows::stored(bytes)?);
                Ok(())
            })?;
            if reach.erased.len() == found {
                return Ok(reach);
            }
        }
    }

    /// Adds what a commit tells; says whether it tells of any that is reached.
    fn look(&mut self, commit: &Commit) -> bool {
        self.erased.extend_by(commit);
        let tells = commit.records.iter().any(|record| self.erased.covers(record));
        let documents = commit.records.iter().filter(|record| record.kind == Kind::Document.number());
        let erased = documents.filter(|record| self.erased.contains(record.record));
        self.contents.extend(erased.flat_map(|record| &record.changes).filter_map(|change| {
            let is_hash = change.field == documents::hash_field().number;
            let text = change.value.value().filter(|_| is_hash).and_then(Value::as_text)?;
            Some(*blake3::Hash::from_hex(text).ok()?.as_bytes())
        }));
        tells
    }
}

/// Erases all that is reached. Each effect that this has on other records is handed to `each`.
pub(crate) fn erase(
    connection: &Connection,
    devices: &mut Devices,
    projector: &mut Projector<'_>,
    reach: &Reach,
    each: impl FnMut(RecordNumber, Effect),
) -> Result<()> {
    reach.erased.keep(connection)?;
    for (device, seq) in &reach.commits {
        let bytes = log_rows::bytes(connection, *device, *seq)?;
        let left =
            log_rows::take_out(&bytes, Out::Erased, |record: RecordId| !reach.erased.contains(record))?;
        log_rows::replace(connection, *device, *seq, &left)?;
        holes::note(connection, *device, *seq, log_rows::stored(&left)?.missing)?;
    }
    aside::erase(connection, &reach.erased)?;
    kept_forms::erase(connection, &reach.erased)?;
    sweeping::note(connection)?;
    projector.erase(devices, &reach.erased, each)?;
    reach.contents.iter().try_for_each(|hash| documents::drop_unnamed(connection, hash))
}

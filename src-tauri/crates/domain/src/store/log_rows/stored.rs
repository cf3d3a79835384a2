//! The bytes of a commit as they stand in the log, no longer packed: read, or with less in them.

use std::borrow::Cow;
use std::collections::HashSet;

use rusqlite::Result;

use crate::ids::{DeviceId, RecordId};
use crate::log::{self, BEFORE_THE_FIRST, Commit, MalformedCommit, Out};

/// A commit as it stands in the log of this device, or of this branch of one.
pub(crate) fn stored_of(bytes: &[u8], whose: DeviceId) -> Result<Commit> {
    Ok(Commit { device: whose, ..stored(bytes)? })
}

/// A commit whose bytes were verified before they came into the log: only a damaged file makes this fail.
pub(crate) fn stored(bytes: &[u8]) -> Result<Commit> {
    log::decode(bytes, &BEFORE_THE_FIRST).map(|(commit, _)| commit).map_err(damaged)
}

/// A commit's bytes as they may leave the laptop.
pub(crate) fn open_parts(bytes: &[u8]) -> Result<Cow<'_, [u8]>> {
    log::open_parts(bytes).map_err(damaged)
}

/// A commit's bytes as they may leave the laptop, with only the bodies of these records.
pub(crate) fn selected<'b>(bytes: &'b [u8], records: &HashSet<RecordId>) -> Result<Cow<'b, [u8]>> {
    let keeps = |record: RecordId, is_private: bool| !is_private && records.contains(&record);
    log::take_out(bytes, Out::Withheld, keeps).map_err(damaged)
}

/// A commit's bytes without any body: by its header and the hashes of what it says.
pub(crate) fn bare(bytes: &[u8]) -> Result<Cow<'_, [u8]>> {
    take_out(bytes, Out::Withheld, |_| false)
}

/// A commit's bytes with only those bodies, private or not, whose records are kept.
pub(crate) fn take_out(
    bytes: &[u8],
    out: Out,
    mut keeps: impl FnMut(RecordId) -> bool,
) -> Result<Cow<'_, [u8]>> {
    log::take_out(bytes, out, |record, _| keeps(record)).map_err(damaged)
}

pub(super) fn damaged(error: MalformedCommit) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Blob, Box::new(error))
}

//! The `record` table: every record's identity, owner, title and merge state.

use std::collections::BTreeSet;

use minicbor::decode::Error as CborError;
use minicbor::{Decoder, Encoder};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Result};

use super::RecordNumber;
use super::devices::Devices;
use crate::ids::{CommitRef, RecordId};
use crate::merge::{Heads, RecordState};

/// The kind number of a record that is only referred to.
pub(crate) const PLACEHOLDER: u16 = 0;

/// A row of the table.
#[derive(Debug, Clone)]
pub(crate) struct StoredRecord {
    pub(crate) n: RecordNumber,
    pub(crate) id: RecordId,
    pub(crate) kind: u16,
    pub(crate) owner: Option<RecordNumber>,
    pub(crate) live: bool,
    pub(crate) title: Option<String>,
    pub(crate) state: RecordState,
}

/// The columns of a record's row that indexes are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Indexed {
    kind: u16,
    owner: Option<RecordNumber>,
    live: bool,
}

impl StoredRecord {
    /// What the indexes know of it.
    pub(crate) fn indexed(&self) -> Indexed {
        Indexed { kind: self.kind, owner: self.owner, live: self.live }
    }
}

/// The number of the record of this id.
pub(crate) fn number(connection: &Connection, id: RecordId) -> Result<Option<RecordNumber>> {
    connection
        .prepare_cached("SELECT n FROM record WHERE id = ?")?
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()
}

/// The number of the record of this id, which becomes a placeholder if it is not here yet.
pub(crate) fn number_or_placeholder(connection: &Connection, id: RecordId) -> Result<RecordNumber> {
    if let Some(n) = number(connection, id)? {
        return Ok(n);
    }
    Ok(fresh(connection, id, PLACEHOLDER)?.n)
}

/// Adds a row for a record of which nothing but its kind is known yet. Unless it is a placeholder it begins in use,
/// as nearly all records end.
pub(crate) fn fresh(connection: &Connection, id: RecordId, kind: u16) -> Result<StoredRecord> {
    let live = kind != PLACEHOLDER;
    let state = RecordState::default();
    connection
        .prepare_cached("INSERT INTO record (id, kind, live, state) VALUES (?, ?, ?, ?)")?
        .execute((id.as_bytes(), kind, live, encode_state(&state, |_| Ok(0))?))?;
    let n = connection.last_insert_rowid();
    Ok(StoredRecord { n, id, kind, owner: None, live, title: None, state })
}

/// The record of this number.
pub(crate) fn load(connection: &Connection, devices: &Devices, n: RecordNumber) -> Result<StoredRecord> {
    connection
        .prepare_cached("SELECT n, id, kind, owner, live, title, state FROM record WHERE n = ?")?
        .query_row([n], |row| {
            let state = decode_state(row.get_ref(6)?.as_blob()?, devices)
                .map_err(|error| rusqlite::Error::FromSqlConversionFailure(6, Type::Blob, Box::new(error)))?;
            Ok(StoredRecord {
                n: row.get(0)?,
                id: RecordId::from_bytes(row.get(1)?),
                kind: row.get(2)?,
                owner: row.get(3)?,
                live: row.get(4)?,
                title: row.get(5)?,
                state,
            })
        })
}

/// The record of this id, unless it is only referred to.
pub(crate) fn find(connection: &Connection, devices: &Devices, id: RecordId) -> Result<Option<StoredRecord>> {
    let Some(n) = number(connection, id)? else { return Ok(None) };
    load(connection, devices, n).map(|record| (record.kind != PLACEHOLDER).then_some(record))
}

/// Writes a record's row, the indexed columns only if they are no more what they were.
pub(crate) fn store(
    connection: &Connection,
    devices: &mut Devices,
    record: &StoredRecord,
    was: Indexed,
) -> Result<()> {
    let state = encode_state(&record.state, |at| devices.number(connection, at.device))?;
    if record.indexed() == was {
        return connection
            .prepare_cached("UPDATE record SET title = ?, state = ? WHERE n = ?")?
            .execute((&record.title, state, record.n))
            .map(drop);
    }
    connection
        .prepare_cached("UPDATE record SET kind = ?, owner = ?, live = ?, title = ?, state = ? WHERE n = ?")?
        .execute((record.kind, record.owner, record.live, &record.title, state, record.n))
        .map(drop)
}

/// The id of the record of this number.
pub(crate) fn id(connection: &Connection, n: RecordNumber) -> Result<RecordId> {
    connection
        .prepare_cached("SELECT id FROM record WHERE n = ?")?
        .query_row([n], |row| row.get(0).map(RecordId::from_bytes))
}

/// What belongs to a record, in the order of ids (that is, of making): live ones, or all.
pub(crate) fn owned(
    connection: &Connection,
    owner: RecordNumber,
    deleted_too: bool,
) -> Result<Vec<RecordNumber>> {
    let mut select =
        connection.prepare_cached("SELECT n FROM record WHERE owner = ? AND live >= ? ORDER BY id")?;
    select.query_map((owner, i64::from(!deleted_too)), |row| row.get(0))?.collect()
}

/// A state as it is kept: the commits, then the fields by their numbers, each with its heads and awaited changes as
/// places in the list of commits. A field whose only head is the one commit there is, is the common case and takes
/// two bytes: `field, 0`.
fn encode_state(state: &RecordState, mut device: impl FnMut(CommitRef) -> Result<i64>) -> Result<Vec<u8>> {
    let named = state.fields.values().flat_map(|heads| heads.heads.iter().chain(&heads.awaited));
    let refs: Vec<CommitRef> =
        state.commits.iter().chain(named).copied().collect::<BTreeSet<_>>().into_iter().collect();
    let place = |at: &CommitRef| refs.binary_search(at).expect("BUG: every head is among the refs") as u64;
    let mut cbor = Encoder::new(Vec::new());
    cbor.u64(refs.len() as u64).expect(MEMORY);
    for at in &refs {
        let touched = state.commits.contains(at);
        cbor.i64(device(*at)?).expect(MEMORY).u64(at.seq << 1 | u64::from(touched)).expect(MEMORY);
    }
    for (field, heads) in &state.fields {
        cbor.u16(*field).expect(MEMORY);
        match (heads.heads.first(), heads.heads.len(), heads.awaited.is_empty()) {
            (Some(only), 1, true) => drop(cbor.u64(place(only)).expect(MEMORY)),
            _ => {
                write_places(&mut cbor, heads.heads.iter().map(place));
                write_places(&mut cbor, heads.awaited.iter().map(place));
            }
        }
    }
    Ok(cbor.into_writer())
}

const MEMORY: &str = "BUG: writing to memory cannot fail";

fn write_places(cbor: &mut Encoder<Vec<u8>>, places: impl ExactSizeIterator<Item = u64>) {
    cbor.array(places.len() as u64).expect(MEMORY);
    for place in places {
        cbor.u64(place).expect(MEMORY);
    }
}

fn decode_state(bytes: &[u8], devices: &Devices) -> std::result::Result<RecordState, CborError> {
    let mut cbor = Decoder::new(bytes);
    let mut state = RecordState::default();
    let mut refs = Vec::new();
    for _ in 0..cbor.u64()? {
        let device = devices.by_number(cbor.i64()?).ok_or_else(|| CborError::message("no such device"))?;
        let marked = cbor.u64()?;
        let at = CommitRef { device: device.id, seq: marked >> 1 };
        refs.push(at);
        if marked & 1 == 1 {
            state.commits.insert(at);
        }
    }
    while cbor.position() < bytes.len() {
        let field = cbor.u16()?;
        let heads = match cbor.datatype()? {
            minicbor::data::Type::Array => {
                Heads { heads: read_places(&mut cbor, &refs)?, awaited: read_places(&mut cbor, &refs)? }
            }
            _ => Heads { heads: BTreeSet::from([at_place(&refs, cbor.u64()?)?]), awaited: BTreeSet::new() },
        };
        state.fields.insert(field, heads);
    }
    Ok(state)
}

fn read_places(
    cbor: &mut Decoder<'_>,
    refs: &[CommitRef],
) -> std::result::Result<BTreeSet<CommitRef>, CborError> {
    let count = cbor.array()?.ok_or_else(|| CborError::message("a list without a stated length"))?;
    (0..count).map(|_| at_place(refs, cbor.u64()?)).collect()
}

fn at_place(refs: &[CommitRef], place: u64) -> std::result::Result<CommitRef, CborError> {
    let at = usize::try_from(place).ok().and_then(|place| refs.get(place));
    at.copied().ok_or_else(|| CborError::message("no such commit"))
}

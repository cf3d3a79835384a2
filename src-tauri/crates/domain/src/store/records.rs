//! The `record` table: every record's identity, owner and merge state.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Result, Row};

use super::at_hand::{AtHand, Which};
use super::devices::Devices;
use super::{RecordNumber, states};
use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::merge::RecordState;

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
    /// A record of which nothing but its kind is known yet. It begins in use, as nearly all records end.
    pub(crate) fn new(n: RecordNumber, id: RecordId, kind: u16) -> Self {
        Self { n, id, kind, owner: None, live: true, state: RecordState::default() }
    }

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

/// The number, kind and fate of the record of this id: a placeholder's too.
pub(crate) fn known(connection: &Connection, id: RecordId) -> Result<Option<(RecordNumber, u16, bool)>> {
    connection
        .prepare_cached("SELECT n, kind, live FROM record WHERE id = ?")?
        .query_row([id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()
}

/// The id and kind of the record of this number.
pub(crate) fn identity(connection: &Connection, n: RecordNumber) -> Result<(RecordId, u16)> {
    connection
        .prepare_cached("SELECT id, kind FROM record WHERE n = ?")?
        .query_row([n], |row| Ok((RecordId::from_bytes(row.get(0)?), row.get(1)?)))
}

/// The id, kind and owner of the record of this number.
pub(crate) fn place(
    connection: &Connection,
    n: RecordNumber,
) -> Result<(RecordId, u16, Option<RecordNumber>)> {
    connection
        .prepare_cached("SELECT id, kind, owner FROM record WHERE n = ?")?
        .query_row([n], |row| Ok((RecordId::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?)))
}

/// Hands the ids of all records to `each`, placeholders too.
pub(crate) fn for_each_id(connection: &Connection, mut each: impl FnMut(RecordId)) -> Result<()> {
    let mut select = connection.prepare("SELECT id FROM record")?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        each(RecordId::from_bytes(row.get(0)?));
    }
    Ok(())
}

/// The greatest number given to a record; 0 if there is none.
pub(crate) fn greatest_number(connection: &Connection) -> Result<RecordNumber> {
    connection.prepare_cached("SELECT coalesce(max(n), 0) FROM record")?.query_row((), |row| row.get(0))
}

/// Adds a row for a record that is only referred to.
pub(crate) fn insert_placeholder(connection: &Connection, n: RecordNumber, id: RecordId) -> Result<()> {
    let state = states::encode(&RecordState::default(), |_| Ok(0))?;
    connection
        .prepare_cached("INSERT INTO record (n, id, kind, live, state) VALUES (?, ?, ?, 0, ?)")?
        .execute((n, id.as_bytes(), PLACEHOLDER, state))
        .map(drop)
}

/// Makes a placeholder of a record of which nothing more is known.
pub(crate) fn make_placeholder(connection: &Connection, n: RecordNumber) -> Result<()> {
    let state = states::encode(&RecordState::default(), |_| Ok(0))?;
    connection
        .prepare_cached("UPDATE record SET kind = ?, owner = NULL, live = 0, state = ? WHERE n = ?")?
        .execute((PLACEHOLDER, state, n))
        .map(drop)
}

/// Adds a record's row.
pub(crate) fn insert(at_hand: &mut AtHand<'_>, devices: &mut Devices, record: &StoredRecord) -> Result<()> {
    let connection = at_hand.connection();
    let state = states::encode(&record.state, |at| devices.number(connection, at.device))?;
    const INSERT: &str = "INSERT INTO record (n, id, kind, owner, live, state) VALUES (?, ?, ?, ?, ?, ?)";
    at_hand
        .get(Which::Record, INSERT)?
        .execute((record.n, record.id.as_bytes(), record.kind, record.owner, record.live, state))
        .map(drop)
}

/// The record of this number.
pub(crate) fn load(connection: &Connection, devices: &Devices, n: RecordNumber) -> Result<StoredRecord> {
    connection
        .prepare_cached("SELECT n, id, kind, owner, live, state FROM record WHERE n = ?")?
        .query_row([n], |row| stored(row, devices))
}

/// The record of this id: a placeholder too.
pub(crate) fn load_by_id(
    at_hand: &mut AtHand<'_>,
    devices: &Devices,
    id: RecordId,
) -> Result<Option<StoredRecord>> {
    at_hand
        .get(Which::ById, "SELECT n, id, kind, owner, live, state FROM record WHERE id = ?")?
        .query_row([id.as_bytes()], |row| stored(row, devices))
        .optional()
}

fn stored(row: &Row<'_>, devices: &Devices) -> Result<StoredRecord> {
    let state = states::decode(row.get_ref(5)?.as_blob()?, devices)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(5, Type::Blob, Box::new(error)))?;
    Ok(StoredRecord {
        n: row.get(0)?,
        id: RecordId::from_bytes(row.get(1)?),
        kind: row.get(2)?,
        owner: row.get(3)?,
        live: row.get(4)?,
        state,
    })
}

/// The record of this id, unless it is only referred to.
pub(crate) fn find(connection: &Connection, devices: &Devices, id: RecordId) -> Result<Option<StoredRecord>> {
    let Some(n) = number(connection, id)? else { return Ok(None) };
    load(connection, devices, n).map(|record| (record.kind != PLACEHOLDER).then_some(record))
}

/// Writes a record's row, the indexed columns only if they are no more what they were.
pub(crate) fn store(
    at_hand: &mut AtHand<'_>,
    devices: &mut Devices,
    record: &StoredRecord,
    was: Indexed,
) -> Result<()> {
    let connection = at_hand.connection();
    let state = states::encode(&record.state, |at| devices.number(connection, at.device))?;
    if record.indexed() == was {
        return at_hand
            .get(Which::State, "UPDATE record SET state = ? WHERE n = ?")?
            .execute((state, record.n))
            .map(drop);
    }
    connection
        .prepare_cached("UPDATE record SET kind = ?, owner = ?, live = ?, state = ? WHERE n = ?")?
        .execute((record.kind, record.owner, record.live, state, record.n))
        .map(drop)
}

/// The id of the record of this number.
pub(crate) fn id(connection: &Connection, n: RecordNumber) -> Result<RecordId> {
    connection
        .prepare_cached("SELECT id FROM record WHERE n = ?")?
        .query_row([n], |row| row.get(0).map(RecordId::from_bytes))
}

/// Parts a record that was a placeholder from what cannot belong to it, now that its kind is known. Says whether there
/// was anything.
pub(crate) fn disown_misfits(connection: &Connection, owner: RecordNumber, kind: u16) -> Result<bool> {
    let mut parted = false;
    for n in owned(connection, owner, true)? {
        if !may_own(kind, kind_number(connection, n)?) {
            connection.prepare_cached("UPDATE record SET owner = NULL WHERE n = ?")?.execute([n])?;
            parted = true;
        }
    }
    Ok(parted)
}

/// Whether a record of one kind can own one of another. While the owner is only referred to, it may; a faulty program
/// may have written what cannot, and ownership must never run in a circle.
pub(crate) fn may_own(owner: u16, owned: u16) -> bool {
    let kinds = Kind::from_number(owner).zip(Kind::from_number(owned));
    owner == PLACEHOLDER || kinds.is_some_and(|(owner, owned)| owner.may_own(owned))
}

/// The kind of the record of this number, if this program knows it.
pub(crate) fn kind(connection: &Connection, n: RecordNumber) -> Result<Option<Kind>> {
    kind_number(connection, n).map(Kind::from_number)
}

fn kind_number(connection: &Connection, n: RecordNumber) -> Result<u16> {
    connection.prepare_cached("SELECT kind FROM record WHERE n = ?")?.query_row([n], |row| row.get(0))
}

/// The main record that a record is or belongs to, if it is here.
pub(crate) fn main_of(connection: &Connection, n: RecordNumber) -> Result<Option<RecordNumber>> {
    let mut select = connection.prepare_cached("SELECT kind, owner FROM record WHERE n = ?")?;
    let mut next = Some(n);
    while let Some(n) = next {
        let (kind, owner): (u16, Option<RecordNumber>) =
            select.query_row([n], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if Kind::from_number(kind).is_some_and(Kind::is_main) {
            return Ok(Some(n));
        }
        next = owner;
    }
    Ok(None)
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

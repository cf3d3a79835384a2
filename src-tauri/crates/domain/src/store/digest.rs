//! One hash over all that is shown: equal on two laptops that know the same.
//!
//! What is private is left out: it is on one laptop alone, and those that know the same besides must be found to.
//!
//! It is the sum of the hashes of all records, so that a commit only has to take away what its records were and add
//! what they are. The sum is kept beside the projections; working it out from the rows again must come to the same.

use std::sync::LazyLock;

use rusqlite::{Connection, Result};

use super::devices::Devices;
use super::local::{self, Key};
use super::records::StoredRecord;
use super::{kind_rows, records};
use crate::kinds::{FieldNumber, Kind, PRIVATE};
use crate::rules::Values;
use crate::value::Value;

/// The sum of the hashes of some records, taken as four numbers each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Digest([u64; 4]);

static KEY: LazyLock<[u8; 32]> = LazyLock::new(|| blake3::derive_key("Entente digest, form 2", &[]));

impl Digest {
    /// The sum as it is kept.
    pub(crate) fn kept(connection: &Connection) -> Result<Self> {
        let bytes = local::get(connection, Key::Digest)?.unwrap_or_default();
        let mut sum = [0; 4];
        for (number, bytes) in sum.iter_mut().zip(bytes.chunks_exact(8)) {
            *number = u64::from_le_bytes(bytes.try_into().expect("BUG: chunks are of eight bytes"));
        }
        Ok(Self(sum))
    }

    /// Keeps the sum.
    pub(crate) fn keep(self, connection: &Connection) -> Result<()> {
        local::set(connection, Key::Digest, self.0.map(u64::to_le_bytes).as_flattened())
    }

    /// The sum over all rows as they are.
    pub(crate) fn of_all(connection: &Connection, devices: &Devices) -> Result<Self> {
        let mut sum = Self::default();
        let mut select = connection.prepare("SELECT n FROM record WHERE kind != 0 ORDER BY n")?;
        let mut rows = select.query(())?;
        while let Some(row) = rows.next()? {
            let record = records::load(connection, devices, row.get(0)?)?;
            let kind = Kind::from_number(record.kind);
            let values = kind.map(|kind| kind_rows::load(connection, kind, record.n)).transpose()?;
            sum.add(&record, record.live, &values.unwrap_or_default());
        }
        Ok(sum)
    }

    /// Adds a record: its id and kind, whether it is in use, its values, and the heads behind them.
    pub(crate) fn add(&mut self, record: &StoredRecord, live: bool, values: &Values) {
        let hash = hash(record, live, values);
        self.0.iter_mut().zip(hash).for_each(|(sum, number)| *sum = sum.wrapping_add(number));
    }

    /// Takes a record away that was added.
    pub(crate) fn remove(&mut self, record: &StoredRecord, live: bool, values: &Values) {
        let hash = hash(record, live, values);
        self.0.iter_mut().zip(hash).for_each(|(sum, number)| *sum = sum.wrapping_sub(number));
    }

    /// What is told to others.
    pub(crate) fn to_bytes(self) -> [u8; 32] {
        blake3::keyed_hash(&KEY, self.0.map(u64::to_le_bytes).as_flattened()).into()
    }
}

fn hash(record: &StoredRecord, live: bool, values: &Values) -> [u64; 4] {
    let mut bytes = Vec::with_capacity(512);
    bytes.extend_from_slice(record.id.as_bytes());
    bytes.extend_from_slice(&record.kind.to_le_bytes());
    bytes.push(live.into());
    let is_open = |field: &FieldNumber| *field < PRIVATE;
    for (field, heads) in record.state.fields.iter().filter(|(field, _)| is_open(field)) {
        bytes.extend_from_slice(&field.to_le_bytes());
        bytes.extend_from_slice(&(heads.heads.len() as u64).to_le_bytes());
        for head in heads.heads.iter() {
            bytes.extend_from_slice(head.device.as_bytes());
            bytes.extend_from_slice(&head.seq.to_le_bytes());
        }
    }
    for (field, value) in values.iter().filter(|(field, _)| is_open(field)) {
        bytes.extend_from_slice(&field.to_le_bytes());
        add_value(&mut bytes, value);
    }
    let hash = *blake3::keyed_hash(&KEY, &bytes).as_bytes();
    std::array::from_fn(|place| {
        let part = &hash[8 * place..8 * place + 8];
        u64::from_le_bytes(part.try_into().expect("BUG: a quarter of 32 bytes is eight"))
    })
}

/// Each value with its type and length before it, so that no two lists of values have the same bytes.
fn add_value(bytes: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Text(text) => {
            bytes.push(b't');
            bytes.extend_from_slice(&(text.len() as u64).to_le_bytes());
            bytes.extend_from_slice(text.as_bytes());
        }
        Value::Integer(number) => {
            bytes.push(b'i');
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        Value::Boolean(yes) => bytes.extend_from_slice(&[b'b', u8::from(*yes)]),
        Value::Reference(id) => {
            bytes.push(b'r');
            bytes.extend_from_slice(id.as_bytes());
        }
    }
}

//! The body of a record in a commit: the changes that the commit makes to it.

use minicbor::data::Type;
use minicbor::decode::Error as CborError;
use minicbor::{Decoder, Encoder};

use super::codec::MAX_SEQ;
use super::{Change, ChangedValue, MalformedCommit, RecordChanges};
use crate::ids::{CommitRef, DeviceId, RecordId, Seq};
use crate::kinds::PRIVATE;
use crate::value::Value;

/// What comes of writing CBOR into memory.
pub(super) type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

/// The bytes of a body.
pub(super) fn bytes(record: &RecordChanges) -> Vec<u8> {
    let mut cbor = Encoder::new(Vec::new());
    write_record(&mut cbor, record).expect("BUG: writing to memory cannot fail");
    cbor.into_writer()
}

/// The record that a body is about, and no more of it.
pub(super) fn record(body: &[u8]) -> Result<RecordId, CborError> {
    let mut cbor = Decoder::new(body);
    expect_array(&mut cbor, 3)?;
    read_sixteen(&mut cbor).map(RecordId::from_bytes)
}

/// Reads a body. Its fields must be private ones or not, as its place in the commit says.
pub(super) fn read(body: &[u8], is_private: bool) -> Result<RecordChanges, MalformedCommit> {
    let record = read_record(body)?;
    match record.changes.iter().all(|change| (change.field >= PRIVATE) == is_private) {
        true => Ok(record),
        false => Err(CborError::message("a private field stands among open ones").into()),
    }
}

fn write_record(cbor: &mut Encoder<Vec<u8>>, record: &RecordChanges) -> Written {
    cbor.array(3)?.bytes(record.record.as_bytes())?.u16(record.kind)?.array(record.changes.len() as u64)?;
    for change in &record.changes {
        cbor.array(3)?.u16(change.field)?;
        write_refs(cbor, &change.parents)?;
        match &change.value {
            ChangedValue::Empty => drop(cbor.null()?),
            ChangedValue::Value(Value::Text(text)) => drop(cbor.str(text)?),
            ChangedValue::Value(Value::Integer(number)) => drop(cbor.i64(*number)?),
            ChangedValue::Value(Value::Boolean(yes)) => drop(cbor.bool(*yes)?),
            ChangedValue::Value(Value::Reference(id)) => drop(cbor.bytes(id.as_bytes())?),
            ChangedValue::Deleted { seen } => write_refs(cbor, seen)?,
        }
    }
    Ok(())
}

fn write_refs(cbor: &mut Encoder<Vec<u8>>, refs: &[CommitRef]) -> Written {
    cbor.array(refs.len() as u64)?;
    refs.iter().try_for_each(|at| cbor.array(2)?.bytes(at.device.as_bytes())?.u64(at.seq).map(drop))
}

fn read_record(body: &[u8]) -> Result<RecordChanges, MalformedCommit> {
    let mut cbor = Decoder::new(body);
    expect_array(&mut cbor, 3)?;
    let record = RecordId::from_bytes(read_sixteen(&mut cbor)?);
    let kind = cbor.u16()?;
    let count = definite(cbor.array()?)?;
    if kind == 0 || count == 0 {
        return Err(CborError::message("a record without a kind or without changes").into());
    }
    // A change takes four bytes at the least, whatever number is claimed.
    let most = usize::try_from(count).unwrap_or(usize::MAX).min(body.len() / 4);
    let mut changes = Vec::with_capacity(most);
    for _ in 0..count {
        changes.push(read_change(&mut cbor)?);
    }
    let ascending = changes.windows(2).all(|pair| pair[0].field < pair[1].field);
    if cbor.position() != body.len() || !ascending {
        return Err(
            CborError::message("a record's changes are not in order, or something follows them").into()
        );
    }
    Ok(RecordChanges { record, kind, changes })
}

fn read_change(cbor: &mut Decoder<'_>) -> Result<Change, MalformedCommit> {
    expect_array(cbor, 3)?;
    Ok(Change { field: cbor.u16()?, parents: read_refs(cbor)?, value: read_value(cbor)? })
}

fn read_value(cbor: &mut Decoder<'_>) -> Result<ChangedValue, MalformedCommit> {
    let value = match cbor.datatype()? {
        Type::Null => {
            cbor.null()?;
            return Ok(ChangedValue::Empty);
        }
        Type::Array => return Ok(ChangedValue::Deleted { seen: read_refs(cbor)? }),
        Type::String => Value::Text(cbor.str()?.into()),
        Type::Bool => Value::Boolean(cbor.bool()?),
        Type::Bytes => Value::Reference(RecordId::from_bytes(read_sixteen(cbor)?)),
        Type::U8 | Type::U16 | Type::U32 | Type::U64 | Type::I8 | Type::I16 | Type::I32 | Type::I64 => {
            Value::Integer(cbor.i64()?)
        }
        _ => {
            return Err(MalformedCommit::Newer {
                what: "type of value at byte",
                number: cbor.position() as u64,
            });
        }
    };
    Ok(ChangedValue::Value(value))
}

fn read_refs(cbor: &mut Decoder<'_>) -> Result<Vec<CommitRef>, MalformedCommit> {
    (0..definite(cbor.array()?)?)
        .map(|_| {
            expect_array(cbor, 2)?;
            Ok(CommitRef { device: DeviceId::from_bytes(read_sixteen(cbor)?), seq: read_seq(cbor)? })
        })
        .collect()
}

pub(super) fn read_seq(cbor: &mut Decoder<'_>) -> Result<Seq, CborError> {
    match cbor.u64()? {
        seq @ 1..=MAX_SEQ => Ok(seq),
        _ => Err(CborError::message("a number that no commit has")),
    }
}

pub(super) fn read_sixteen(cbor: &mut Decoder<'_>) -> Result<[u8; 16], CborError> {
    cbor.bytes()?.try_into().map_err(|_| CborError::message("an id does not have 16 bytes"))
}

pub(super) fn expect_array(cbor: &mut Decoder<'_>, length: u64) -> Result<(), CborError> {
    match definite(cbor.array()?)? {
        found if found == length => Ok(()),
        _ => Err(CborError::message("a list has the wrong length")),
    }
}

pub(super) fn definite(length: Option<u64>) -> Result<u64, CborError> {
    length.ok_or_else(|| CborError::message("a list without a stated length"))
}

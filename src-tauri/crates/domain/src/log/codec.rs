//! Commits to bytes and back. The format is told in `docs/bundle-format.md`; keep the two together.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use blake3::hazmat::{ContextKey, HasherExt as _, hash_derive_key_context};
use minicbor::data::Type;
use minicbor::decode::Error as CborError;
use minicbor::{Decoder, Encoder};

use super::{Action, Change, ChangedValue, Commit, CommitHash, RecordChanges};
use crate::ids::{CommitRef, DeviceId, RecordId, Seq};
use crate::value::Value;

/// The largest commit that is read or written, in bytes. It bounds the memory of an import.
pub const MAX_COMMIT_BYTES: usize = 8 << 20;

/// The greatest number a commit can have within its device. No device makes as many, and where numbers are kept with
/// a bit beside them, as SQLite keeps numbers, there is room for it.
pub(crate) const MAX_SEQ: u64 = 1 << 48;

/// The version of the commit's form.
const FORM: u8 = 1;

/// Bytes that are not a commit this program can read.
#[derive(Debug, thiserror::Error)]
pub enum MalformedCommit {
    /// Not the CBOR that a commit is made of.
    #[error("the bytes are not a commit: {0}")]
    Cbor(#[from] CborError),
    /// A form, an action or a type of value that a newer program wrote.
    #[error("the commit was written by a newer program ({what} {number})")]
    Newer {
        /// Which of its parts is new.
        what: &'static str,
        /// The number that stands there.
        number: u64,
    },
    /// More bytes than [`MAX_COMMIT_BYTES`], or bytes behind its end.
    #[error("the commit has {0} bytes, where at most {MAX_COMMIT_BYTES} and none behind its end are allowed")]
    Length(usize),
}

/// The bytes of a commit. `seed` is 16 random bytes, from which the salts of its leaves are made.
pub fn encode(commit: &Commit, seed: [u8; 16]) -> Vec<u8> {
    let mut cbor = Encoder::new(Vec::new());
    write(&mut cbor, commit, seed).expect("BUG: writing to memory cannot fail");
    cbor.into_writer()
}

/// The commit that these bytes are, and its hash given that of the device's previous commit.
///
/// # Errors
/// If the bytes are no commit, a newer program's, too long, or more than one commit.
pub fn decode(bytes: &[u8], previous: &CommitHash) -> Result<(Commit, CommitHash), MalformedCommit> {
    if bytes.len() > MAX_COMMIT_BYTES {
        return Err(MalformedCommit::Length(bytes.len()));
    }
    let mut cbor = Decoder::new(bytes);
    expect_array(&mut cbor, 3)?;
    let header_start = cbor.position();
    let mut commit = read_header(&mut cbor)?;
    let mut hash = blake3::Hasher::new_from_context_key(&COMMIT_CONTEXT);
    hash.update(previous).update(&bytes[header_start..cbor.position()]);
    let seed = read_sixteen(&mut cbor)?;
    let mut records = BTreeSet::new();
    for index in 0..definite(cbor.array()?)? {
        let body = cbor.bytes()?;
        hash.update(&leaf(&seed, index, body));
        let record = read_record(body)?;
        if !records.insert(record.record) {
            return Err(CborError::message("a commit changes a record twice").into());
        }
        commit.records.push(record);
    }
    if cbor.position() != bytes.len() {
        return Err(MalformedCommit::Length(bytes.len()));
    }
    Ok((commit, hash.finalize().into()))
}

// What is hashed begins with the hash of such a text: worked out once, not once a record.
static COMMIT_CONTEXT: LazyLock<ContextKey> =
    LazyLock::new(|| hash_derive_key_context("Entente commit, form 1"));
static SALT_CONTEXT: LazyLock<ContextKey> =
    LazyLock::new(|| hash_derive_key_context("Entente leaf salt, form 1"));

/// The salted hash that stands for one record's changes in the hash of the commit.
fn leaf(seed: &[u8; 16], index: u64, body: &[u8]) -> [u8; 32] {
    let mut salt = blake3::Hasher::new_from_context_key(&SALT_CONTEXT);
    salt.update(seed).update(&index.to_le_bytes());
    blake3::keyed_hash(&salt.finalize().into(), body).into()
}

type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

fn write(cbor: &mut Encoder<Vec<u8>>, commit: &Commit, seed: [u8; 16]) -> Written {
    cbor.array(3)?.array(7)?.u8(FORM)?.bytes(commit.device.as_bytes())?;
    cbor.u64(commit.seq)?.u64(commit.lamport)?.i64(commit.wall_time)?.str(&commit.author)?;
    write_action(cbor, commit.action)?;
    cbor.bytes(&seed)?.array(commit.records.len() as u64)?;
    for record in &commit.records {
        let mut body = Encoder::new(Vec::new());
        write_record(&mut body, record)?;
        cbor.bytes(body.writer())?;
    }
    Ok(())
}

fn write_action(cbor: &mut Encoder<Vec<u8>>, action: Action) -> Written {
    let (number, seq) = match action {
        Action::Introduce => (0, None),
        Action::Save => (1, None),
        Action::Delete => (2, None),
        Action::Restore => (3, None),
        Action::Undo(seq) => (4, Some(seq)),
        Action::Redo(seq) => (5, Some(seq)),
    };
    cbor.array(1 + u64::from(seq.is_some()))?.u8(number)?;
    seq.map_or(Ok(()), |seq| cbor.u64(seq).map(drop))
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

fn read_header(cbor: &mut Decoder<'_>) -> Result<Commit, MalformedCommit> {
    let fields = definite(cbor.array()?)?;
    match cbor.u8()? {
        FORM if fields == 7 => {}
        form => return Err(MalformedCommit::Newer { what: "form", number: form.into() }),
    }
    Ok(Commit {
        device: DeviceId::from_bytes(read_sixteen(cbor)?),
        seq: read_seq(cbor)?,
        lamport: cbor.u64()?,
        wall_time: cbor.i64()?,
        author: cbor.str()?.into(),
        action: read_action(cbor)?,
        records: Vec::new(),
    })
}

fn read_action(cbor: &mut Decoder<'_>) -> Result<Action, MalformedCommit> {
    let parts = definite(cbor.array()?)?;
    Ok(match (cbor.u8()?, parts) {
        (0, 1) => Action::Introduce,
        (1, 1) => Action::Save,
        (2, 1) => Action::Delete,
        (3, 1) => Action::Restore,
        (4, 2) => Action::Undo(cbor.u64()?),
        (5, 2) => Action::Redo(cbor.u64()?),
        (number, _) => return Err(MalformedCommit::Newer { what: "action", number: number.into() }),
    })
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
    let changes = (0..count).map(|_| read_change(&mut cbor)).collect::<Result<Vec<_>, _>>()?;
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

fn read_seq(cbor: &mut Decoder<'_>) -> Result<Seq, CborError> {
    match cbor.u64()? {
        seq @ 1..=MAX_SEQ => Ok(seq),
        _ => Err(CborError::message("a number that no commit has")),
    }
}

fn read_sixteen(cbor: &mut Decoder<'_>) -> Result<[u8; 16], CborError> {
    cbor.bytes()?.try_into().map_err(|_| CborError::message("an id does not have 16 bytes"))
}

fn expect_array(cbor: &mut Decoder<'_>, length: u64) -> Result<(), CborError> {
    match definite(cbor.array()?)? {
        found if found == length => Ok(()),
        _ => Err(CborError::message("a list has the wrong length")),
    }
}

fn definite(length: Option<u64>) -> Result<u64, CborError> {
    length.ok_or_else(|| CborError::message("a list without a stated length"))
}

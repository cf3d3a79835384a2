//! The header of a commit: who made it, when, and what was done.

use minicbor::decode::Error as CborError;
use minicbor::{Decoder, Encoder};

use super::body::{Written, definite, read_seq, read_sixteen};
use super::{Action, Commit, MalformedCommit, Missing};
use crate::ids::{DeviceId, RecordId};

/// The form of a commit without private bodies.
const OPEN: u8 = 1;

/// The form of a commit whose last bodies are private: how many stands behind the action.
const WITH_PRIVATE: u8 = 2;

/// Writes the header of a commit.
pub(super) fn write(cbor: &mut Encoder<Vec<u8>>, commit: &Commit) -> Written {
    let private = commit.records.iter().filter(|record| record.is_private()).count() as u64;
    match private {
        0 => cbor.array(7)?.u8(OPEN)?,
        _ => cbor.array(8)?.u8(WITH_PRIVATE)?,
    };
    cbor.bytes(commit.device.as_bytes())?;
    cbor.u64(commit.seq)?.u64(commit.lamport)?.i64(commit.wall_time)?.str(&commit.author)?;
    write_action(cbor, commit)?;
    if private > 0 {
        cbor.u64(private)?;
    }
    Ok(())
}

fn write_action(cbor: &mut Encoder<Vec<u8>>, commit: &Commit) -> Written {
    let number = match commit.action {
        Action::Introduce => 0,
        Action::Save => 1,
        Action::Delete => 2,
        Action::Restore => 3,
        Action::Undo(seq) => return cbor.array(2)?.u8(4)?.u64(seq).map(drop),
        Action::Redo(seq) => return cbor.array(2)?.u8(5)?.u64(seq).map(drop),
        Action::LeaveOut(part) => return cbor.array(2)?.u8(7)?.u64(part).map(drop),
        Action::TakeBack(part) => return cbor.array(2)?.u8(8)?.u64(part).map(drop),
        Action::Erase => {
            cbor.array(2)?.u8(6)?.array(commit.erases.len() as u64)?;
            return commit.erases.iter().try_for_each(|record| cbor.bytes(record.as_bytes()).map(drop));
        }
    };
    cbor.array(1)?.u8(number).map(drop)
}

/// Whether a commit has private bodies, here or not.
pub(super) fn has_private(bytes: &[u8]) -> Result<bool, MalformedCommit> {
    let mut cbor = Decoder::new(bytes);
    cbor.array()?;
    cbor.array()?;
    Ok(cbor.u8()? == WITH_PRIVATE)
}

/// Reads a header: the commit without its bodies, and how many of these, the last ones, are private.
pub(super) fn read(cbor: &mut Decoder<'_>) -> Result<(Commit, u64), MalformedCommit> {
    let fields = definite(cbor.array()?)?;
    let has_private = match (cbor.u8()?, fields) {
        (OPEN, 7) => false,
        (WITH_PRIVATE, 8) => true,
        (form, _) => return Err(MalformedCommit::Newer { what: "form", number: form.into() }),
    };
    let mut commit = Commit {
        device: DeviceId::from_bytes(read_sixteen(cbor)?),
        seq: read_seq(cbor)?,
        lamport: cbor.u64()?,
        wall_time: cbor.i64()?,
        author: cbor.str()?.into(),
        action: Action::Save,
        erases: Vec::new(),
        records: Vec::new(),
        missing: Missing::default(),
    };
    commit.action = read_action(cbor, &mut commit.erases)?;
    match has_private.then(|| cbor.u64()).transpose()? {
        Some(0) => Err(CborError::message("a commit without private parts in the form of one with").into()),
        private => Ok((commit, private.unwrap_or(0))),
    }
}

fn read_action(cbor: &mut Decoder<'_>, erases: &mut Vec<RecordId>) -> Result<Action, MalformedCommit> {
    let parts = definite(cbor.array()?)?;
    Ok(match (cbor.u8()?, parts) {
        (0, 1) => Action::Introduce,
        (1, 1) => Action::Save,
        (2, 1) => Action::Delete,
        (3, 1) => Action::Restore,
        (4, 2) => Action::Undo(cbor.u64()?),
        (5, 2) => Action::Redo(cbor.u64()?),
        (7, 2) => Action::LeaveOut(cbor.u64()?),
        (8, 2) => Action::TakeBack(cbor.u64()?),
        (6, 2) => {
            for _ in 0..definite(cbor.array()?)? {
                erases.push(RecordId::from_bytes(read_sixteen(cbor)?));
            }
            Action::Erase
        }
        (number, _) => return Err(MalformedCommit::Newer { what: "action", number: number.into() }),
    })
}

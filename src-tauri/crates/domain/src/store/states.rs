//! A record's merge state as bytes.

use minicbor::decode::Error as CborError;
use minicbor::{Decoder, Encoder};
use rusqlite::Result;

use super::devices::Devices;
use crate::ids::CommitRef;
use crate::kinds::FieldNumber;
use crate::merge::{Heads, RecordState, Refs};

/// A state as it is kept: the commits, then the fields by their numbers, each with its heads and awaited changes as
/// places in the list of commits. A field whose only head is the first commit is the common case and takes one byte,
/// its number; with another only head it is `[field, place]`, else `[field, heads, awaited]`.
pub(super) fn encode(
    state: &RecordState,
    mut device: impl FnMut(CommitRef) -> Result<i64>,
) -> Result<Vec<u8>> {
    // Every head is of a commit that touched the record; only what is awaited is not.
    let awaited = state.fields.values().flat_map(|heads| heads.awaited.iter());
    let refs: Refs = state.commits.iter().chain(awaited).copied().collect();
    let place = |at: &CommitRef| refs.binary_search(at).expect("BUG: every head is among the refs") as u64;
    let mut cbor = Encoder::new(Vec::with_capacity(16 + 4 * state.fields.len()));
    cbor.u64(refs.len() as u64).expect(MEMORY);
    for at in refs.iter() {
        let touched = state.commits.binary_search(at).is_ok();
        cbor.i64(device(*at)?).expect(MEMORY).u64(at.seq << 1 | u64::from(touched)).expect(MEMORY);
    }
    for (field, heads) in &state.fields {
        let only = heads.heads.first().filter(|_| heads.heads.len() == 1 && heads.awaited.is_empty());
        match only.map(place) {
            Some(0) => drop(cbor.u16(*field).expect(MEMORY)),
            Some(place) => {
                cbor.array(2).expect(MEMORY).u16(*field).expect(MEMORY).u64(place).expect(MEMORY);
            }
            None => {
                cbor.array(3).expect(MEMORY).u16(*field).expect(MEMORY);
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

pub(super) fn decode(bytes: &[u8], devices: &Devices) -> std::result::Result<RecordState, CborError> {
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
        let (field, heads) = read_field(&mut cbor, &refs)?;
        state.fields.insert(field, heads);
    }
    Ok(state)
}

fn read_field(
    cbor: &mut Decoder<'_>,
    refs: &[CommitRef],
) -> std::result::Result<(FieldNumber, Heads), CborError> {
    let only = |at| Heads { heads: Refs::from_iter([at]), awaited: Refs::default() };
    if cbor.datatype()? != minicbor::data::Type::Array {
        return Ok((cbor.u16()?, only(at_place(refs, 0)?)));
    }
    let length = cbor.array()?;
    let field = cbor.u16()?;
    let heads = match length {
        Some(2) => only(at_place(refs, cbor.u64()?)?),
        _ => Heads { heads: read_places(cbor, refs)?, awaited: read_places(cbor, refs)? },
    };
    Ok((field, heads))
}

fn read_places(cbor: &mut Decoder<'_>, refs: &[CommitRef]) -> std::result::Result<Refs, CborError> {
    let count = cbor.array()?.ok_or_else(|| CborError::message("a list without a stated length"))?;
    (0..count).map(|_| at_place(refs, cbor.u64()?)).collect()
}

fn at_place(refs: &[CommitRef], place: u64) -> std::result::Result<CommitRef, CborError> {
    let at = usize::try_from(place).ok().and_then(|place| refs.get(place));
    at.copied().ok_or_else(|| CborError::message("no such commit"))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::ids::DeviceId;
    use crate::store::schema;

    fn at(device: u8, seq: u64) -> CommitRef {
        CommitRef { device: DeviceId::from_bytes([device; 16]), seq }
    }

    fn field(heads: &[CommitRef], awaited: &[CommitRef]) -> Heads {
        Heads { heads: heads.iter().copied().collect(), awaited: awaited.iter().copied().collect() }
    }

    /// The bytes of a state, after a look whether they come back as that state.
    fn kept(state: &RecordState) -> Vec<u8> {
        let connection = Connection::open_in_memory().expect("opened");
        schema::migrate(&connection).expect("made");
        let mut devices = Devices::default();
        let bytes = encode(state, |at| devices.number(&connection, at.device)).expect("encoded");
        assert_eq!(decode(&bytes, &devices).expect("decoded"), *state);
        bytes
    }

    #[test]
    fn a_record_of_one_commit_takes_a_byte_a_field() {
        let mut state = RecordState { commits: Refs::from_iter([at(1, 5)]), ..RecordState::default() };
        state.fields = (1..=8).map(|number| (number, field(&[at(1, 5)], &[]))).collect();
        assert_eq!(kept(&state).len(), 3 + 8);
    }

    #[test]
    fn every_sort_of_field_comes_back() {
        let commits = Refs::from_iter([at(1, 1), at(2, 1), at(2, 7)]);
        let fields = [
            (0, field(&[], &[])),
            (1, field(&[at(1, 1)], &[])),
            (2, field(&[at(2, 7)], &[])),
            (3, field(&[at(1, 1), at(2, 1)], &[])),
            (300, field(&[at(2, 1)], &[at(3, 9)])),
            (301, field(&[], &[at(3, 9), at(3, 10)])),
        ];
        kept(&RecordState { commits, fields: fields.into() });
    }
}

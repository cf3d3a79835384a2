//! A record's merge state as bytes.

use minicbor::decode::Error as CborError;
use minicbor::{Decoder, Encoder};
use rusqlite::Result;

use super::devices::Devices;
use crate::ids::CommitRef;
use crate::merge::{Heads, RecordState, Refs};

/// A state as it is kept: the commits, then the fields by their numbers, each with its heads and awaited changes as
/// places in the list of commits. A field whose only head is the one commit there is, is the common case and takes
/// two bytes: `field, 0`.
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
        let field = cbor.u16()?;
        let heads = match cbor.datatype()? {
            minicbor::data::Type::Array => {
                Heads { heads: read_places(&mut cbor, &refs)?, awaited: read_places(&mut cbor, &refs)? }
            }
            _ => Heads { heads: Refs::from_iter([at_place(&refs, cbor.u64()?)?]), awaited: Refs::default() },
        };
        state.fields.insert(field, heads);
    }
    Ok(state)
}

fn read_places(cbor: &mut Decoder<'_>, refs: &[CommitRef]) -> std::result::Result<Refs, CborError> {
    let count = cbor.array()?.ok_or_else(|| CborError::message("a list without a stated length"))?;
    (0..count).map(|_| at_place(refs, cbor.u64()?)).collect()
}

fn at_place(refs: &[CommitRef], place: u64) -> std::result::Result<CommitRef, CborError> {
    let at = usize::try_from(place).ok().and_then(|place| refs.get(place));
    at.copied().ok_or_else(|| CborError::message("no such commit"))
}

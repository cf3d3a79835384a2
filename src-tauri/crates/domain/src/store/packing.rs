//! Commits in the log stand packed, each for itself, as a zstd frame: that nearly halves them.
//!
//! A commit that would not get smaller stands as it is. The two are told apart by their first byte: a commit is a
//! CBOR array of three, `0x83`, or in parts of two, `0x82`, and a frame begins with `0x28`. What is unpacked is byte for byte what was packed.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Read};

use zstd::bulk::{Compressor, Decompressor};

use crate::log::MAX_COMMIT_BYTES;

/// Commits are small, so that higher levels gain little and take most of an import's time.
const LEVEL: i32 = 1;

/// The first byte of a zstd frame (RFC 8878 §3.1.1).
const FRAME: u8 = 0x28;

thread_local! {
    // Making one takes longer than packing a small commit.
    static PACKER: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static UNPACKER: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// The bytes of a commit as the log keeps them.
pub(crate) fn packed(commit: &[u8]) -> Cow<'_, [u8]> {
    let packed = PACKER.with_borrow_mut(|packer| {
        let packer = match packer {
            Some(packer) => packer,
            None => packer.insert(Compressor::new(LEVEL)?),
        };
        packer.compress(commit)
    });
    match packed {
        Ok(packed) if packed.len() < commit.len() => packed.into(),
        // Packing only fails for want of memory, and is no need.
        Ok(_) | Err(_) => commit.into(),
    }
}

/// The bytes of a commit as they came. What was damaged in the file and cannot be unpacked comes out as it stands
/// there, which is no commit.
pub(super) fn unpacked(stored: &[u8]) -> Cow<'_, [u8]> {
    if stored.first() != Some(&FRAME) {
        return stored.into();
    }
    unpack(stored).map_or(stored.into(), Cow::from)
}

/// The first `most` bytes of a commit, read from its beginning as it is stored.
pub(super) fn beginning(mut stored: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut first = [0];
    stored.read_exact(&mut first)?;
    let stored = first.as_slice().chain(stored);
    let mut bytes = Vec::new();
    match first[0] {
        FRAME => zstd::Decoder::new(stored)?.take(most as u64).read_to_end(&mut bytes)?,
        _ => stored.take(most as u64).read_to_end(&mut bytes)?,
    };
    Ok(bytes)
}

fn unpack(frame: &[u8]) -> io::Result<Vec<u8>> {
    // A damaged frame may claim any size.
    let claimed = zstd::zstd_safe::get_frame_content_size(frame).ok().flatten();
    let size = claimed.and_then(|size| usize::try_from(size).ok()).filter(|size| *size <= MAX_COMMIT_BYTES);
    let size = size.ok_or(io::ErrorKind::InvalidData)?;
    UNPACKER.with_borrow_mut(|unpacker| {
        let unpacker = match unpacker {
            Some(unpacker) => unpacker,
            None => unpacker.insert(Decompressor::new()?),
        };
        unpacker.decompress(frame, size)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        let commit = [[0x83].as_slice(), &[7; 1_000]].concat();
        let stored = packed(&commit);
        assert!(stored.len() < 40, "{} bytes", stored.len());
        assert_eq!(unpacked(&stored), commit);
        assert_eq!(beginning(stored.as_ref(), 500).expect("read"), commit[..500]);
    }

    #[test]
    fn what_packing_would_enlarge_stands_as_it_is() {
        let commit: Vec<u8> = [0x83, 0x97].into_iter().chain(0..100).collect();
        assert_eq!(packed(&commit), commit);
        assert_eq!(unpacked(&commit), commit);
        assert_eq!(beginning(commit.as_slice(), 50).expect("read"), commit[..50]);
    }

    #[test]
    fn what_cannot_be_unpacked_comes_out_as_it_stands() {
        let mut stored = packed(&[7; 100_000]).into_owned();
        for at in 0..stored.len() {
            stored[at] ^= 0xFF;
            assert_ne!(unpacked(&stored), vec![7; 100_000], "byte {at}");
            stored[at] ^= 0xFF;
        }
        let cut = &stored[..stored.len() - 3];
        assert_eq!(unpacked(cut), cut);
    }
}

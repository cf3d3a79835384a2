//! The messages in a bundle, and their bytes: a type, a length, and CBOR (or, for commits and pieces, plain bytes).

use minicbor::decode::Error as CborError;
use minicbor::{Decoder, Encoder};

use super::BundleError;
use crate::ids::{DeviceId, Seq, WallTime};
use crate::log::{CommitHash, PublicKey, Signature, Tip};

/// What the bundle is, and what its sender knew when making it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The sender's device.
    pub sender: DeviceId,
    /// The officer's name.
    pub officer: String,
    /// The laptop's name.
    pub device: String,
    /// When it was made, by the sender's clock.
    pub made_at: WallTime,
    /// Whether it carries all that the sender knew.
    pub complete: bool,
    /// The version vector: how far the sender knew each device's commits, in each of its branches if it parted.
    pub vector: Vec<Tip>,
    /// The hash of all that the sender was shown, and the fingerprint of the projections it was taken over.
    pub digest: ([u8; 32], String),
    /// How many commits it carries.
    pub commits: u64,
    /// How many documents.
    pub documents: u64,
    /// The devices it was made for; none if it is for anyone.
    pub recipients: Vec<DeviceId>,
    /// The stretches whose commits the sender has only in part.
    pub holes: Vec<Hole>,
    /// The documents that the sender refers to and lacks, by their hashes.
    pub wants: Vec<[u8; 32]>,
}

/// Consecutive commits of one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    /// Whose.
    pub device: DeviceId,
    /// The first of them.
    pub from: Seq,
    /// The last.
    pub to: Seq,
}

/// A device, and its signature over the newest of its commits that the sender knew: one for each branch, if it parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceHead {
    /// Its key, of which its id follows.
    pub key: PublicKey,
    /// The newest commit.
    pub seq: Seq,
    /// That commit's hash.
    pub hash: CommitHash,
    /// The device's signature over both.
    pub signature: Signature,
}

/// Announces consecutive commits of one device, up to a head of it that was announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Whose commits.
    pub device: DeviceId,
    /// The first of them.
    pub first: Seq,
    /// How many.
    pub count: u64,
    /// The hash of the commit before them; zeroes if there is none.
    pub previous: CommitHash,
}

/// The type that stands before a message.
pub(super) mod kind {
    pub(crate) const OPENING: u8 = 1;
    pub(crate) const DEVICE: u8 = 2;
    pub(crate) const RUN: u8 = 3;
    pub(crate) const COMMIT: u8 = 4;
    pub(crate) const DOCUMENT: u8 = 5;
    pub(crate) const PIECE: u8 = 6;
    pub(crate) const END: u8 = 7;
}

type Cbor = Encoder<Vec<u8>>;
type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

/// Bytes from a function that writes CBOR.
fn bytes(write: impl FnOnce(&mut Cbor) -> Written) -> Vec<u8> {
    let mut cbor = Encoder::new(Vec::new());
    write(&mut cbor).expect("BUG: writing to memory cannot fail");
    cbor.into_writer()
}

impl Opening {
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        bytes(|cbor| {
            cbor.array(12)?.bytes(self.sender.as_bytes())?.str(&self.officer)?.str(&self.device)?;
            cbor.i64(self.made_at)?.bool(self.complete)?.array(self.vector.len() as u64)?;
            for tip in &self.vector {
                let hash = tip.hash.as_ref().map_or(&[][..], |hash| hash);
                cbor.array(3)?.bytes(tip.device.as_bytes())?.u64(tip.seq)?.bytes(hash)?;
            }
            cbor.array(2)?.bytes(&self.digest.0)?.str(&self.digest.1)?;
            cbor.u64(self.commits)?.u64(self.documents)?.array(self.recipients.len() as u64)?;
            for device in &self.recipients {
                cbor.bytes(device.as_bytes())?;
            }
            cbor.array(self.holes.len() as u64)?;
            for Hole { device, from, to } in &self.holes {
                cbor.array(3)?.bytes(device.as_bytes())?.u64(*from)?.u64(*to)?;
            }
            cbor.array(self.wants.len() as u64)?;
            for hash in &self.wants {
                cbor.bytes(hash)?;
            }
            Ok(())
        })
    }

    /// The opening of a bundle of this form. Form 1 ends with the counts; up to form 2 the vector has no hashes.
    pub(super) fn from_bytes(bytes: &[u8], form: u16) -> Result<Self, BundleError> {
        read(bytes, |cbor| {
            let is_longer = form > 1;
            list(cbor, if is_longer { 12 } else { 9 })?;
            Ok(Self {
                sender: device(cbor)?,
                officer: cbor.str()?.into(),
                device: cbor.str()?.into(),
                made_at: cbor.i64()?,
                complete: cbor.bool()?,
                vector: several(cbor, |cbor| {
                    let has_hash = form > 2;
                    list(cbor, if has_hash { 3 } else { 2 })?;
                    let (device, seq) = (device(cbor)?, cbor.u64()?);
                    let hash = has_hash.then(|| fixed(cbor)).transpose()?;
                    Ok(Tip { device, seq, hash })
                })?,
                digest: {
                    list(cbor, 2)?;
                    (fixed(cbor)?, cbor.str()?.into())
                },
                commits: cbor.u64()?,
                documents: cbor.u64()?,
                recipients: if is_longer { several(cbor, device)? } else { Vec::new() },
                holes: if is_longer { several(cbor, Hole::read)? } else { Vec::new() },
                wants: if is_longer { several(cbor, fixed)? } else { Vec::new() },
            })
        })
    }
}

impl Hole {
    fn read(cbor: &mut Decoder<'_>) -> Result<Self, CborError> {
        list(cbor, 3)?;
        Ok(Self { device: device(cbor)?, from: cbor.u64()?, to: cbor.u64()? })
    }
}

impl DeviceHead {
    pub(super) fn to_bytes(self) -> Vec<u8> {
        bytes(|cbor| {
            cbor.array(4)?.bytes(self.key.as_bytes())?.u64(self.seq)?;
            cbor.bytes(&self.hash)?.bytes(&self.signature)?;
            Ok(())
        })
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, BundleError> {
        read(bytes, |cbor| {
            list(cbor, 4)?;
            let key = PublicKey::from_bytes(cbor.bytes()?).map_err(|_| CborError::message("not a key"))?;
            Ok(Self { key, seq: cbor.u64()?, hash: fixed(cbor)?, signature: fixed(cbor)? })
        })
    }
}

impl Run {
    pub(super) fn to_bytes(self) -> Vec<u8> {
        bytes(|cbor| {
            cbor.array(4)?.bytes(self.device.as_bytes())?.u64(self.first)?.u64(self.count)?;
            cbor.bytes(&self.previous).map(drop)
        })
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Self, BundleError> {
        read(bytes, |cbor| {
            list(cbor, 4)?;
            Ok(Self { device: device(cbor)?, first: cbor.u64()?, count: cbor.u64()?, previous: fixed(cbor)? })
        })
    }
}

/// The announcement of a document: its hash and size.
pub(super) fn document_to_bytes(hash: &[u8; 32], size: u64) -> Vec<u8> {
    bytes(|cbor| cbor.array(2)?.bytes(hash)?.u64(size).map(drop))
}

pub(super) fn document_from_bytes(bytes: &[u8]) -> Result<([u8; 32], u64), BundleError> {
    read(bytes, |cbor| {
        list(cbor, 2)?;
        Ok((fixed(cbor)?, cbor.u64()?))
    })
}

fn read<'b, T>(
    bytes: &'b [u8],
    parse: impl FnOnce(&mut Decoder<'b>) -> Result<T, CborError>,
) -> Result<T, BundleError> {
    let mut cbor = Decoder::new(bytes);
    let parsed = parse(&mut cbor).map_err(|_| BundleError::Malformed("a message cannot be read"))?;
    match cbor.position() == bytes.len() {
        true => Ok(parsed),
        false => Err(BundleError::Malformed("a message is longer than what it says")),
    }
}

fn length(cbor: &mut Decoder<'_>) -> Result<u64, CborError> {
    cbor.array()?.ok_or_else(|| CborError::message("a list without a stated length"))
}

fn list(cbor: &mut Decoder<'_>, expected: u64) -> Result<(), CborError> {
    if length(cbor)? == expected { Ok(()) } else { Err(CborError::message("a list has the wrong length")) }
}

fn several<T>(
    cbor: &mut Decoder<'_>,
    mut one: impl FnMut(&mut Decoder<'_>) -> Result<T, CborError>,
) -> Result<Vec<T>, CborError> {
    // What is claimed to follow is not made room for before it is read.
    (0..length(cbor)?).map(|_| one(cbor)).collect()
}

fn device(cbor: &mut Decoder<'_>) -> Result<DeviceId, CborError> {
    fixed(cbor).map(DeviceId::from_bytes)
}

fn fixed<const N: usize>(cbor: &mut Decoder<'_>) -> Result<[u8; N], CborError> {
    cbor.bytes()?.try_into().map_err(|_| CborError::message("bytes of the wrong length"))
}

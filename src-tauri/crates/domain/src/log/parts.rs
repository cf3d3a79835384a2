//! A commit in its parts: what stands in its bytes for each record that it changes.
//!
//! A whole commit gives its bodies, and one seed from which the salts of all their leaves follow. Where a body is
//! withheld or erased, the commit is written in parts instead: each body with its own salt, or its leaf alone. The seed
//! is not given then: it would give every salt, and what is missing could be found by trying. Both ways a commit has
//! the same hash.

use std::borrow::Cow;
use std::sync::LazyLock;

use blake3::hazmat::{ContextKey, HasherExt as _, hash_derive_key_context};
use minicbor::data::Type;
use minicbor::decode::Error as CborError;
use minicbor::{Decoder, Encoder};

use super::body::{self, Written, definite, read_sixteen};
use super::{Commit, CommitHash, MAX_COMMIT_BYTES, MalformedCommit, header};
use crate::ids::RecordId;

/// How many bytes a body takes more in a commit written in parts.
pub(crate) const PART_BYTES: usize = 35;

/// What becomes of the bodies that are taken out of a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Out {
    /// They are held back from this copy, and may come another way.
    Withheld,
    /// They are gone for good.
    Erased,
}

/// What stands for one record.
#[derive(Debug)]
pub(super) struct Part<'b> {
    /// Whether it is one of those that never leave their author's laptop.
    pub(super) is_private: bool,
    pub(super) content: Content<'b>,
}

#[derive(Debug)]
pub(super) enum Content<'b> {
    /// The record's changes, and the salt of their leaf.
    Body { salt: [u8; 32], body: &'b [u8] },
    /// The leaf alone.
    Withheld([u8; 32]),
    /// The leaf alone, and no more is to be expected.
    Erased([u8; 32]),
}

/// Reads a commit part by part.
pub(super) struct Parts<'b> {
    bytes: &'b [u8],
    cbor: Decoder<'b>,
    header: &'b [u8],
    /// `None` for a commit written in parts.
    seed: Option<[u8; 16]>,
    pub(super) count: u64,
    private: u64,
    place: u64,
}

impl<'b> Parts<'b> {
    /// Reads a commit's bytes up to its first part, and gives the commit as far as its header tells.
    pub(super) fn of(bytes: &'b [u8]) -> Result<(Commit, Self), MalformedCommit> {
        if bytes.len() > MAX_COMMIT_BYTES {
            return Err(MalformedCommit::Length(bytes.len()));
        }
        let mut cbor = Decoder::new(bytes);
        let is_whole = match definite(cbor.array()?)? {
            3 => true,
            2 => false,
            _ => return Err(CborError::message("a list has the wrong length").into()),
        };
        let start = cbor.position();
        let (commit, private) = header::read(&mut cbor)?;
        let header = &bytes[start..cbor.position()];
        let seed = is_whole.then(|| read_sixteen(&mut cbor)).transpose()?;
        let count = definite(cbor.array()?)?;
        if private > count {
            return Err(CborError::message("more private parts than there are parts").into());
        }
        Ok((commit, Self { bytes, cbor, header, seed, count, private, place: 0 }))
    }

    /// The bytes of the header.
    pub(super) fn header(&self) -> &'b [u8] {
        self.header
    }

    /// The next part; `None` behind the last, where the commit must end.
    pub(super) fn next(&mut self) -> Result<Option<Part<'b>>, MalformedCommit> {
        if self.place == self.count {
            return match self.cbor.position() == self.bytes.len() {
                true => Ok(None),
                false => Err(MalformedCommit::Length(self.bytes.len())),
            };
        }
        let content = match self.seed {
            Some(seed) => Content::Body { salt: salt(&seed, self.place), body: self.cbor.bytes()? },
            None => self.content()?,
        };
        self.place += 1;
        Ok(Some(Part { is_private: self.place + self.private > self.count, content }))
    }

    /// What stands for a record in a commit written in parts.
    fn content(&mut self) -> Result<Content<'b>, CborError> {
        if self.cbor.datatype()? == Type::Bytes {
            return read_leaf(&mut self.cbor).map(Content::Withheld);
        }
        match definite(self.cbor.array()?)? {
            1 => read_leaf(&mut self.cbor).map(Content::Erased),
            2 => Ok(Content::Body { salt: read_leaf(&mut self.cbor)?, body: self.cbor.bytes()? }),
            _ => Err(CborError::message("a part is neither a body nor a leaf")),
        }
    }

    fn all(mut self) -> Result<Vec<Part<'b>>, MalformedCommit> {
        let mut parts = Vec::new();
        while let Some(part) = self.next()? {
            parts.push(part);
        }
        Ok(parts)
    }
}

impl Part<'_> {
    /// The salted hash that stands for the record's changes in the hash of the commit.
    pub(super) fn leaf(&self) -> [u8; 32] {
        match &self.content {
            Content::Body { salt, body } => blake3::keyed_hash(salt, body).into(),
            Content::Withheld(leaf) | Content::Erased(leaf) => *leaf,
        }
    }

    fn is_here(&self) -> bool {
        matches!(self.content, Content::Body { .. })
    }

    /// Loses its body.
    fn lose(&mut self, out: Out) {
        let leaf = self.leaf();
        self.content = match out {
            Out::Withheld => Content::Withheld(leaf),
            Out::Erased => Content::Erased(leaf),
        };
    }
}

/// The bytes of a commit without the bodies of those records that `keeps` does not keep; it is also told whether a body
/// is private. As they came if all are kept.
///
/// # Errors
/// If the bytes are no commit.
pub fn take_out(
    bytes: &[u8],
    out: Out,
    mut keeps: impl FnMut(RecordId, bool) -> bool,
) -> Result<Cow<'_, [u8]>, MalformedCommit> {
    let (_, parts) = Parts::of(bytes)?;
    let header = parts.header;
    let mut parts = parts.all()?;
    let mut is_whole = true;
    for part in &mut parts {
        let Content::Body { body, .. } = part.content else { continue };
        if !keeps(body::record(body)?, part.is_private) {
            part.lose(out);
            is_whole = false;
        }
    }
    Ok(if is_whole { bytes.into() } else { in_parts(header, &parts).into() })
}

/// The bytes of a commit as they may leave the laptop: without what is private. As they are if nothing is.
///
/// # Errors
/// If the bytes are no commit.
pub fn open_parts(bytes: &[u8]) -> Result<Cow<'_, [u8]>, MalformedCommit> {
    match header::has_private(bytes)? {
        true => take_out(bytes, Out::Withheld, |_, is_private| !is_private),
        false => Ok(bytes.into()),
    }
}

/// The bytes of a commit with all bodies that either of two copies of it has. They must have the same hash.
///
/// # Errors
/// If one of them is no commit, or they have not as many parts.
pub fn join<'b>(one: &'b [u8], other: &'b [u8]) -> Result<Cow<'b, [u8]>, MalformedCommit> {
    let ((_, parts), (_, others)) = (Parts::of(one)?, Parts::of(other)?);
    match (parts.seed, others.seed) {
        (Some(_), _) => return Ok(one.into()),
        (None, Some(_)) => return Ok(other.into()),
        (None, None) if parts.count != others.count => {
            return Err(CborError::message("two copies have not as many parts").into());
        }
        (None, None) => {}
    }
    let header = parts.header;
    let joined = parts.all()?.into_iter().zip(others.all()?).map(|(one, other)| {
        let is_one = one.is_here() || (!other.is_here() && matches!(one.content, Content::Erased(_)));
        if is_one { one } else { other }
    });
    Ok(in_parts(header, &joined.collect::<Vec<_>>()).into())
}

/// The bytes of a commit written in parts.
fn in_parts(header: &[u8], parts: &[Part<'_>]) -> Vec<u8> {
    let mut cbor = Encoder::new(Vec::new());
    write_parts(&mut cbor, header, parts).expect("BUG: writing to memory cannot fail");
    cbor.into_writer()
}

fn write_parts(cbor: &mut Encoder<Vec<u8>>, header: &[u8], parts: &[Part<'_>]) -> Written {
    cbor.array(2)?.writer_mut().extend_from_slice(header);
    cbor.array(parts.len() as u64)?;
    for part in parts {
        match &part.content {
            Content::Body { salt, body } => cbor.array(2)?.bytes(salt)?.bytes(body)?,
            Content::Withheld(leaf) => cbor.bytes(leaf)?,
            Content::Erased(leaf) => cbor.array(1)?.bytes(leaf)?,
        };
    }
    Ok(())
}

// What is hashed begins with the hash of such a text: worked out once, not once a record.
static COMMIT_CONTEXT: LazyLock<ContextKey> =
    LazyLock::new(|| hash_derive_key_context("Entente commit, form 1"));
static SALT_CONTEXT: LazyLock<ContextKey> =
    LazyLock::new(|| hash_derive_key_context("Entente leaf salt, form 1"));

/// The hash of a commit, given that of the one before, its header and the leaves of its parts.
pub(super) fn hash(previous: &CommitHash, header_and_leaves: &[u8]) -> CommitHash {
    let mut hash = blake3::Hasher::new_from_context_key(&COMMIT_CONTEXT);
    hash.update(previous).update(header_and_leaves);
    hash.finalize().into()
}

/// The salt of the leaf in this place.
fn salt(seed: &[u8; 16], place: u64) -> [u8; 32] {
    let mut salt = blake3::Hasher::new_from_context_key(&SALT_CONTEXT);
    salt.update(seed).update(&place.to_le_bytes());
    salt.finalize().into()
}

fn read_leaf(cbor: &mut Decoder<'_>) -> Result<[u8; 32], CborError> {
    cbor.bytes()?.try_into().map_err(|_| CborError::message("a leaf or salt does not have 32 bytes"))
}

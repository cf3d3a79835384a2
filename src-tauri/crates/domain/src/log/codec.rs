//! Commits to bytes and back. The format is told in `docs/bundle-format.md`; keep the two together.

use std::collections::BTreeSet;

use minicbor::Encoder;
use minicbor::decode::Error as CborError;

use super::body::{self, Written};
use super::header;
use super::parts::{self, Content, Parts};
use super::{Commit, CommitHash};

/// The largest commit that is read or written, in bytes. It bounds the memory of an import.
pub const MAX_COMMIT_BYTES: usize = 8 << 20;

/// The greatest number a commit can have within its device. No device makes as many, and where numbers are kept with
/// a bit beside them, as SQLite keeps numbers, there is room for it.
pub(crate) const MAX_SEQ: u64 = 1 << 48;

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

/// The bytes of a commit of which nothing is missing. `seed` is 16 random bytes, from which the salts of its leaves
/// are made. What is private stands last.
pub fn encode(commit: &Commit, seed: [u8; 16]) -> Vec<u8> {
    let mut cbor = Encoder::new(Vec::new());
    write(&mut cbor, commit, seed).expect("BUG: writing to memory cannot fail");
    cbor.into_writer()
}

/// The commit that these bytes are, and its hash given that of the device's previous commit. Of a commit written in
/// parts, the bodies that are there are read and the others counted.
///
/// # Errors
/// If the bytes are no commit, a newer program's, too long, or more than one commit.
pub fn decode(bytes: &[u8], previous: &CommitHash) -> Result<(Commit, CommitHash), MalformedCommit> {
    Unchained::read(bytes).map(|read| read.behind(previous))
}

/// What a commit's header says, without any of its bodies, and how many of those there are. The bytes may end behind that.
pub(crate) fn heading(bytes: &[u8]) -> Result<(Commit, u64), MalformedCommit> {
    Parts::of(bytes).map(|(commit, parts)| (commit, parts.count))
}

/// A commit that was read, but for its place in the chain: nearly all the work, and none that waits for the commit
/// before.
pub(crate) struct Unchained {
    commit: Commit,
    /// What its hash is of, besides that of the commit before.
    hashed: Vec<u8>,
}

impl Unchained {
    /// Reads a commit.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, MalformedCommit> {
        let (commit, parts) = Parts::of(bytes)?;
        read_parts(commit, parts)
    }

    /// The commit, and its hash given that of the device's previous commit.
    pub(crate) fn behind(self, previous: &CommitHash) -> (Commit, CommitHash) {
        (self.commit, parts::hash(previous, &self.hashed))
    }
}

fn read_parts(mut commit: Commit, mut parts: Parts<'_>) -> Result<Unchained, MalformedCommit> {
    let mut hashed = parts.header().to_vec();
    let mut changed = BTreeSet::new();
    while let Some(part) = parts.next()? {
        hashed.extend_from_slice(&part.leaf());
        match part.content {
            Content::Withheld(_) | Content::Erased(_) if part.is_private => commit.missing.private += 1,
            Content::Withheld(_) => commit.missing.withheld += 1,
            Content::Erased(_) => commit.missing.erased += 1,
            Content::Body { body, .. } => {
                let record = body::read(body, part.is_private)?;
                if !changed.insert((record.record, part.is_private)) {
                    return Err(CborError::message("a commit changes a record twice").into());
                }
                commit.records.push(record);
            }
        }
    }
    Ok(Unchained { commit, hashed })
}

fn write(cbor: &mut Encoder<Vec<u8>>, commit: &Commit, seed: [u8; 16]) -> Written {
    cbor.array(3)?;
    header::write(cbor, commit)?;
    cbor.bytes(&seed)?.array(commit.records.len() as u64)?;
    for record in &commit.records {
        cbor.bytes(&body::bytes(record))?;
    }
    Ok(())
}

//! The bundle: one file that carries commits and documents from laptop to laptop.
//!
//! Its form is told in `docs/bundle-format.md`, so that another program could read it. In short: an open header; a
//! stream of messages in zstd frames; a seal, the sender's signature over the hash of all before. A bundle is read
//! twice: once to verify the seal, once to take in the messages, each time as a stream of bounded memory. For those it
//! is meant for alone, a bundle is written through [`Sealed`] and read through [`unseal`].

mod error;
mod message;
mod parts;
mod reader;
mod sealing;
mod writer;

pub use error::BundleError;
pub use message::{DeviceHead, Hole, Opening, Run};
pub use parts::Joined;
pub use reader::{Item, Reader};
pub use sealing::{Keys, OpeningKey, Passphrase, SHORTEST_PASSPHRASE, Sealed, Sealing, Unsealed, unseal};
pub use writer::Writer;

pub(crate) use parts::split;

use reader::read_header;

/// The first bytes of every bundle.
pub(crate) const MAGIC: &[u8; 8] = b"ENTENTE\n";

/// The version of the form that is written. A reader takes this one and all before it, and refuses any greater one.
pub(crate) const FORM: u16 = 3;

/// The bytes of the open header: magic, form, how it is sealed (0: not at all).
pub(crate) const HEADER_LENGTH: usize = 8 + 2 + 2;

/// The bytes of the seal: public key, signature.
pub(crate) const SEAL_LENGTH: usize = 32 + 64;

/// What the sender signs begins with these words, in every form: which form it is stands in what is signed.
pub(crate) const SEAL_CONTEXT: &[u8] = b"Entente bundle, form 1";

/// How much content goes into a zstd frame before the next begins.
pub(crate) const FRAME: usize = 1 << 20;

/// The largest window of a frame a reader accepts, as a power of two: 8 MiB of memory.
pub(crate) const MAX_WINDOW_LOG: u32 = 23;

/// The most that a bundle may unpack to for each byte of the file, beyond [a floor](FLOOR). Text packs to a tenth.
pub(crate) const MAX_RATIO: u64 = 200;

/// A small file may unpack to this many bytes whatever its ratio.
pub(crate) const FLOOR: u64 = 64 << 20;

/// The pieces in which a document travels.
pub(crate) const PIECE: usize = 64 << 10;

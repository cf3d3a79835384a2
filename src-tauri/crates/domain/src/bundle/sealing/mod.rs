//! Sealing: a whole bundle within an age file (<https://age-encryption.org/v1>), for some devices or by a passphrase.
//!
//! Nothing of the bundle stands outside of it but an [open header](addressees), which says what is needed to read it.
//! The sender's signature is inside, so what is verified is the same whether a bundle is sealed or not. Keys are those
//! that devices sign with, [converted](keys): whoever knows a device's id and key can seal for it, and no second key has
//! to be exchanged. Sealing and unsealing are streams that keep one piece of 64 KiB in memory.

mod addressees;
mod keys;
mod passphrase;
mod sealed;
mod unsealed;

pub use keys::OpeningKey;
pub use passphrase::{Passphrase, SHORTEST as SHORTEST_PASSPHRASE};
pub use sealed::{Sealed, Sealing};
pub use unsealed::{Keys, Unsealed, unseal};

pub(super) use unsealed::unsealing;

/// How a bundle is sealed, as its open header has it: not at all.
pub(crate) const NOT: u16 = 0;

/// How a bundle is sealed, as its open header has it: with age.
pub(crate) const AGE: u16 = 1;

/// The most devices that a bundle is sealed for. A reader tries its keys on each.
pub(crate) const MAX_DEVICES: usize = 500;

/// The most bytes that the head of the age file may have: 98 for each device, and some that mean nothing.
const MAX_HEAD: u64 = 64 << 10;

/// How much work, as a power of two, it takes to try a passphrase. With scrypt this is memory too: 128 MiB, and about
/// half a second. 17 is what OWASP's Password Storage Cheat Sheet advises.
const WORK: u8 = 17;

/// The most work that a reader does for a passphrase: what the `age` program itself asks for. 256 MiB of memory.
const MAX_WORK: u8 = 18;

//! The key of a device, and its signature over the newest of its commits.

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use super::CommitHash;
use crate::ids::{DeviceId, Seq};

/// An Ed25519 signature (RFC 8032), 64 bytes.
pub type Signature = [u8; 64];

/// A device's secret key.
pub struct DeviceKey(SigningKey);

/// A device's public key. Its hash is the device's id, so that nobody else can pass for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// A signature that the named device did not make, or a key that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature is not that of the device it names")]
pub struct UnknownSigner;

impl DeviceKey {
    /// The key that these 32 secret bytes are; random ones for a new device.
    pub fn from_secret(secret: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&secret))
    }

    /// What others need to check this key's signatures.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs `message`, which says in its first words what it is.
    pub fn sign(&self, message: &[u8]) -> Signature {
        self.0.sign(message).to_bytes()
    }

    /// The secret key for X25519 (RFC 7748) that belongs to [that of its public key](PublicKey::to_x25519): the first
    /// half of its SHA-512, which X25519 clamps. How libsodium and age convert such keys; that one key may well serve
    /// for both is shown in <https://eprint.iacr.org/2021/509>.
    pub(crate) fn to_x25519(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_scalar_bytes())
    }

    /// Vouches for this device's commits up to and with `seq`, whose hash is `hash`.
    pub fn sign_head(&self, seq: Seq, hash: &CommitHash) -> Signature {
        self.sign(&head_message(seq, hash))
    }
}

impl PublicKey {
    /// The key that these bytes are.
    ///
    /// # Errors
    /// If they are not a point that can be a key.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnknownSigner> {
        let bytes = bytes.try_into().map_err(|_| UnknownSigner)?;
        VerifyingKey::from_bytes(bytes).map(Self).map_err(|_| UnknownSigner)
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// The same point as a key for X25519 (RFC 7748, §4.1), by which a bundle is sealed for its device.
    pub(crate) fn to_x25519(self) -> [u8; 32] {
        self.0.to_montgomery().to_bytes()
    }

    /// The id of the device that has this key.
    pub fn device(&self) -> DeviceId {
        half(blake3::derive_key("Entente device id, form 1", self.as_bytes()))
    }

    /// Checks that this key's device signed `message`.
    ///
    /// # Errors
    /// If it did not.
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), UnknownSigner> {
        let signature = ed25519_dalek::Signature::from_bytes(signature);
        self.0.verify_strict(message, &signature).map_err(|_| UnknownSigner)
    }

    /// Checks that this key's device vouches for its commits up to `seq`.
    ///
    /// # Errors
    /// If it does not.
    pub fn verify_head(
        &self,
        seq: Seq,
        hash: &CommitHash,
        signature: &Signature,
    ) -> Result<(), UnknownSigner> {
        self.verify(&head_message(seq, hash), signature)
    }
}

/// The id of a branch: of what a device wrote from this commit on, of whose number it has written several.
pub fn branch_id(device: DeviceId, first: &CommitHash) -> DeviceId {
    let branch = [device.as_bytes().as_slice(), first].concat();
    half(blake3::derive_key("Entente branch, form 1", &branch))
}

fn half(hash: [u8; 32]) -> DeviceId {
    let (half, _) = hash.split_at(16);
    DeviceId::from_bytes(half.try_into().expect("BUG: half of 32 bytes is 16"))
}

fn head_message(seq: Seq, hash: &CommitHash) -> Vec<u8> {
    [b"Entente head, form 1".as_slice(), &seq.to_le_bytes(), hash].concat()
}

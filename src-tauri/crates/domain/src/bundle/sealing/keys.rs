//! Devices' keys as age has them: X25519 keys, written as text in Bech32 (BIP 173).

use std::hint::black_box;

use age::Identity;
use age::x25519::{Identity as X25519, Recipient};
use bech32::{ToBase32, Variant, u5};
use zeroize::Zeroizing;

use crate::log::{DeviceKey, PublicKey};

/// The key that seals for this device.
pub(super) fn recipient(key: &PublicKey) -> Recipient {
    text("age", &key.to_x25519()).parse().expect("BUG: age reads the keys it writes")
}

/// What opens whatever is sealed for a device, and signs nothing.
pub struct OpeningKey(X25519);

impl From<&DeviceKey> for OpeningKey {
    fn from(key: &DeviceKey) -> Self {
        let secret = key.to_x25519();
        Self(text("age-secret-key-", &secret).parse().expect("BUG: age reads the keys it writes"))
    }
}

impl OpeningKey {
    /// What age takes.
    pub(super) fn identity(&self) -> &dyn Identity {
        &self.0
    }
}

fn text(prefix: &str, key: &[u8; 32]) -> Zeroizing<String> {
    let mut digits = key.to_base32();
    let text = bech32::encode(prefix, &digits, Variant::Bech32).expect("BUG: the prefixes are in order");
    // They may be a secret's, and know no way of their own to be wiped.
    digits.fill(u5::default());
    let _ = black_box(&digits);
    Zeroizing::new(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_devices_secret_key_belongs_to_its_public_key_in_the_other_form_too() {
        for secret in [[0; 32], [7; 32], [255; 32]] {
            let key = DeviceKey::from_secret(secret);
            let opening = OpeningKey::from(&key);
            assert_eq!(opening.0.to_public().to_string(), recipient(&key.public()).to_string());
        }
    }

    /// The first test vector of RFC 8032, §7.1, and the Montgomery form of its key as libsodium gives it.
    #[test]
    fn the_conversion_is_that_of_other_programs() {
        let secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let secret = blake3::Hash::from_hex(secret).expect("32 bytes");
        let key = DeviceKey::from_secret(*secret.as_bytes());
        let converted = blake3::Hash::from_bytes(key.public().to_x25519()).to_hex();
        assert_eq!(converted.as_str(), "d85e07ec22b0ad881537c2f44d662d1a143cf830c57aca4305d85c7a90f6b62e");
    }
}

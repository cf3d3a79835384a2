//! The open header of a sealed bundle: what it takes to read it.
//!
//! An officer with the wrong key is to learn which was needed; somebody who finds the file is not to learn who exchanges
//! files with whom. So devices are named by hints, which only those can read who know the device's id already.

use std::io::Read;

use super::MAX_DEVICES;
use crate::bundle::BundleError;
use crate::ids::DeviceId;

/// What it takes to read a sealed bundle.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Addressees {
    /// The passphrase.
    Passphrase,
    /// The key of one of some devices.
    Devices {
        /// Random bytes, so that a device has another hint in every bundle.
        salt: [u8; 16],
        /// A hint for each, in their own order, which tells nothing.
        hints: Vec<Hint>,
    },
}

/// The beginning of a hash over the salt and a device's id.
pub(super) type Hint = [u8; 4];

impl Addressees {
    /// The header for these devices.
    pub(super) fn devices(salt: [u8; 16], devices: impl Iterator<Item = DeviceId>) -> Self {
        let mut hints: Vec<_> = devices.map(|device| hint(&salt, device)).collect();
        hints.sort_unstable();
        Self::Devices { salt, hints }
    }

    /// Those of the known devices that can read it, and how many more there are.
    pub(super) fn named(&self, known: &[DeviceId]) -> (Vec<DeviceId>, usize) {
        let Self::Devices { salt, hints } = self else { return (Vec::new(), 0) };
        let is_named = |device: &&DeviceId| hints.contains(&hint(salt, **device));
        let named: Vec<_> = known.iter().filter(is_named).copied().collect();
        let others = hints.len().saturating_sub(named.len());
        (named, others)
    }

    /// A count of two bytes (0: a passphrase); then salt and hints.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let Self::Devices { salt, hints } = self else { return vec![0, 0] };
        let count = u16::try_from(hints.len()).expect("BUG: devices are counted before they are sealed for");
        [count.to_le_bytes().as_slice(), salt, hints.as_flattened()].concat()
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    pub(super) fn read(mut from: impl Read) -> Result<Self, BundleError> {
        let mut fill = |bytes: &mut [u8]| {
            from.read_exact(bytes).map_err(|_| BundleError::Malformed("it ends within its header"))
        };
        let mut count = [0; 2];
        fill(&mut count)?;
        let count = usize::from(u16::from_le_bytes(count));
        if count == 0 {
            return Ok(Self::Passphrase);
        }
        if count > MAX_DEVICES {
            return Err(BundleError::Malformed("it is sealed for more than 500 devices"));
        }
        let (mut salt, mut hints) = ([0; 16], vec![[0; 4]; count]);
        fill(&mut salt)?;
        fill(hints.as_flattened_mut())?;
        Ok(Self::Devices { salt, hints })
    }
}

/// What stands for a device in a header with this salt.
pub(super) fn hint(salt: &[u8; 16], device: DeviceId) -> Hint {
    let named = [salt.as_slice(), device.as_bytes()].concat();
    let hash = blake3::derive_key("Entente sealing hint, form 1", &named);
    hash[..4].try_into().expect("BUG: a hash has more than four bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(byte: u8) -> DeviceId {
        DeviceId::from_bytes([byte; 16])
    }

    #[test]
    fn a_header_names_devices_to_those_alone_who_know_them() {
        let header = Addressees::devices([7; 16], [id(3), id(1), id(2)].into_iter());
        assert_eq!(header.named(&[id(1), id(3), id(9)]), (vec![id(1), id(3)], 1));
        let again = Addressees::devices([8; 16], [id(3), id(1), id(2)].into_iter());
        let (Addressees::Devices { hints, .. }, Addressees::Devices { hints: others, .. }) =
            (&header, &again)
        else {
            panic!("both are for devices")
        };
        assert!(
            hints.iter().all(|hint| !others.contains(hint)),
            "the same devices have other hints elsewhere"
        );
        assert!(hints.is_sorted(), "and stand in no order of the sender's");
    }

    #[test]
    fn a_header_comes_back_as_it_was_written_and_refuses_what_none_has() {
        let header = Addressees::devices([7; 16], (0..3).map(id));
        for header in [header, Addressees::Passphrase] {
            let bytes = header.to_bytes();
            assert_eq!(Addressees::read(bytes.as_slice()).expect("read"), header);
            let cut = Addressees::read(&bytes[..bytes.len() - 1]);
            assert!(matches!(cut, Err(BundleError::Malformed("it ends within its header"))), "{cut:?}");
        }
        let claims = Addressees::read(501_u16.to_le_bytes().as_slice());
        assert!(matches!(claims, Err(BundleError::Malformed(why)) if why.contains("500")));
    }
}

//! Who can read a bundle.

use super::Bundling;
use crate::bundle::{Passphrase, SHORTEST_PASSPHRASE, Sealing};
use crate::ids::DeviceId;
use crate::workspace::{Error, Workspace};

/// Who can read a bundle.
#[derive(Debug, Clone, Default)]
pub enum Seal {
    /// Those it is for, and this device; whoever has the file, if it is for nobody in particular.
    #[default]
    Recipients,
    /// Whoever knows the passphrase.
    Passphrase(Passphrase),
    /// Whoever has the file.
    Open,
}

impl Workspace {
    /// The keys or the passphrase that a bundle is sealed with.
    pub(super) fn sealing(&self, bundling: &Bundling) -> Result<Sealing, Error> {
        match &bundling.seal {
            Seal::Open => Ok(Sealing::Open),
            Seal::Passphrase(passphrase) if passphrase.is_long_enough() => {
                Ok(Sealing::Passphrase(passphrase.clone()))
            }
            Seal::Passphrase(_) => Err(Error::ShortPassphrase { shortest: SHORTEST_PASSPHRASE }),
            Seal::Recipients if bundling.recipients.is_empty() => Ok(Sealing::Open),
            Seal::Recipients => {
                let key_of = |device: &DeviceId| {
                    let known = self.devices.get(*device).and_then(|device| device.key);
                    known.ok_or(Error::UnknownDevice(*device))
                };
                let mut keys = bundling.recipients.iter().map(key_of).collect::<Result<Vec<_>, _>>()?;
                keys.push(self.key.public());
                Ok(Sealing::Devices(keys))
            }
        }
    }
}

//! Writing a sealed bundle.

use std::io::{self, Write};

use age::stream::StreamWriter;
use age::{Encryptor, Recipient};

use super::addressees::{Addressees, hint};
use super::{AGE, MAX_DEVICES, Passphrase, WORK, keys};
use crate::bundle::{FORM, MAGIC};
use crate::log::PublicKey;

/// Who can read a bundle.
#[derive(Debug, Clone, Default)]
pub enum Sealing {
    /// Whoever has the file.
    #[default]
    Open,
    /// These devices.
    Devices(Vec<PublicKey>),
    /// Whoever knows the passphrase.
    Passphrase(Passphrase),
}

/// Seals what is written through it.
pub struct Sealed<W: Write>(Inner<W>);

enum Inner<W: Write> {
    Open(W),
    Age(Box<StreamWriter<W>>),
}

impl<W: Write> Sealed<W> {
    /// Begins a file that is sealed so. *salt* is random.
    ///
    /// # Errors
    /// If writing fails, or the devices are more than 500.
    pub fn new(mut inner: W, sealing: &Sealing, salt: [u8; 16]) -> io::Result<Self> {
        match sealing {
            Sealing::Open => Ok(Self(Inner::Open(inner))),
            Sealing::Devices(keys) => {
                let keys = in_order(keys, &salt)?;
                let devices = keys.iter().map(PublicKey::device);
                write_header(&mut inner, &Addressees::devices(salt, devices))?;
                let recipients: Vec<_> = keys.iter().map(keys::recipient).collect();
                Self::with_age(inner, recipients.iter().map(|key| key as &dyn Recipient))
            }
            Sealing::Passphrase(passphrase) => {
                write_header(&mut inner, &Addressees::Passphrase)?;
                let mut recipient = age::scrypt::Recipient::new(passphrase.secret());
                recipient.set_work_factor(WORK);
                Self::with_age(inner, [&recipient as &dyn Recipient].into_iter())
            }
        }
    }

    fn with_age<'r>(inner: W, recipients: impl Iterator<Item = &'r dyn Recipient>) -> io::Result<Self> {
        let encryptor = Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
        Ok(Self(Inner::Age(Box::new(encryptor.wrap_output(inner)?))))
    }

    /// Ends the file and returns what was written to.
    ///
    /// # Errors
    /// If writing fails.
    pub fn finish(self) -> io::Result<W> {
        let mut inner = match self.0 {
            Inner::Open(inner) => inner,
            Inner::Age(stream) => stream.finish()?,
        };
        inner.flush()?;
        Ok(inner)
    }
}

impl<W: Write> Write for Sealed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Inner::Open(inner) => inner.write(bytes),
            Inner::Age(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Inner::Open(inner) => inner.flush(),
            Inner::Age(stream) => stream.flush(),
        }
    }
}

/// The keys, each once, in the order of their hints: the sender's own is not to stand where it could be told.
fn in_order(keys: &[PublicKey], salt: &[u8; 16]) -> io::Result<Vec<PublicKey>> {
    let mut keys = keys.to_vec();
    keys.sort_unstable_by_key(|key| (hint(salt, key.device()), *key.as_bytes()));
    keys.dedup();
    match keys.len() {
        0 => Err(io::Error::new(io::ErrorKind::InvalidInput, "a bundle cannot be sealed for nobody")),
        1..=MAX_DEVICES => Ok(keys),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "it would be sealed for more than 500 devices")),
    }
}

fn write_header(inner: &mut impl Write, addressees: &Addressees) -> io::Result<()> {
    inner.write_all(MAGIC)?;
    inner.write_all(&FORM.to_le_bytes())?;
    inner.write_all(&AGE.to_le_bytes())?;
    inner.write_all(&addressees.to_bytes())
}

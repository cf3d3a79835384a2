//! Reading a sealed bundle.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

use age::stream::StreamReader;
use age::{DecryptError, Decryptor, Identity};

use super::addressees::Addressees;
use super::{AGE, MAX_HEAD, MAX_WORK, NOT, OpeningKey, Passphrase};
use crate::bundle::{BundleError, read_header};
use crate::ids::DeviceId;

/// What a reader opens sealed bundles with.
pub struct Keys<'k> {
    /// This device's key, and those of the devices that it was before, the latest first.
    pub own: &'k [OpeningKey],
    /// A passphrase, if one was entered.
    pub passphrase: Option<&'k Passphrase>,
    /// The devices that the reader could name, should a bundle be sealed for them instead.
    pub known: &'k [DeviceId],
}

/// A bundle as it was before it was sealed; also one that never was.
pub struct Unsealed<R>(Inner<R>);

enum Inner<R> {
    Open(R),
    Age(Box<StreamReader<BufReader<R>>>),
}

/// Opens a bundle, sealed or not. Only its head has been read then: whether it is whole is found out by reading it.
///
/// # Errors
/// If it is no bundle, or another key or passphrase is needed; the error says which.
pub fn unseal<R: Read + Seek>(mut file: R, keys: &Keys<'_>) -> Result<Unsealed<R>, BundleError> {
    file.rewind()?;
    match read_header(&mut file)?.sealing {
        NOT => {
            file.rewind()?;
            Ok(Unsealed(Inner::Open(file)))
        }
        AGE => {
            let mut file = BufReader::new(file);
            let addressees = Addressees::read(&mut file)?;
            check_head(&mut file)?;
            let decryptor =
                Decryptor::new_buffered(file).map_err(|error| refusal(error, &addressees, keys))?;
            let stream = match &addressees {
                Addressees::Devices { .. } => decryptor.decrypt(keys.own.iter().map(OpeningKey::identity)),
                Addressees::Passphrase => {
                    with_passphrase(decryptor, keys.passphrase.ok_or(BundleError::PassphraseWanted)?)
                }
            };
            let stream = stream.map_err(|error| refusal(error, &addressees, keys))?;
            Ok(Unsealed(Inner::Age(Box::new(stream))))
        }
        number => Err(BundleError::Newer { what: "sealing", number: number.into() }),
    }
}

type Opened<R> = Result<StreamReader<R>, DecryptError>;

fn with_passphrase<R: Read>(decryptor: Decryptor<R>, passphrase: &Passphrase) -> Opened<R> {
    if !decryptor.is_scrypt() {
        return Err(DecryptError::InvalidHeader);
    }
    let mut identity = age::scrypt::Identity::new(passphrase.secret());
    identity.set_max_work_factor(MAX_WORK);
    decryptor.decrypt([&identity as &dyn Identity].into_iter())
}

/// The head of the age file must end where one for so many devices does: it is taken into memory to be understood.
fn check_head(file: &mut (impl Read + Seek)) -> Result<(), BundleError> {
    const LAST_LINE: usize = "--- ".len() + 43 + "\n".len();
    let start = file.stream_position()?;
    let mut head = Vec::new();
    file.by_ref().take(MAX_HEAD).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(start))?;
    let last_line = head.windows(5).position(|beginning| beginning == b"\n--- ").map(|at| at + 1);
    match last_line.and_then(|at| head.get(at + LAST_LINE - 1)) {
        Some(b'\n') => Ok(()),
        Some(_) => Err(BundleError::Malformed("the head of what is sealed cannot be read")),
        None if (head.len() as u64) < MAX_HEAD => Err(BundleError::BrokenSeal),
        None => Err(BundleError::Malformed("the head of what is sealed does not end")),
    }
}

/// What age's refusal means.
fn refusal(error: DecryptError, addressees: &Addressees, keys: &Keys<'_>) -> BundleError {
    match (error, addressees) {
        (DecryptError::NoMatchingKeys, Addressees::Devices { .. }) => {
            let (known, others) = addressees.named(keys.known);
            BundleError::SealedForOthers { known, others }
        }
        (
            DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed,
            Addressees::Passphrase,
        ) => BundleError::WrongPassphrase,
        (DecryptError::ExcessiveWork { required, .. }, _) => {
            BundleError::TooMuchWork { asked: required, limit: MAX_WORK }
        }
        (DecryptError::Io(error), _) => unsealing(error),
        (DecryptError::InvalidMac, _) => BundleError::BrokenSeal,
        _ => BundleError::Malformed("the head of what is sealed cannot be read"),
    }
}

/// An error of the file itself has the system's number; any other says that what is sealed was cut off or altered.
pub(in crate::bundle) fn unsealing(error: io::Error) -> BundleError {
    match error.raw_os_error() {
        Some(_) => BundleError::Io(error),
        None => BundleError::BrokenSeal,
    }
}

impl<R: Read> Read for Unsealed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.0 {
            Inner::Open(file) => file.read(into),
            Inner::Age(stream) => stream.read(into),
        }
    }
}

impl<R: Read + Seek> Seek for Unsealed<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.0 {
            Inner::Open(file) => file.seek(to),
            Inner::Age(stream) => stream.seek(to),
        }
    }
}

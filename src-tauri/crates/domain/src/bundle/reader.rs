//! Reading a bundle: first its seal, then its messages, each as a stream.

use std::io::{self, BufReader, Read, Seek, SeekFrom, Take};

use zstd::stream::read::Decoder;

use super::message::{self, kind};
use super::sealing::{self, unsealing};
use super::{
    BundleError, DeviceHead, FLOOR, FORM, HEADER_LENGTH, MAGIC, MAX_RATIO, MAX_WINDOW_LOG, Opening, PIECE,
    Run, SEAL_CONTEXT, SEAL_LENGTH,
};
use crate::log::{MAX_COMMIT_BYTES, PublicKey, Signature};

/// Reads the messages of a bundle whose seal was found in order.
pub struct Reader<R: Read> {
    messages: Messages<R>,
    opening: Opening,
    key: PublicKey,
}

/// The unpacked messages, counted against the most that may be unpacked.
struct Messages<R: Read> {
    unpacked: Decoder<'static, BufReader<Take<R>>>,
    limit: u64,
    left: u64,
    buffer: Vec<u8>,
}

/// What comes next in a bundle.
#[derive(Debug, PartialEq, Eq)]
pub enum Item<'b> {
    /// A device.
    Device(Box<DeviceHead>),
    /// The announcement of a run of commits.
    Run(Run),
    /// A commit of the run announced last.
    Commit(&'b [u8]),
    /// The announcement of a document: hash and size. Its content follows in pieces.
    Document([u8; 32], u64),
    /// A piece of the document announced last.
    Piece(&'b [u8]),
    /// The end.
    End,
}

impl<R: Read + Seek> Reader<R> {
    /// Verifies that the bundle is whole and as its sender signed it, and reads its opening.
    ///
    /// # Errors
    /// If it is no bundle, a newer program's, cut off, altered, or not signed by the sender it names.
    pub fn open(mut file: R) -> Result<Self, BundleError> {
        let length = file.seek(SeekFrom::End(0)).map_err(unsealing)?;
        file.rewind().map_err(unsealing)?;
        let form = check_header(&mut file)?;
        let content =
            length.checked_sub((HEADER_LENGTH + SEAL_LENGTH) as u64).ok_or(BundleError::BrokenSeal)?;
        let signer = verify_seal(&mut file, length)?;
        file.seek(SeekFrom::Start(HEADER_LENGTH as u64)).map_err(unsealing)?;
        let mut unpacked = Decoder::with_buffer(BufReader::new(file.take(content)))?;
        unpacked.window_log_max(MAX_WINDOW_LOG)?;
        let limit = FLOOR.max(length.saturating_mul(MAX_RATIO));
        let mut messages = Messages { unpacked, limit, left: limit, buffer: Vec::new() };
        let opening = match messages.next()? {
            kind::OPENING => Opening::from_bytes(&messages.buffer, form)?,
            _ => return Err(BundleError::Malformed("it does not begin with its opening")),
        };
        match opening.sender == signer.device() {
            true => Ok(Self { messages, opening, key: signer }),
            false => Err(BundleError::BrokenSeal),
        }
    }
}

impl<R: Read> Reader<R> {
    /// What the bundle says of itself.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// The key by which its sender signed it.
    pub fn sender_key(&self) -> PublicKey {
        self.key
    }

    /// How many bytes of messages have been read.
    pub fn position(&self) -> u64 {
        self.messages.limit - self.messages.left
    }

    /// The next message.
    ///
    /// # Errors
    /// If the rest is not a bundle's, or it unpacks to more than is read of a file of its size.
    pub fn next_item(&mut self) -> Result<Item<'_>, BundleError> {
        let kind = self.messages.next()?;
        if kind == kind::END {
            return self.end();
        }
        let bytes = &self.messages.buffer;
        Ok(match kind {
            kind::DEVICE => Item::Device(Box::new(DeviceHead::from_bytes(bytes)?)),
            kind::RUN => Item::Run(Run::from_bytes(bytes)?),
            kind::COMMIT => Item::Commit(bytes),
            kind::DOCUMENT => {
                let (hash, size) = message::document_from_bytes(bytes)?;
                Item::Document(hash, size)
            }
            kind::PIECE if bytes.len() <= PIECE => Item::Piece(bytes),
            kind::OPENING | kind::PIECE => return Err(BundleError::Malformed("a message is out of place")),
            number => return Err(BundleError::Newer { what: "message", number: number.into() }),
        })
    }
}

impl<R: Read> Reader<R> {
    /// The end, behind which nothing may follow.
    fn end(&mut self) -> Result<Item<'_>, BundleError> {
        match self.messages.unpacked.read(&mut [0]).map_err(unpacking)? {
            0 => Ok(Item::End),
            _ => Err(BundleError::Malformed("something follows its end")),
        }
    }
}

impl<R: Read> Messages<R> {
    /// Reads a message into the buffer and returns its type.
    fn next(&mut self) -> Result<u8, BundleError> {
        let mut head = [0; 5];
        self.count(5)?;
        self.unpacked.read_exact(&mut head).map_err(unpacking)?;
        let [kind, length @ ..] = head;
        let length = u32::from_le_bytes(length) as usize;
        if length > MAX_COMMIT_BYTES {
            return Err(BundleError::Malformed("a message is larger than 8 MiB"));
        }
        self.count(length as u64)?;
        self.buffer.clear();
        // The buffer grows with what is really there, whatever the length claims.
        match self.unpacked.by_ref().take(length as u64).read_to_end(&mut self.buffer).map_err(unpacking)?
            == length
        {
            true => Ok(kind),
            false => Err(BundleError::Malformed("it ends within a message")),
        }
    }

    /// Counts bytes about to be read against the limit.
    fn count(&mut self, bytes: u64) -> Result<(), BundleError> {
        self.left = self.left.checked_sub(bytes).ok_or(BundleError::TooLarge { limit: self.limit })?;
        Ok(())
    }
}

/// An error of the file itself has the system's number; any other is of the frames in it.
fn unpacking(error: io::Error) -> BundleError {
    match (error.raw_os_error(), error.kind()) {
        (Some(_), _) => BundleError::Io(error),
        (None, io::ErrorKind::UnexpectedEof) => BundleError::Malformed("it ends within a message"),
        (None, _) => BundleError::Malformed("its frames cannot be unpacked"),
    }
}

/// What stands before the content of every bundle.
pub(super) struct Header {
    /// The version of the form.
    pub(super) form: u16,
    /// How it is sealed.
    pub(super) sealing: u16,
}

/// Reads the open header of a bundle, sealed or not.
pub(super) fn read_header(file: &mut impl Read) -> Result<Header, BundleError> {
    let mut header = [0; HEADER_LENGTH];
    file.read_exact(&mut header).map_err(|_| BundleError::NotABundle)?;
    let number = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
    match (header.starts_with(MAGIC), number(8)) {
        (false, _) => Err(BundleError::NotABundle),
        (true, form @ 1..=FORM) => Ok(Header { form, sealing: number(10) }),
        (true, form) => Err(BundleError::Newer { what: "form", number: form.into() }),
    }
}

/// Checks the header of a bundle that is no longer sealed; returns its form.
fn check_header(file: &mut impl Read) -> Result<u16, BundleError> {
    let Header { form, sealing } = read_header(file)?;
    match sealing {
        sealing::NOT => Ok(form),
        sealing::AGE => Err(BundleError::Malformed("it is sealed twice")),
        number => Err(BundleError::Newer { what: "sealing", number: number.into() }),
    }
}

/// Hashes the file and checks the sender's signature over that; returns the sender's key.
fn verify_seal(file: &mut (impl Read + Seek), length: u64) -> Result<PublicKey, BundleError> {
    let mut hasher = blake3::Hasher::new();
    file.rewind().map_err(unsealing)?;
    hasher.update_reader(file.by_ref().take(length - SEAL_LENGTH as u64)).map_err(unsealing)?;
    let mut seal = [0; SEAL_LENGTH];
    file.read_exact(&mut seal).map_err(unsealing)?;
    let (key, signature) = seal.split_at(32);
    let key = PublicKey::from_bytes(key).map_err(|_| BundleError::BrokenSeal)?;
    let signature: &Signature = signature.try_into().expect("BUG: a seal is 32 bytes and 64");
    let signed = [SEAL_CONTEXT, hasher.finalize().as_bytes()].concat();
    key.verify(&signed, signature).map_err(|_| BundleError::BrokenSeal)?;
    Ok(key)
}

//! Writing a bundle as a stream.

use std::io::{self, Read, Write};

use zstd::stream::write::Encoder;

use super::message::{self, kind};
use super::{DeviceHead, FLOOR, FORM, FRAME, MAGIC, MAX_RATIO, Opening, PIECE, Run, SEAL_CONTEXT};
use crate::log::DeviceKey;

/// The measured middle between size and speed for commits in CBOR.
const LEVEL: i32 = 3;

/// Writes the messages of a bundle, in the order in which its methods are named here, and its seal.
pub struct Writer<W: Write> {
    frame: Option<Encoder<'static, Hashed<W>>>,
    in_frame: usize,
    /// How much was written before it was packed.
    content: u64,
}

/// Hashes what is written through it.
struct Hashed<W> {
    inner: W,
    hasher: blake3::Hasher,
    bytes: u64,
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<W: Write> Writer<W> {
    /// Begins a bundle with its header and opening.
    ///
    /// # Errors
    /// If writing fails, as with all methods here.
    pub fn new(inner: W, opening: &Opening) -> io::Result<Self> {
        let mut hashed = Hashed { inner, hasher: blake3::Hasher::new(), bytes: 0 };
        hashed.write_all(MAGIC)?;
        hashed.write_all(&FORM.to_le_bytes())?;
        hashed.write_all(&0_u16.to_le_bytes())?;
        let mut writer = Self { frame: Some(Encoder::new(hashed, LEVEL)?), in_frame: 0, content: 0 };
        writer.message(kind::OPENING, &opening.to_bytes())?;
        Ok(writer)
    }

    /// Announces a device. All devices come before all runs.
    ///
    /// # Errors
    /// If writing fails.
    pub fn device(&mut self, head: &DeviceHead) -> io::Result<()> {
        self.message(kind::DEVICE, &head.to_bytes())
    }

    /// Announces a run of commits, each of which follows by [`commit`](Self::commit).
    ///
    /// # Errors
    /// If writing fails.
    pub fn run(&mut self, run: Run) -> io::Result<()> {
        self.message(kind::RUN, &run.to_bytes())
    }

    /// Writes a commit, as its bytes are in the log.
    ///
    /// # Errors
    /// If writing fails.
    pub fn commit(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.message(kind::COMMIT, bytes)
    }

    /// Announces a document and writes its content, read in pieces.
    ///
    /// # Errors
    /// If writing or reading fails, or the content is shorter than `size`.
    pub fn document(&mut self, hash: &[u8; 32], size: u64, mut content: impl Read) -> io::Result<()> {
        self.message(kind::DOCUMENT, &message::document_to_bytes(hash, size))?;
        let mut piece = vec![0; PIECE];
        let mut left = size;
        while left > 0 {
            let part = PIECE.min(usize::try_from(left).unwrap_or(PIECE));
            content.read_exact(&mut piece[..part])?;
            self.message(kind::PIECE, &piece[..part])?;
            left -= part as u64;
        }
        Ok(())
    }

    /// Ends the bundle with the sender's seal. Returns what was written to, and how many bytes the bundle has.
    ///
    /// # Errors
    /// If writing fails.
    pub fn finish(mut self, key: &DeviceKey) -> io::Result<(W, u64)> {
        self.message(kind::END, &[])?;
        let mut hashed = self.take_frame().finish()?;
        pad(&mut hashed, self.content)?;
        let hash = hashed.hasher.finalize();
        let seal = key.sign(&[SEAL_CONTEXT, hash.as_bytes()].concat());
        hashed.inner.write_all(key.public().as_bytes())?;
        hashed.inner.write_all(&seal)?;
        hashed.inner.flush()?;
        Ok((hashed.inner, hashed.bytes + super::SEAL_LENGTH as u64))
    }

    fn message(&mut self, kind: u8, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge))?;
        if self.in_frame >= FRAME {
            let hashed = self.take_frame().finish()?;
            self.frame = Some(Encoder::new(hashed, LEVEL)?);
            self.in_frame = 0;
        }
        let frame = self.frame.as_mut().expect(ALWAYS);
        frame.write_all(&[kind])?;
        frame.write_all(&length.to_le_bytes())?;
        frame.write_all(bytes)?;
        self.in_frame += 5 + bytes.len();
        self.content += 5 + bytes.len() as u64;
        Ok(())
    }

    fn take_frame(&mut self) -> Encoder<'static, Hashed<W>> {
        self.frame.take().expect(ALWAYS)
    }
}

/// Makes a bundle large enough for what it unpacks to: a blank scan packs to next to nothing, and a reader takes more
/// than [`MAX_RATIO`] for an attack. What is added is a frame that is skipped (RFC 8878, §3.1.2).
fn pad(hashed: &mut Hashed<impl Write>, content: u64) -> io::Result<()> {
    const SKIPPED: u32 = 0x184D_2A50;
    let missing = content.div_ceil(MAX_RATIO).saturating_sub(hashed.bytes);
    if content <= FLOOR || missing == 0 {
        return Ok(());
    }
    let length = u32::try_from(missing).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge))?;
    hashed.write_all(&SKIPPED.to_le_bytes())?;
    hashed.write_all(&length.to_le_bytes())?;
    io::copy(&mut io::repeat(0).take(missing), hashed).map(drop)
}

const ALWAYS: &str = "BUG: between calls there is always a frame";

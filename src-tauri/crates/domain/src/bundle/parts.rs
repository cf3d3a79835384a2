//! A bundle in parts, for mail that takes only so much: slices of one file, each with a short header of its own.
//!
//! Parts are told by what stands in them and not by their names, which mail programs change. They lie in one folder,
//! in any order and under any names; of another file's parts, or a second copy of one, nothing is taken.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::{BundleError, FORM, HEADER_LENGTH, MAGIC, read_header};

/// What a part has in its header where another bundle says how it is sealed.
pub(crate) const PART: u16 = 2;

/// The most parts of a file.
pub(crate) const MAX_PARTS: u16 = 999;

/// The bytes before a part's slice.
const PART_HEADER: u64 = (HEADER_LENGTH + 16 + 2 + 2 + 8 + 8) as u64;

/// The most entries of a folder that are looked at for parts.
const MAX_ENTRIES: usize = 10_000;

/// What a part says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PartHeader {
    /// Random, the same in all parts of a file.
    whole: [u8; 16],
    /// From 1.
    number: u16,
    count: u16,
    /// Where in the whole its slice begins.
    from: u64,
    /// How many bytes the whole has.
    length: u64,
}

/// Writes a file's parts, none larger than `limit` bytes. *name* gives each its path, by number and count.
///
/// # Errors
/// If reading or writing fails, or the limit is so small that there would be more than 999.
pub(crate) fn split(
    whole: &mut File,
    id: [u8; 16],
    limit: u64,
    mut write: impl FnMut(u16, u16, &mut dyn Read) -> io::Result<()>,
) -> io::Result<u16> {
    let length = whole.seek(SeekFrom::End(0))?;
    let slice = limit.saturating_sub(PART_HEADER).max(1);
    let count = u16::try_from(length.div_ceil(slice)).ok().filter(|count| *count <= MAX_PARTS);
    let count = count.ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidInput, "it would come apart into more than 999 files")
    })?;
    whole.rewind()?;
    for number in 1..=count {
        let from = u64::from(number - 1) * slice;
        let header = PartHeader { whole: id, number, count, from, length }.to_bytes();
        write(number, count, &mut header.as_slice().chain(whole.by_ref().take(slice)))?;
    }
    Ok(count)
}

impl PartHeader {
    fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend(MAGIC);
        bytes.extend(FORM.to_le_bytes());
        bytes.extend(PART.to_le_bytes());
        bytes.extend(self.whole);
        bytes.extend(self.number.to_le_bytes());
        bytes.extend(self.count.to_le_bytes());
        bytes.extend(self.from.to_le_bytes());
        bytes.extend(self.length.to_le_bytes());
        bytes
    }

    /// Reads the header of a part; `None` if the file is a bundle but no part.
    fn read(from: &mut impl Read) -> Result<Option<Self>, BundleError> {
        if read_header(from)?.sealing != PART {
            return Ok(None);
        }
        let cut = |_| BundleError::Malformed("it ends within its header");
        let (mut whole, mut numbers, mut places) = ([0; 16], [0; 4], [0; 16]);
        from.read_exact(&mut whole).map_err(cut)?;
        from.read_exact(&mut numbers).map_err(cut)?;
        from.read_exact(&mut places).map_err(cut)?;
        let number = |at: usize| u16::from_le_bytes([numbers[at], numbers[at + 1]]);
        let place = |at: usize| u64::from_le_bytes(places[at..at + 8].try_into().expect("BUG: eight bytes"));
        let part = Self { whole, number: number(0), count: number(2), from: place(0), length: place(8) };
        let is_sound = (1..=part.count).contains(&part.number)
            && part.count <= MAX_PARTS
            && part.from <= part.length
            && part.length <= i64::MAX as u64;
        is_sound.then_some(Some(part)).ok_or(BundleError::Malformed("a part that none can be"))
    }
}

/// A file as it was before it was split; or one that never was.
pub struct Joined {
    /// The slices in order. The last one ends where the whole does.
    slices: Vec<Slice>,
    length: u64,
    at: u64,
}

struct Slice {
    file: File,
    /// Where in the whole it begins.
    from: u64,
    /// Where in its own file.
    skipped: u64,
    length: u64,
    /// Where in its own file the next byte is read.
    at: u64,
}

impl Joined {
    /// Opens a file; if it is a part, with the others, which are looked for beside it.
    ///
    /// # Errors
    /// If it cannot be read, or [`BundleError::PartsMissing`].
    pub fn open(path: &Path) -> Result<Self, BundleError> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        match PartHeader::read(&mut file)? {
            None => Ok(Self { slices: vec![Slice::new(file, 0, 0, length)], length, at: 0 }),
            Some(part) => Self::of_parts(path, part),
        }
    }

    fn of_parts(path: &Path, first: PartHeader) -> Result<Self, BundleError> {
        let mut slices: Vec<Option<Slice>> = (0..first.count).map(|_| None).collect();
        for candidate in beside(path)? {
            let Some((part, file)) = part_at(&candidate) else { continue };
            let belongs = (part.whole, part.count, part.length) == (first.whole, first.count, first.length);
            let place = usize::from(part.number - 1);
            if belongs && slices[place].is_none() {
                let length = file.metadata()?.len().saturating_sub(PART_HEADER);
                slices[place] = Some(Slice::new(file, part.from, PART_HEADER, length));
            }
        }
        let missing = missing(&slices, first.length);
        match missing.is_empty() {
            true => Ok(Self { slices: slices.into_iter().flatten().collect(), length: first.length, at: 0 }),
            false => Err(BundleError::PartsMissing { missing, count: first.count }),
        }
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        self.length
    }

    /// How many files it is in.
    pub fn parts(&self) -> usize {
        self.slices.len()
    }
}

/// The numbers of the parts that are not here, or do not reach to where the next begins.
fn missing(slices: &[Option<Slice>], length: u64) -> Vec<u16> {
    let begins = |place: usize| match slices.get(place) {
        Some(slice) => slice.as_ref().map(|slice| slice.from),
        None => Some(length),
    };
    let is_whole = |place: usize| match &slices[place] {
        Some(slice) if place > 0 || slice.from == 0 => {
            begins(place + 1).is_none_or(|end| slice.from.checked_add(slice.length) == Some(end))
        }
        _ => false,
    };
    (1..).zip(0..slices.len()).filter(|(_, place)| !is_whole(*place)).map(|(number, _)| number).collect()
}

/// The files in the folder of a part: itself first, so that of two copies it is the one taken.
fn beside(path: &Path) -> Result<Vec<PathBuf>, BundleError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut files = vec![path.to_owned()];
    for entry in fs::read_dir(folder)?.take(MAX_ENTRIES) {
        files.push(entry?.path());
    }
    files[1..].sort();
    Ok(files)
}

/// The part that this file is, if it is one and can be read.
fn part_at(path: &Path) -> Option<(PartHeader, File)> {
    if !path.metadata().ok()?.is_file() {
        return None;
    }
    let mut file = File::open(path).ok()?;
    let part = PartHeader::read(&mut file).ok().flatten()?;
    Some((part, file))
}

impl Read for Joined {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let behind = self.slices.partition_point(|slice| slice.from <= self.at);
        let Some(slice) = behind.checked_sub(1).and_then(|place| self.slices.get_mut(place)) else {
            return Ok(0);
        };
        let read = slice.read_at(self.at - slice.from, into)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Slice {
    fn new(file: File, from: u64, skipped: u64, length: u64) -> Self {
        // Its header has been read, and nothing is known of where that left off.
        Self { file, from, skipped, length, at: u64::MAX }
    }

    fn read_at(&mut self, offset: u64, into: &mut [u8]) -> io::Result<usize> {
        let place = self.skipped + offset;
        if self.at != place {
            self.file.seek(SeekFrom::Start(place))?;
        }
        let read = self.file.by_ref().take(self.length.saturating_sub(offset)).read(into)?;
        self.at = place + read as u64;
        Ok(read)
    }
}

impl Seek for Joined {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.at.checked_add_signed(offset),
        };
        self.at = place.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

//! Marks outside the workspace, by which a restored or copied file is recognised (design §4.9).
//!
//! In a folder of this program's own on this machine stands a small file for each device whose workspace was used here:
//! the number and hash of its newest commit. A file that is behind its mark is an older one, put back; one whose commit
//! of that number has another hash went on elsewhere; and one without any mark, that had one where it was last, came from
//! another machine. A workspace that never had a mark, of an older program or where none could be made, gets its first.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::lock::Lock;
use crate::ids::{DeviceId, Seq};
use crate::log::{BEFORE_THE_FIRST, CommitHash};
use crate::store::UntrustedReason;
use crate::store::formerly::Recognised;

/// How far a device had come when it last wrote on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) seq: Seq,
    pub(super) hash: CommitHash,
}

/// What this machine knows of a device.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Noted {
    /// It has never written here.
    Nothing,
    /// It has; how far it had come cannot be read, after a power cut say.
    Unreadable,
    /// It had come so far.
    At(Mark),
}

/// The mark of one device, held while its workspace is open.
pub(super) struct Marks {
    folder: PathBuf,
    device: DeviceId,
    /// Why the last mark could not be made; the next write tries again.
    trouble: Option<io::Error>,
    /// Held until the workspace is closed, so that a second file of the same device is seen to be a copy.
    _lock: Lock,
}

/// Why a device's mark cannot be had.
pub(super) enum Refused {
    /// Another program has a workspace of the same device open.
    InUse,
    /// The folder or a file in it cannot be made.
    Unwritable(io::Error),
}

impl Marks {
    /// Takes hold of a device's mark in this folder, which is made if it is not there.
    pub(super) fn take(folder: &Path, device: DeviceId) -> Result<Self, Refused> {
        fs::create_dir_all(folder).map_err(Refused::Unwritable)?;
        let lock = Lock::of(&folder.join(device.to_string())).map_err(|reason| match reason {
            UntrustedReason::Locked => Refused::InUse,
            UntrustedReason::Unreadable(error) => Refused::Unwritable(error),
            _ => Refused::Unwritable(io::ErrorKind::PermissionDenied.into()),
        })?;
        Ok(Self { folder: folder.into(), device, trouble: None, _lock: lock })
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Why the last mark could not be made.
    pub(super) fn trouble(&self) -> Option<&io::Error> {
        self.trouble.as_ref()
    }

    /// What this machine knows of the device.
    pub(super) fn noted(&self) -> io::Result<Noted> {
        match fs::read_to_string(self.file()) {
            Ok(text) => Ok(read(&text).map_or(Noted::Unreadable, Noted::At)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Noted::Nothing),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(Noted::Unreadable),
            Err(error) => Err(error),
        }
    }

    /// Notes how far the device has come. The file is whole at any instant; it need not outlive a power cut, since a mark
    /// that is behind its workspace does no harm.
    pub(super) fn note(&mut self, mark: &Mark) {
        let unfinished = self.file().with_extension("unfinished");
        let written = File::create(&unfinished)
            .and_then(|mut file| file.write_all(written(mark).as_bytes()))
            .and_then(|()| fs::rename(&unfinished, self.file()));
        self.trouble = written.err();
    }

    fn file(&self) -> PathBuf {
        self.folder.join(format!("{}.mark", self.device))
    }
}

/// What a mark says of a workspace in which the device has come to `head`: `None` if it may go on. `here` is the hash, in
/// the workspace, of the commit that the mark is of.
pub(super) fn recognised(
    noted: &Noted,
    was_marked: bool,
    head: Seq,
    here: Option<CommitHash>,
) -> Option<Recognised> {
    match noted {
        Noted::Nothing if was_marked => Some(Recognised::Copied),
        Noted::Nothing | Noted::Unreadable => None,
        Noted::At(mark) if mark.seq > head => Some(Recognised::Restored),
        Noted::At(Mark { seq: 0, .. }) => None,
        Noted::At(mark) => (here != Some(mark.hash)).then_some(Recognised::Restored),
    }
}

fn written(mark: &Mark) -> String {
    format!("{} {}\n", mark.seq, blake3::Hash::from(mark.hash).to_hex())
}

fn read(text: &str) -> Option<Mark> {
    let (seq, hash) = text.strip_suffix('\n')?.split_once(' ')?;
    let hash = blake3::Hash::from_hex(hash).ok()?.into();
    let mark = Mark { seq: seq.parse().ok()?, hash };
    (mark.seq > 0 || mark.hash == BEFORE_THE_FIRST).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: CommitHash = [7; 32];

    #[test]
    fn a_file_is_known_by_its_mark() {
        let at = |seq| Noted::At(Mark { seq, hash: if seq == 0 { BEFORE_THE_FIRST } else { HASH } });
        for (noted, was_marked, head, hash, expected) in [
            (at(5), true, 5, HASH, None),
            (at(5), true, 9, HASH, None),
            (at(0), true, 3, HASH, None),
            (at(6), true, 5, HASH, Some(Recognised::Restored)),
            (at(5), true, 9, [8; 32], Some(Recognised::Restored)),
            (Noted::Nothing, true, 5, HASH, Some(Recognised::Copied)),
            (Noted::Nothing, false, 5, HASH, None),
            (Noted::Unreadable, true, 5, HASH, None),
        ] {
            assert_eq!(recognised(&noted, was_marked, head, Some(hash)), expected, "{noted:?} {head}");
        }
    }

    #[test]
    fn a_mark_is_read_as_it_was_written_or_not_at_all() {
        let mark = Mark { seq: 1 << 40, hash: HASH };
        assert_eq!(read(&written(&mark)), Some(mark));
        let whole = written(&mark);
        for length in 0..whole.len() {
            assert_eq!(read(&whole[..length]), None, "cut off at {length}");
        }
    }
}

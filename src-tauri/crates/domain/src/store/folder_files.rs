//! What stands in the shared folder, as it was when it was last read: no file is read twice.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, Result, Row};

use crate::ids::{DeviceId, Seq, WallTime};
use crate::log::{BEFORE_THE_FIRST, CommitHash, Tip};

/// A file in the shared folder that is not this laptop's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderFile {
    /// Its name.
    pub name: String,
    /// Its size, in bytes.
    pub size: u64,
    /// When it was last written, as the file system has it: µs since 1970.
    pub modified: i64,
    /// What became of it.
    pub standing: Standing,
    /// Who made it, if that could be read.
    pub sender: Option<FileSender>,
}

/// Who made a file in the shared folder, as it says itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSender {
    /// The device.
    pub device: DeviceId,
    /// The officer's name.
    pub officer: String,
    /// The laptop's name.
    pub laptop: String,
    /// When it was made, by the sender's clock.
    pub made_at: WallTime,
    /// How many commits it carries.
    pub commits: u64,
    /// How far the sender knew each device's commits.
    pub(crate) vector: Vec<Tip>,
}

/// What became of a file in the shared folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// All that is in it is here.
    Read,
    /// It waits for the officer to look at it.
    Waits,
    /// It waits since it takes something out for good, which could not be taken back: no rule does that unasked.
    Erases,
    /// It waits, and only says who its sender is.
    Introduces,
    /// It is cut off, still being copied, or was altered.
    Broken,
    /// It is no bundle.
    Foreign,
    /// A newer program made it.
    Newer,
    /// It is sealed for other laptops.
    SealedForOthers,
    /// It is sealed by a passphrase, so that it has to be opened by hand.
    Passphrase,
    /// It is part of a bundle, and not all of its parts are here.
    PartsMissing,
    /// It was read, and refused.
    Refused,
    /// The system does not let it be read.
    Unreadable,
    /// It is a folder, a link, or something else that is no file.
    NotAFile,
    /// It is so large that it is not read without being asked for.
    Huge,
}

impl Standing {
    const ALL: [Self; 14] = [
        Self::Read,
        Self::Waits,
        Self::Erases,
        Self::Introduces,
        Self::Broken,
        Self::Foreign,
        Self::Newer,
        Self::SealedForOthers,
        Self::Passphrase,
        Self::PartsMissing,
        Self::Refused,
        Self::Unreadable,
        Self::NotAFile,
        Self::Huge,
    ];

    /// Its name, in the file and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Waits => "waits",
            Self::Erases => "erases",
            Self::Introduces => "introduces",
            Self::Broken => "broken",
            Self::Foreign => "foreign",
            Self::Newer => "newer",
            Self::SealedForOthers => "sealed-for-others",
            Self::Passphrase => "passphrase",
            Self::PartsMissing => "parts-missing",
            Self::Refused => "refused",
            Self::Unreadable => "unreadable",
            Self::NotAFile => "not-a-file",
            Self::Huge => "huge",
        }
    }

    /// Whether the file is left as it is for a reason that the officer should know.
    pub fn is_trouble(self) -> bool {
        self != Self::Read && !self.waits()
    }

    /// Whether the file waits for the officer.
    pub fn waits(self) -> bool {
        matches!(self, Self::Waits | Self::Erases | Self::Introduces)
    }
}

impl FromSql for Standing {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let name = value.as_str()?;
        Self::ALL.into_iter().find(|standing| standing.name() == name).ok_or(FromSqlError::InvalidType)
    }
}

/// What [`read`] reads.
const SELECT: &str = "SELECT name, size, modified, standing, sender, officer, laptop, made_at, commits, vector FROM folder_file";

/// All files, by name.
pub(crate) fn all(connection: &Connection) -> Result<Vec<FolderFile>> {
    connection.prepare_cached(&format!("{SELECT} ORDER BY name"))?.query_map((), read)?.collect()
}

/// The files that a device made, by name.
pub(crate) fn of(connection: &Connection, device: DeviceId) -> Result<Vec<FolderFile>> {
    let mut select = connection.prepare_cached(&format!("{SELECT} WHERE sender = ? ORDER BY name"))?;
    select.query_map([device.as_bytes()], read)?.collect()
}

fn read(row: &Row<'_>) -> Result<FolderFile> {
    let device: Option<[u8; 16]> = row.get(4)?;
    let sender = device.map(|device| {
        let vector: Vec<u8> = row.get(9)?;
        Ok::<_, rusqlite::Error>(FileSender {
            device: DeviceId::from_bytes(device),
            officer: row.get(5)?,
            laptop: row.get(6)?,
            made_at: row.get(7)?,
            commits: row.get(8)?,
            vector: unpacked(&vector),
        })
    });
    Ok(FolderFile {
        name: row.get(0)?,
        size: row.get(1)?,
        modified: row.get(2)?,
        standing: row.get(3)?,
        sender: sender.transpose()?,
    })
}

/// Notes what became of a file.
pub(crate) fn note(connection: &Connection, file: &FolderFile) -> Result<()> {
    let sender = file.sender.as_ref();
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO folder_file
                 (name, size, modified, standing, sender, officer, laptop, made_at, commits, vector)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            &file.name,
            file.size,
            file.modified,
            file.standing.name(),
            sender.map(|sender| *sender.device.as_bytes()),
            sender.map(|sender| &sender.officer),
            sender.map(|sender| &sender.laptop),
            sender.map(|sender| sender.made_at),
            sender.map(|sender| sender.commits),
            sender.map(|sender| packed(&sender.vector)),
        ))
        .map(drop)
}

/// Notes what became of a file that is known already.
pub(crate) fn set_standing(connection: &Connection, name: &str, standing: Standing) -> Result<()> {
    connection
        .prepare_cached("UPDATE folder_file SET standing = ? WHERE name = ?")?
        .execute((standing.name(), name))
        .map(drop)
}

/// Forgets a file.
pub(crate) fn forget(connection: &Connection, name: &str) -> Result<()> {
    connection.prepare_cached("DELETE FROM folder_file WHERE name = ?")?.execute([name]).map(drop)
}

/// Forgets all files.
pub(crate) fn forget_all(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM folder_file", ()).map(drop)
}

/// A tip in its 56 bytes: device, number, hash, which is zeroes where it was not stated.
fn packed(vector: &[Tip]) -> Vec<u8> {
    let pack = |tip: &Tip| {
        let hash = tip.hash.unwrap_or(BEFORE_THE_FIRST);
        [tip.device.as_bytes().as_slice(), &tip.seq.to_le_bytes(), &hash].concat()
    };
    vector.iter().flat_map(pack).collect()
}

fn unpacked(bytes: &[u8]) -> Vec<Tip> {
    let (tips, _) = bytes.as_chunks::<56>();
    let tip = |bytes: &[u8; 56]| {
        let (device, rest) = bytes.split_at(16);
        let (seq, hash) = rest.split_at(8);
        let device = device.try_into().expect("BUG: split behind sixteen bytes");
        let seq = seq.try_into().expect("BUG: split behind eight bytes");
        let hash: CommitHash = hash.try_into().expect("BUG: 32 bytes are left");
        let hash = (hash != BEFORE_THE_FIRST).then_some(hash);
        Tip { device: DeviceId::from_bytes(device), seq: Seq::from_le_bytes(seq), hash }
    };
    tips.iter().map(tip).collect()
}

//! What an import brings, told a line a record: a database of its own, outside the workspace.
//!
//! It outlives the transaction in which a preview was made and rolled back, holds no lock on the workspace, and lies in
//! a file that has no name and goes with it, encrypted by a key that does too.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use rand::Rng;
use rusqlite::{Connection, OptionalExtension, Result, Row};

use super::{log_rows, packing};
use crate::ids::{DeviceId, RecordId};
use crate::kinds::Kind;
use crate::log::Commit;

/// The database, and how many lines it has by what happens, which every page tells.
#[derive(Debug)]
pub(crate) struct LineRows(Connection, OnceCell<Counts>);

/// How many lines there are by what happens.
type Counts = BTreeMap<RecordEffect, u32>;

/// A record that an import touches, or one that only has something touched belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// What it is called afterwards, or was called if it is erased.
    pub title: Option<String>,
    /// What happens to it.
    pub effect: RecordEffect,
}

/// What an import does to a record, from the least grave on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordEffect {
    /// Something of it changes, or of what belongs to it.
    Changed,
    /// It is new here.
    New,
    /// It goes to the trash.
    Deleted,
    /// It is erased for good.
    Erased,
    /// It has contested fields afterwards.
    Conflict,
}

impl RecordEffect {
    /// Every effect, in order.
    pub const ALL: [Self; 5] = [Self::Changed, Self::New, Self::Deleted, Self::Erased, Self::Conflict];

    /// What this comes to for a line: what happens to a row of a record is a change of that; only a conflict is one
    /// wherever it is.
    pub(crate) fn for_line(self, is_own: bool) -> Self {
        if is_own || self == Self::Conflict { self } else { Self::Changed }
    }

    fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

const TABLES: &str = "
    -- A key thrown away leaves nobody to be deceived: pages need no codes that tell if they were altered.
    PRAGMA lines.cipher_use_hmac = OFF;
    PRAGMA lines.journal_mode = OFF;
    PRAGMA lines.synchronous = OFF;
    PRAGMA lines.cache_size = -4096;
    -- The records with a page of their own, by what happens to them and theirs.
    CREATE TABLE lines.line (
      n INTEGER PRIMARY KEY,
      record BLOB NOT NULL UNIQUE,
      kind INTEGER NOT NULL,
      title TEXT,
      words TEXT NOT NULL,            -- the titles of it and its rows in small letters: searched
      effect INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX lines.line_by_effect ON line (effect DESC, n);
    -- Every record touched.
    CREATE TABLE lines.part (
      n INTEGER PRIMARY KEY,
      record BLOB NOT NULL UNIQUE,
      line BLOB NOT NULL,
      kind INTEGER NOT NULL,
      title TEXT,
      effect INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX lines.part_by_line ON part (line);
    -- Which rows of the log touch it.
    CREATE TABLE lines.touch (
      record BLOB NOT NULL,
      commit_n INTEGER NOT NULL,
      PRIMARY KEY (record, commit_n)
    ) STRICT, WITHOUT ROWID;
    -- Those rows, where the log will not have them.
    CREATE TABLE lines.kept (
      n INTEGER PRIMARY KEY,
      device BLOB NOT NULL,           -- whose, by its id; the branch's, if the device parted
      bytes BLOB NOT NULL
    ) STRICT;
    BEGIN;";

impl LineRows {
    /// An empty one.
    pub(crate) fn new() -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        // Without a name it is a file of the system's temporary folder that is gone from it at once. What stood there may
        // still be read from the disk: so it is encrypted by a key that nobody keeps. What is sorted has no key, and stays
        // in memory.
        connection.pragma_update(None, "temp_store", "FILE")?;
        connection.execute("ATTACH '' AS lines KEY ?", [passing_key()])?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.execute_batch(TABLES)?;
        Ok(Self(connection, OnceCell::new()))
    }

    /// Says that everything was added.
    pub(crate) fn finish(&self) -> Result<()> {
        self.0.execute_batch("COMMIT")
    }

    /// Adds a record touched by a row of the log.
    pub(crate) fn touch(&self, record: RecordId, commit: i64) -> Result<()> {
        self.0
            .prepare_cached("INSERT OR IGNORE INTO touch (record, commit_n) VALUES (?, ?)")?
            .execute((record.as_bytes(), commit))
            .map(drop)
    }

    /// Keeps the bytes of a commit in a row of the log that will be rolled back.
    pub(crate) fn keep(&self, commit: i64, device: DeviceId, bytes: &[u8]) -> Result<()> {
        self.0
            .prepare_cached("INSERT INTO kept (n, device, bytes) VALUES (?, ?, ?)")?
            .execute((commit, device.as_bytes(), packing::packed(bytes)))
            .map(drop)
    }

    /// The records touched, in the order of ids, as [`touch`](Self::touch) was told.
    pub(crate) fn touched(&self, behind: Option<RecordId>, limit: u32) -> Result<Vec<RecordId>> {
        let mut select = self
            .0
            .prepare_cached("SELECT DISTINCT record FROM touch WHERE record > ? ORDER BY record LIMIT ?")?;
        let behind = behind.as_ref().map_or(&[][..], |id| id.as_bytes());
        select.query_map((behind, limit), |row| row.get(0).map(RecordId::from_bytes))?.collect()
    }

    /// Adds a record with what happens to it, and the record with a page of its own that it is or belongs to.
    pub(crate) fn add(&self, part: &Line, main: (RecordId, Kind, Option<&str>)) -> Result<()> {
        let (line, kind, title) = main;
        self.0
            .prepare_cached(
                "INSERT OR IGNORE INTO part (record, line, kind, title, effect) VALUES (?, ?, ?, ?, ?)",
            )?
            .execute((
                part.record.as_bytes(),
                line.as_bytes(),
                part.kind.number(),
                &part.title,
                part.effect as u8,
            ))?;
        let effect = part.effect.for_line(line == part.record);
        let words = |title: Option<&str>| title.unwrap_or_default().to_lowercase();
        let (own, of_part) = (words(title), words(part.title.as_deref()));
        self.0
            .prepare_cached(
                "INSERT INTO line (record, kind, title, words, effect) VALUES (?1, ?2, ?3, ?4 || char(10) || ?5, ?6)
                 ON CONFLICT (record) DO UPDATE
                 SET words = words || char(10) || ?5, effect = max(effect, excluded.effect)",
            )?
            .execute((line.as_bytes(), kind.number(), title, own, of_part, effect as u8))
            .map(drop)
    }

    /// How many lines there are by what happens, of those with this text in their titles. Ask once all were added.
    pub(crate) fn counts(&self, text: &str) -> Result<Counts> {
        if let Some(counts) = self.1.get().filter(|_| text.is_empty()) {
            return Ok(counts.clone());
        }
        let sql = format!("SELECT effect, count(*) FROM line WHERE {} GROUP BY effect", with_text(text));
        let mut select = self.0.prepare_cached(&sql)?;
        let counts = select.query_map([text.to_lowercase()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let counts = counts.collect::<Result<Vec<(u8, u32)>>>()?;
        let known = |(effect, count)| Some((RecordEffect::from_number(effect)?, count));
        let counts: Counts = counts.into_iter().filter_map(known).collect();
        Ok(if text.is_empty() { self.1.get_or_init(|| counts).clone() } else { counts })
    }

    /// A page of the lines, the gravest first, of those with this text and effect.
    pub(crate) fn page(
        &self,
        text: &str,
        effect: Option<RecordEffect>,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<Line>> {
        let with_effect = effect.map_or("?4 IS NULL", |_| "effect = ?4");
        // What is passed over is so in the index, without a look at its row.
        let sql = format!(
            "SELECT record, kind, title, effect FROM line WHERE n IN
               (SELECT n FROM line WHERE {with_effect} AND {} ORDER BY effect DESC, n LIMIT ?2 OFFSET ?3)
             ORDER BY effect DESC, n",
            with_text(text)
        );
        let mut select = self.0.prepare_cached(&sql)?;
        let effect = effect.map(|effect| effect as u8);
        let lines = select.query_map((text.to_lowercase(), limit, offset, effect), read)?;
        Ok(lines.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    }

    /// The records touched of a line, the one with the page first, and how many there are.
    pub(crate) fn parts(&self, line: RecordId, limit: u32) -> Result<(Vec<Line>, u32)> {
        let total = self
            .0
            .prepare_cached("SELECT count(*) FROM part WHERE line = ?")?
            .query_row([line.as_bytes()], |row| row.get(0))?;
        let mut select = self.0.prepare_cached(
            "SELECT record, kind, title, effect FROM part WHERE line = ?1
             ORDER BY record != ?1, kind, record LIMIT ?2",
        )?;
        let parts = select.query_map((line.as_bytes(), limit), read)?.collect::<Result<Vec<_>>>()?;
        Ok((parts.into_iter().flatten().collect(), total))
    }

    /// A record touched.
    pub(crate) fn part(&self, record: RecordId) -> Result<Option<Line>> {
        let mut select =
            self.0.prepare_cached("SELECT record, kind, title, effect FROM part WHERE record = ?")?;
        Ok(select.query_row([record.as_bytes()], read).optional()?.flatten())
    }

    /// The commits kept that touch a record, in the order of their rows.
    pub(crate) fn kept(&self, record: RecordId) -> Result<Vec<Commit>> {
        let mut select = self.0.prepare_cached(
            "SELECT device, bytes FROM touch JOIN kept ON n = commit_n WHERE record = ? ORDER BY n",
        )?;
        let read = |row: &Row<'_>| {
            let device = DeviceId::from_bytes(row.get(0)?);
            log_rows::stored_of(&packing::unpacked(row.get_ref(1)?.as_blob()?), device)
        };
        select.query_map([record.as_bytes()], read)?.collect()
    }
}

/// A key of 256 bits for SQLCipher, as it wants one that is not to be worked out from a passphrase.
fn passing_key() -> String {
    let mut key = [0; 32];
    rand::rng().fill_bytes(&mut key);
    let digits: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("x'{digits}'")
}

/// The condition that a line has the text in `?1`, which costs a look at its row.
fn with_text(text: &str) -> &'static str {
    if text.is_empty() { "?1 = ''" } else { "instr(words, ?1) > 0" }
}

fn read(row: &Row<'_>) -> Result<Option<Line>> {
    let (kind, effect) = (Kind::from_number(row.get(1)?), RecordEffect::from_number(row.get(3)?));
    let record = RecordId::from_bytes(row.get(0)?);
    let title = row.get(2)?;
    Ok(kind.zip(effect).map(|(kind, effect)| Line { record, kind, title, effect }))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;

    use super::*;

    /// What stands in the nameless files that this process has open.
    fn nameless() -> Vec<Vec<u8>> {
        let open =
            fs::read_dir("/proc/self/fd").expect("listed").map(|entry| entry.expect("an entry").path());
        let is_nameless = |path: &std::path::PathBuf| {
            fs::read_link(path).is_ok_and(|file| file.to_string_lossy().contains("etilqs_"))
        };
        open.filter(is_nameless).map(|path| fs::read(path).expect("read")).collect()
    }

    #[test]
    fn what_goes_to_the_disk_tells_nothing() {
        let lines = LineRows::new().expect("made");
        let title = "Zqtitle ".repeat(20);
        for number in 0..40_000_u128 {
            let record = RecordId::from_bytes(number.to_be_bytes());
            let (kind, effect) = (Kind::Person, RecordEffect::New);
            let line = Line { record, kind, title: Some(title.clone()), effect };
            lines.add(&line, (record, kind, Some(&title))).expect("added");
        }
        let written = nameless();
        assert!(written.iter().any(|bytes| bytes.len() > 1 << 20), "it is too large for memory");
        assert!(written.iter().all(|bytes| !bytes.windows(7).any(|part| part == b"Zqtitle")));
        assert_eq!(lines.page("zqtitle", None, 39_999, 10).expect("readable").len(), 1);
    }
}

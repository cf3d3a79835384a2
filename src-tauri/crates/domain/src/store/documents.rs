//! Contents of files, each kept once by its hash.

use std::io::{self, Read, Write};

use rusqlite::blob::{Blob, ZeroBlob};
use rusqlite::{Connection, MAIN_DB, OptionalExtension, Result};

use crate::kinds::{Field, Kind};

/// The BLAKE3 hash of a content.
pub(crate) type ContentHash = [u8; 32];

/// The largest content that is kept, in bytes. SQLite's own limit for a value is near 1 GB.
pub(crate) const MAX_CONTENT: u64 = 256 << 20;

/// Whether a content of this hash is here.
pub(crate) fn contains(connection: &Connection, hash: &ContentHash) -> Result<bool> {
    connection.prepare_cached("SELECT 1 FROM content WHERE hash = ?")?.exists([hash])
}

/// Keeps a content of known hash and size, read in pieces. The hash is checked as it is read.
///
/// # Errors
/// If reading or writing fails, or what is read is not what the hash says.
pub(crate) fn keep(
    connection: &Connection,
    hash: &ContentHash,
    size: u64,
    mut from: impl Read,
) -> io::Result<()> {
    if size > MAX_CONTENT {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    connection
        .prepare_cached("INSERT INTO content (hash, size, bytes) VALUES (?, ?, ?)")
        .and_then(|mut insert| insert.execute((hash, size, ZeroBlob(size))))
        .map_err(io::Error::other)?;
    let n = connection.last_insert_rowid();
    let mut blob = connection.blob_open(MAIN_DB, "content", "bytes", n, false).map_err(io::Error::other)?;
    let mut hasher = blake3::Hasher::new();
    let mut piece = vec![0; 64 << 10];
    let mut left = size;
    while left > 0 {
        let part = piece.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        from.read_exact(&mut piece[..part])?;
        hasher.update(&piece[..part]);
        blob.write_all(&piece[..part])?;
        left -= part as u64;
    }
    match *hasher.finalize().as_bytes() == *hash {
        true => Ok(()),
        false => {
            Err(io::Error::new(io::ErrorKind::InvalidData, "a document's content is not what its hash says"))
        }
    }
}

/// The field of a document that names its content.
pub(crate) fn hash_field() -> &'static Field {
    Kind::Document.field("content-hash").expect("BUG: only declared fields are named")
}

/// Whether a document here has this content, in use or not.
pub(crate) fn is_named(connection: &Connection, hash: &ContentHash) -> Result<bool> {
    let sql = "SELECT 1 FROM document WHERE \"content-hash\" = ?";
    connection.prepare_cached(sql)?.exists([blake3::Hash::from(*hash).to_hex().as_str()])
}

/// Drops a content unless a document here has it.
pub(crate) fn drop_unnamed(connection: &Connection, hash: &ContentHash) -> Result<()> {
    match is_named(connection, hash)? {
        true => Ok(()),
        false => connection.prepare_cached("DELETE FROM content WHERE hash = ?")?.execute([hash]).map(drop),
    }
}

/// The number of the content that came last; 0 if there is none.
pub(crate) fn last(connection: &Connection) -> Result<i64> {
    connection.prepare_cached("SELECT coalesce(max(n), 0) FROM content")?.query_row((), |row| row.get(0))
}

/// Drops the contents behind this one that no document here has. Returns how many those are.
pub(crate) fn drop_unnamed_behind(connection: &Connection, n: i64) -> Result<u64> {
    let sql = "DELETE FROM content WHERE n > ? AND hash NOT IN
         (SELECT unhex(\"content-hash\") FROM document WHERE unhex(\"content-hash\") IS NOT NULL)";
    Ok(connection.prepare_cached(sql)?.execute([n])? as u64)
}

/// A content, to be read in pieces; `None` if it is not here.
pub(crate) fn open<'c>(connection: &'c Connection, hash: &ContentHash) -> io::Result<Option<Blob<'c>>> {
    let n: Option<i64> = connection
        .query_row("SELECT n FROM content WHERE hash = ?", [hash], |row| row.get(0))
        .optional()
        .map_err(io::Error::other)?;
    let blob = n.map(|n| connection.blob_open(MAIN_DB, "content", "bytes", n, true)).transpose();
    blob.map_err(io::Error::other)
}

/// The most missing contents that are told of.
pub(crate) const MAX_MISSING: usize = 10_000;

/// The hashes of contents that documents in use refer to and that are not here, [`MAX_MISSING`] at the most.
pub(crate) fn missing(connection: &Connection) -> Result<Vec<ContentHash>> {
    let mut select = connection.prepare_cached(
        "SELECT DISTINCT \"content-hash\" FROM document WHERE live = 1 AND \"content-hash\" IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM content WHERE hash = unhex(\"content-hash\")) ORDER BY 1 LIMIT ?",
    )?;
    let hashes =
        select.query_map([MAX_MISSING], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>>>()?;
    Ok(hashes.iter().filter_map(|hex| blake3::Hash::from_hex(hex).ok()).map(Into::into).collect())
}

/// The hashes and sizes of all contents, in the order of their arrival.
pub(crate) fn all(connection: &Connection) -> Result<Vec<(ContentHash, u64)>> {
    let mut select = connection.prepare("SELECT hash, size FROM content ORDER BY n")?;
    select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// The hashes of the contents that are not what their hash says.
pub(crate) fn altered(connection: &Connection) -> Result<Vec<ContentHash>> {
    let hashes = all(connection)?.into_iter().map(|(hash, _)| hash);
    Ok(hashes.filter(|hash| is_altered(connection, hash)).collect())
}

/// Whether a content is not what its hash says.
pub(crate) fn is_altered(connection: &Connection, hash: &ContentHash) -> bool {
    let mut hasher = blake3::Hasher::new();
    let content = open(connection, hash).ok().flatten();
    let read = content.is_some_and(|content| hasher.update_reader(content).is_ok());
    !read || hasher.finalize().as_bytes() != hash
}

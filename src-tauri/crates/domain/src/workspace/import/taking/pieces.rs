//! A document's content, read from the pieces it travels in.

use std::io::{self, Read};

use super::Taking;
use super::ahead::ReadAhead;
use crate::bundle::{BundleError, Item};
use crate::store::documents::{self, MAX_CONTENT};
use crate::workspace::Error;

impl Taking<'_> {
    /// Takes in a document, or passes over its content if that is here or was erased.
    pub(super) fn document(
        &mut self,
        hash: [u8; 32],
        size: u64,
        reader: &mut ReadAhead,
    ) -> Result<(), Error> {
        if size > MAX_CONTENT {
            return Err(BundleError::TooLarge { limit: MAX_CONTENT }.into());
        }
        self.documents += 1;
        let mut pieces = Pieces::new(reader, size);
        if documents::contains(self.connection, &hash)? || self.may_be_erased(&hash)? {
            io::copy(&mut pieces, &mut io::sink()).map_err(refused)?;
            return Ok(());
        }
        documents::keep(self.connection, &hash, size, pieces).map_err(refused)?;
        self.new_documents += 1;
        Ok(())
    }

    /// Drops what came and no document here has: nobody could see it, or be rid of it. Where the document only comes later,
    /// its content is asked for then.
    pub(super) fn drop_unnamed(&mut self) -> Result<(), Error> {
        if self.new_documents > 0 {
            self.new_documents -= documents::drop_unnamed_behind(self.connection, self.last_content)?;
        }
        Ok(())
    }
}

/// What went wrong on the way of a content from the bundle to the store.
fn refused(error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::InvalidData {
        return BundleError::Malformed("a document is not what its hash and size say").into();
    }
    match error.downcast::<BundleError>().map_err(|error| error.downcast::<rusqlite::Error>()) {
        Ok(error) => error.into(),
        Err(Ok(error)) => error.into(),
        Err(Err(error)) => BundleError::Io(error).into(),
    }
}

/// The content of a document, read from its pieces.
pub(super) struct Pieces<'r> {
    reader: &'r mut ReadAhead,
    left: u64,
    piece: Vec<u8>,
    at: usize,
}

impl<'r> Pieces<'r> {
    /// The content of so many bytes that was announced last.
    pub(super) fn new(reader: &'r mut ReadAhead, size: u64) -> Self {
        Self { reader, left: size, piece: Vec::new(), at: 0 }
    }
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() {
            if self.left == 0 {
                return Ok(0);
            }
            let (item, _) = self.reader.next().map_err(io::Error::other)?;
            match item {
                Item::Piece(piece) if !piece.is_empty() && piece.len() as u64 <= self.left => {
                    self.piece.clear();
                    self.piece.extend_from_slice(piece);
                }
                _ => {
                    return Err(io::Error::new(
                        io::ErrorKind::InvalidData,
                        "a document has not the size it says",
                    ));
                }
            }
            self.left -= self.piece.len() as u64;
            self.at = 0;
        }
        let part = into.len().min(self.piece.len() - self.at);
        into[..part].copy_from_slice(&self.piece[self.at..self.at + part]);
        self.at += part;
        Ok(part)
    }
}

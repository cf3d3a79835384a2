//! A document's content, read from the pieces it travels in.

use std::io::{self, Read};

use crate::bundle::{Item, Reader};

/// The content of a document, read from its pieces.
pub(super) struct Pieces<'r, R: Read> {
    reader: &'r mut Reader<R>,
    left: u64,
    piece: Vec<u8>,
    at: usize,
}

impl<'r, R: Read> Pieces<'r, R> {
    /// The content of so many bytes that was announced last.
    pub(super) fn new(reader: &'r mut Reader<R>, size: u64) -> Self {
        Self { reader, left: size, piece: Vec::new(), at: 0 }
    }
}

impl<R: Read> Read for Pieces<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() {
            if self.left == 0 {
                return Ok(0);
            }
            match self.reader.next_item().map_err(io::Error::other)? {
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

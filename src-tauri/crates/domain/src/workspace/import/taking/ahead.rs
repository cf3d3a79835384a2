//! Reading a bundle ahead of what is taken in, on a thread of its own: unpacking, reading commits, and packing them for
//! the log take a third of the time that the rest does.
//!
//! What is ready waits in one batch, while the one before is taken in. So what is read ahead stays small, whatever the
//! bundle holds, and nothing is decided here: a commit that cannot be read is left to whoever takes it in.

use std::collections::HashMap;
use std::io::Read;
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::bundle::{BundleError, DeviceHead, Item, Reader, Run};
use crate::ids::{DeviceId, Seq};
use crate::log::Unchained;
use crate::store::log_rows;
use crate::workspace::Error;

/// The bytes of messages after which a batch is handed over.
const BATCH: usize = 64 << 10;

/// A larger commit is not worked out ahead, since that takes several times its bytes.
const LARGE: usize = 512 << 10;

/// What was worked out of a commit ahead.
pub(super) struct Ready {
    pub(super) read: Unchained,
    /// Its bytes as the log keeps them.
    pub(super) packed: Vec<u8>,
}

/// Messages of a bundle in their order, and why there are no more after them.
#[derive(Default)]
struct Batch {
    bytes: Vec<u8>,
    messages: Vec<Message>,
    trouble: Option<BundleError>,
}

/// A message; of what comes as bytes, where they stand in the batch.
enum Message {
    Device(Box<DeviceHead>),
    Run(Run),
    Commit(Range<usize>, Option<Box<Ready>>),
    Document([u8; 32], u64),
    Piece(Range<usize>),
    End,
}

/// The messages of a bundle, read ahead.
pub(in crate::workspace::import) struct ReadAhead {
    come: Receiver<Batch>,
    bytes: Vec<u8>,
    messages: std::vec::IntoIter<Message>,
    trouble: Option<BundleError>,
}

/// Reads a bundle on another thread, while `take` takes in what was read. Commits are passed on as they are where
/// they are `known`: up to these of each device.
pub(in crate::workspace::import) fn reading<R: Read + Send>(
    reader: &mut Reader<R>,
    known: HashMap<DeviceId, Seq>,
    take: impl FnOnce(&mut ReadAhead) -> Result<(), Error>,
) -> Result<(), Error> {
    // Whoever hands a batch over waits until it is wanted: there are never more than two.
    let (batches, come) = sync_channel(0);
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut ahead = Ahead { known, device: None, next: 0 };
            // Nobody listens any more if what was read is refused.
            while ahead.hand_over(reader, &batches) {}
        });
        let messages = Vec::new().into_iter();
        // It is gone before the thread is waited for, which may have a batch to hand over.
        let mut ahead = ReadAhead { come, bytes: Vec::new(), messages, trouble: None };
        take(&mut ahead)
    })
}

/// The reading side.
struct Ahead {
    known: HashMap<DeviceId, Seq>,
    /// Whose run it is, and the number of its next commit.
    device: Option<DeviceId>,
    next: Seq,
}

impl Ahead {
    /// Reads a batch and hands it over. Says whether more is wanted.
    fn hand_over<R: Read>(&mut self, reader: &mut Reader<R>, batches: &SyncSender<Batch>) -> bool {
        let mut batch = Batch::default();
        let mut is_last = false;
        while !is_last && batch.bytes.len() < BATCH {
            match reader.next_item() {
                Ok(item) => {
                    is_last = item == Item::End;
                    self.add(item, &mut batch);
                }
                Err(trouble) => {
                    is_last = true;
                    batch.trouble = Some(trouble);
                }
            }
        }
        batches.send(batch).is_ok() && !is_last
    }

    fn add(&mut self, item: Item<'_>, batch: &mut Batch) {
        let message = match item {
            Item::Device(head) => Message::Device(head),
            Item::Run(run) => {
                (self.device, self.next) = (Some(run.device), run.first);
                Message::Run(run)
            }
            Item::Commit(bytes) => Message::Commit(batch.keep(bytes), self.ready(bytes).map(Box::new)),
            Item::Document(hash, size) => Message::Document(hash, size),
            Item::Piece(bytes) => Message::Piece(batch.keep(bytes)),
            Item::End => Message::End,
        };
        batch.messages.push(message);
    }

    fn ready(&mut self, bytes: &[u8]) -> Option<Ready> {
        let seq = self.next;
        self.next = seq.saturating_add(1);
        let is_known =
            self.device.is_some_and(|device| self.known.get(&device).is_some_and(|head| seq <= *head));
        if is_known || bytes.len() > LARGE {
            return None;
        }
        let read = Unchained::read(bytes).ok()?;
        Some(Ready { read, packed: log_rows::packed(bytes).into_owned() })
    }
}

impl Batch {
    fn keep(&mut self, bytes: &[u8]) -> Range<usize> {
        let start = self.bytes.len();
        self.bytes.extend_from_slice(bytes);
        start..self.bytes.len()
    }
}

impl ReadAhead {
    /// The next message, and of a commit what was worked out ahead.
    pub(super) fn next(&mut self) -> Result<(Item<'_>, Option<Ready>), BundleError> {
        let message = loop {
            if let Some(message) = self.messages.next() {
                break message;
            }
            if let Some(trouble) = self.trouble.take() {
                return Err(trouble);
            }
            let ended = |_| BundleError::Malformed("something is read behind its end");
            let Batch { bytes, messages, trouble } = self.come.recv().map_err(ended)?;
            (self.bytes, self.trouble) = (bytes, trouble);
            self.messages = messages.into_iter();
        };
        Ok(match message {
            Message::Device(head) => (Item::Device(head), None),
            Message::Run(run) => (Item::Run(run), None),
            Message::Commit(at, ready) => (Item::Commit(&self.bytes[at]), ready.map(|ready| *ready)),
            Message::Document(hash, size) => (Item::Document(hash, size), None),
            Message::Piece(at) => (Item::Piece(&self.bytes[at]), None),
            Message::End => (Item::End, None),
        })
    }
}

#[cfg(test)]
mod tests;

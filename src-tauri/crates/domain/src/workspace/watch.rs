//! How far long work has come, and whether it is to stop.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::Error;

/// Shared between the thread that works and the one that looks on.
#[derive(Debug, Default)]
pub struct Watch {
    done: AtomicU64,
    total: AtomicU64,
    stopped: AtomicBool,
}

impl Watch {
    /// How much is done of how much, in bytes or rows; a total of 0 is not known.
    pub fn progress(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// Asks the work to stop at its next step, leaving nothing behind.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Goes on, unless the work is to stop.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if it is.
    pub fn heed(&self) -> Result<(), Error> {
        if self.stopped.load(Ordering::Relaxed) { Err(Error::Cancelled) } else { Ok(()) }
    }

    /// Says how much there is to do from now on.
    pub(crate) fn expect(&self, total: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// Says how much is done.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if the work is to stop.
    pub(crate) fn reached(&self, done: u64) -> Result<(), Error> {
        self.done.store(done, Ordering::Relaxed);
        self.heed()
    }

    /// Says how much is done of how much.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if the work is to stop.
    pub(crate) fn reached_of(&self, done: u64, total: u64) -> Result<(), Error> {
        self.total.store(total, Ordering::Relaxed);
        self.reached(done)
    }

    /// Says that so much more is done.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if the work is to stop.
    pub(crate) fn advance(&self, by: u64) -> Result<(), Error> {
        self.reached(self.done.load(Ordering::Relaxed).saturating_add(by))
    }
}

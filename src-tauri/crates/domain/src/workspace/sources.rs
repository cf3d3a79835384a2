//! Where time and chance come from, so that tests can say what they are.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::ids::WallTime;

/// Time and chance.
pub trait Sources: Send {
    /// Milliseconds since 1970-01-01 UTC.
    fn now(&mut self) -> WallTime;

    /// Fills `bytes` with chance: for ids, salts and keys, so nobody may be able to foresee it.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// The system's clock and random numbers.
#[derive(Debug, Default)]
pub struct System;

impl Sources for System {
    fn now(&mut self) -> WallTime {
        chrono::Utc::now().timestamp_millis()
    }

    fn fill(&mut self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}

/// The same every time: a clock that moves a second at each look, and numbers from a seed. For tests and benches only,
/// since keys made from it are known to all.
#[derive(Debug)]
pub struct Seeded {
    random: StdRng,
    now: WallTime,
}

impl Seeded {
    /// Numbers from `seed`, a clock that begins at `start` (milliseconds since 1970).
    pub fn new(seed: u64, start: WallTime) -> Self {
        Self { random: StdRng::seed_from_u64(seed), now: start }
    }
}

impl Sources for Seeded {
    fn now(&mut self) -> WallTime {
        self.now = self.now.saturating_add(1_000);
        self.now
    }

    fn fill(&mut self, bytes: &mut [u8]) {
        self.random.fill_bytes(bytes);
    }
}

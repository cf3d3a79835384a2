//! What an import does, counted, in a few bytes a record.

use rusqlite::{Connection, Result};

use crate::store::{Effect, Line, RecordEffect, RecordNumber, rows};

/// What happens to records.
pub(super) struct Effects {
    /// To each that is here.
    pub(super) of: Touched,
    /// What is here no more.
    pub(super) erased: Vec<Line>,
}

/// What was seen of each record touched: by their numbers, which have no gaps, a byte each.
#[derive(Default)]
pub(super) struct Touched(Vec<Seen>);

/// What an import did up to now.
pub(super) struct Tally {
    touched: Touched,
    conflicts_before: u32,
    unfamiliar_before: u32,
}

/// What was seen of a record; none of it if it was not touched.
#[derive(Clone, Copy, Default)]
struct Seen(u8);

impl Seen {
    const TOUCHED: u8 = 1;
    const NEW: u8 = 1 << 1;
    const WAS_LIVE: u8 = 1 << 2;
    const LIVE: u8 = 1 << 3;
    const CONTESTED: u8 = 1 << 4;

    fn is(self, what: u8) -> bool {
        self.0 & what != 0
    }

    fn set(&mut self, what: u8, is: bool) {
        self.0 = if is { self.0 | what } else { self.0 & !what };
    }
}

/// The counts.
pub(super) struct Counts {
    pub(super) new: u64,
    pub(super) changed: u64,
    pub(super) deleted: u64,
    pub(super) conflicts: u64,
    pub(super) unfamiliar: u64,
    pub(super) touched: Touched,
}

impl Tally {
    pub(super) fn new(connection: &Connection) -> Result<Self> {
        let conflicts_before = rows::contested_count(connection)?;
        Ok(Self { touched: Touched::default(), conflicts_before, unfamiliar_before: unfamiliar(connection)? })
    }

    /// Notes what one commit did to a record.
    pub(super) fn note(&mut self, n: RecordNumber, effect: Effect) {
        let place = usize::try_from(n).expect("BUG: record numbers begin with 1");
        let touched = &mut self.touched.0;
        if touched.len() <= place {
            touched.resize(place + 1, Seen::default());
        }
        let seen = &mut touched[place];
        if !seen.is(Seen::TOUCHED) {
            seen.set(Seen::TOUCHED, true);
            seen.set(Seen::NEW, effect.is_new);
            seen.set(Seen::WAS_LIVE, effect.was_live);
        }
        seen.set(Seen::LIVE, effect.live);
        seen.set(Seen::CONTESTED, effect.conflicts > 0);
    }

    /// Forgets a record that is erased. Says whether it was new.
    pub(super) fn forget(&mut self, n: RecordNumber) -> bool {
        let seen = usize::try_from(n).ok().and_then(|place| self.touched.0.get_mut(place));
        seen.is_some_and(|seen| std::mem::take(seen).is(Seen::NEW))
    }

    pub(super) fn count(self, connection: &Connection) -> Result<Counts> {
        let mut counts = Counts {
            new: 0,
            changed: 0,
            deleted: 0,
            conflicts: rows::contested_count(connection)?.saturating_sub(self.conflicts_before).into(),
            unfamiliar: unfamiliar(connection)?.saturating_sub(self.unfamiliar_before).into(),
            touched: self.touched,
        };
        for (_, effect) in counts.touched.effects() {
            match effect {
                RecordEffect::New => counts.new += 1,
                RecordEffect::Changed | RecordEffect::Conflict => counts.changed += 1,
                RecordEffect::Deleted => counts.deleted += 1,
                // What is erased was forgotten.
                RecordEffect::Erased => {}
            }
        }
        Ok(counts)
    }
}

impl Touched {
    /// What happens to each record touched, in the order of numbers.
    pub(super) fn effects(&self) -> impl Iterator<Item = (RecordNumber, RecordEffect)> {
        (0..).zip(&self.0).filter_map(|(n, seen)| Some((n, seen.effect()?)))
    }
}

impl Seen {
    fn effect(self) -> Option<RecordEffect> {
        if !self.is(Self::TOUCHED) {
            return None;
        }
        match (self.is(Self::NEW), self.is(Self::WAS_LIVE), self.is(Self::LIVE)) {
            (true, _, false) => None,
            (true, _, true) => Some(RecordEffect::New),
            (false, true, false) => Some(RecordEffect::Deleted),
            (false, _, true) if self.is(Self::CONTESTED) => Some(RecordEffect::Conflict),
            (false, ..) => Some(RecordEffect::Changed),
        }
    }
}

fn unfamiliar(connection: &Connection) -> Result<u32> {
    rows::unfamiliar_counts(connection).map(|(records, fields)| records + fields)
}

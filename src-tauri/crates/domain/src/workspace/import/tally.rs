//! What an import does, counted, in a few bytes a record.

use rusqlite::{Connection, Result};

use crate::store::{Effect, Line, RecordEffect, RecordNumber, rows};

/// What happens to records.
pub(super) struct Effects {
    /// To each that is here, by its number.
    pub(super) of: Vec<(RecordNumber, RecordEffect)>,
    /// What is here no more.
    pub(super) erased: Vec<Line>,
}

/// What was seen of each record touched.
pub(super) struct Tally {
    /// By the records' numbers, which have no gaps.
    touched: Vec<Option<Seen>>,
    conflicts_before: u32,
    unfamiliar_before: u32,
}

#[derive(Clone, Copy)]
struct Seen {
    is_new: bool,
    was_live: bool,
    live: bool,
    contested: bool,
}

/// The counts.
pub(super) struct Counts {
    pub(super) new: u64,
    pub(super) changed: u64,
    pub(super) deleted: u64,
    pub(super) conflicts: u64,
    pub(super) unfamiliar: u64,
    /// What happens to each record touched, in the order of numbers.
    pub(super) effects: Vec<(RecordNumber, RecordEffect)>,
}

impl Tally {
    pub(super) fn new(connection: &Connection) -> Result<Self> {
        let conflicts_before = rows::contested_count(connection)?;
        Ok(Self { touched: Vec::new(), conflicts_before, unfamiliar_before: unfamiliar(connection)? })
    }

    /// Notes what one commit did to a record.
    pub(super) fn note(&mut self, n: RecordNumber, effect: Effect) {
        let place = usize::try_from(n).expect("BUG: record numbers begin with 1");
        if self.touched.len() <= place {
            self.touched.resize(place + 1, None);
        }
        let seen = self.touched[place].get_or_insert(Seen {
            is_new: effect.is_new,
            was_live: effect.was_live,
            live: effect.live,
            contested: false,
        });
        seen.live = effect.live;
        seen.contested = effect.conflicts > 0;
    }

    /// Forgets a record that is erased. Says whether it was new.
    pub(super) fn forget(&mut self, n: RecordNumber) -> bool {
        let seen = usize::try_from(n).ok().and_then(|place| self.touched.get_mut(place)?.take());
        seen.is_some_and(|seen| seen.is_new)
    }

    pub(super) fn count(self, connection: &Connection) -> Result<Counts> {
        let mut counts = Counts {
            new: 0,
            changed: 0,
            deleted: 0,
            conflicts: rows::contested_count(connection)?.saturating_sub(self.conflicts_before).into(),
            unfamiliar: unfamiliar(connection)?.saturating_sub(self.unfamiliar_before).into(),
            effects: Vec::new(),
        };
        for (n, seen) in (0..).zip(self.touched) {
            let Some(seen) = seen else { continue };
            let effect = seen.effect();
            match effect {
                Some(RecordEffect::New) => counts.new += 1,
                Some(RecordEffect::Changed | RecordEffect::Conflict) => counts.changed += 1,
                Some(RecordEffect::Deleted) => counts.deleted += 1,
                // What is erased was forgotten.
                Some(RecordEffect::Erased) | None => {}
            }
            counts.effects.extend(effect.map(|effect| (n, effect)));
        }
        Ok(counts)
    }
}

impl Seen {
    fn effect(self) -> Option<RecordEffect> {
        match (self.is_new, self.was_live, self.live) {
            (true, _, false) => None,
            (true, _, true) => Some(RecordEffect::New),
            (false, true, false) => Some(RecordEffect::Deleted),
            (false, _, true) if self.contested => Some(RecordEffect::Conflict),
            (false, ..) => Some(RecordEffect::Changed),
        }
    }
}

fn unfamiliar(connection: &Connection) -> Result<u32> {
    rows::unfamiliar_counts(connection).map(|(records, fields)| records + fields)
}

//! What an import does, counted, in a few bytes a record.

use rusqlite::{Connection, Result};

use crate::kinds::Kind;
use crate::store::{Effect, Line, RecordEffect, RecordNumber, records, rows};

/// What happens to records.
pub(in crate::workspace::import) struct Effects {
    /// To each that is here.
    pub(in crate::workspace::import) of: Touched,
    /// What is here no more.
    pub(in crate::workspace::import) erased: Vec<Line>,
}

/// What was seen of each record touched: by their numbers, which have no gaps, a few bytes each.
#[derive(Default)]
pub(in crate::workspace::import) struct Touched {
    seen: Vec<Seen>,
    /// The line that each is told in.
    lines: Vec<Told>,
    /// Whether some moved to other records: what belongs to those moved with them, and may have been seen before.
    moved: bool,
}

/// The line that a record is told in: by how much greater the record's number is than that of the line's. What belongs
/// to a record comes along with it, or right behind.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Told(u8);

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

/// The counts: of records as they are told, a line each with what belongs to it; and of fields.
pub(super) struct Counts {
    pub(super) new: u64,
    /// Those with contested fields among them.
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
        let Touched { seen, lines, moved } = &mut self.touched;
        if seen.len() <= place {
            seen.resize(place + 1, Seen::default());
            lines.resize(place + 1, Told::ASK);
        }
        *moved |= effect.moved;
        lines[place] = Told::by(n, &effect);
        let seen = &mut seen[place];
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
        let seen = usize::try_from(n).ok().and_then(|place| self.touched.seen.get_mut(place));
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
        for effect in counts.touched.by_line(connection)?.into_iter().flatten() {
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
    pub(in crate::workspace::import) fn effects(&self) -> impl Iterator<Item = (RecordNumber, RecordEffect)> {
        (0..).zip(&self.seen).filter_map(|(n, seen)| Some((n, seen.effect()?)))
    }

    /// What happens to each record that is told in a line of its own, by their numbers.
    fn by_line(&self, connection: &Connection) -> Result<Vec<Option<RecordEffect>>> {
        let mut by_line = vec![None; self.seen.len()];
        for (n, effect) in self.effects() {
            let place = usize::try_from(n).expect("BUG: record numbers begin with 1");
            let Some(line) = self.line(connection, n, self.lines[place])? else { continue };
            if by_line.len() <= line {
                by_line.resize(line + 1, None);
            }
            by_line[line] = by_line[line].max(Some(effect.for_line(line == place)));
        }
        Ok(by_line)
    }

    /// The number of the record in whose line one is told. A row whose record has not arrived stands for itself.
    fn line(&self, connection: &Connection, n: RecordNumber, told: Told) -> Result<Option<usize>> {
        let line = match told {
            Told::NOT => return Ok(None),
            Told(behind) if told != Told::ASK && !self.moved => n - RecordNumber::from(behind),
            _ => records::main_of(connection, n)?.unwrap_or(n),
        };
        Ok(usize::try_from(line).ok())
    }
}

impl Told {
    /// It has to be asked for.
    const ASK: Self = Self(u8::MAX - 1);
    /// In none: a laptop's own record, or one of a kind that only a newer program knows.
    const NOT: Self = Self(u8::MAX);

    fn by(n: RecordNumber, effect: &Effect) -> Self {
        match (Kind::from_number(effect.kind), effect.main) {
            (None | Some(Kind::Device), _) => Self::NOT,
            (Some(_), main) => {
                let behind = main.and_then(|main| u8::try_from(n - main).ok());
                behind.filter(|behind| *behind < Self::ASK.0).map_or(Self::ASK, Self)
            }
        }
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

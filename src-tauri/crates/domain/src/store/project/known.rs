//! What has lately been learned of records, so that taking in a large bundle does not ask for the same again and
//! again: who owns a row, what an agreement's parties refer to.

use std::collections::HashMap;

use rusqlite::{Connection, Result};

use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::store::RecordNumber;
use crate::store::records::{self, PLACEHOLDER};

/// How many main records are remembered in each of two generations: four MiB each, however large the bundle. A table
/// of a power of two is as full with them as it gets before it is doubled.
const MAIN: usize = 7 << 14;

/// How many of the others. What refers to them nearly always comes along with them.
const OTHERS: usize = 7 << 9;

/// What others need to know of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) n: RecordNumber,
    pub(super) kind: u16,
    pub(super) live: bool,
    /// The main record that it is or belongs to.
    pub(super) main: Option<RecordNumber>,
}

/// The records met lately.
pub(super) struct KnownRecords<'c> {
    connection: &'c Connection,
    main: Lately,
    others: Lately,
    /// The number that the next new record gets.
    next: Option<RecordNumber>,
    /// Which records there are, if many were to come.
    met: Option<Met>,
}

/// What was learned lately. When the young generation is full, it becomes the old one, which is forgotten.
struct Lately {
    young: HashMap<RecordId, Short>,
    old: HashMap<RecordId, Short>,
    generation: usize,
}

/// What is known of a record, in half the room.
#[derive(Clone, Copy)]
struct Short {
    n: u32,
    /// 0 for none.
    main: u32,
    kind: u16,
    live: bool,
}

/// A set of records that may take one for another, but never says of one that is in it that it is not (a Bloom filter
/// of two bits a record): nearly all records of a large bundle are new, and need not be asked for in vain.
struct Met(Vec<u64>);

impl<'c> KnownRecords<'c> {
    pub(super) fn new(connection: &'c Connection) -> Self {
        Self { connection, main: Lately::of(MAIN), others: Lately::of(OTHERS), next: None, met: None }
    }

    /// What is known of the record of this id; `None` if it is not here, not even as a placeholder.
    pub(super) fn get(&mut self, id: RecordId) -> Result<Option<Known>> {
        let known = match self.remembered(id) {
            Some(known) => return Ok(Some(known)),
            None => self.ask(id)?,
        };
        known.into_iter().for_each(|known| self.learn(id, known));
        Ok(known)
    }

    /// What was lately learned of the record of this id; `None` if it has to be asked for.
    pub(super) fn remembered(&mut self, id: RecordId) -> Option<Known> {
        self.main.get(id).or_else(|| self.others.get(id)).map(Known::from)
    }

    /// Prepares for many more records to come than there are.
    pub(super) fn expect_many(&mut self) -> Result<()> {
        let mut met = Met(vec![0; Met::BITS / 64]);
        records::for_each_id(self.connection, |id| met.insert(id))?;
        self.met = Some(met);
        Ok(())
    }

    /// Whether the record of this id is surely not here.
    pub(super) fn is_new(&self, id: RecordId) -> bool {
        self.met.as_ref().is_some_and(|met| !met.contains(id))
    }

    fn ask(&self, id: RecordId) -> Result<Option<Known>> {
        if self.is_new(id) {
            return Ok(None);
        }
        let Some((n, kind, live)) = records::known(self.connection, id)? else { return Ok(None) };
        let main = match Kind::from_number(kind) {
            Some(kind) if kind.is_main() => Some(n),
            Some(_) => records::main_of(self.connection, n)?,
            None => None,
        };
        Ok(Some(Known { n, kind, live, main }))
    }

    /// What is known of the record of this id, which becomes a placeholder if it is not here yet.
    pub(super) fn get_or_expect(&mut self, id: RecordId) -> Result<Known> {
        if let Some(known) = self.get(id)? {
            return Ok(known);
        }
        let n = self.next_number()?;
        records::insert_placeholder(self.connection, n, id)?;
        let known = Known { n, kind: PLACEHOLDER, live: false, main: None };
        self.learn(id, known);
        Ok(known)
    }

    /// A number for a new record. Records are numbered in the order of their arrival.
    pub(super) fn next_number(&mut self) -> Result<RecordNumber> {
        let n = match self.next {
            Some(n) => n,
            None => records::greatest_number(self.connection)? + 1,
        };
        self.next = Some(n + 1);
        Ok(n)
    }

    /// Remembers what was just written of a record.
    pub(super) fn learn(&mut self, id: RecordId, known: Known) {
        if let Some(met) = &mut self.met {
            met.insert(id);
        }
        match Short::of(known) {
            Some(short) if known.main == Some(known.n) => {
                self.others.forget(id);
                self.main.learn(id, short);
            }
            Some(short) => self.others.learn(id, short),
            None => self.others.forget(id),
        }
    }

    /// Forgets everything, when something was changed that others were told.
    pub(super) fn forget(&mut self) {
        (self.main, self.others) = (Lately::of(MAIN), Lately::of(OTHERS));
    }
}

impl Lately {
    fn of(generation: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), generation }
    }

    fn get(&mut self, id: RecordId) -> Option<Short> {
        if let Some(short) = self.young.get(&id) {
            return Some(*short);
        }
        let short = self.old.get(&id).copied()?;
        self.learn(id, short);
        Some(short)
    }

    fn learn(&mut self, id: RecordId, short: Short) {
        if self.young.len() >= self.generation {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(id, short);
    }

    /// Forgets what a record was taken for: for one only referred to, say, when it turns out to be a main one.
    fn forget(&mut self, id: RecordId) {
        self.young.remove(&id);
        self.old.remove(&id);
    }
}

impl Short {
    /// `None` if the numbers are too great: then it is asked for each time.
    fn of(known: Known) -> Option<Self> {
        let main = u32::try_from(known.main.unwrap_or(0)).ok()?;
        Some(Self { n: u32::try_from(known.n).ok()?, main, kind: known.kind, live: known.live })
    }
}

impl From<Short> for Known {
    fn from(short: Short) -> Self {
        let main = (short.main > 0).then_some(short.main.into());
        Self { n: short.n.into(), kind: short.kind, live: short.live, main }
    }
}

impl Met {
    /// Half a megabyte. For a record that is not in it, one in twenty is asked for in vain when half a million are.
    const BITS: usize = 1 << 22;

    /// Two places of a record's bits, from the random half of its id.
    fn places(id: RecordId) -> [usize; 2] {
        let half: [u8; 8] = id.as_bytes()[8..].try_into().expect("BUG: half of 16 bytes is 8");
        let random = u64::from_le_bytes(half).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        [random >> 42, (random >> 20) & (Self::BITS as u64 - 1)].map(|place| place as usize)
    }

    fn insert(&mut self, id: RecordId) {
        for place in Self::places(id) {
            self.0[place / 64] |= 1 << (place % 64);
        }
    }

    fn contains(&self, id: RecordId) -> bool {
        Self::places(id).iter().all(|place| self.0[place / 64] >> (place % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_records_met_none_is_taken_for_new_and_few_others_for_met() {
        let id = |n: u128| {
            RecordId::from_bytes(*blake3::hash(&n.to_le_bytes()).as_bytes().first_chunk().expect("16"))
        };
        let mut met = Met(vec![0; Met::BITS / 64]);
        (0..500_000).for_each(|n| met.insert(id(n)));
        assert!((0..500_000).all(|n| met.contains(id(n))));
        let mistaken = (500_000..600_000).filter(|n| met.contains(id(*n))).count();
        assert!(mistaken < 6_000, "{mistaken} of 100,000");
    }
}

//! A set of records by their numbers, which have few gaps: a bit for each.

use rusqlite::{Connection, Params, Result};

use super::RecordNumber;

/// The set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    bits: Vec<u64>,
    count: u32,
}

impl Numbers {
    /// Adds the numbers that a statement selects; it passes over what is empty.
    pub(super) fn add(&mut self, connection: &Connection, select: &str, with: impl Params) -> Result<()> {
        let mut select = connection.prepare_cached(select)?;
        let mut rows = select.query(with)?;
        while let Some(row) = rows.next()? {
            self.extend(row.get::<_, Option<RecordNumber>>(0)?);
        }
        Ok(())
    }

    /// How many there are.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    pub(super) fn contains(&self, n: RecordNumber) -> bool {
        let (word, bit) = place(n);
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Leaves only those that are in the other set too.
    pub(super) fn keep(&mut self, other: &Self) {
        self.bits.truncate(other.bits.len());
        self.bits.iter_mut().zip(&other.bits).for_each(|(bits, other)| *bits &= other);
        self.count = self.bits.iter().map(|bits| bits.count_ones()).sum();
    }

    /// All of them, in ascending order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = RecordNumber> {
        let numbers = |(word, bits): (usize, &u64)| {
            let bits = *bits;
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| (word * 64 + bit) as RecordNumber)
        };
        self.bits.iter().enumerate().flat_map(numbers)
    }

    /// As SQLite reads a list: `[1,2,3]`.
    pub(super) fn json(&self) -> String {
        let numbers: Vec<String> = self.iter().map(|n| n.to_string()).collect();
        format!("[{}]", numbers.join(","))
    }
}

impl Extend<RecordNumber> for Numbers {
    fn extend<I: IntoIterator<Item = RecordNumber>>(&mut self, numbers: I) {
        for n in numbers {
            let (word, bit) = place(n);
            if self.bits.len() <= word {
                self.bits.resize(word + 1, 0);
            }
            self.count += u32::from(self.bits[word] & bit == 0);
            self.bits[word] |= bit;
        }
    }
}

/// Where the bit of a number is.
fn place(n: RecordNumber) -> (usize, u64) {
    let n = usize::try_from(n).expect("BUG: record numbers begin with 1");
    (n / 64, 1 << (n % 64))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn set(numbers: &[RecordNumber]) -> Numbers {
        let mut set = Numbers::default();
        set.extend(numbers.iter().copied());
        set
    }

    #[test]
    fn a_set_has_what_was_put_into_it_once_each_in_order() {
        let set = set(&[700, 1, 64, 63, 700, 128]);
        assert_eq!(set.count(), 5);
        assert_eq!(set.json(), "[1,63,64,128,700]");
        assert!(set.iter().rev().eq([700, 128, 64, 63, 1]));
        assert_eq!(
            [0, 1, 62, 63, 700, 701, 9_000].map(|n| set.contains(n)),
            [false, true, false, true, true, false, false]
        );
    }

    #[test]
    fn what_two_sets_have_is_what_both_have() {
        let (threes, fives): (Vec<_>, Vec<_>) =
            ((1..400).map(|n| n * 3).collect(), (1..200).map(|n| n * 5).collect());
        for (one, other) in [(&threes, &fives), (&fives, &threes), (&threes, &vec![])] {
            let mut both = set(one);
            both.keep(&set(other));
            let expected: BTreeSet<_> = one.iter().filter(|n| other.contains(n)).copied().collect();
            assert!(both.iter().eq(expected.iter().copied()));
            assert_eq!(both.count() as usize, expected.len());
        }
    }
}

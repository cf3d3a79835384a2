//! Applying a commit: what the merge makes of it is written into the projections.

mod branching;
mod closing;
mod deletion;
mod erasing;
mod fields;
mod known;
mod opening;

use std::cell::{Cell, RefCell};
use std::ops::RangeInclusive;

use rusqlite::{Connection, Result};

use super::at_hand::AtHand;
use super::devices::Devices;
use super::digest::Digest;
use super::kept_commits::KeptCommits;
use super::{RecordNumber, rows, schema, search};
use crate::ids::RecordId;
use crate::log::Commit;
use known::KnownRecords;

/// What applying a commit came to for one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Effect {
    /// The number of its kind.
    pub(crate) kind: u16,
    /// Whether it was not here before.
    pub(crate) is_new: bool,
    /// Whether it was in use before.
    pub(crate) was_live: bool,
    /// Whether it is in use now.
    pub(crate) live: bool,
    /// How many of its fields are contested.
    pub(crate) conflicts: u32,
    /// The main record that it is or belongs to, if that is known by now.
    pub(crate) main: Option<RecordNumber>,
    /// Whether it belonged to another record before, or to none.
    pub(crate) moved: bool,
}

/// So many commits are worth putting the indexes of lists off for. Sorting a great index takes memory, which must
/// not grow with the bundle for ever: the greatest number is twice that of the largest workspace thought of.
const MANY: RangeInclusive<u64> = 500..=500_000;

/// Sorting what is here once more is worth it if it is at the most one in so many of what is to come.
const FEW: u64 = 8;

/// A commit that changes so many records is put in the place of others that do, or stands beside them: each of those is read
/// once, and not for every record.
const LARGE: usize = 64;

/// How many bytes of those are kept at most.
const READ: usize = 16 << 20;

/// Applies commits within a transaction that the caller opened. Call [`finish`](Self::finish) before it is committed.
pub(crate) struct Projector<'c> {
    connection: &'c Connection,
    at_hand: AtHand<'c>,
    known: KnownRecords<'c>,
    words: search::Pending,
    digest: Digest,
    digest_before: Digest,
    /// Whether any record may have a mark, as next to none has.
    any_marks: Cell<bool>,
    /// Whether the indexes of lists are made at the end.
    indexes_put_off: bool,
    /// Records that went to the trash or came out of it because of what belongs to them.
    turned: Vec<(RecordNumber, Effect)>,
    /// The commits that were read, while one is applied that changes many records.
    read: RefCell<Option<KeptCommits>>,
}

impl<'c> Projector<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Result<Self> {
        let (known, digest) = (KnownRecords::new(connection), Digest::kept(connection)?);
        Ok(Self {
            connection,
            at_hand: AtHand::new(connection),
            known,
            words: search::Pending::default(),
            digest,
            digest_before: digest,
            any_marks: Cell::new(rows::any_marks(connection)?),
            indexes_put_off: false,
            turned: Vec::new(),
            read: RefCell::default(),
        })
    }

    /// Prepares for so many commits to come, besides those that are applied already. No statement may be under way.
    pub(crate) fn expect(&mut self, applied: u64, to_come: u64) -> Result<()> {
        if MANY.contains(&to_come) && applied <= to_come / FEW {
            self.known.expect_many()?;
            schema::drop_list_indexes(self.connection)?;
            self.indexes_put_off = true;
        }
        Ok(())
    }

    /// Applies a commit whose row is in the log already, and hands each record's effect to `each`. Of a commit that was
    /// here in part and has been joined with more of it, the records that came with that are to be given and no others.
    ///
    /// Returns a record that the commit says is of another kind than is known, if there is one: then two programs, one
    /// of them faulty, gave one id to different things, and the transaction must not be committed.
    pub(crate) fn apply(
        &mut self,
        devices: &mut Devices,
        commit: &Commit,
        mut each: impl FnMut(RecordNumber, Effect),
    ) -> Result<Option<RecordId>> {
        self.read.replace((commit.records.len() >= LARGE).then(|| KeptCommits::with_room(READ)));
        for record in &commit.records {
            let mut open = self.open(devices, record)?;
            if open.stored.kind != record.kind {
                return Ok(Some(record.record));
            }
            if branching::concern(devices, &open.stored.state, commit.at(), record) {
                open.stored.state.commits.insert(commit.at());
                self.settle_anew(devices, &mut open)?;
                self.close(devices, None, &mut open)?;
            } else {
                for change in &record.changes {
                    open.stored.state.add(commit.at(), change);
                }
                for change in &record.changes {
                    self.settle_field(devices, commit, &mut open, change)?;
                }
                self.close(devices, Some(commit), &mut open)?;
            }
            each(open.stored.n, open.effect());
            self.turned.drain(..).for_each(|(n, effect)| each(n, effect));
        }
        self.read.replace(None);
        self.words.write_taken(self.connection)?;
        Ok(None)
    }

    /// Writes what was put off to the end of a transaction, the search index and the digest. Returns the digest.
    pub(crate) fn finish(self) -> Result<Digest> {
        self.words.write(self.connection)?;
        if self.indexes_put_off {
            // To sort takes memory, which need not come on top of what was remembered.
            drop((self.known, self.at_hand));
            schema::make_list_indexes(self.connection)?;
        }
        if self.digest != self.digest_before {
            self.digest.keep(self.connection)?;
        }
        Ok(self.digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indexes(connection: &Connection) -> Vec<String> {
        let sql = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
        let mut select = connection.prepare(sql).expect("prepared");
        let indexes = select.query_map((), |row| row.get(0)).expect("asked");
        indexes.collect::<Result<_>>().expect("read")
    }

    #[test]
    fn many_commits_put_the_indexes_of_lists_off_to_the_end() {
        let connection = schema::empty();
        let before = indexes(&connection);
        let mut projector = Projector::new(&connection).expect("begun");
        projector.expect(0, *MANY.start()).expect("prepared");
        assert!(indexes(&connection).len() < 10, "{:?}", indexes(&connection));
        projector.finish().expect("ended");
        assert_eq!(indexes(&connection), before);
    }

    #[test]
    fn few_commits_or_a_full_workspace_leave_the_indexes_alone() {
        let connection = schema::empty();
        let before = indexes(&connection);
        for (applied, to_come) in [(0, MANY.start() - 1), (0, MANY.end() + 1), (1_000, 7_999)] {
            Projector::new(&connection)
                .and_then(|mut projector| projector.expect(applied, to_come))
                .expect("done");
            assert_eq!(indexes(&connection), before, "{applied} {to_come}");
        }
    }
}

//! What a changed record comes to, written into the rows and told to what depends on it.

use rusqlite::Result;

use super::Projector;
use super::known::Known;
use super::opening::Open;
use crate::kinds::Kind;
use crate::log::Commit;
use crate::store::devices::Devices;
use crate::store::records::{self, StoredRecord};
use crate::store::{RecordNumber, kind_rows, rows};

impl Projector<'_> {
    /// Writes the record's rows, and looks again at its owner, which a live record keeps out of the trash.
    /// `commit` is the one being applied, if it is at hand.
    pub(super) fn close(
        &mut self,
        devices: &mut Devices,
        commit: Option<&Commit>,
        open: &mut Open,
    ) -> Result<()> {
        self.settle_deletion(devices, commit, open)?;
        let owner_before = open.stored.owner;
        let owner = self.owner(open)?;
        open.stored.owner = owner.map(|owner| owner.n);
        self.write(devices, open)?;
        self.digest.add(&open.stored, open.stored.live, &open.values);
        open.moved = owner_before != open.stored.owner;
        let left = owner_before.filter(|_| open.moved);
        open.main = match open.kind {
            Some(kind) if kind.is_main() => Some(open.stored.n),
            Some(_) | None => owner.and_then(|owner| owner.main),
        };
        self.remember(open, left)?;
        self.reconsider_owners(devices, open, owner, left)?;
        open.conflicts =
            if open.is_marked { rows::conflict_count(self.connection, open.stored.n)? } else { 0 };
        Ok(())
    }

    /// What the record belongs to: a placeholder until it is known. `None` if that is of a kind that cannot own it,
    /// which a faulty program may have written; so ownership never runs in a circle.
    fn owner(&mut self, open: &Open) -> Result<Option<Known>> {
        let field = open.kind.and_then(Kind::owner_field);
        let Some(id) = field.and_then(|field| open.values.get(&field.number)?.as_reference()) else {
            return Ok(None);
        };
        let owner = self.known.get_or_expect(id)?;
        Ok(records::may_own(owner.kind, open.stored.kind).then_some(owner))
    }

    /// Writes the rows of the record and of its kind.
    pub(super) fn write(&mut self, devices: &mut Devices, open: &Open) -> Result<()> {
        let stored = &open.stored;
        if let Some(kind) = open.kind {
            let is_shown = open.is_shown();
            let turned = (is_shown != open.was_shown).then_some(is_shown);
            let number_of = &mut |id| Ok(self.known.get_or_expect(id)?.n);
            match open.is_new {
                true => {
                    kind_rows::insert(&mut self.at_hand, kind, stored.n, is_shown, &open.values, number_of)?
                }
                false => kind_rows::update(
                    &mut self.at_hand,
                    kind,
                    stored.n,
                    turned,
                    &open.values,
                    &open.changed,
                    number_of,
                )?,
            }
        }
        match open.arrives {
            true => records::insert(&mut self.at_hand, devices, stored),
            false => records::store(&mut self.at_hand, devices, stored, open.was),
        }
    }

    /// Remembers what was written, for what comes after it and for the search index.
    fn remember(&mut self, open: &Open, left: Option<RecordNumber>) -> Result<()> {
        let StoredRecord { n, id, kind, live, .. } = open.stored;
        if let Some(left) = left {
            self.known.forget();
            self.words.note_above(left, records::main_of(self.connection, left)?);
        }
        self.known.learn(id, Known { n, kind, live, main: open.main });
        let taken = open.arrives
            && open.is_shown()
            && open.kind.is_some_and(|kind| self.words.take(&open.stored, kind, &open.values));
        if !taken && (open.moved || open.is_retold()) {
            self.words.note(n, kind, open.main);
        }
        Ok(())
    }
}

//! Erasing a record for good: here, and on every laptop that hears of it.

use std::collections::BTreeMap;

use rusqlite::TransactionBehavior;

use super::open::{SWEEPING, behind_link, beside};
use super::{Error, Watch, Workspace, Written};
use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::store::erased::{self, Erased};
use crate::store::erasing::{self, Reach};
use crate::store::local::{self, Key};
use crate::store::project::Projector;
use crate::store::{UntrustedReason, aliases, log_rows, records, sweeping};

/// What an erasure takes away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// How many records of each kind: the record, and all that ever belonged to it.
    pub records: BTreeMap<Kind, u32>,
    /// How many files were attached to them. One that is attached elsewhere too stays there.
    pub documents: u32,
    /// How many records refer to it. They stay, and say in its place that it was erased.
    pub referring: u32,
}

impl Workspace {
    /// What erasing a record would take away. It reads the whole log.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the record is not here or is a laptop, [`Error::Cancelled`].
    pub fn erasure_of(&self, id: RecordId, watch: &Watch) -> Result<Erasure, Error> {
        let reach = self.reach_of(id, watch)?;
        let mut gone = BTreeMap::new();
        for id in reach.erased.iter() {
            let known = records::known(&self.connection, id)?;
            if let Some(kind) = known.and_then(|(_, kind, _)| Kind::from_number(kind)) {
                *gone.entry(kind).or_default() += 1;
            }
        }
        let mut contents = reach.contents;
        contents.sort_unstable();
        contents.dedup();
        Ok(Erasure {
            records: gone,
            documents: contents.len() as u32,
            referring: self.detail(id)?.referring.iter().map(|referring| referring.total).sum(),
        })
    }

    /// Erases a record and all that ever belonged to it. Nobody can undo this. Whoever imports a bundle of this laptop,
    /// or of one that has heard of it, loses the same; what comes of it later is dropped.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the record is not here or is a laptop.
    pub fn erase(&mut self, id: RecordId) -> Result<Written, Error> {
        self.erase_watched(id, &Watch::default())
    }

    /// As [`erase`](Self::erase), which takes long in a large workspace, while others look on. Stopped when it is done, it is
    /// done all the same, and only [what is left of it in the file](Self::is_unswept) stays until later.
    ///
    /// # Errors
    /// [`Error::NotFound`] if the record is not here or is a laptop; [`Error::Cancelled`], and nothing was erased.
    pub fn erase_watched(&mut self, id: RecordId, watch: &Watch) -> Result<Written, Error> {
        let row = self.row(id)?.ok_or(Error::NotFound(id))?;
        let reach = self.reach_of(id, watch)?;
        let mut written = self.write_erasure(&reach.erased.iter().collect::<Vec<_>>())?;
        self.sweep_if_it_can(watch);
        written.records.insert((id, row.kind));
        Ok(written)
    }

    /// The records that were erased in a workspace whose place a backup took, and that are back with that.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn back_again(&self) -> Result<Vec<RecordId>, Error> {
        let mut back = Vec::new();
        for id in local::records(&self.connection, Key::BackAgain)? {
            back.extend(self.place_of(id)?.map(|_| id));
        }
        Ok(back)
    }

    /// Erases them again.
    ///
    /// # Errors
    /// As [`erase_watched`](Self::erase_watched).
    pub fn erase_again(&mut self, watch: &Watch) -> Result<Written, Error> {
        let back: Erased = self.back_again()?.into_iter().collect();
        watch.expect(log_rows::count(&self.connection)?);
        let reach = Reach::of_unless(&self.connection, back, || watch.advance(1))?;
        let written = self.write_erasure(&reach.erased.iter().collect::<Vec<_>>())?;
        self.keep_back_again()?;
        self.sweep_if_it_can(watch);
        Ok(written)
    }

    /// Takes it that they are to stay.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn keep_back_again(&mut self) -> Result<(), Error> {
        Ok(local::remove(&self.connection, Key::BackAgain)?)
    }

    /// Whether a record was erased.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn is_erased(&self, id: RecordId) -> Result<bool, Error> {
        Ok(erased::contains(&self.connection, id)?)
    }

    /// Takes out what was erased elsewhere, with all that ever belonged to it, and leaves no byte of it in the file. No
    /// commit is written: this workspace is a copy, and nobody's yet. Whoever goes on with it names it with the next
    /// import or export.
    ///
    /// # Errors
    /// If it cannot be read or written, [`Error::Cancelled`].
    pub(super) fn forget(&mut self, erased: Erased, watch: &Watch) -> Result<(), Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let reach = Reach::of_unless(&transaction, erased, || watch.heed())?;
        let mut projector = Projector::new(&transaction)?;
        erasing::erase(&transaction, &mut self.devices, &mut projector, &reach, |_, _| ())?;
        projector.finish()?;
        transaction.commit()?;
        self.sweep(watch)
    }

    fn reach_of(&self, id: RecordId, watch: &Watch) -> Result<Reach, Error> {
        match self.row(id)? {
            Some(row) if row.kind != Kind::Device => {
                watch.expect(log_rows::count(&self.connection)?);
                let named: Erased = self.with_duplicates(id)?.into_iter().collect();
                Reach::of_unless(&self.connection, named, || watch.advance(1))
            }
            Some(_) | None => Err(Error::NotFound(id)),
        }
    }

    /// A record and the duplicates merged with it: whoever is to be erased is all of them.
    fn with_duplicates(&self, id: RecordId) -> Result<Vec<RecordId>, Error> {
        let n = records::number(&self.connection, id)?.ok_or(Error::NotFound(id))?;
        let all = aliases::with_duplicates(&self.connection, n)?;
        Ok(all.into_iter().map(|n| records::id(&self.connection, n)).collect::<rusqlite::Result<_>>()?)
    }

    /// Names in a commit of this laptop what no other names of what was erased here: what an import found to belong to
    /// something erased, so that it is gone also where nobody can see any more that it did, and what was erased in a copy
    /// that this workspace once was. And sweeps, if there is anything to.
    pub(super) fn finish_erasing(&mut self, watch: &Watch) -> Result<(), Error> {
        let unlisted = Erased::unlisted(&self.connection)?;
        if !unlisted.is_empty() {
            self.write_erasure(&unlisted)?;
        }
        if self.is_unswept()? {
            self.sweep_if_it_can(watch);
        }
        Ok(())
    }

    /// Whether bytes of what was erased may still stand in the file: there was no room on the disk to write it anew, say.
    /// With each import and export it is tried again.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn is_unswept(&self) -> Result<bool, Error> {
        Ok(sweeping::is_due(&self.connection)?)
    }

    /// Writes the file anew, so that no byte of what was erased is left in it.
    ///
    /// # Errors
    /// If there is no room on the disk, or something else is reading the workspace; [`Error::Cancelled`]. The file is as it
    /// was then.
    pub fn sweep(&mut self, watch: &Watch) -> Result<(), Error> {
        let _held = self.journal.hold();
        let anew = beside(&behind_link(&self.path), SWEEPING);
        let go_on = |done, total| watch.reached_of(done, total).is_ok();
        if sweeping::sweep(&mut self.connection, &anew, &go_on)? {
            return Ok(());
        }
        watch.heed()?;
        Err(Error::untrusted(&self.path, UntrustedReason::Locked))
    }

    /// What was erased is out of the log either way, so that there is nothing to refuse; what is left is told.
    fn sweep_if_it_can(&mut self, watch: &Watch) {
        let _ = self.sweep(watch);
    }
}

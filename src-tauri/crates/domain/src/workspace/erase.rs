//! Erasing a record for good: here, and on every laptop that hears of it.

use std::collections::BTreeMap;

use rusqlite::TransactionBehavior;

use super::{Error, Workspace, Written};
use crate::ids::RecordId;
use crate::kinds::Kind;
use crate::store::erased::{self, Erased};
use crate::store::erasing::{self, Reach};
use crate::store::project::Projector;
use crate::store::{aliases, records, sweeping};

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
    /// [`Error::NotFound`] if the record is not here or is a laptop.
    pub fn erasure_of(&self, id: RecordId) -> Result<Erasure, Error> {
        let reach = self.reach_of(id)?;
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
        let row = self.row(id)?.ok_or(Error::NotFound(id))?;
        let reach = self.reach_of(id)?;
        let mut written = self.write_erasing(reach.erased.iter().collect())?;
        written.records.insert((id, row.kind));
        Ok(written)
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
    pub(super) fn forget(&mut self, erased: Erased) -> Result<(), Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let reach = Reach::of(&transaction, erased)?;
        let mut projector = Projector::new(&transaction)?;
        erasing::erase(&transaction, &mut self.devices, &mut projector, &reach, |_, _| ())?;
        projector.finish()?;
        transaction.commit()?;
        Ok(sweeping::sweep(&self.connection)?)
    }

    fn reach_of(&self, id: RecordId) -> Result<Reach, Error> {
        match self.row(id)? {
            Some(row) if row.kind != Kind::Device => {
                Ok(Reach::of(&self.connection, self.with_duplicates(id)?.into_iter().collect::<Erased>())?)
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

    /// Writes a commit that erases these records, and sweeps their bytes out of the file.
    fn write_erasing(&mut self, records: Vec<RecordId>) -> Result<Written, Error> {
        let written = self.write_erasure(&records)?;
        self.sweep();
        Ok(written)
    }

    /// Names in a commit of this laptop what no other names of what was erased here: what an import found to belong to
    /// something erased, so that it is gone also where nobody can see any more that it did, and what was erased in a copy
    /// that this workspace once was. And sweeps, if there is anything to.
    pub(super) fn finish_erasing(&mut self) -> Result<(), Error> {
        let unlisted = Erased::unlisted(&self.connection)?;
        if !unlisted.is_empty() {
            self.write_erasure(&unlisted)?;
        }
        if sweeping::is_due(&self.connection)? {
            self.sweep();
        }
        Ok(())
    }

    /// Writes the file anew. That may fail for want of room on the disk; it is tried again when the workspace is opened.
    pub(super) fn sweep(&self) {
        let _held = self.journal.hold();
        // What was erased is out of the log either way, so that there is nothing to refuse.
        let _ = sweeping::sweep(&self.connection);
    }
}

//! Erasing a record for good.

use crate::convert::{self, Telling};
use crate::handlers::writes::changed;
use crate::wire::{Changed, ErasedKind, Erasure, Nothing, OneRecord, Status};
use crate::{Api, Failure};

impl Api {
    /// Says what erasing a record would take away.
    ///
    /// # Errors
    /// If the record is not here.
    pub fn preview_erase(&self, record: OneRecord) -> Result<Erasure, Failure> {
        let today = self.today();
        let messages = self.messages(&self.state());
        self.work("erase-preview", |workspace, watch| {
            let telling = Telling { messages, today };
            let id = convert::id(&record.id)?;
            let erasure = workspace.erasure_of(id, watch)?;
            let row = workspace.row(id)?.ok_or(Failure::NoRecord(record.id))?;
            let records = erasure.records.into_iter();
            Ok(Erasure {
                title: telling.title(row.kind, row.title.as_deref()),
                records: records
                    .map(|(kind, count)| ErasedKind { kind: kind.name().into(), count })
                    .collect(),
                documents: erasure.documents,
                referring: erasure.referring,
            })
        })
    }

    /// Erases a record and all that ever belonged to it, on every laptop that hears of it. Nobody can undo that.
    ///
    /// # Errors
    /// If the record is not here.
    pub fn erase(&self, record: OneRecord) -> Result<Changed, Failure> {
        self.work("erase", |workspace, watch| {
            let written = workspace.erase_watched(convert::id(&record.id)?, watch)?;
            changed(workspace, &written)
        })
    }

    /// Erases again what had been erased and is back with a backup.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn erase_again(&self, _: Nothing) -> Result<Changed, Failure> {
        self.work("erase", |workspace, watch| {
            let written = workspace.erase_again(watch)?;
            changed(workspace, &written)
        })
    }

    /// Takes it that what is back with a backup is to stay.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn keep_back_again(&self, _: Nothing) -> Result<Status, Failure> {
        self.write(|workspace| Ok(workspace.keep_back_again()?))?;
        self.status(Nothing {})
    }

    /// Writes the workspace's file anew, so that no byte of what was erased is left in it: where an erasure could not.
    ///
    /// # Errors
    /// If there is no room on the disk; the file is as it was then.
    pub fn sweep(&self, _: Nothing) -> Result<Status, Failure> {
        let _nobody_copies = self.stop_copying();
        self.work("sweep", |workspace, watch| Ok(workspace.sweep(watch)?))?;
        self.status(Nothing {})
    }
}

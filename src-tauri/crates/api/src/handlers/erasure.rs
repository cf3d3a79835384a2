//! Erasing a record for good.

use crate::convert::{self, Telling};
use crate::handlers::writes::changed;
use crate::wire::{Changed, ErasedKind, Erasure, OneRecord};
use crate::{Api, Failure};

impl Api {
    /// Says what erasing a record would take away.
    ///
    /// # Errors
    /// If the record is not here.
    pub fn preview_erase(&self, record: OneRecord) -> Result<Erasure, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let id = convert::id(&record.id)?;
            let erasure = workspace.erasure_of(id)?;
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
        self.write(|workspace| {
            let written = workspace.erase(convert::id(&record.id)?)?;
            changed(workspace, &written)
        })
    }
}

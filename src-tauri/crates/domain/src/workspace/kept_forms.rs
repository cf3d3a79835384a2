//! What an officer typed and has not saved: kept here, so that a power cut does not take it, and private as the
//! workspace is. It is in no commit and in no bundle; a backup has it, and an erasure takes it.

use rusqlite::TransactionBehavior;

use super::{Error, KeptForm, Workspace};
use crate::ids::RecordId;
use crate::store::kept_forms;

impl Workspace {
    /// Keeps a form under a key, in the place of what was kept under it: its content, and of which records it holds
    /// something. Says whether it was kept: it is not if one of these was erased.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn keep_form(&mut self, key: &str, records: &[RecordId], content: String) -> Result<bool, Error> {
        let at = self.sources.now();
        let form = KeptForm { key: key.into(), at, records: records.into(), content };
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if kept_forms::is_of_erased(&transaction, &form)? {
            return Ok(false);
        }
        kept_forms::keep(&transaction, &form)?;
        transaction.commit()?;
        self.journal.saved();
        Ok(true)
    }

    /// Forgets the form that is kept under a key, if one is.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn forget_form(&mut self, key: &str) -> Result<(), Error> {
        kept_forms::forget(&self.connection, key)?;
        self.journal.saved();
        Ok(())
    }

    /// The forms that are kept, in the order in which they were begun.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn kept_forms(&self) -> Result<Vec<KeptForm>, Error> {
        Ok(kept_forms::all(&self.connection)?)
    }
}

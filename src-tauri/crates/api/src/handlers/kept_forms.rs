//! Forms that outlive the program: kept while one types, found again at the next start.

use entente_domain::ids::RecordId;

use crate::convert;
use crate::wire::{FormKey, FoundForm, Kept, KeptForm, Nothing};
use crate::{Api, Failure};

impl Api {
    /// Keeps a form with what was typed into it and not saved, in the place of what was kept under its key.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn keep_form(&self, form: KeptForm) -> Result<Kept, Failure> {
        let records = records(&form)?;
        let content = serde_json::to_string(&form).expect("BUG: wire types are always JSON");
        self.write(|workspace| Ok(Kept { kept: workspace.keep_form(&form.key, &records, content)? }))
    }

    /// Forgets a kept form.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn forget_form(&self, form: FormKey) -> Result<Nothing, Failure> {
        self.write(|workspace| {
            workspace.forget_form(&form.key)?;
            Ok(Nothing {})
        })
    }

    /// The forms that are kept, in the order in which they were begun. What another program kept in a form of its own
    /// is left out, and left alone.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn kept_forms(&self, _: Nothing) -> Result<Vec<FoundForm>, Failure> {
        self.read(|workspace, _| {
            let kept = workspace.kept_forms()?;
            let found = kept.iter().filter_map(|kept| {
                let form = serde_json::from_str(&kept.content).ok()?;
                Some(FoundForm { at: convert::time(kept.at), form })
            });
            Ok(found.collect())
        })
    }
}

/// The records that a form holds something of.
fn records(form: &KeptForm) -> Result<Vec<RecordId>, Failure> {
    let rows = form.rows.iter().chain(&form.removed).filter_map(|row| row.id.as_ref());
    form.id.iter().chain(rows).map(|id| convert::id(id)).collect()
}

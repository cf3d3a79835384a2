//! Taking erased records out of what is shown.

use std::collections::BTreeSet;

use rusqlite::Result;

use super::{Effect, Projector};
use crate::kinds::Kind;
use crate::store::devices::Devices;
use crate::store::erased::Erased;
use crate::store::records::{self, PLACEHOLDER};
use crate::store::{RecordNumber, kind_rows, rows};

impl Projector<'_> {
    /// Takes these records out, of which nothing is in the log any more. What refers to them refers to something that
    /// is not here. Each effect on others is handed to `each`.
    pub(crate) fn erase(
        &mut self,
        devices: &mut Devices,
        erased: &Erased,
        mut each: impl FnMut(RecordNumber, Effect),
    ) -> Result<()> {
        let mut owners = BTreeSet::new();
        for id in erased.iter() {
            if let Some((n, kind, _)) = records::known(self.connection, id)?
                && ![PLACEHOLDER, Kind::Device.number()].contains(&kind)
            {
                owners.extend(self.erase_record(devices, n)?);
            }
        }
        self.known.forget();
        for owner in owners {
            // One that was erased itself is a placeholder by now, and has no deletion to look at.
            self.reconsider(devices, owner)?;
        }
        self.turned.drain(..).for_each(|(n, effect)| each(n, effect));
        Ok(())
    }

    /// Makes a placeholder of a record; returns what it belonged to.
    fn erase_record(&mut self, devices: &Devices, n: RecordNumber) -> Result<Option<RecordNumber>> {
        let stored = records::load(self.connection, devices, n)?;
        let kind = Kind::from_number(stored.kind);
        let values = kind.map(|kind| kind_rows::load(self.connection, kind, n)).transpose()?;
        self.digest.remove(&stored, stored.live, &values.unwrap_or_default());
        self.words.note(n, stored.kind, records::main_of(self.connection, n)?);
        if let Some(kind) = kind {
            kind_rows::delete(self.connection, kind, n)?;
        }
        rows::unmark(self.connection, n)?;
        records::make_placeholder(self.connection, n)?;
        Ok(stored.owner)
    }
}

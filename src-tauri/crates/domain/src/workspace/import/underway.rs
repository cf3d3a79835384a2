//! An import within its transaction, step by step.

use rusqlite::{Transaction, TransactionBehavior};

use super::lines::{Shown, Standing};
use super::taking::{Effects, Parting, Taking, reading};
use super::{Import, LeftOut, Lines, Messages, Mode, put_back, sender};
use crate::bundle::Opening;
use crate::ids::{CommitRef, DeviceId, WallTime};
use crate::log::DeviceKey;
use crate::store::devices::Devices;
use crate::store::formerly::{self, Former};
use crate::store::{imports, log_rows, peers};
use crate::workspace::continuing::{Fresh, Own};
use crate::workspace::door::{Besides, Pen};
use crate::workspace::touches::Came;
use crate::workspace::{Error, Identity, Recognised, Sources, Watch, Workspace};

/// An import within its transaction, and what it writes with.
pub(super) struct Underway<'w> {
    transaction: Transaction<'w>,
    devices: &'w mut Devices,
    key: &'w DeviceKey,
    sources: &'w mut dyn Sources,
    identity: Identity,
    /// The device in whose place this one goes on.
    continues: Option<DeviceId>,
    now: WallTime,
    /// How far this device had come.
    own: Own,
    /// The bundle, and the workspace as it stood.
    before: Shown,
    /// As whom this workspace goes on.
    fresh: Option<Fresh>,
}

/// As whom a workspace goes on once an import is committed.
pub(super) struct Settled {
    fresh: Option<Fresh>,
    former: Vec<Former>,
}

impl Workspace {
    /// Opens the transaction. Nothing is taken in yet.
    pub(super) fn begin_import(&mut self, opening: &Opening) -> Result<Underway<'_>, Error> {
        let now = self.sources.now();
        let identity = self.identity()?;
        let continues = self.continues();
        let own = Own::of(&self.devices, self.device());
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
        let before = Shown { opening: opening.clone(), standing: Standing::of(&transaction)? };
        Ok(Underway {
            transaction,
            devices: &mut self.devices,
            key: &self.key,
            sources: self.sources.as_mut(),
            identity,
            continues,
            now,
            own,
            before,
            fresh: None,
        })
    }

    /// Goes on as the device that an import made of this one, or as the one it was.
    pub(super) fn go_on_as(&mut self, settled: Settled) {
        self.former = settled.former;
        match settled.fresh {
            Some(fresh) => {
                self.write_as(&fresh);
                self.follow_with_marks();
            }
            None => self.mark(),
        }
    }
}

impl Underway<'_> {
    /// Refuses what was confirmed by a preview of another bundle, or of this workspace as it was once.
    pub(super) fn refuse_if_changed(&self, mode: Mode<'_>) -> Result<(), Error> {
        match mode {
            Mode::AsShown(lines, _) if lines.shown.as_ref() != Some(&self.before) => {
                Err(Error::ChangedSinceShown)
            }
            Mode::AsShown(..) | Mode::Preview | Mode::Apply | Mode::Unasked => Ok(()),
        }
    }

    /// Takes in all messages, and notes what the bundle says of its sender.
    pub(super) fn take_in(
        &mut self,
        messages: &mut Messages,
        parting: &mut Parting,
        watch: &Watch,
    ) -> Result<(Import, Effects), Error> {
        let opening = &self.before.opening;
        let sender_known = self.devices.with_branches(opening.sender).any(|known| known.head > 0);
        let mut taking =
            Taking::new(&self.transaction, self.devices, parting, opening, self.before.standing.import)?;
        reading(messages, taking.known(), |ahead| taking.take_all(ahead, watch))?;
        let (mut imported, effects) = taking.finish(opening.clone(), watch)?;
        imported.sender_known = sender_known;
        if opening.sender != self.key.public().device() {
            let sender = (opening, messages.sender_key());
            sender::note(&self.transaction, self.devices, sender, self.now)?;
        }
        for gap in &mut imported.gaps {
            gap.ask = peers::covering(&self.transaction, self.devices, gap.device, gap.to)?;
        }
        Ok((imported, effects))
    }

    /// What was taken in, line by line; to be asked for before it is rolled back.
    pub(super) fn lines(
        self,
        moved: &[(CommitRef, DeviceId)],
        effects: &Effects,
        watch: &Watch,
    ) -> Result<Lines, Error> {
        let came = self.came()?;
        Lines::of_preview(&self.transaction, self.devices, moved, self.before, came, effects, watch)
    }

    /// Which rows of the log came. To be asked for before this device writes any of its own.
    pub(super) fn came(&self) -> Result<Came, Error> {
        let (standing, last) = (self.before.standing, log_rows::last_row(&self.transaction)?);
        Ok(Came { import: standing.import, rows: standing.row + 1..=last })
    }

    /// Leaves this device's name to another file that has gone on as it: this one was restored.
    pub(super) fn go_on_as_new(&mut self) -> Result<(), Error> {
        if !self.own.went_on(self.devices) {
            return Ok(());
        }
        let fresh = Fresh::new(self.sources, Recognised::Heard);
        let former = fresh.settle_in(&self.transaction, self.devices, &self.own)?;
        if former.seq > 0 {
            self.continues = Some(self.own.device);
        }
        self.fresh = Some(fresh);
        Ok(())
    }

    /// Puts back what the officer leaves out.
    pub(super) fn leave_out(&mut self, came: &Came, left_out: &[LeftOut]) -> Result<(), Error> {
        let fresh = self.fresh.as_ref().map(Fresh::key);
        let mut pen = Pen {
            key: fresh.as_ref().unwrap_or(self.key),
            sources: self.sources,
            identity: self.identity.clone(),
            continues: self.continues,
            besides: Besides::default(),
        };
        put_back::leave_out(&self.transaction, self.devices, &mut pen, came.clone(), left_out)
    }

    /// Keeps a report of what arrived, if anything did.
    pub(super) fn report(
        &mut self,
        imported: &mut Import,
        file: String,
        came: Came,
        left_out: bool,
    ) -> Result<(), Error> {
        if imported.has_news() {
            let arrival = imported.arrival(file, self.now, came, left_out);
            imports::insert(&self.transaction, self.devices, &arrival)?;
            imported.report = Some(arrival.n);
        }
        Ok(())
    }

    /// Makes it last.
    pub(super) fn commit(self) -> Result<Settled, Error> {
        let former = formerly::all(&self.transaction, self.devices)?;
        self.transaction.commit()?;
        Ok(Settled { fresh: self.fresh, former })
    }
}

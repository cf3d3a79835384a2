//! Whoever writes: makes a commit of edits, adds it to the log, applies it, and signs the new head.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::edit::{Edit, changes, merged};
use super::{Besides, Written};
use crate::ids::{DeviceId, RecordId};
use crate::kinds::Kind;
use crate::log::{self, Action, Commit, DeviceKey, MAX_COMMIT_BYTES, Missing, PART_BYTES, RecordChanges};
use crate::store::devices::Devices;
use crate::store::project::Projector;
use crate::store::{erased, erasing, log_rows, records};
use crate::workspace::identity::{introduction, replaced, retirement};
use crate::workspace::{Error, Identity, Seen, Sources};

/// Whoever writes: the key that signs, the clock, and the names that a commit bears.
pub(in crate::workspace) struct Pen<'a> {
    pub(in crate::workspace) key: &'a DeviceKey,
    pub(in crate::workspace) sources: &'a mut dyn Sources,
    pub(in crate::workspace) identity: Identity,
    /// The device in whose place this one goes on.
    pub(in crate::workspace) continues: Option<DeviceId>,
    pub(in crate::workspace) besides: Besides<'a>,
}

impl Pen<'_> {
    /// Adds one commit with these edits, in a transaction that the caller opened and that must not be committed if this
    /// fails; `devices` has to be put back then as it was. What is written is added to `written`.
    pub(in crate::workspace) fn write(
        &mut self,
        connection: &Connection,
        devices: &mut Devices,
        action: Action,
        edits: &[Edit],
        written: &mut Written,
    ) -> Result<(), Error> {
        // Where nothing has come since, which is nearly always, there is nothing to look at.
        let seen = match self.besides.seen {
            Some(seen) if seen != Seen::all(connection)? => Some(seen),
            Some(_) | None => None,
        };
        let mut records = Vec::new();
        for edit in merged(edits) {
            records.extend(changes(connection, devices, seen, &edit)?);
        }
        // What is private stands last. The order is otherwise that of the edits.
        records.sort_by_key(RecordChanges::is_private);
        if records.is_empty() && !matches!(action, Action::Undo(_) | Action::Redo(_) | Action::Erase) {
            return Ok(());
        }
        let id = self.key.public().device();
        let is_first = devices.get(id).is_none_or(|own| own.head == 0);
        if is_first && action != Action::Introduce {
            let mut introduction = vec![introduction(id, &self.identity, self.continues)];
            // Colleagues learn by the same commit which laptops are no longer in use, since a backup took their place. So do those
            // to whom an earlier one never said it, which a backup took the place of in its turn.
            introduction.extend(replaced(connection)?.into_iter().map(|replaced| retirement(replaced, true)));
            self.write(connection, devices, Action::Introduce, &introduction, &mut Written::default())?;
        }
        let commit = self.commit(connection, devices, action, records)?;
        let mut seed = [0; 16];
        self.sources.fill(&mut seed);
        let bytes = log::encode(&commit, seed);
        // Some of it may be withheld or erased one day; the rest must then have room in parts.
        let most = bytes.len() + commit.records.len() * PART_BYTES;
        if most > MAX_COMMIT_BYTES {
            return Err(Error::TooLarge { bytes: most, limit: MAX_COMMIT_BYTES });
        }
        append(connection, devices, self.key, &commit, &bytes)?;
        written.commit = Some(commit.at());
        written.records.extend(with_owners(connection, &commit)?);
        Ok(())
    }

    fn commit(
        &mut self,
        connection: &Connection,
        devices: &Devices,
        action: Action,
        records: Vec<RecordChanges>,
    ) -> Result<Commit, Error> {
        let own = devices.get(self.key.public().device()).expect("BUG: a workspace knows its own device");
        Ok(Commit {
            device: own.id,
            seq: own.head + 1,
            lamport: log_rows::greatest_lamport(connection)? + 1,
            wall_time: self.sources.now(),
            author: self.identity.officer.clone(),
            action,
            erases: if action == Action::Erase { self.besides.erases.to_vec() } else { Vec::new() },
            records,
            missing: Missing::default(),
        })
    }
}

/// Adds a commit of this device to the log, applies it, and signs the new head.
fn append(
    connection: &Connection,
    devices: &mut Devices,
    key: &DeviceKey,
    commit: &Commit,
    bytes: &[u8],
) -> rusqlite::Result<()> {
    let own = devices.get(commit.device).expect("BUG: a workspace knows its own device");
    let n = own.n;
    let (_, hash) = log::decode(bytes, &own.hash).expect("BUG: what was just encoded can be read");
    log_rows::append(connection, n, commit, &hash, bytes)?;
    let mut projector = Projector::new(connection)?;
    let clash = projector.apply(devices, commit, |_, _| {})?;
    assert!(clash.is_none(), "BUG: a draft was checked to be of the kind its record is");
    if commit.action == Action::Erase {
        erased::list(connection, &commit.erases)?;
        let reach = erasing::Reach::of(connection, commit.erases.iter().copied().collect())?;
        erasing::erase(connection, devices, &mut projector, &reach, |_, _| {})?;
    }
    projector.finish()?;
    devices.advance(n, commit.seq, hash);
    devices.store_head(connection, n, key.sign_head(commit.seq, &hash))
}

/// The records of a commit and their owners: what a view may have to load again.
fn with_owners(connection: &Connection, commit: &Commit) -> rusqlite::Result<BTreeSet<(RecordId, Kind)>> {
    let mut all = BTreeSet::new();
    for changed in &commit.records {
        let mut next = records::number(connection, changed.record)?;
        while let Some(n) = next {
            let (id, kind, owner) = records::place(connection, n)?;
            all.extend(Kind::from_number(kind).map(|kind| (id, kind)));
            next = owner;
        }
    }
    Ok(all)
}

//! Looking after a workspace: rebuild, check, digest.

use rusqlite::TransactionBehavior;

use super::{Error, Watch, Workspace};
use crate::ids::{CommitRef, DeviceId};
use crate::log::{self, Commit};
use crate::store::digest::Digest;
use crate::store::local::{self, Key};
use crate::store::log_rows::Beside;
use crate::store::project::Projector;
use crate::store::{branches, documents, holes, log_rows, schema};

/// What a rebuild found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rebuilt {
    /// The digest before.
    pub before: [u8; 32],
    /// The digest after.
    pub after: [u8; 32],
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many commits were verified.
    pub commits: u64,
    /// How many documents.
    pub documents: u64,
    /// What is wrong, a line each.
    pub problems: Vec<String>,
}

impl Workspace {
    /// One hash over all that is shown: equal on two laptops that know the same, with programs of one version.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn digest(&self) -> Result<[u8; 32], Error> {
        Ok(Digest::of_all(&self.connection, &self.devices)?.to_bytes())
    }

    /// Makes all projections anew from the log, in one transaction.
    ///
    /// # Errors
    /// If the workspace cannot be read or written, or the work is stopped; then all is as before.
    pub fn rebuild(&mut self, watch: &Watch) -> Result<(), Error> {
        let devices = self.devices.clone();
        let rebuilt = self.rebuild_in_transaction(watch);
        self.devices = devices;
        rebuilt
    }

    /// Makes all projections anew, and says whether they came out as they were.
    ///
    /// # Errors
    /// As [`rebuild`](Self::rebuild).
    pub fn rebuild_and_compare(&mut self, watch: &Watch) -> Result<Rebuilt, Error> {
        let before = self.digest()?;
        self.rebuild(watch)?;
        Ok(Rebuilt { before, after: self.digest()? })
    }

    fn rebuild_in_transaction(&mut self, watch: &Watch) -> Result<(), Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::remake_projections(&transaction)?;
        let commits = log_rows::count(&transaction)?;
        watch.expect(commits);
        let devices = &mut self.devices;
        let mut projector = Projector::new(&transaction)?;
        projector.expect(0, commits)?;
        log_rows::for_each(&transaction, |device, bytes| {
            let whose = devices.by_number(device).expect("BUG: every commit has a device").id;
            projector.apply(devices, &log_rows::stored_of(bytes, whose)?, |_, _| {})?;
            watch.advance(1)
        })?;
        projector.finish()?;
        local::set(&transaction, Key::Projections, schema::fingerprint().as_bytes())?;
        Ok(transaction.commit()?)
    }

    /// Verifies the file's pages, every chain of commits, every device's signature, and every document.
    ///
    /// # Errors
    /// If the workspace cannot be read, or the work is stopped. What is wrong with it is no error but a finding.
    pub fn check(&self, watch: &Watch) -> Result<Checked, Error> {
        let mut checked = Checked::default();
        checked.problems.extend(schema::integrity_problems(&self.connection)?);
        if Digest::kept(&self.connection)? != Digest::of_all(&self.connection, &self.devices)? {
            checked.problems.push("what is shown is not what the log says: make the projections anew".into());
        }
        watch.expect(log_rows::count(&self.connection)?);
        for device in self.devices.iter() {
            self.check_chain(device.id, &mut checked, watch)?;
        }
        checked.documents = documents::all(&self.connection)?.len() as u64;
        for hash in documents::altered(&self.connection)? {
            checked.problems.push(format!("document {}: its content was altered", blake3::Hash::from(hash)));
        }
        Ok(checked)
    }

    fn check_chain(&self, id: DeviceId, checked: &mut Checked, watch: &Watch) -> Result<(), Error> {
        let device = self.devices.get(id).expect("BUG: asked for a device from the list");
        let (branches, by) = (self.devices.branches(), self.devices.branches().device(id));
        let first = CommitRef { device: id, seq: branches.first(id) };
        let mut seq = first.seq - 1;
        let mut hash = branches::hash_before(&self.connection, &self.devices, first)?;
        let (mut whole, mut holes) = (true, 0);
        log_rows::for_each_of(&self.connection, device.n, 1, |bytes, beside| {
            let follows = |commit: &Commit, next| {
                let beside_it = Beside { seq: commit.seq, lamport: commit.lamport, hash: next };
                commit.device == by && commit.seq == seq + 1 && beside == beside_it
            };
            match log::decode(bytes, &hash) {
                Ok((commit, next)) if whole && follows(&commit, next) => {
                    (seq, hash) = (commit.seq, next);
                    checked.commits += 1;
                    holes += u64::from(commit.missing.is_hole());
                }
                Ok(_) | Err(_) => whole = false,
            }
            watch.advance(1)
        })?;
        if !whole {
            checked.problems.push(format!("device {id}: commit {} is not what was written", seq + 1));
            return Ok(());
        }
        if holes::count(&self.connection, device.n)? != holes {
            checked.problems.push(format!("device {id}: what is missing of its commits is not noted"));
        }
        let vouched = match (&device.key, &device.signature) {
            (Some(key), Some(signature)) => key.verify_head(seq, &hash, signature).is_ok(),
            // Those of the branches vouch for what they follow on.
            _ => seq == 0 || branches.is_parted(id),
        };
        if !vouched || seq != device.head || hash != device.hash {
            checked.problems.push(format!("device {id}: its signature does not fit its {seq} commits"));
        }
        Ok(())
    }
}

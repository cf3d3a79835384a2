//! The heads that a bundle announces, and its runs: that each follows on what is here, and comes to what its device signed.

use super::branching::Place;
use super::early::Early;
use super::{MAX_DEVICES, Taking};
use crate::bundle::{BundleError, DeviceHead, Run};
use crate::ids::Seq;
use crate::log::{BEFORE_THE_FIRST, CommitHash, MAX_SEQ};
use crate::store::log_rows;
use crate::workspace::Error;

/// A run whose commits are being read.
pub(super) struct OpenRun {
    pub(super) run: Run,
    pub(super) next: Seq,
    /// How it is kept aside, if its commits do not follow on those that are here.
    pub(super) early: Option<Early>,
    /// How far it has come, if every commit of it is read.
    pub(super) place: Option<Place>,
    /// Whether some were here already, which are passed over unread.
    overlaps: bool,
    /// Whether one of them was new.
    pub(super) news: bool,
}

impl Taking<'_> {
    /// Learns of a device, and which of its commits it signed.
    pub(super) fn announce(&mut self, head: DeviceHead) -> Result<(), Error> {
        let id = head.key.device();
        self.heads += 1;
        if self.heads > MAX_DEVICES {
            return Err(BundleError::Malformed("it tells of more than 10,000 devices").into());
        }
        if head.seq == 0 || head.seq > MAX_SEQ {
            return Err(BundleError::Malformed("a device's head is one that none can reach").into());
        }
        head.key
            .verify_head(head.seq, &head.hash, &head.signature)
            .map_err(|_| BundleError::BrokenChain(id))?;
        let heads = self.announced.entry(id).or_default();
        if self.runs || heads.iter().any(|known| known.hash == head.hash) {
            return Err(BundleError::Malformed("a device is announced twice or behind a run").into());
        }
        heads.push(head);
        if self.devices.get(id).is_none_or(|device| device.key.is_none()) {
            self.devices.introduce(self.connection, head.key)?;
        }
        Ok(())
    }

    /// Begins a run, after the one before it has ended well.
    pub(super) fn begin(&mut self, run: Run) -> Result<(), Error> {
        self.end_run()?;
        let heads = self
            .announced
            .get(&run.device)
            .ok_or(BundleError::Malformed("a run of a device not announced"))?;
        let last = run.first.checked_add(run.count).map(|behind| behind - 1);
        if run.count == 0 || run.first == 0 || !heads.iter().any(|head| Some(head.seq) == last) {
            return Err(BundleError::Malformed("a run that does not lead to its device's head").into());
        }
        if run.first == 1 && run.previous != BEFORE_THE_FIRST {
            return Err(BundleError::BrokenChain(run.device).into());
        }
        let known = self.devices.get(run.device).map_or(0, |device| device.head);
        let place = self.place(run.device, run.first - 1, &run.previous)?;
        let early = match place {
            Some(_) => None,
            None => Some(self.begin_early(&run)?),
        };
        let place = place.filter(|_| self.is_read(run.device));
        let overlaps = run.first <= known;
        self.runs = true;
        self.run = Some(OpenRun { run, next: run.first, early, place, overlaps, news: false });
        Ok(())
    }

    /// Checks that the run which ends here came to a head that its device signed.
    pub(super) fn end_run(&mut self) -> Result<(), Error> {
        let Some(open) = self.run.take() else { return Ok(()) };
        if open.next != open.run.first + open.run.count {
            return Err(BundleError::Malformed("fewer commits than a run says").into());
        }
        if let Some(early) = &open.early {
            return self.end_early(early, &open.run);
        }
        if let Some(place) = open.place {
            let head = self.signed(&open.run, |hash| place.is_of(hash))?;
            return self.sign(place, head.signature);
        }
        let device = self.devices.get(open.run.device).expect("BUG: announced devices have a row");
        let (n, last) = (device.n, open.run.first + open.run.count - 1);
        let here = log_rows::hash(self.connection, n, last)?;
        match self.signed(&open.run, |hash| here == Some(*hash)) {
            Ok(head) if open.news => Ok(self.devices.store_head(self.connection, n, head.signature)?),
            Ok(_) => Ok(()),
            // The device signed what stands here and what stands in the bundle, and they part where both were unread.
            Err(error) => {
                if open.overlaps {
                    self.parting.read.insert(open.run.device);
                }
                Err(error)
            }
        }
    }

    /// The head, of those announced, to which a run came.
    pub(super) fn signed(
        &self,
        run: &Run,
        is_there: impl Fn(&CommitHash) -> bool,
    ) -> Result<DeviceHead, Error> {
        let last = run.first + run.count - 1;
        let heads = self.announced[&run.device].iter();
        let mut reached = heads.filter(|head| head.seq == last && is_there(&head.hash));
        Ok(*reached.next().ok_or(BundleError::BrokenChain(run.device))?)
    }
}

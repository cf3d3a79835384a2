//! Settling many conflicts by a rule, piece by piece, in one transaction and as one step.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::sides::{Side, Sides, are_of_different_devices};
use super::{Rule, contested_record};
use crate::ids::{CommitRef, RecordId};
use crate::kinds::FieldNumber;
use crate::log::{Action, ChangedValue};
use crate::merge::DELETED;
use crate::store::devices::Devices;
use crate::store::kept_commits::KeptCommits;
use crate::store::records::StoredRecord;
use crate::store::{RecordNumber, log_rows, rows, together};
use crate::workspace::door::{Besides, Edit, Fate, Pen, merged};
use crate::workspace::putting_back::parts;
use crate::workspace::save::with_owned;
use crate::workspace::undo::REACH;
use crate::workspace::{Error, Watch, Workspace, Written};

/// How many conflicts are decided at once. Their values are in memory then, of up to 300,000 bytes each.
const AT_ONCE: usize = 100;

impl Workspace {
    /// Settles every conflict that the rule decides, by commits whose parents are all the heads, so that it travels. The
    /// others stay as they are. However many commits it takes, they are one step to undo.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn settle(&mut self, rule: Rule) -> Result<Written, Error> {
        self.settle_watched(rule, &Watch::default())
    }

    /// As [`settle`](Self::settle), which takes long where there are tens of thousands, while others look on.
    ///
    /// # Errors
    /// If the workspace cannot be written; [`Error::Cancelled`], and nothing was settled.
    pub fn settle_watched(&mut self, rule: Rule, watch: &Watch) -> Result<Written, Error> {
        watch.expect(self.conflict_count()?.into());
        let device = self.device();
        self.write_with(Besides::default(), |connection, devices, pen, written| {
            let mut settling = Settling::by(rule);
            let mut after = None;
            loop {
                let some = rows::contested_after(connection, after, AT_ONCE)?;
                let Some(&last) = some.last() else { break };
                settling.decide(connection, devices, &some, watch)?;
                settling.write(connection, devices, pen, written, false)?;
                watch.advance(some.len() as u64)?;
                after = Some(last);
            }
            settling.delete(connection, devices)?;
            settling.write(connection, devices, pen, written, true)?;
            if let Some((first, last)) =
                settling.first.zip(written.commit).filter(|(first, last)| first != last)
            {
                let reach = last.seq.saturating_sub(REACH.into());
                together::add(connection, device, first.seq..=last.seq, reach)?;
            }
            watch.heed()
        })
    }
}

/// What has been decided.
struct Settling {
    rule: Rule,
    commits: KeptCommits,
    /// What waits to be written, each record once.
    edits: Vec<Edit>,
    /// Records to be deleted. They come last: a deletion must have seen all that is settled before it.
    deleted: Vec<RecordId>,
    /// The first commit written.
    first: Option<CommitRef>,
}

impl Settling {
    fn by(rule: Rule) -> Self {
        let (commits, edits, deleted) = (KeptCommits::default(), Vec::new(), Vec::new());
        Self { rule, commits, edits, deleted, first: None }
    }

    /// Decides these conflicts.
    fn decide(
        &mut self,
        connection: &Connection,
        devices: &Devices,
        some: &[(RecordNumber, FieldNumber)],
        watch: &Watch,
    ) -> Result<(), Error> {
        for &(n, field) in some {
            watch.heed()?;
            let Some((stored, kind)) = contested_record(connection, devices, n)? else { continue };
            let mut sides = Sides { connection, devices, commits: &mut self.commits };
            match (field, decided(self.rule, &mut sides, &stored, field)?) {
                (_, None) => {}
                (DELETED, Some(ChangedValue::Deleted { .. })) => self.deleted.push(stored.id),
                (DELETED, Some(_)) => {
                    self.edits.extend(with_owned(connection, devices, stored.id, Fate::Restore)?);
                }
                (_, Some(value)) => {
                    let fields = BTreeMap::from([(field, value.value().cloned())]);
                    self.edits.push(Edit::of_fields(stored.id, kind, fields));
                }
            }
        }
        Ok(())
    }

    /// Has what is to be deleted wait too.
    fn delete(&mut self, connection: &Connection, devices: &Devices) -> Result<(), Error> {
        for id in std::mem::take(&mut self.deleted) {
            self.edits.extend(with_owned(connection, devices, id, Fate::Delete)?);
        }
        Ok(())
    }

    /// Writes what waits, but for what may still have room for more in its commit, unless it is `all` there is.
    fn write(
        &mut self,
        connection: &Connection,
        devices: &mut Devices,
        pen: &mut Pen<'_>,
        written: &mut Written,
        all: bool,
    ) -> Result<(), Error> {
        let edits = merged(&std::mem::take(&mut self.edits));
        let mut parts = parts(&edits);
        if !all && let Some(last) = parts.pop() {
            self.edits = last.to_vec();
        }
        for part in parts {
            pen.write(connection, devices, Action::Save, part, written)?;
            self.first = self.first.or(written.commit);
        }
        Ok(())
    }
}

/// The value that a rule chooses for a contested field; `None` if it leaves it alone.
fn decided(
    rule: Rule,
    sides: &mut Sides<'_>,
    stored: &StoredRecord,
    field: FieldNumber,
) -> Result<Option<ChangedValue>, Error> {
    match rule {
        Rule::Shown | Rule::Keep if field == DELETED => Ok(Some(ChangedValue::Empty)),
        Rule::Delete if field == DELETED => Ok(Some(ChangedValue::Deleted { seen: Vec::new() })),
        Rule::Keep | Rule::Delete => Ok(None),
        Rule::Shown => said_last(sides, stored, field, stored.state.heads(field)),
        Rule::Of(device) => {
            let mut heads = stored.state.heads(field);
            // As where sides are counted: where no device has set it twice, a head is who said it first.
            if field != DELETED && are_of_different_devices(&heads) {
                heads.retain(|at| sides.branches().device(at.device) == device);
                return said_last(sides, stored, field, heads);
            }
            let of_device = |side: &Side| sides.devices.branches().device(side.at().device) == device;
            let all = sides.of(stored, field)?;
            Ok(all.into_iter().find(of_device).map(|side| side.value))
        }
    }
}

/// What the newest by cause of these heads says.
fn said_last(
    sides: &mut Sides<'_>,
    stored: &StoredRecord,
    field: FieldNumber,
    heads: Vec<CommitRef>,
) -> Result<Option<ChangedValue>, Error> {
    let mut ordered = Vec::new();
    for at in heads {
        ordered.push((log_rows::lamport(sides.connection, sides.devices, at)?, at));
    }
    let Some((_, last)) = ordered.into_iter().max() else { return Ok(None) };
    let said = sides.commits.heads(sides.connection, sides.devices, stored.id, field, [last])?;
    Ok(said.into_iter().next().map(|head| head.value))
}

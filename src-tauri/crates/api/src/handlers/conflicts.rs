//! Fields with several values.

use entente_domain::ids::DeviceId;
use entente_domain::log::ChangedValue;
use entente_domain::workspace::{Conflict, ConflictSide as DomainSide, Rule, Workspace};

use super::records::field_change;
use super::writes::changed;
use crate::convert::{self, Telling, count};
use crate::wire::{
    Changed, ConflictItem, ConflictPage, ConflictQuery, ConflictSide, Contender, Settle, SettleRule,
    WireValue,
};
use crate::{Api, Failure};

/// The most conflicts of a page.
const MAX_ITEMS: u32 = 500;

impl Api {
    /// A page of the fields with several values, or those of some records.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn conflicts(&self, query: ConflictQuery) -> Result<ConflictPage, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let all = query.records.is_empty();
            let items = match all {
                true => page(&telling, workspace, query.offset, query.limit.min(MAX_ITEMS))?,
                false => {
                    let ids = convert::ids(&query.records)?;
                    items(&telling, workspace, workspace.conflicts_of(&ids)?)?
                }
            };
            let contenders = if all && query.offset == 0 { contenders(workspace)? } else { Vec::new() };
            Ok(ConflictPage { items, total: workspace.conflict_count()?, contenders })
        })
    }

    /// Settles every conflict that a rule decides, as one step to undo.
    ///
    /// # Errors
    /// If the device is not known; if it is stopped, and then nothing is settled.
    pub fn settle(&self, settle: Settle) -> Result<Changed, Failure> {
        let rule = match settle.rule {
            SettleRule::Shown => Rule::Shown,
            SettleRule::Device(text) => Rule::Of(convert::device(&text)?),
            SettleRule::Keep => Rule::Keep,
            SettleRule::Delete => Rule::Delete,
        };
        self.work("settle", |workspace, watch| {
            let written = workspace.settle_watched(rule, watch)?;
            changed(workspace, &written)
        })
    }
}

/// A page of all conflicts there are.
pub(super) fn page(
    telling: &Telling<'_>,
    workspace: &Workspace,
    offset: u32,
    limit: u32,
) -> Result<Vec<ConflictItem>, Failure> {
    items(telling, workspace, workspace.conflicts(offset as usize, limit as usize)?)
}

fn items(
    telling: &Telling<'_>,
    workspace: &Workspace,
    conflicts: Vec<Conflict>,
) -> Result<Vec<ConflictItem>, Failure> {
    let seen = workspace.seen()?.to_string();
    let item = |conflict: Conflict| {
        let sides = conflict.sides.iter().map(|found| side(telling, workspace, found));
        Ok(ConflictItem {
            sides: sides.collect::<Result<_, Failure>>()?,
            field: convert::field_name(conflict.record.kind, conflict.field).into(),
            record: telling.row(&conflict.record),
            seen: seen.clone(),
        })
    };
    conflicts.into_iter().map(item).collect()
}

fn side(telling: &Telling<'_>, workspace: &Workspace, side: &DomainSide) -> Result<ConflictSide, Failure> {
    let changes = side.changes.iter().map(|change| field_change(telling, workspace, change));
    Ok(ConflictSide {
        value: match &side.value {
            ChangedValue::Deleted { .. } => Some(WireValue::Boolean(true)),
            other => other.value().map(convert::to_wire),
        },
        text: telling.changed(workspace, &side.value)?,
        author: side.author.clone(),
        device: convert::device_name(workspace, side.at.device)?,
        device_id: side.at.device.to_string(),
        here: workspace.is_own(side.at),
        at: convert::time(side.wall_time),
        changes: changes.collect::<Result<_, _>>()?,
    })
}

fn contenders(workspace: &Workspace) -> Result<Vec<Contender>, Failure> {
    let contender = |(device, conflicts): (DeviceId, u32)| {
        let identity = workspace.identity_of(device)?;
        Ok(Contender {
            device_id: device.to_string(),
            device: convert::device_name(workspace, device)?,
            officer: identity.map(|identity| identity.officer).unwrap_or_default(),
            here: device == workspace.device(),
            count: count(conflicts.into()),
        })
    };
    workspace.contenders()?.into_iter().map(contender).collect()
}

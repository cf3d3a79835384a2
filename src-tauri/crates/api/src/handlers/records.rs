//! Single records: their page, their history.

use entente_domain::workspace::{
    Detail as DomainDetail, FieldChange as DomainChange, HistoryEntry as DomainEntry, Workspace,
};

use crate::convert::{self, Telling};
use crate::wire::{
    Detail, FieldChange, HistoryEntry, HistoryPage, HistoryQuery, OwnedRows, Records, Referring, Row,
};
use crate::{Api, Failure};

/// The most entries of a history that are given at once.
const MAX_ENTRIES: u32 = 500;

impl Api {
    /// Records with all that belongs to them and refers to them.
    ///
    /// # Errors
    /// If one is not here.
    pub fn get(&self, records: Records) -> Result<Vec<Detail>, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let details = convert::ids(&records.ids)?
                .into_iter()
                .map(|id| Ok(detail(&telling, &workspace.detail(id)?)));
            details.collect()
        })
    }

    /// Records without what belongs to them; ids that are not here are left out.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn rows(&self, records: Records) -> Result<Vec<Row>, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let mut rows = Vec::new();
            for id in convert::ids(&records.ids)? {
                rows.extend(workspace.row(id)?.map(|row| telling.row(&row)));
            }
            Ok(rows)
        })
    }

    /// The history of a record and of what belongs to it, newest first.
    ///
    /// # Errors
    /// If the record is not here.
    pub fn history(&self, query: HistoryQuery) -> Result<HistoryPage, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let (offset, limit) = (query.offset as usize, query.limit.min(MAX_ENTRIES) as usize);
            let (entries, total) = workspace.history(convert::id(&query.id)?, offset, limit)?;
            let entries = entries.iter().map(|found| entry(&telling, workspace, found));
            Ok(HistoryPage {
                entries: entries.collect::<Result<_, _>>()?,
                total: convert::count(total as u64),
            })
        })
    }
}

fn detail(telling: &Telling<'_>, detail: &DomainDetail) -> Detail {
    let owned = detail.owned.iter();
    let referring = detail.referring.iter();
    Detail {
        record: telling.row(&detail.record),
        owned: owned
            .map(|(kind, rows)| OwnedRows { kind: kind.name().into(), rows: telling.rows(rows) })
            .collect(),
        referring: referring
            .map(|referring| Referring {
                kind: referring.kind.name().into(),
                field: referring.field.name.into(),
                total: referring.total,
                rows: telling.rows(&referring.rows),
            })
            .collect(),
        seen: detail.seen.to_string(),
        instead: detail.instead.map(|kept| kept.to_string()),
    }
}

fn entry(telling: &Telling<'_>, workspace: &Workspace, entry: &DomainEntry) -> Result<HistoryEntry, Failure> {
    let changes = entry.changes.iter().map(|change| field_change(telling, workspace, change));
    Ok(HistoryEntry {
        at: convert::time(entry.wall_time),
        author: entry.author.clone(),
        device: convert::device_name(workspace, entry.at.device)?,
        here: workspace.is_own(entry.at),
        action: convert::action_name(entry.action),
        changes: changes.collect::<Result<_, _>>()?,
    })
}

/// One change of one field, in words.
pub(super) fn field_change(
    telling: &Telling<'_>,
    workspace: &Workspace,
    change: &DomainChange,
) -> Result<FieldChange, Failure> {
    Ok(FieldChange {
        record: change.record.to_string(),
        kind: change.kind.name().into(),
        title: telling.title_of(workspace, change.record)?,
        field: convert::field_name(change.kind, change.field).into(),
        before: telling.changed(workspace, &change.before)?,
        withheld: change.withheld,
        after: telling.changed(workspace, &change.after)?,
    })
}

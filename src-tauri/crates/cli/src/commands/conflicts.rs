//! `conflicts` and `settle`: fields with several values.

use entente_api::wire::{ConflictItem, ConflictQuery, ConflictSide, SettleRule};
use entente_messages::Args;

use super::history::{change_text, time};
use crate::arguments;
use crate::failure::Failure;
use crate::labels;
use crate::session::{Answer, Session};
use crate::text::{indented, one_line};

/// The most conflicts that the api gives at once.
const PAGE: u32 = 500;

/// The fields with several values.
pub(crate) fn conflicts(session: &Session) -> Result<Answer, Failure> {
    let mut all: Vec<ConflictItem> = Vec::new();
    loop {
        let offset = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let query = ConflictQuery { records: vec![], offset, limit: PAGE };
        let page = session.told(session.api.conflicts(query))?;
        let is_last = page.items.len() < PAGE as usize;
        all.extend(page.items);
        if is_last {
            break;
        }
    }
    Ok(session.answer(&all, || {
        if all.is_empty() {
            return session.text("cli-no-conflicts");
        }
        all.iter().map(|item| conflict_text(session, item)).collect::<Vec<_>>().join("\n\n")
    }))
}

/// Settles all conflicts that a rule decides.
pub(crate) fn settle(session: &Session, rule: arguments::Settle) -> Result<Answer, Failure> {
    let rule = match rule.from {
        Some(device) => SettleRule::Device(device),
        None if rule.keep => SettleRule::Keep,
        None if rule.delete => SettleRule::Delete,
        None => SettleRule::Shown,
    };
    let before = session.told(session.api.conflicts(ConflictQuery::default()))?.total;
    let changed = session.told(session.api.settle(entente_api::wire::Settle { rule }))?;
    let left = session.told(session.api.conflicts(ConflictQuery::default()))?.total;
    Ok(session.answer(&changed, || {
        let settled = Args::new().with("count", before.saturating_sub(left)).with("left", left);
        session.say("cli-settled", settled)
    }))
}

fn conflict_text(session: &Session, item: &ConflictItem) -> String {
    let record = &item.record;
    let heading = format!(
        "{} · {} · {}",
        one_line(&record.title),
        labels::field(session.messages, &record.kind, &item.field),
        record.id
    );
    let sides = item.sides.iter().map(|side| indented(&side_text(session, item, side), 2));
    std::iter::once(heading).chain(sides).collect::<Vec<_>>().join("\n")
}

/// A side in a line, and below it what it did.
fn side_text(session: &Session, item: &ConflictItem, side: &ConflictSide) -> String {
    let value = match &side.text {
        Some(text) => one_line(&labels::read(session.messages, &item.record.kind, &item.field, text)),
        None => session.text("cli-empty"),
    };
    let args = Args::new()
        .with("value", value)
        .with("author", one_line(&side.author))
        .with("device", one_line(&side.device))
        .with("at", time(&side.at));
    let changes = side.changes.iter().map(|change| indented(&change_text(session, change), 2));
    std::iter::once(session.say("cli-conflict-side", args)).chain(changes).collect::<Vec<_>>().join("\n")
}

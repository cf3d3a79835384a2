//! `history`: what was changed, by whom and when.

use chrono::{DateTime, Local};
use entente_api::wire::{FieldChange, HistoryEntry, HistoryPage, HistoryQuery};
use entente_messages::Args;

use crate::failure::Failure;
use crate::labels;
use crate::session::{Answer, Session};
use crate::text::one_line;

/// The most entries that the api gives at once.
const PAGE: u32 = 500;

/// The whole history of a record, newest first.
pub(crate) fn history(session: &Session, id: &str) -> Result<Answer, Failure> {
    let mut all = HistoryPage { entries: vec![], total: 0 };
    loop {
        let offset = u32::try_from(all.entries.len()).unwrap_or(u32::MAX);
        let wanted = HistoryQuery { id: id.to_owned(), offset, limit: PAGE };
        let page = session.told(session.api.history(wanted))?;
        let is_last = page.entries.len() < PAGE as usize;
        all.total = page.total;
        all.entries.extend(page.entries);
        if is_last {
            break;
        }
    }
    Ok(session.answer(&all, || {
        let entries = all.entries.iter().map(|entry| text(session, entry));
        entries.collect::<Vec<_>>().join("\n\n")
    }))
}

fn text(session: &Session, entry: &HistoryEntry) -> String {
    let args = Args::new()
        .with("at", time(&entry.at))
        .with("author", one_line(&entry.author))
        .with("device", one_line(&entry.device))
        .with("action", session.text(&format!("action-name-{}", entry.action)));
    let mut lines = vec![session.say("cli-history-entry", args)];
    lines.extend(entry.changes.iter().map(|change| format!("  {}", change_text(session, change))));
    lines.join("\n")
}

/// One change of one field, in words.
pub(crate) fn change_text(session: &Session, change: &FieldChange) -> String {
    let side = |value: &Option<String>| match value {
        Some(value) => one_line(&labels::read(session.messages, &change.kind, &change.field, value)),
        None => session.text("cli-empty"),
    };
    let key = match (change.field.as_str(), &change.before, &change.after) {
        ("deleted", _, Some(_)) => "cli-history-deleted",
        ("deleted", _, None) => "cli-history-restored",
        (_, Some(_), _) => "cli-history-change",
        (_, None, _) if change.withheld => "cli-history-change",
        (_, None, _) => "cli-history-set",
    };
    let before = if change.withheld { session.text("cli-withheld") } else { side(&change.before) };
    let args = Args::new()
        .with("kind", labels::kind(session.messages, &change.kind))
        .with("title", one_line(&change.title))
        .with("field", labels::field(session.messages, &change.kind, &change.field))
        .with("before", before)
        .with("after", side(&change.after));
    session.say(key, args)
}

/// A time of the wire (RFC 3339 UTC) on the clock of the wall.
pub(crate) fn time(at: &str) -> String {
    match DateTime::parse_from_rfc3339(at) {
        Ok(time) => time.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string(),
        Err(_) => one_line(at),
    }
}

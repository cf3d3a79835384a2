//! `agenda` and `conflicts`: what waits for the officer.

use entente_api::kinds::Kind;
use entente_api::wire::{AgendaGroup, ConflictItem, Nothing};
use entente_messages::Args;

use super::history::time;
use super::lists;
use crate::failure::Failure;
use crate::labels;
use crate::session::{Answer, Session};
use crate::text::{indented, one_line};

/// The open follow-ups by when they are due.
pub(crate) fn agenda(session: &Session) -> Result<Answer, Failure> {
    let agenda = session.told(session.api.agenda(Nothing {}))?;
    Ok(session.answer(&agenda, || {
        let groups: Vec<_> = agenda.groups.iter().filter(|group| !group.rows.is_empty()).collect();
        if groups.is_empty() {
            return session.text("cli-agenda-empty");
        }
        groups.iter().map(|group| group_text(session, group)).collect::<Vec<_>>().join("\n\n")
    }))
}

fn group_text(session: &Session, group: &AgendaGroup) -> String {
    let when = session.text(&format!("agenda-{}", group.code));
    let args = Args::new().with("when", when).with("total", group.total);
    let heading = session.say("cli-agenda-heading", args);
    format!("{heading}\n{}", lists::rows(session, Kind::FollowUp, &group.rows))
}

/// The fields with several values.
pub(crate) fn conflicts(session: &Session) -> Result<Answer, Failure> {
    let conflicts = session.told(session.api.conflicts(Nothing {}))?;
    Ok(session.answer(&conflicts, || {
        if conflicts.is_empty() {
            return session.text("cli-no-conflicts");
        }
        conflicts.iter().map(|item| conflict_text(session, item)).collect::<Vec<_>>().join("\n\n")
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
    let sides = item.sides.iter().map(|side| {
        let value = match &side.text {
            Some(text) => one_line(&labels::read(session.messages, &record.kind, &item.field, text)),
            None => session.text("cli-empty"),
        };
        let args = Args::new()
            .with("value", value)
            .with("author", one_line(&side.author))
            .with("device", one_line(&side.device))
            .with("at", time(&side.at));
        indented(&session.say("cli-conflict-side", args), 2)
    });
    std::iter::once(heading).chain(sides).collect::<Vec<_>>().join("\n")
}

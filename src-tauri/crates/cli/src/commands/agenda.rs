//! `agenda`: what waits for the officer.

use entente_api::kinds::Kind;
use entente_api::wire::{AgendaGroup, Nothing};
use entente_messages::Args;

use super::lists;
use crate::failure::Failure;
use crate::session::{Answer, Session};

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

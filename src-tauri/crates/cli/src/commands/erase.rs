//! `erase`: the one thing that cannot be undone, and so is asked for.

use entente_api::wire::{Erasure, Nothing, OneRecord};
use entente_messages::Args;

use crate::arguments::{Erase, EraseAgain};
use crate::failure::Failure;
use crate::labels;
use crate::session::{Answer, Session};
use crate::text::one_line;
use crate::{progress, question};

/// Erases a record, or says what that would take away.
pub(crate) fn erase(session: &Session, erase: Erase) -> Result<Answer, Failure> {
    let record = OneRecord { id: erase.id };
    if !erase.yes {
        let erasure = session.told(progress::shown(session, || session.api.preview_erase(record.clone())))?;
        if erase.preview {
            return Ok(session.answer(&erasure, || text(session, &erasure)));
        }
        question::ask(session, &text(session, &erasure), "cli-erase")?;
    }
    let changed = session.told(progress::shown(session, || session.api.erase(record)))?;
    Ok(session.answer(&changed, || session.text("cli-erased")))
}

/// Erases again what is back with a backup, or takes it that it is to stay.
pub(crate) fn erase_again(session: &Session, again: &EraseAgain) -> Result<Answer, Failure> {
    if again.keep_back {
        let status = session.told(session.api.keep_back_again(Nothing {}))?;
        return Ok(session.answer(&status.workspace, || session.text("cli-kept-back-again")));
    }
    let changed = session.told(progress::shown(session, || session.api.erase_again(Nothing {})))?;
    Ok(session.answer(&changed, || session.text("cli-erased")))
}

fn text(session: &Session, erasure: &Erasure) -> String {
    let title = Args::new().with("title", one_line(&erasure.title));
    let mut lines = vec![session.say("cli-erase-what", title)];
    lines.extend(erasure.records.iter().map(|gone| {
        let kind = labels::kind(session.messages, &gone.kind);
        format!("  {}  {kind}", gone.count)
    }));
    if erasure.documents > 0 {
        lines.push(session.say("cli-erase-documents", Args::new().with("count", erasure.documents)));
    }
    if erasure.referring > 0 {
        lines.push(session.say("cli-erase-referring", Args::new().with("count", erasure.referring)));
    }
    lines.push(session.text("cli-erase-for-good"));
    lines.join("\n")
}

//! `erase`: the one thing that cannot be undone, and so is asked for.

use entente_api::wire::{Erasure, OneRecord};
use entente_messages::Args;

use crate::arguments::Erase;
use crate::failure::Failure;
use crate::labels;
use crate::question;
use crate::session::{Answer, Session};
use crate::text::one_line;

/// Erases a record, or says what that would take away.
pub(crate) fn erase(session: &Session, erase: Erase) -> Result<Answer, Failure> {
    let record = OneRecord { id: erase.id };
    if !erase.yes {
        let erasure = session.told(session.api.preview_erase(record.clone()))?;
        if erase.preview {
            return Ok(session.answer(&erasure, || text(session, &erasure)));
        }
        question::ask(session, &text(session, &erasure), "cli-erase")?;
    }
    let changed = session.told(session.api.erase(record))?;
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

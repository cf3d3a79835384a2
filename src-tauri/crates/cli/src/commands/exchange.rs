//! `import` and `print`.

use entente_api::wire::{Gap, ImportPreview, PrintAgreement, Received};
use entente_messages::Args;

use super::export::passphrase;
use super::history::time;
use crate::arguments::{Import, Print, Printable};
use crate::failure::Failure;
use crate::session::{Answer, Session, absolute};
use crate::text::{one_line, padded, width};
use crate::{progress, question};

/// Imports a bundle, or says what that would do.
pub(crate) fn import(session: &Session, import: &Import) -> Result<Answer, Failure> {
    let passphrase = import.passphrase_file.as_deref().map(|file| passphrase(session, file)).transpose()?;
    let bundle = Received { path: absolute(&import.file), passphrase };
    if !import.yes {
        let preview = session.told(session.api.preview_import(bundle.clone()))?;
        if import.preview {
            return Ok(session.answer(&preview, || preview_text(session, &preview)));
        }
        question::ask(session, &preview_text(session, &preview), "cli-import")?;
    }
    let report = session.told(progress::shown(session, || session.api.apply_import(bundle)))?;
    Ok(session.answer(&report, || {
        let end = if report.applied { "cli-imported" } else { "cli-nothing-new" };
        match import.yes {
            true => format!("{}\n{}", preview_text(session, &report.preview), session.text(end)),
            false => session.text(end),
        }
    }))
}

fn preview_text(session: &Session, preview: &ImportPreview) -> String {
    let sender = Args::new()
        .with("officer", one_line(&preview.sender.officer))
        .with("device", one_line(&preview.sender.name))
        .with("at", time(&preview.made_at));
    let known = if preview.sender.known { "cli-preview-from" } else { "cli-preview-from-new" };
    let counts = [
        ("cli-preview-new", preview.new),
        ("cli-preview-changed", preview.changed),
        ("cli-preview-deleted", preview.deleted),
        ("cli-preview-erased", preview.erased),
        ("cli-preview-conflicts", preview.conflicts),
        ("cli-preview-documents", preview.documents),
        ("cli-preview-unfamiliar", preview.unfamiliar),
        ("cli-preview-new-commits", preview.new_commits),
        ("cli-preview-known-commits", preview.known_commits),
    ];
    let labels = counts.map(|(key, count)| (session.text(key), count));
    let widest = labels.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let mut lines = vec![session.say(known, sender)];
    lines.extend(labels.iter().map(|(label, count)| format!("  {}  {count}", padded(label, widest))));
    lines.extend(preview.gaps.iter().map(|gap| gap_text(session, gap)));
    lines.join("\n")
}

fn gap_text(session: &Session, gap: &Gap) -> String {
    let args = Args::new().with("device", one_line(&gap.device)).with("from", gap.from).with("to", gap.to);
    session.say("cli-preview-gap", args)
}

/// Prints a record into a PDF.
pub(crate) fn print(session: &Session, print: Print) -> Result<Answer, Failure> {
    let Printable::Agreement = print.what;
    let language = print.lang.unwrap_or(session.messages.language()).tag().to_owned();
    let wanted = PrintAgreement { id: print.id, language, path: absolute(&print.out) };
    let printed = session.told(session.api.print_agreement(wanted))?;
    Ok(session.answer(&printed, || {
        let args = Args::new().with("path", printed.path.clone()).with("pages", printed.pages);
        let mut lines = vec![session.say("cli-printed", args)];
        if !printed.missing.is_empty() {
            let characters = printed.missing.join(" ");
            lines.push(session.say("cli-printed-missing", Args::new().with("characters", characters)));
        }
        lines.join("\n")
    }))
}

//! `import`, `imports`, `import-show` and `import-undo`.

use entente_api::wire::{
    ApplyImport, Gap, ImportEntry, ImportNumber, ImportPreview, ImportReport, LeaveOut, Line, LineField,
    LineQuery, LinesPage, LinesQuery, PageOf, Received, Sender,
};
use entente_messages::Args;
use serde::Serialize;

use super::changes;
use super::export::passphrase;
use super::history::time;
use super::laptops::parted_text;
use crate::arguments::Import;
use crate::failure::Failure;
use crate::labels;
use crate::session::{Answer, Session, absolute};
use crate::text::{one_line, padded, width};
use crate::{progress, question};

/// How many records are listed.
const LISTED: u32 = 500;

/// What would be done, with its records.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    preview: ImportPreview,
    /// The gravest first, 500 at most.
    records: Vec<Line>,
    /// How many there are.
    total: u32,
}

/// Imports a bundle, or says what that would do.
pub(crate) fn import(session: &Session, import: &Import) -> Result<Answer, Failure> {
    let passphrase = import.passphrase_file.as_deref().map(|file| passphrase(session, file)).transpose()?;
    let bundle = Received { path: absolute(&import.file), passphrase };
    let leave_out: Vec<_> = import.leave_out.iter().map(|text| left_out(text)).collect();
    let as_shown = !import.yes || !leave_out.is_empty();
    if as_shown {
        let shown = shown(session, bundle.clone())?;
        if import.preview {
            return Ok(session.answer(&shown, || shown_text(session, &shown)));
        }
        if !import.yes {
            question::ask(session, &shown_text(session, &shown), "cli-import")?;
        }
    }
    let apply = ApplyImport { bundle, as_shown, leave_out, without_backup: import.without_backup };
    let report = session.told(progress::shown(session, || session.api.apply_import(apply)))?;
    Ok(session.answer(&report, || match import.yes {
        true => format!("{}\n{}", preview_text(session, &report.preview), end(session, &report)),
        false => end(session, &report),
    }))
}

fn end(session: &Session, report: &ImportReport) -> String {
    match report.report {
        Some(number) => session.say("cli-imported", Args::new().with("number", number.to_string())),
        None => session.text("cli-nothing-new"),
    }
}

/// `ID` or `ID.FIELD`.
fn left_out(text: &str) -> LeaveOut {
    match text.split_once('.') {
        Some((record, field)) => LeaveOut { record: record.into(), field: Some(field.into()) },
        None => LeaveOut { record: text.into(), field: None },
    }
}

fn shown(session: &Session, bundle: Received) -> Result<Shown, Failure> {
    let preview = session.told(progress::shown(session, || session.api.preview_import(bundle)))?;
    let LinesPage { lines, total, .. } = lines(session, None)?;
    Ok(Shown { preview, records: lines, total })
}

fn lines(session: &Session, import: Option<u32>) -> Result<LinesPage, Failure> {
    let query = LinesQuery { import, text: String::new(), effect: None, offset: 0, limit: LISTED };
    session.told(progress::shown(session, || session.api.import_lines(query)))
}

fn shown_text(session: &Session, shown: &Shown) -> String {
    let lines = lines_text(session, &shown.records, shown.total);
    format!("{}\n{lines}", preview_text(session, &shown.preview)).trim_end().into()
}

fn lines_text(session: &Session, lines: &[Line], total: u32) -> String {
    let mut told: Vec<_> = lines.iter().map(|line| line_text(session, line)).collect();
    if lines.len() < total as usize {
        told.push(session.say("cli-lines-more", Args::new().with("count", total as usize - lines.len())));
    }
    told.join("\n")
}

fn line_text(session: &Session, line: &Line) -> String {
    let args = Args::new()
        .with("id", line.id.clone())
        .with("effect", session.text(&format!("effect-name-{}", line.effect)))
        .with("kind", labels::kind(session.messages, &line.kind));
    session.say("cli-line", args.with("title", one_line(&line.title)))
}

fn preview_text(session: &Session, preview: &ImportPreview) -> String {
    let sender = Args::new()
        .with("officer", one_line(&preview.sender.officer))
        .with("device", one_line(&preview.sender.name))
        .with("at", time(&preview.made_at));
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
        ("cli-preview-early-commits", preview.early_commits),
    ];
    let labels = counts.map(|(key, count)| (session.text(key), count));
    let widest = labels.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let mut lines = vec![session.say("cli-preview-from", sender), addressed(session, preview)];
    lines.push(standing(session, &preview.sender));
    lines.extend(labels.iter().map(|(label, count)| format!("  {}  {count}", padded(label, widest))));
    lines.extend(preview.parted.iter().map(|parted| parted_text(session, parted)));
    lines.extend(preview.gaps.iter().map(|gap| gap_text(session, "cli-preview-gap", gap)));
    lines.extend(preview.let_go.iter().map(|gap| gap_text(session, "cli-preview-let-go", gap)));
    lines.join("\n")
}

/// Whether who made a bundle is known, and trusted.
/// For whom a bundle is, and how large.
fn addressed(session: &Session, preview: &ImportPreview) -> String {
    let args = Args::new().with("bytes", preview.bytes);
    if preview.recipients.is_empty() {
        return session.say("cli-preview-for-anyone", args);
    }
    let names: Vec<_> = preview.recipients.iter().map(|name| one_line(name)).collect();
    session.say("cli-preview-for", args.with("whom", names.join(", ")))
}

fn standing(session: &Session, sender: &Sender) -> String {
    match sender {
        Sender { here: true, .. } => session.text("cli-preview-sender-here"),
        Sender { trusted: Some(since), .. } => {
            session.say("cli-preview-sender-trusted", Args::new().with("since", time(since)))
        }
        Sender { known: true, .. } => session.text("cli-preview-sender-known"),
        Sender { .. } => session.text("cli-preview-sender-new"),
    }
}

fn gap_text(session: &Session, key: &str, gap: &Gap) -> String {
    let ask: Vec<_> = gap.ask.iter().map(|name| one_line(name)).collect();
    let args = Args::new().with("device", one_line(&gap.device)).with("from", gap.from).with("to", gap.to);
    let args = args.with("count", gap.to - gap.from + 1);
    session.say(key, args.with("known", gap.ask.len()).with("ask", ask.join(", ")))
}

/// What came in, the newest first.
pub(crate) fn imports(session: &Session) -> Result<Answer, Failure> {
    let page = session.told(session.api.imports(PageOf { offset: 0, limit: 200 }))?;
    Ok(session.answer(&page, || {
        if page.imports.is_empty() {
            return session.text("cli-no-imports");
        }
        let entries = page.imports.iter().map(|entry| entry_text(session, entry));
        entries.collect::<Vec<_>>().join("\n")
    }))
}

fn entry_text(session: &Session, entry: &ImportEntry) -> String {
    let args = Args::new()
        .with("number", entry.n.to_string())
        .with("at", time(&entry.at))
        .with("officer", one_line(&entry.officer))
        .with("device", one_line(&entry.laptop))
        .with("file", one_line(&entry.file))
        .with("new", entry.new)
        .with("changed", entry.changed)
        .with("deleted", entry.deleted)
        .with("conflicts", entry.conflicts);
    session.say(if entry.undone { "cli-import-entry-undone" } else { "cli-import-entry" }, args)
}

/// The records of an import, or one of them field by field.
pub(crate) fn show(session: &Session, number: u32, record: Option<String>) -> Result<Answer, Failure> {
    let Some(id) = record else {
        let page = lines(session, Some(number))?;
        return Ok(session.answer(&page, || lines_text(session, &page.lines, page.total)));
    };
    let query = LineQuery { import: Some(number), id };
    let detail = session.told(progress::shown(session, || session.api.import_line(query)))?;
    Ok(session.answer(&detail, || {
        let mut lines = Vec::new();
        for part in &detail.parts {
            lines.push(line_text(session, &part.line));
            lines.extend(
                part.fields.iter().map(|field| format!("    {}", field_text(session, &part.line, field))),
            );
        }
        lines.join("\n")
    }))
}

fn field_text(session: &Session, line: &Line, field: &LineField) -> String {
    let side = |value: &Option<String>| match value {
        Some(value) => one_line(&labels::read(session.messages, &line.kind, &field.field, value)),
        None => session.text("cli-empty"),
    };
    let args = Args::new()
        .with("field", labels::field(session.messages, &line.kind, &field.field))
        .with("here", side(&field.here))
        .with("comes", side(&field.comes))
        .with("author", one_line(&field.author))
        .with("device", one_line(&field.device))
        .with("at", time(&field.at));
    session.say(if field.contested { "cli-line-field-contested" } else { "cli-line-field" }, args)
}

/// Puts back what an import brought.
pub(crate) fn undo(session: &Session, number: u32) -> Result<Answer, Failure> {
    let undone =
        session.told(progress::shown(session, || session.api.undo_import(ImportNumber { n: number })))?;
    Ok(session.answer(&undone, || {
        let said = changes::sentences(session, "cli-import-undone", &undone.changed);
        let unnamed = undone.left_alone as usize - undone.changed.skipped.len();
        match unnamed {
            0 => said,
            count => format!("{said}\n{}", session.say("cli-lines-more", Args::new().with("count", count))),
        }
    }))
}

//! `export`.

use std::fs;
use std::path::Path;

use entente_api::wire::{Bundling, ExportBundle, ExportReport, Seal, Secret, Selection};
use entente_api::{ErrorKind, system_words};
use entente_messages::Args;

use crate::arguments::Export;
use crate::failure::Failure;
use crate::progress;
use crate::session::{Answer, Session, absolute};
use crate::text::one_line;

/// Writes a bundle.
pub(crate) fn export(session: &Session, wanted: &Export) -> Result<Answer, Failure> {
    let bundling = bundling(session, wanted)?;
    let export = ExportBundle { path: absolute(&wanted.file), bundling };
    let report = session.told(progress::shown(session, || session.api.export_bundle(export)))?;
    if report.seal == Seal::Open && !wanted.open {
        // Scripts read what stands on the standard output.
        eprintln!("{}", session.text("cli-open-unasked"));
    }
    Ok(session.answer(&report, || text(session, &report)))
}

fn bundling(session: &Session, wanted: &Export) -> Result<Bundling, Failure> {
    let passphrase = wanted.passphrase_file.as_deref().map(|file| passphrase(session, file)).transpose()?;
    let seal = match (&passphrase, wanted.open) {
        (Some(_), _) => Seal::Passphrase,
        (None, true) => Seal::Open,
        (None, false) => Seal::Recipients,
    };
    Ok(Bundling {
        only: only(&wanted.only),
        lacking: wanted.lacking.clone(),
        recipients: wanted.recipients.clone(),
        seal,
        passphrase,
        largest_document: wanted.largest_document.map(|size| size.0),
        part_size: wanted.part_size.map(|size| size.0),
    })
}

/// What a part is to begin from: countries by their two letters, records by their ids. Everything if nothing is named.
fn only(named: &[String]) -> Option<Selection> {
    let (countries, records) = named.iter().cloned().partition(|name: &String| name.len() == 2);
    (!named.is_empty()).then_some(Selection { countries, records })
}

/// The passphrase in a file: its first line. On the command line it would be seen by everyone on this machine.
pub(crate) fn passphrase(session: &Session, file: &Path) -> Result<Secret, Failure> {
    let text = fs::read_to_string(file).map_err(|error| {
        let args = Args::new()
            .with("path", file.display().to_string())
            .with("detail", system_words(&error, session.messages));
        let hint = session.text("cli-no-passphrase-hint");
        Failure::refused(ErrorKind::File, session.say("cli-no-passphrase", args), hint)
    })?;
    Ok(Secret::new(text.lines().next().unwrap_or_default().to_owned()))
}

fn text(session: &Session, report: &ExportReport) -> String {
    let written = Args::new()
        .with("path", report.path.clone())
        .with("commits", report.commits)
        .with("documents", report.documents);
    let mut lines = vec![session.say("cli-exported", written)];
    if report.files.len() > 1 {
        lines.push(session.say("cli-exported-parts", Args::new().with("count", report.files.len())));
        lines.extend(report.files.iter().map(|file| format!("  {file}")));
    }
    if report.held_back > 0 {
        lines.push(session.say("cli-exported-held-back", Args::new().with("count", report.held_back)));
    }
    let names: Vec<_> = report.recipients.iter().map(|name| one_line(name)).collect();
    let args = Args::new().with("whom", names.join(", "));
    lines.push(match report.seal {
        Seal::Recipients => session.say("cli-sealed-for", args),
        Seal::Passphrase => session.text("cli-sealed-by-passphrase"),
        Seal::Open => session.text("cli-not-sealed"),
    });
    lines.join("\n")
}

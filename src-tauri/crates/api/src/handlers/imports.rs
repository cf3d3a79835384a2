//! Imports: shown, done, reported, taken back.

use std::path::Path as FilePath;
use std::sync::Arc;

use entente_domain::store::Arrival;
use entente_domain::workspace::{self, Error, Import, LeftOut, Lines, Mode, Watch, Workspace};

use super::exchange::gaps;
use super::laptops::parted;
use super::writes::taken_back;
use crate::convert::{self, count};
use crate::wire::{
    ApplyImport, ImportEntry, ImportNumber, ImportPreview, ImportReport, ImportUndone, ImportsPage, LeaveOut,
    Nothing, PageOf, Received, Secret, Sender,
};
use crate::{Api, Failure};

/// The most reports that are given at once.
const MAX_REPORTS: u32 = 200;

/// The most fields left alone that are named.
const MAX_NAMED: usize = 200;

impl Api {
    /// Says what importing a bundle would do, and changes nothing.
    ///
    /// # Errors
    /// If the bundle is refused or cannot be read.
    pub fn preview_import(&self, bundle: Received) -> Result<ImportPreview, Failure> {
        let (preview, lines) = self.work("import", |workspace, watch| {
            let mut import = import(workspace, &bundle, Mode::Preview, watch)?;
            let lines = import.lines.take();
            Ok((preview(workspace, bundle.path.clone(), &import)?, lines))
        })?;
        self.state().preview = lines.map(|lines| (bundle, lines));
        Ok(preview)
    }

    /// Imports a bundle, whatever is in it, or as it was shown without what is left out; after a copy of the workspace was
    /// made, unless the officer does without.
    ///
    /// # Errors
    /// If no copy can be made ([`Failure::NotBackedUp`]), the bundle is refused or cannot be read, or is not what was shown;
    /// nothing is changed then.
    pub fn apply_import(&self, apply: ApplyImport) -> Result<ImportReport, Failure> {
        let ApplyImport { bundle, as_shown, leave_out, without_backup } = apply;
        // Copy and import are one piece of work: whoever stops it, at whatever instant, stops the import.
        let watch = Arc::default();
        let _shown = self.show("backup", &watch);
        if !without_backup {
            self.back_up_before_import(&watch)?;
        }
        let shown = if as_shown { self.state().preview.take() } else { None };
        let done = self.work_under(&watch, "import", |workspace, watch| {
            let import = match &shown {
                _ if !as_shown => import(workspace, &bundle, Mode::Apply, watch)?,
                Some((of, lines)) if of.path == bundle.path => {
                    apply_as_shown(workspace, &bundle, lines, &leave_out, watch)?
                }
                Some(_) | None => return Err(Error::ChangedSinceShown.into()),
            };
            let (applied, report) = (import.has_news(), import.report.map(count));
            Ok(ImportReport { preview: preview(workspace, bundle.path.clone(), &import)?, applied, report })
        });
        if done.is_err() && as_shown {
            // What is shown stays so.
            self.state().preview = shown;
        }
        done
    }

    /// Forgets what was shown of an import.
    ///
    /// # Errors
    /// None.
    pub fn forget_import(&self, _: Nothing) -> Result<Nothing, Failure> {
        self.state().preview = None;
        Ok(Nothing {})
    }

    /// What came in, the newest first.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn imports(&self, page: PageOf) -> Result<ImportsPage, Failure> {
        self.read(|workspace, _| {
            let (arrivals, total) = workspace.imports(page.offset, page.limit.min(MAX_REPORTS))?;
            Ok(ImportsPage { imports: arrivals.iter().map(entry).collect(), total })
        })
    }

    /// The report of one import.
    ///
    /// # Errors
    /// If there is no such import.
    pub fn import_report(&self, import: ImportNumber) -> Result<ImportEntry, Failure> {
        self.read(|workspace, _| Ok(entry(&workspace.import_report(import.n.into())?)))
    }

    /// Puts back what an import brought. What has been changed since is left alone and named.
    ///
    /// # Errors
    /// If there is no such import, or it is taken back already.
    pub fn undo_import(&self, import: ImportNumber) -> Result<ImportUndone, Failure> {
        self.work("undo-import", |workspace, watch| {
            let (written, mut skipped) = workspace.undo_import(import.n.into(), watch)?;
            let left_alone = count(skipped.len() as u64);
            skipped.truncate(MAX_NAMED);
            Ok(ImportUndone { changed: taken_back(workspace, (written, skipped))?, left_alone })
        })
    }
}

fn import(
    workspace: &mut Workspace,
    bundle: &Received,
    mode: Mode<'_>,
    watch: &Watch,
) -> Result<Import, Failure> {
    let passphrase = bundle.passphrase.as_ref().map(Secret::to_passphrase);
    let path = FilePath::new(&bundle.path);
    let received = workspace::Received { path, passphrase: passphrase.as_ref() };
    Ok(workspace.import(received, mode, watch)?)
}

fn apply_as_shown(
    workspace: &mut Workspace,
    bundle: &Received,
    lines: &Lines,
    leave_out: &[LeaveOut],
    watch: &Watch,
) -> Result<Import, Failure> {
    let mut left_out = Vec::new();
    for left in leave_out {
        let record = convert::id(&left.record)?;
        // Only what is shown can be left out.
        let line = lines.find(record)?.ok_or_else(|| Failure::NoRecord(left.record.clone()))?;
        let field = left.field.as_deref().map(|name| convert::field_number(line.kind, name)).transpose()?;
        left_out.push(LeftOut { record, field });
    }
    import(workspace, bundle, Mode::AsShown(lines, &left_out), watch)
}

fn preview(workspace: &Workspace, path: String, import: &Import) -> Result<ImportPreview, Failure> {
    let opening = &import.opening;
    let recipients = opening.recipients.iter().map(|device| convert::device_name(workspace, *device));
    Ok(ImportPreview {
        path,
        sender: sender(workspace, import)?,
        made_at: convert::time(opening.made_at),
        recipients: recipients.collect::<Result<_, _>>()?,
        bytes: import.bytes,
        new_commits: count(import.new_commits),
        known_commits: count(import.known_commits),
        early_commits: count(import.early_commits),
        new: count(import.new),
        changed: count(import.changed),
        deleted: count(import.deleted),
        erased: count(import.erased),
        conflicts: count(import.conflicts),
        documents: count(import.documents),
        unfamiliar: count(import.unfamiliar),
        parted: import
            .parted
            .iter()
            .map(|(device, known)| parted(workspace, *device, *known))
            .collect::<Result<_, _>>()?,
        gaps: gaps(workspace, &import.gaps)?,
        let_go: gaps(workspace, &import.let_go)?,
    })
}

fn sender(workspace: &Workspace, import: &Import) -> Result<Sender, Failure> {
    let opening = &import.opening;
    Ok(Sender {
        device: opening.sender.to_string(),
        name: opening.device.clone(),
        officer: opening.officer.clone(),
        here: opening.sender == workspace.device(),
        known: import.sender_known,
        trusted: workspace.trust_in(opening.sender)?.map(|trust| convert::time(trust.since)),
    })
}

fn entry(arrival: &Arrival) -> ImportEntry {
    ImportEntry {
        n: count(arrival.n),
        at: convert::time(arrival.at),
        file: arrival.file.clone(),
        sender: arrival.sender.to_string(),
        officer: arrival.officer.clone(),
        laptop: arrival.laptop.clone(),
        made_at: convert::time(arrival.made_at),
        commits: count(arrival.commits),
        new: count(arrival.new),
        changed: count(arrival.changed),
        deleted: count(arrival.deleted),
        conflicts: count(arrival.conflicts),
        documents: count(arrival.documents),
        early_commits: count(arrival.early),
        left_out: arrival.left_out,
        undone: arrival.undone,
    }
}

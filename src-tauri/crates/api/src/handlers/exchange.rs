//! Bundles that arrive, and documents.

use std::path::Path as FilePath;

use entente_domain::workspace::{self, Import, Mode, RecordEffect};

use crate::convert::{self, Telling, count};
use crate::wire::{
    Gap, ImportPreview, ImportReport, Path, PreviewRecord, Received, RecordPath, Secret, Sender,
};
use crate::{Api, Failure};

impl Api {
    /// Says what importing a bundle would do, and changes nothing.
    ///
    /// # Errors
    /// If the bundle is refused or cannot be read.
    pub fn preview_import(&self, bundle: Received) -> Result<ImportPreview, Failure> {
        self.import(&bundle, Mode::Preview)
    }

    /// Imports a bundle.
    ///
    /// # Errors
    /// If the bundle is refused or cannot be read; nothing is changed then.
    pub fn apply_import(&self, bundle: Received) -> Result<ImportReport, Failure> {
        let preview = self.import(&bundle, Mode::Apply)?;
        let applied = preview.new_commits > 0 || preview.documents > 0;
        Ok(ImportReport { preview, applied })
    }

    /// Writes a document of the workspace to a file.
    ///
    /// # Errors
    /// If there is no such document, its content has not arrived, or the file cannot be written.
    pub fn save_document(&self, document: RecordPath) -> Result<Path, Failure> {
        self.read(|workspace, _| {
            workspace.save_document(convert::id(&document.id)?, FilePath::new(&document.path))?;
            Ok(Path { path: document.path })
        })
    }

    fn import(&self, bundle: &Received, mode: Mode) -> Result<ImportPreview, Failure> {
        let messages = self.messages(&self.state());
        let telling = Telling { messages, today: self.today() };
        self.work("import", |workspace, watch| {
            let passphrase = bundle.passphrase.as_ref().map(Secret::to_passphrase);
            let path = FilePath::new(&bundle.path);
            let received = workspace::Received { path, passphrase: passphrase.as_ref() };
            let import = workspace.import(received, mode, watch)?;
            let mut gaps = Vec::new();
            for gap in &import.gaps {
                let identity = workspace.identity_of(gap.device)?;
                let device = identity.map_or_else(|| gap.device.to_string(), |identity| identity.device);
                gaps.push(Gap { device, from: count(gap.from), to: count(gap.to) });
            }
            Ok(preview(&telling, bundle.path.clone(), &import, gaps))
        })
    }
}

fn preview(telling: &Telling<'_>, path: String, import: &Import, gaps: Vec<Gap>) -> ImportPreview {
    let opening = &import.opening;
    ImportPreview {
        path,
        sender: Sender {
            device: opening.sender.to_string(),
            name: opening.device.clone(),
            officer: opening.officer.clone(),
            known: import.sender_known,
        },
        made_at: convert::time(opening.made_at),
        new_commits: count(import.new_commits),
        known_commits: count(import.known_commits),
        new: count(import.new),
        changed: count(import.changed),
        deleted: count(import.deleted),
        erased: count(import.erased),
        conflicts: count(import.conflicts),
        documents: count(import.documents),
        unfamiliar: count(import.unfamiliar),
        gaps,
        records: import
            .records
            .iter()
            .map(|record| PreviewRecord {
                id: record.id.to_string(),
                kind: record.kind.name().into(),
                title: telling.title(record.kind, record.title.as_deref()),
                effect: effect_name(record.effect).into(),
            })
            .collect(),
    }
}

fn effect_name(effect: RecordEffect) -> &'static str {
    match effect {
        RecordEffect::New => "new",
        RecordEffect::Changed => "changed",
        RecordEffect::Deleted => "deleted",
        RecordEffect::Erased => "erased",
        RecordEffect::Conflict => "conflict",
    }
}

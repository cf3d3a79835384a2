//! Writing bundles.

use std::path::Path as FilePath;

use entente_domain::bundle::Passphrase;
use entente_domain::ids::DeviceId;
use entente_domain::workspace::{self, Splitting, Workspace};
use entente_messages::Messages;

use crate::convert::{self, count};
use crate::wire::{Bundling, ExportBundle, ExportPlan, ExportReport, Seal, Secret, Selection};
use crate::{Api, Failure, naming};

impl Api {
    /// Says what a bundle would carry, and how its file might be called.
    ///
    /// # Errors
    /// If a laptop is not known here.
    pub fn plan_export(&self, bundling: Bundling) -> Result<ExportPlan, Failure> {
        let messages = self.messages(&self.state());
        let today = self.today();
        self.write(|workspace| {
            let wanted = wanted(&bundling, messages)?;
            let plan = workspace.plan_export(&wanted)?;
            let whom = officers(workspace, &wanted.recipients)?;
            let from = workspace.identity()?.officer;
            Ok(ExportPlan {
                name: naming::bundle(messages, &from, &whom, today, plan.commits),
                commits: count(plan.commits),
                documents: count(plan.documents),
                document_bytes: plan.document_bytes,
                held_back: count(plan.held_back),
            })
        })
    }

    /// Writes a bundle.
    ///
    /// # Errors
    /// If a laptop is not known here, a passphrase is too short, or a file cannot be written.
    pub fn export_bundle(&self, export: ExportBundle) -> Result<ExportReport, Failure> {
        let path = match FilePath::new(&export.path) {
            folder if folder.is_dir() => folder.join(self.plan_export(export.bundling.clone())?.name),
            file => file.to_owned(),
        };
        let messages = self.messages(&self.state());
        self.work("export", |workspace, watch| {
            let wanted = wanted(&export.bundling, messages)?;
            let exported = workspace.export(&path, &wanted, watch)?;
            let files: Vec<_> = exported.files.iter().map(|file| text(file)).collect();
            let names = wanted.recipients.iter().map(|device| convert::device_name(workspace, *device));
            Ok(ExportReport {
                path: files[0].clone(),
                files,
                commits: count(exported.commits),
                documents: count(exported.documents),
                held_back: count(exported.held_back),
                bytes: exported.bytes,
                seal: seal(&export.bundling),
                recipients: names.collect::<Result<_, _>>()?,
            })
        })
    }
}

/// What is wanted, in the domain's words.
fn wanted(bundling: &Bundling, messages: &Messages) -> Result<workspace::Bundling, Failure> {
    let recipients =
        bundling.recipients.iter().map(|id| convert::device(id)).collect::<Result<Vec<_>, _>>()?;
    Ok(workspace::Bundling {
        scope: bundling.only.as_ref().map_or(Ok(workspace::Scope::Everything), selection)?,
        recipients,
        seal: match bundling.seal {
            Seal::Recipients => workspace::Seal::Recipients,
            Seal::Passphrase => workspace::Seal::Passphrase(
                bundling
                    .passphrase
                    .as_ref()
                    .map_or_else(|| Passphrase::new(String::new()), Secret::to_passphrase),
            ),
            Seal::Open => workspace::Seal::Open,
        },
        largest_document: bundling.largest_document,
        splitting: bundling.part_size.map(|limit| Splitting { limit, name: naming::part(messages) }),
    })
}

/// A part, in the domain's words.
fn selection(only: &Selection) -> Result<workspace::Scope, Failure> {
    let records = only.records.iter().map(|id| convert::id(id)).collect::<Result<_, _>>()?;
    Ok(workspace::Scope::Selection(workspace::Selection { countries: only.countries.clone(), records }))
}

/// Who can read it in the end.
fn seal(bundling: &Bundling) -> Seal {
    match bundling.seal {
        Seal::Recipients if bundling.recipients.is_empty() => Seal::Open,
        seal => seal,
    }
}

/// The names of the officers, or of their laptops where those are not known.
fn officers(workspace: &Workspace, devices: &[DeviceId]) -> Result<Vec<String>, Failure> {
    let name = |device: &DeviceId| {
        let identity = workspace.identity_of(*device)?.unwrap_or_default();
        let known = [identity.officer, identity.device, device.to_string()];
        Ok(known.into_iter().find(|name| !name.is_empty()).unwrap_or_default())
    };
    devices.iter().map(name).collect()
}

fn text(path: &FilePath) -> String {
    path.to_string_lossy().into_owned()
}

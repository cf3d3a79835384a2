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
        self.work("export-plan", |workspace, watch| {
            let wanted = wanted(workspace, &bundling, messages)?;
            let plan = workspace.plan_export(&wanted, watch)?;
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
            let wanted = wanted(workspace, &export.bundling, messages)?;
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

/// What is wanted, in the domain's words. What a laptop lacks is for that laptop.
fn wanted(
    workspace: &Workspace,
    bundling: &Bundling,
    messages: &Messages,
) -> Result<workspace::Bundling, Failure> {
    let lacking = bundling.lacking.as_deref().map(|id| told(workspace, id)).transpose()?;
    let recipients = bundling.recipients.iter().map(|id| convert::device(id));
    let recipients = lacking.into_iter().map(Ok).chain(recipients).collect::<Result<_, _>>()?;
    let scope = match (lacking, &bundling.only) {
        (Some(_), Some(_)) => return Err(Failure::LackingAndOnly),
        (Some(device), None) => workspace::Scope::Lacking(device),
        (None, Some(only)) => selection(only)?,
        (None, None) => workspace::Scope::Everything,
    };
    let splitting = bundling.part_size.map(|limit| Splitting { limit, name: naming::part(messages) });
    Ok(workspace::Bundling {
        scope,
        recipients,
        seal: sealed(bundling),
        largest_document: bundling.largest_document,
        splitting,
    })
}

/// A device that told what it has.
fn told(workspace: &Workspace, id: &str) -> Result<DeviceId, Failure> {
    let device = convert::device(id)?;
    match workspace.has_told(device)? {
        true => Ok(device),
        false => Err(Failure::Untold(id.into())),
    }
}

/// Who can read it, in the domain's words.
fn sealed(bundling: &Bundling) -> workspace::Seal {
    let passphrase = || bundling.passphrase.as_ref().map(Secret::to_passphrase);
    match bundling.seal {
        Seal::Recipients => workspace::Seal::Recipients,
        Seal::Passphrase => {
            workspace::Seal::Passphrase(passphrase().unwrap_or_else(|| Passphrase::new(String::new())))
        }
        Seal::Open => workspace::Seal::Open,
    }
}

/// A part, in the domain's words.
fn selection(only: &Selection) -> Result<workspace::Scope, Failure> {
    let records = only.records.iter().map(|id| convert::id(id)).collect::<Result<_, _>>()?;
    Ok(workspace::Scope::Selection(workspace::Selection { countries: only.countries.clone(), records }))
}

/// Who can read it in the end.
fn seal(bundling: &Bundling) -> Seal {
    match bundling.seal {
        Seal::Recipients if bundling.recipients.is_empty() && bundling.lacking.is_none() => Seal::Open,
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

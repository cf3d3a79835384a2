//! The shared folder: chosen, looked into, left.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path as FilePath, PathBuf};

use entente_domain::ids::DeviceId;
use entente_domain::log::fingerprint;
use entente_domain::workspace::{
    Error, FileSender, FolderFile, FolderState, PutFile, SharedFolder, Standing, Workspace,
};
use entente_messages::Messages;

use super::backups::now;
use crate::convert::{self, count};
use crate::wire::{
    DeviceRef, FolderChoice, FolderLook, FolderSender, FolderStatus, FolderTrouble, LookInFolder, Nothing,
    WaitingFile,
};
use crate::{Api, Failure};

impl Api {
    /// How things stand with the shared folder.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn folder(&self, _: Nothing) -> Result<FolderStatus, Failure> {
        self.wait_for_folder()?;
        let (looked_at, unwritten) = {
            let state = self.state();
            (state.folder_looked.map(convert::time), state.folder_trouble.clone())
        };
        self.read(|workspace, messages| {
            Ok(FolderStatus { looked_at, unwritten, ..status(workspace, messages)? })
        })
    }

    /// Chooses the shared folder, or how it is used.
    ///
    /// # Errors
    /// If it is not a folder.
    pub fn set_folder(&self, chosen: FolderChoice) -> Result<FolderStatus, Failure> {
        let folder = SharedFolder {
            path: PathBuf::from(chosen.path),
            applies: chosen.apply_trusted,
            open: chosen.open,
        };
        self.write(|workspace| Ok(workspace.set_folder(&folder)?))?;
        self.state().folder_trouble = None;
        self.folder(Nothing {})
    }

    /// Uses the shared folder no more. What stands in it stays.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn leave_folder(&self, _: Nothing) -> Result<FolderStatus, Failure> {
        self.write(|workspace| Ok(workspace.leave_folder()?))?;
        self.state().folder_trouble = None;
        self.folder(Nothing {})
    }

    /// Looks into the shared folder: takes in what has come and may be, and puts there what others lack. The officer's saves
    /// take turns with it, file by file. A folder that is not there is told with the status, and no failure.
    ///
    /// # Errors
    /// If no folder was chosen, the workspace cannot be written, or the officer stops it.
    pub fn look_in_folder(&self, look: LookInFolder) -> Result<FolderLook, Failure> {
        self.wait_for_folder()?;
        let found = match self.write(|workspace| Ok(workspace.new_in_folder(look.anew)?)) {
            Ok(found) => found,
            Err(Failure::Domain(Error::FolderPaused(_) | Error::FolderGone(_) | Error::FolderEmptied(_))) => {
                return self.looked(None);
            }
            Err(failure) => return Err(failure),
        };
        if !found.is_empty() {
            // What is applied unasked can be undone, since nothing that erases is: one copy an hour is enough.
            self.back_up_if_due();
        }
        let (mut arrived, mut imports) = (false, Vec::new());
        for file in found {
            let picked = self.work("folder", |workspace, watch| Ok(workspace.pick_up(&file, watch)?))?;
            arrived |= picked.arrived;
            imports.extend(picked.report.map(count));
        }
        let put = self.work("folder", |workspace, watch| Ok(workspace.put_in_folder(watch)?));
        let (put, trouble) = match put {
            Ok(put) => (put, None),
            Err(failure @ Failure::Domain(Error::File { .. } | Error::NotAFile(_))) => {
                (None, Some(self.tell(&failure).message))
            }
            Err(failure) => return Err(failure),
        };
        self.state().folder_trouble = trouble;
        Ok(FolderLook { arrived, imports, ..self.looked(put)? })
    }

    /// Takes in a laptop's introduction, so that files are sealed for it too.
    ///
    /// # Errors
    /// If no introduction of it waits, or it cannot be read any more.
    pub fn meet_in_folder(&self, device: DeviceRef) -> Result<FolderStatus, Failure> {
        let device = convert::device(&device.device)?;
        self.write(|workspace| Ok(workspace.meet(device)?))?;
        self.folder(Nothing {})
    }

    /// A share that has stopped answering keeps whoever asks waiting. It is asked first without holding the workspace, so
    /// that nobody else waits.
    fn wait_for_folder(&self) -> Result<(), Failure> {
        if let Some(folder) = self.read(|workspace, _| Ok(workspace.folder()?))? {
            // Whether it is there is asked again, and told, by whoever holds the workspace.
            let _ = fs::read_dir(folder.path).map(|mut entries| entries.next());
        }
        Ok(())
    }

    fn looked(&self, put: Option<PutFile>) -> Result<FolderLook, Failure> {
        self.state().folder_looked = Some(now());
        let status = self.folder(Nothing {})?;
        Ok(FolderLook { status, arrived: false, imports: Vec::new(), put: put.map(|put| put.name) })
    }
}

fn status(workspace: &Workspace, messages: &Messages) -> Result<FolderStatus, Failure> {
    let folder = workspace.folder()?;
    let files = workspace.folder_files()?;
    let (own_files, own_bytes, written_at) = workspace.put_files()?;
    let audience = workspace.folder_audience()?;
    let waiting = match &folder {
        Some(folder) => waiting(workspace, &audience, &folder.path, &files)?,
        None => Vec::new(),
    };
    Ok(FolderStatus {
        state: state(workspace.folder_state()?).into(),
        looked_at: None,
        written_at: written_at.map(convert::time),
        own_files: count(own_files),
        own_bytes,
        readers: count(audience.len() as u64),
        sealed_for: audience
            .iter()
            .map(|device| convert::whose_device(workspace, *device))
            .collect::<Result<_, _>>()?,
        read: count(files.iter().filter(|file| file.standing == Standing::Read).count() as u64),
        waiting,
        troubles: files
            .iter()
            .filter(|file| file.standing.is_trouble())
            .map(|file| trouble(file, messages))
            .collect(),
        unwritten: None,
        folder: folder.map(|folder| FolderChoice {
            path: folder.path.to_string_lossy().into_owned(),
            apply_trusted: folder.applies,
            open: folder.open,
        }),
    })
}

fn state(state: FolderState) -> &'static str {
    match state {
        FolderState::There => "there",
        FolderState::Paused => "paused",
        FolderState::Gone => "gone",
        FolderState::Emptied => "emptied",
    }
}

/// What waits, by who made it.
fn waiting(
    workspace: &Workspace,
    audience: &BTreeSet<DeviceId>,
    folder: &FilePath,
    files: &[FolderFile],
) -> Result<Vec<FolderSender>, Failure> {
    let mut senders: BTreeMap<DeviceId, FolderSender> = BTreeMap::new();
    let mut waiting: Vec<_> = files.iter().filter_map(|file| Some((file, file.sender.as_ref()?))).collect();
    waiting.retain(|(file, _)| file.standing.waits());
    waiting.sort_by_key(|(file, sender)| (sender.made_at, &file.name));
    for (file, sender) in waiting {
        let whose = match senders.entry(sender.device) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(whose(workspace, audience, sender)?),
        };
        match file.standing {
            Standing::Introduces => whose.introduces = true,
            _ => whose.files.push(WaitingFile {
                path: folder.join(&file.name).to_string_lossy().into_owned(),
                made_at: convert::time(sender.made_at),
                commits: count(sender.commits),
                erases: file.standing == Standing::Erases,
            }),
        }
    }
    Ok(senders.into_values().collect())
}

fn whose(
    workspace: &Workspace,
    audience: &BTreeSet<DeviceId>,
    sender: &FileSender,
) -> Result<FolderSender, Failure> {
    Ok(FolderSender {
        device: sender.device.to_string(),
        name: sender.laptop.clone(),
        officer: sender.officer.clone(),
        known: audience.contains(&sender.device),
        trusted: workspace.trust_in(sender.device)?.map(|trust| convert::time(trust.since)),
        introduces: false,
        words: fingerprint::words(sender.device).into_iter().map(Into::into).collect(),
        files: Vec::new(),
    })
}

fn trouble(file: &FolderFile, messages: &Messages) -> FolderTrouble {
    let why = file.standing.name();
    FolderTrouble {
        name: file.name.clone(),
        why: why.into(),
        message: messages.text(&format!("folder-trouble-{why}")),
    }
}

//! `folder`: the shared folder.

use entente_api::ErrorKind;
use entente_api::wire::{
    DeviceRef, FolderChoice, FolderLook, FolderSender, FolderStatus, LookInFolder, Nothing,
};
use entente_messages::Args;

use super::history::time;
use crate::arguments::{FolderCommand, FolderSet};
use crate::failure::Failure;
use crate::progress;
use crate::session::{Answer, Session, absolute};
use crate::text::{indented, one_line};

/// Carries out what is asked of the shared folder.
pub(crate) fn folder(session: &Session, command: FolderCommand) -> Result<Answer, Failure> {
    match command {
        FolderCommand::Set(wanted) => set(session, &wanted),
        FolderCommand::Look => look(session),
        FolderCommand::Status => answered(session, session.api.folder(Nothing {})),
        FolderCommand::Meet(whom) => meet(session, &whom.which),
        FolderCommand::Clear => answered(session, session.api.leave_folder(Nothing {})),
    }
}

fn set(session: &Session, wanted: &FolderSet) -> Result<Answer, Failure> {
    let chosen = FolderChoice {
        path: absolute(&wanted.shared),
        apply_trusted: wanted.apply_trusted,
        open: wanted.open,
    };
    answered(session, session.api.set_folder(chosen))
}

/// Looks into the folder. What could not be read before is tried again, since somebody asks.
fn look(session: &Session) -> Result<Answer, Failure> {
    let look = || session.api.look_in_folder(LookInFolder { anew: true });
    let looked = session.told(progress::shown(session, look))?;
    let there = looked.status.folder.as_ref().map(|folder| folder.path.clone()).unwrap_or_default();
    if looked.status.state != "there" {
        let key = format!("error-folder-{}", looked.status.state);
        let args = || Args::new().with("path", there.clone());
        let hint = session.messages.format_attribute(&key, "hint", &args());
        return Err(Failure::refused(ErrorKind::File, session.say(&key, args()), hint));
    }
    if let Some(message) = &looked.status.unwritten {
        let hint = session.text("cli-folder-unwritten-hint");
        return Err(Failure::refused(ErrorKind::File, message.clone(), hint));
    }
    Ok(session.answer(&looked, || looked_text(session, &looked)))
}

fn meet(session: &Session, which: &str) -> Result<Answer, Failure> {
    let status = session.told(session.api.folder(Nothing {}))?;
    let id = which.to_ascii_lowercase();
    let is_meant = |sender: &&FolderSender| {
        sender.introduces && (sender.device.starts_with(&id) || sender.name == which)
    };
    let mut meant = status.waiting.iter().filter(is_meant);
    let device = match (meant.next(), meant.next()) {
        (Some(one), None) => one.device.clone(),
        _ => {
            let message = session.say("cli-nobody-to-meet", Args::new().with("word", one_line(which)));
            let hint = session.text("cli-nobody-to-meet-hint");
            return Err(Failure::refused(ErrorKind::NotFound, message, hint));
        }
    };
    answered(session, session.api.meet_in_folder(DeviceRef { device }))
}

fn answered(
    session: &Session,
    status: Result<FolderStatus, entente_api::Failure>,
) -> Result<Answer, Failure> {
    let status = session.told(status)?;
    Ok(session.answer(&status, || status_text(session, &status)))
}

fn looked_text(session: &Session, looked: &FolderLook) -> String {
    let imported = session.say("cli-folder-imported", Args::new().with("count", looked.imports.len()));
    let put = match &looked.put {
        Some(name) => session.say("cli-folder-put", Args::new().with("name", one_line(name))),
        None => session.text("cli-folder-nothing-put"),
    };
    format!("{imported}\n{put}\n{}", status_text(session, &looked.status))
}

fn status_text(session: &Session, status: &FolderStatus) -> String {
    let Some(folder) = &status.folder else { return session.text("cli-folder-none") };
    let path = || Args::new().with("path", one_line(&folder.path));
    let rule = if folder.apply_trusted { "cli-folder-applies" } else { "cli-folder-waits" };
    let seal = if folder.open { "cli-folder-open" } else { "cli-folder-sealed" };
    let mut lines = vec![
        session.say("cli-folder-path", path()),
        session.text(rule),
        session.say(seal, Args::new().with("count", status.readers)),
    ];
    if !folder.open {
        lines.extend(status.sealed_for.iter().map(|reader| indented(&one_line(reader), 2)));
    }
    if status.state != "there" {
        lines.push(session.say(&format!("error-folder-{}", status.state), path()));
    }
    let own = Args::new().with("count", status.own_files).with("bytes", status.own_bytes.to_string());
    lines.push(match &status.written_at {
        Some(at) => session.say("cli-folder-own", own.with("at", time(at))),
        None => session.text("cli-folder-nothing-yet"),
    });
    lines.extend(status.waiting.iter().map(|sender| sender_text(session, sender)));
    lines.extend(status.troubles.iter().map(|trouble| {
        session.say(
            "cli-folder-trouble",
            Args::new().with("name", one_line(&trouble.name)).with("message", trouble.message.clone()),
        )
    }));
    lines.join("\n")
}

fn sender_text(session: &Session, sender: &FolderSender) -> String {
    let names = || {
        Args::new()
            .with("name", one_line(&sender.name))
            .with("officer", one_line(&sender.officer))
            .with("count", sender.files.len())
    };
    let mut lines = Vec::new();
    if sender.introduces {
        lines.push(session.say("cli-folder-introduces", names()));
        lines.push(indented(&sender.words.join(" "), 2));
        lines.push(indented(&sender.device, 2));
    }
    if !sender.files.is_empty() {
        lines.push(session.say("cli-folder-waiting", names()));
        lines.extend(sender.files.iter().map(|file| indented(&one_line(&file.path), 2)));
        if sender.files.iter().any(|file| file.erases) {
            lines.push(session.text("cli-folder-erases"));
        }
    }
    lines.join("\n")
}

//! How far long work has come, on standard error, where somebody is there to see it.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use entente_messages::Args;

use crate::session::Session;

/// Work shorter than this shows nothing.
const PAUSE: Duration = Duration::from_millis(300);

/// Does long work of the api, and shows how far it has come.
pub(crate) fn shown<T>(session: &Session, work: impl FnOnce() -> T) -> T {
    if session.json || !stderr().is_terminal() {
        return work();
    }
    let (done, is_done) = channel();
    thread::scope(|scope| {
        scope.spawn(move || watch(session, &is_done));
        let result = work();
        // The watch ends when this end of the channel does, whatever became of the work.
        drop(done);
        result
    })
}

fn watch(session: &Session, is_done: &Receiver<()>) {
    let mut has_shown = false;
    while matches!(is_done.recv_timeout(PAUSE), Err(std::sync::mpsc::RecvTimeoutError::Timeout)) {
        if let Some(line) = line(session) {
            // Back to the line's beginning, then clear it (ECMA-48 EL).
            eprint!("\r\u{1b}[K{line}");
            has_shown = true;
        }
    }
    if has_shown {
        eprint!("\r\u{1b}[K");
    }
}

fn line(session: &Session) -> Option<String> {
    let progress = session.api.progress(entente_api::wire::Nothing {}).ok()??;
    let step = session.text(&format!("cli-step-{}", progress.step));
    let percent = (progress.done * 100).checked_div(progress.total)?;
    Some(session.say("cli-progress", Args::new().with("step", step).with("percent", percent)))
}

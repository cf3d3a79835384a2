//! Questions that an officer answers before something is done.

use std::io::{IsTerminal, stderr, stdin};

use entente_api::ErrorKind;

use crate::failure::Failure;
use crate::session::Session;

/// Shows what would be done and asks. Where nobody can answer, nothing is done. The sentences are `KEY-question`,
/// `KEY-cannot-ask` with its hint, and `KEY-refused`.
pub(crate) fn ask(session: &Session, what: &str, key: &str) -> Result<(), Failure> {
    if session.json || !stdin().is_terminal() || !stderr().is_terminal() {
        let message = session.text(&format!("{key}-cannot-ask"));
        let hint = session.text(&format!("{key}-cannot-ask-hint"));
        return Err(Failure::refused(ErrorKind::Refused, message, hint));
    }
    eprintln!("{what}\n");
    eprint!("{} ", session.text(&format!("{key}-question")));
    let mut answer = String::new();
    let is_read = stdin().read_line(&mut answer).is_ok();
    if is_read && ["y", "yes", "是"].contains(&answer.trim().to_lowercase().as_str()) {
        return Ok(());
    }
    Err(Failure::refused(ErrorKind::Cancelled, session.text(&format!("{key}-refused")), String::new()))
}

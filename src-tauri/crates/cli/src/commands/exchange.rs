//! `print`.

use entente_api::wire::PrintAgreement;
use entente_messages::Args;

use crate::arguments::{Print, Printable};
use crate::failure::Failure;
use crate::session::{Answer, Session, absolute};

/// Prints a record into a PDF.
pub(crate) fn print(session: &Session, print: Print) -> Result<Answer, Failure> {
    let Printable::Agreement = print.what;
    let language = print.lang.unwrap_or(session.messages.language()).tag().to_owned();
    let wanted = PrintAgreement { id: print.id, language, path: absolute(&print.out) };
    let printed = session.told(session.api.print_agreement(wanted))?;
    Ok(session.answer(&printed, || {
        let args = Args::new().with("path", printed.path.clone()).with("pages", printed.pages);
        let mut lines = vec![session.say("cli-printed", args)];
        if !printed.missing.is_empty() {
            let characters = printed.missing.join(" ");
            lines.push(session.say("cli-printed-missing", Args::new().with("characters", characters)));
        }
        lines.join("\n")
    }))
}

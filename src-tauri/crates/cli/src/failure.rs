//! What went wrong, as it is said on standard error and as an exit code.

use entente_api::{ErrorKind, WireError};
use entente_messages::{Args, Messages};
use serde_json::json;

use crate::text::safe;

/// Why a command was not carried out.
pub(crate) enum Failure {
    /// The command line itself is not understood.
    Usage {
        /// What is wrong with it.
        message: String,
        /// Where to look.
        hint: String,
    },
    /// The api, or the command before it asked the api, says no.
    Refused(WireError),
}

impl Failure {
    /// A refusal of this program's own, in the words of two messages.
    pub(crate) fn refused(kind: ErrorKind, message: String, hint: String) -> Self {
        Self::Refused(WireError { kind, message, hint, fields: vec![] })
    }

    /// The exit code; the table stands in `docs/command-line.md`.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Usage { .. } => 2,
            Self::Refused(error) => match error.kind {
                ErrorKind::Refused => 1,
                ErrorKind::NoWorkspace => 2,
                ErrorKind::Invalid => 3,
                ErrorKind::NotFound => 4,
                ErrorKind::Damaged => crate::DAMAGED,
                ErrorKind::Locked => 6,
                ErrorKind::File | ErrorKind::NotBackedUp => 7,
                ErrorKind::Cancelled => 8,
                ErrorKind::Passphrase => 9,
                ErrorKind::Defect => 70,
            },
        }
    }

    /// What is said on standard error: for scripts as JSON, for people in sentences.
    pub(crate) fn told(&self, json: bool, messages: &Messages) -> String {
        match self {
            Self::Usage { message, hint } if json => {
                json!({ "kind": "usage", "message": message, "hint": hint, "fields": [] }).to_string()
            }
            Self::Usage { message, hint } => sentences(message, [], hint, messages),
            Self::Refused(error) if json => {
                serde_json::to_string(error).expect("BUG: wire types are always JSON")
            }
            Self::Refused(error) => {
                let fields = error.fields.iter().map(|field| format!("{}: {}", field.field, field.message));
                sentences(&error.message, fields, &error.hint, messages)
            }
        }
    }
}

fn sentences(
    message: &str,
    fields: impl IntoIterator<Item = String>,
    hint: &str,
    messages: &Messages,
) -> String {
    let mut lines = vec![messages.format("cli-error", &Args::new().with("message", safe(message)))];
    lines.extend(fields.into_iter().map(|field| format!("  {}", safe(&field))));
    if !hint.is_empty() {
        lines.push(messages.format("cli-hint", &Args::new().with("hint", safe(hint))));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_manual() {
        let manual = include_str!("../../../docs/command-line.md");
        let rows = manual.lines().filter_map(|line| {
            let mut cells = line.strip_prefix("| ")?.split(" | ");
            Some((cells.next()?.trim().parse::<u8>().ok()?, cells.next()?))
        });
        let mut kinds = 0;
        for (code, told) in rows {
            for kind in told.split('`').skip(1).step_by(2).filter(|kind| *kind != "usage") {
                let kind: ErrorKind = serde_json::from_value(json!(kind)).expect(kind);
                let failure = Failure::refused(kind, String::new(), String::new());
                assert_eq!(failure.exit_code(), code, "{kind:?}");
                kinds += 1;
            }
        }
        assert_eq!(kinds, 11, "every kind has a code in the manual");
    }
}

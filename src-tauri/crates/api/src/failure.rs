//! What can go wrong with a command, and how it is told to an officer.
//!
//! Each type of error has two tables: `word` says of which kind it is and by which message it is told, `args` what is
//! filled in there.

mod bundle;
mod domain;
mod fields;
mod system;
mod untrusted;

use std::path::PathBuf;

use entente_domain::ids::DeviceId;
use entente_domain::kinds::Kind;
use entente_domain::rules::Problem;
use entente_domain::workspace::Error;
use entente_messages::{Args, Messages};
use entente_print::PrintError;

use crate::error::{ErrorKind, WireError};
use crate::handlers::filters;

pub use system::system_words;

/// What can go wrong with a command.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The request is not in the command table, or its arguments are not of its types.
    #[error("the request cannot be read: {0}")]
    Request(#[from] serde_json::Error),
    /// A handler panicked.
    #[error("{0}")]
    Defect(String),
    /// No workspace is open.
    #[error("no workspace is open")]
    NoWorkspace,
    /// The domain refuses.
    #[error(transparent)]
    Domain(#[from] Error),
    /// There is no record of this id; the text may not even be an id.
    #[error("there is no record {0}")]
    NoRecord(String),
    /// There is no device of this id; the text may not even be an id.
    #[error("there is no device {0}")]
    NoDevice(String),
    /// No bundle of this device was imported, so that nothing is known of what it lacks.
    #[error("device {0} has not told what it has")]
    Untold(String),
    /// A bundle cannot be a part, and what somebody lacks, at once.
    #[error("a part, and what a device lacks, are two bundles")]
    LackingAndOnly,
    /// There is no such way of comparing fingerprints.
    #[error("fingerprints are not compared “{0}”")]
    UnknownComparison(String),
    /// There is no kind of this name.
    #[error("there is no kind “{0}”")]
    UnknownKind(String),
    /// The kind has no field of this name, or not one that can be used so.
    #[error("{kind} has no field “{name}” that can be used here")]
    UnknownField {
        /// The kind.
        kind: Kind,
        /// The name given.
        name: String,
    },
    /// Lists of the kind are not filtered by this, or not so.
    #[error("lists of {kind} are not filtered by “{name}” so")]
    UnknownFilter {
        /// The kind.
        kind: Kind,
        /// The name given.
        name: String,
    },
    /// No record could have this value.
    #[error("“{name}” is never “{value}”: {problem}")]
    FilterValue {
        /// What is filtered by.
        name: String,
        /// The value given.
        value: String,
        /// Why not.
        problem: Problem,
    },
    /// A stretch of time is not bounded by a date without its year.
    #[error("“{0}” has no year")]
    FilterWithoutYear(String),
    /// There is no such thing that an import does to a record.
    #[error("“{0}” is nothing that an import does to a record")]
    UnknownEffect(String),
    /// A draft refers to a draft that is not in the save.
    #[error("draft {draft}: {field} refers to a draft that is not in the save")]
    UnknownDraft {
        /// The draft's place.
        draft: usize,
        /// The name of the field that refers to it.
        field: String,
    },
    /// The settings of this laptop cannot be saved.
    #[error("{path} cannot be written: {source}")]
    Preferences {
        /// Where they are kept.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The sample was asked for in a workspace with records.
    #[error("the workspace holds records already")]
    NotEmpty,
    /// No copy of the workspace could be made before an import, which therefore was not done.
    #[error("no backup could be made: {0}")]
    NotBackedUp(Box<Failure>),
    /// The page's language is not one of the program's.
    #[error("“{0}” is not a language that can be printed in")]
    UnknownLanguage(String),
    /// The page could not be made.
    #[error(transparent)]
    Print(#[from] PrintError),
}

/// Names a device for an error's sentence.
pub(crate) type NameDevice<'a> = &'a dyn Fn(DeviceId) -> String;

/// Of which kind an error is, and the key of the message that tells it.
type Word = (ErrorKind, &'static str);

impl Failure {
    /// The failure in the officer's language.
    pub(crate) fn tell(&self, messages: &Messages, name_device: NameDevice<'_>) -> WireError {
        let ((kind, key), args) = (self.word(), self.args(messages, name_device));
        WireError {
            kind,
            message: messages.format(key, &args),
            hint: messages.format_attribute(key, "hint", &args),
            fields: fields::of(self, messages),
        }
    }

    fn word(&self) -> Word {
        match self {
            Self::Request(_) => (ErrorKind::Defect, "error-request"),
            Self::Defect(_) => (ErrorKind::Defect, "error-defect"),
            Self::NoWorkspace => (ErrorKind::NoWorkspace, "error-no-workspace"),
            Self::Domain(error) => domain::word(error),
            Self::NoRecord(_) => (ErrorKind::NotFound, "error-not-found"),
            Self::NoDevice(_) => (ErrorKind::NotFound, "error-no-device"),
            Self::Untold(_) => (ErrorKind::NotFound, "error-untold"),
            Self::LackingAndOnly => (ErrorKind::Refused, "error-lacking-and-only"),
            Self::UnknownComparison(_) => (ErrorKind::Refused, "error-unknown-comparison"),
            Self::UnknownKind(_) => (ErrorKind::Refused, "error-unknown-kind"),
            Self::UnknownField { .. } => (ErrorKind::Refused, "error-unknown-field"),
            Self::UnknownFilter { .. } => (ErrorKind::Refused, "error-unknown-filter"),
            Self::FilterValue { .. } => (ErrorKind::Refused, "error-filter-value"),
            Self::FilterWithoutYear(_) => (ErrorKind::Refused, "error-filter-year"),
            Self::UnknownEffect(_) => (ErrorKind::Refused, "error-unknown-effect"),
            Self::UnknownDraft { .. } => (ErrorKind::Invalid, "error-invalid"),
            Self::Preferences { .. } => (ErrorKind::File, "error-preferences"),
            Self::NotBackedUp(_) => (ErrorKind::NotBackedUp, "error-not-backed-up"),
            Self::NotEmpty => (ErrorKind::Refused, "error-not-empty"),
            Self::UnknownLanguage(_) => (ErrorKind::Refused, "error-unknown-language"),
            Self::Print(_) => (ErrorKind::Defect, "error-not-printed"),
        }
    }

    fn args<'a>(&'a self, messages: &Messages, name_device: NameDevice<'_>) -> Args<'a> {
        let args = Args::new();
        match self {
            Self::Domain(error) => domain::args(error, messages, name_device),
            Self::Request(error) => args.with("detail", error.to_string()),
            Self::Defect(detail) => args.with("detail", detail.as_str()),
            Self::NoRecord(id) | Self::NoDevice(id) | Self::Untold(id) => args.with("id", id.as_str()),
            Self::UnknownComparison(name) | Self::UnknownEffect(name) => args.with("name", name.as_str()),
            Self::UnknownKind(name) => {
                args.with("name", name.as_str()).with("kinds", Kind::ALL.map(Kind::name).join(", "))
            }
            Self::UnknownField { kind, name } => {
                let fields = kind.fields().iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
                let label = messages.text(&format!("kind-{kind}"));
                args.with("kind", label).with("name", name.as_str()).with("fields", fields)
            }
            Self::UnknownFilter { kind, name } => {
                let label = messages.text(&format!("kind-{kind}"));
                args.with("kind", label)
                    .with("name", name.as_str())
                    .with("filters", filters::names(*kind).join(", "))
            }
            Self::FilterValue { name, value, problem } => args
                .with("name", name.as_str())
                .with("value", value.as_str())
                .with("why", fields::told(problem, messages)),
            Self::FilterWithoutYear(value) => args.with("value", value.as_str()),
            Self::UnknownDraft { .. } => args.with("count", 1),
            Self::Preferences { path, source } => {
                args.with("path", path.display().to_string()).with("detail", system_words(source, messages))
            }
            Self::NotBackedUp(why) => args.with("detail", why.tell(messages, name_device).message),
            Self::UnknownLanguage(tag) => args.with("tag", tag.as_str()),
            Self::Print(error) => args.with("detail", error.to_string()),
            Self::NoWorkspace | Self::LackingAndOnly | Self::NotEmpty => args,
        }
    }
}

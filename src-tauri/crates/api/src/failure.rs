//! What can go wrong with a command, and how it is told to an officer.

mod sealed;

use std::path::PathBuf;

use entente_domain::bundle::BundleError;
use entente_domain::ids::DeviceId;
use entente_domain::kinds::Kind;
use entente_domain::rules::Problem;
use entente_domain::store::{Untrusted, UntrustedReason};
use entente_domain::workspace::{DraftProblem, Error};
use entente_messages::{Args, Messages};
use entente_print::PrintError;

use crate::error::{ErrorKind, FieldError, WireError};

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
    /// The page's language is not one of the program's.
    #[error("“{0}” is not a language that can be printed in")]
    UnknownLanguage(String),
    /// The page could not be made.
    #[error(transparent)]
    Print(#[from] PrintError),
}

/// Names a device for an error's sentence.
pub(crate) type NameDevice<'a> = &'a dyn Fn(DeviceId) -> String;

impl Failure {
    /// The failure in the officer's language.
    pub(crate) fn tell(&self, messages: &Messages, name_device: NameDevice<'_>) -> WireError {
        let (kind, key, args) = self.sentence(messages, name_device);
        WireError {
            kind,
            message: messages.format(key, &args),
            hint: messages.format_attribute(key, "hint", &args),
            fields: self.fields(messages),
        }
    }

    fn sentence<'a>(
        &'a self,
        messages: &Messages,
        name_device: NameDevice<'_>,
    ) -> (ErrorKind, &'static str, Args<'a>) {
        let args = Args::new();
        match self {
            Self::Request(error) => {
                (ErrorKind::Defect, "error-request", args.with("detail", error.to_string()))
            }
            Self::Defect(detail) => (ErrorKind::Defect, "error-defect", args.with("detail", detail.as_str())),
            Self::NoWorkspace => (ErrorKind::NoWorkspace, "error-no-workspace", args),
            Self::NoRecord(id) => (ErrorKind::NotFound, "error-not-found", args.with("id", id.as_str())),
            Self::NoDevice(id) => (ErrorKind::NotFound, "error-no-device", args.with("id", id.as_str())),
            Self::Untold(id) => (ErrorKind::NotFound, "error-untold", args.with("id", id.as_str())),
            Self::LackingAndOnly => (ErrorKind::Refused, "error-lacking-and-only", args),
            Self::UnknownComparison(name) => {
                (ErrorKind::Refused, "error-unknown-comparison", args.with("name", name.as_str()))
            }
            Self::UnknownKind(name) => {
                let kinds = Kind::ALL.map(Kind::name).join(", ");
                (
                    ErrorKind::Refused,
                    "error-unknown-kind",
                    args.with("name", name.as_str()).with("kinds", kinds),
                )
            }
            Self::UnknownField { kind, name } => {
                let fields = kind.fields().iter().map(|field| field.name).collect::<Vec<_>>().join(", ");
                let label = messages.text(&format!("kind-{kind}"));
                let args = args.with("kind", label).with("name", name.as_str()).with("fields", fields);
                (ErrorKind::Refused, "error-unknown-field", args)
            }
            Self::UnknownEffect(name) => {
                (ErrorKind::Refused, "error-unknown-effect", args.with("name", name.as_str()))
            }
            Self::UnknownDraft { .. } => (ErrorKind::Invalid, "error-invalid", args.with("count", 1)),
            Self::Preferences { path, source } => {
                let args = args.with("path", path.display().to_string()).with("detail", source.to_string());
                (ErrorKind::File, "error-preferences", args)
            }
            Self::NotEmpty => (ErrorKind::Refused, "error-not-empty", args),
            Self::UnknownLanguage(tag) => {
                (ErrorKind::Refused, "error-unknown-language", args.with("tag", tag.as_str()))
            }
            Self::Print(error) => {
                (ErrorKind::Defect, "error-not-printed", args.with("detail", error.to_string()))
            }
            Self::Domain(error) => domain_sentence(error, messages, name_device),
        }
    }

    fn fields(&self, messages: &Messages) -> Vec<FieldError> {
        match self {
            Self::Domain(Error::Invalid(problems)) => {
                problems.iter().map(|problem| field_error(problem, messages)).collect()
            }
            Self::UnknownDraft { draft, field } => {
                let message = messages.text("problem-not-a-record");
                vec![FieldError { record: u32::try_from(*draft).ok(), field: field.clone(), message }]
            }
            _ => Vec::new(),
        }
    }
}

fn domain_sentence<'a>(
    error: &'a Error,
    messages: &Messages,
    name_device: NameDevice<'_>,
) -> (ErrorKind, &'static str, Args<'a>) {
    let args = Args::new();
    match error {
        Error::Invalid(problems) => (ErrorKind::Invalid, "error-invalid", args.with("count", problems.len())),
        Error::NotFound(id) => (ErrorKind::NotFound, "error-not-found", args.with("id", id.to_string())),
        Error::Untrusted(untrusted) => untrusted_sentence(untrusted),
        Error::Exists(path) => {
            (ErrorKind::File, "error-exists", args.with("path", path.display().to_string()))
        }
        Error::OverWorkspace(path) => {
            (ErrorKind::File, "error-over-workspace", args.with("path", path.display().to_string()))
        }
        Error::NotAFile(path) => {
            (ErrorKind::File, "error-not-a-file", args.with("path", path.display().to_string()))
        }
        Error::Bundle(error) => bundle_sentence(error, messages, name_device),
        Error::Store(_) if error.is_disk_full() => (ErrorKind::File, "error-disk-full", args),
        Error::Store(error) => (ErrorKind::File, "error-store", args.with("detail", error.to_string())),
        Error::File { path, doing, source } => {
            let key = if *doing == "read" { "error-file-read" } else { "error-file-written" };
            let args = args.with("path", path.display().to_string()).with("detail", source.to_string());
            (ErrorKind::File, key, args)
        }
        Error::TooLarge { bytes, limit } => {
            (ErrorKind::Refused, "error-too-large", args.with("bytes", *bytes).with("limit", *limit))
        }
        Error::ShortPassphrase { shortest } => {
            (ErrorKind::Refused, "error-short-passphrase", args.with("shortest", *shortest))
        }
        Error::UnknownDevice(device) => {
            (ErrorKind::NotFound, "error-no-device", args.with("id", device.to_string()))
        }
        Error::ErasureLeftOut(_) => (ErrorKind::Refused, "error-erasure-left-out", args),
        Error::NothingToUndo => (ErrorKind::Refused, "error-nothing-to-undo", args),
        Error::Erased => (ErrorKind::Refused, "error-erased", args),
        Error::NothingToRedo => (ErrorKind::Refused, "error-nothing-to-redo", args),
        Error::NoImport(n) => (ErrorKind::Refused, "error-no-import", args.with("number", n.to_string())),
        Error::ChangedSinceShown => (ErrorKind::Refused, "error-changed-since-shown", args),
        Error::NoFolder => (ErrorKind::Refused, "error-no-folder", args),
        Error::FolderGone(path) => {
            (ErrorKind::File, "error-folder-gone", args.with("path", path.display().to_string()))
        }
        Error::FolderEmptied(path) => {
            (ErrorKind::File, "error-folder-emptied", args.with("path", path.display().to_string()))
        }
        Error::Cancelled => (ErrorKind::Cancelled, "error-cancelled", args),
    }
}

fn untrusted_sentence(untrusted: &Untrusted) -> (ErrorKind, &'static str, Args<'_>) {
    let args = Args::new().with("path", untrusted.path.display().to_string());
    match &untrusted.reason {
        UntrustedReason::Missing => (ErrorKind::File, "error-workspace-missing", args),
        UntrustedReason::Empty => (ErrorKind::Damaged, "error-workspace-empty", args),
        UntrustedReason::CutOff { found, expected } => {
            // As texts: a count of bytes is compared with another one, and must not be rounded or grouped.
            let args = args.with("found", found.to_string()).with("expected", expected.to_string());
            (ErrorKind::Damaged, "error-workspace-cut-off", args)
        }
        UntrustedReason::Foreign => (ErrorKind::Damaged, "error-workspace-foreign", args),
        UntrustedReason::Newer { .. } => (ErrorKind::Damaged, "error-workspace-newer", args),
        UntrustedReason::Damaged(detail) => {
            (ErrorKind::Damaged, "error-workspace-damaged", args.with("detail", detail.as_str()))
        }
        UntrustedReason::Locked => (ErrorKind::Locked, "error-workspace-locked", args),
        UntrustedReason::ReadOnly => (ErrorKind::File, "error-workspace-read-only", args),
        UntrustedReason::Unreadable(error) => {
            (ErrorKind::File, "error-workspace-unreadable", args.with("detail", error.to_string()))
        }
    }
}

fn bundle_sentence<'a>(
    error: &'a BundleError,
    messages: &Messages,
    name_device: NameDevice<'_>,
) -> (ErrorKind, &'static str, Args<'a>) {
    if let Some(sentence) = sealed::sentence(error, messages, name_device) {
        return sentence;
    }
    let args = Args::new();
    let (key, args) = match error {
        BundleError::NotABundle => ("error-bundle-not-a-bundle", args),
        BundleError::Newer { what, number } => {
            ("error-bundle-newer", args.with("what", *what).with("number", number.to_string()))
        }
        BundleError::BrokenSeal => {
            ("error-bundle-broken-seal", args.with("whom", messages.text("error-someone")))
        }
        BundleError::TooLarge { limit } => ("error-bundle-too-large", args.with("limit", limit.to_string())),
        BundleError::Malformed(detail) => ("error-bundle-malformed", args.with("detail", *detail)),
        BundleError::Commit { source, .. } => {
            ("error-bundle-malformed", args.with("detail", source.to_string()))
        }
        BundleError::BrokenChain(device) => {
            ("error-bundle-broken-chain", args.with("device", name_device(*device)))
        }
        BundleError::TwoKinds(id) => ("error-bundle-two-kinds", args.with("id", id.to_string())),
        BundleError::DifferentDigest => ("error-bundle-different-digest", args),
        BundleError::Io(error) => ("error-bundle-unreadable", args.with("detail", error.to_string())),
        BundleError::SealedForOthers { .. }
        | BundleError::PassphraseWanted
        | BundleError::WrongPassphrase
        | BundleError::TooMuchWork { .. }
        | BundleError::PartsMissing { .. } => unreachable!("BUG: told above"),
    };
    (ErrorKind::Refused, key, args)
}

fn field_error(problem: &DraftProblem, messages: &Messages) -> FieldError {
    let args = Args::new();
    let (key, args) = match &problem.problem {
        Problem::Required => ("problem-required", args),
        Problem::TooLong { limit } => ("problem-too-long", args.with("limit", *limit)),
        Problem::InvisibleCharacter { code } => {
            ("problem-invisible-character", args.with("code", format!("U+{code:04X}")))
        }
        Problem::NotADate => ("problem-not-a-date", args),
        Problem::NotACountry => ("problem-not-a-country", args),
        Problem::NotALanguage => ("problem-not-a-language", args),
        Problem::NotANumber { max } => ("problem-not-a-number", args.with("max", *max)),
        Problem::NotYesOrNo => ("problem-not-yes-or-no", args),
        Problem::NotAChoice(choices) => ("problem-not-a-choice", args.with("choices", choices.as_str())),
        Problem::NotARecord => ("problem-not-a-record", args),
        Problem::Itself => ("problem-itself", args),
        Problem::NotAnEmail => ("problem-not-an-email", args),
        Problem::NotAPhone => ("problem-not-a-phone", args),
        Problem::NotAWebsite => ("problem-not-a-website", args),
        Problem::BeforeStart(start) => ("problem-before-start", args.with("start", *start)),
    };
    FieldError {
        record: u32::try_from(problem.draft).ok(),
        field: problem.field.into(),
        message: messages.format(key, &args),
    }
}

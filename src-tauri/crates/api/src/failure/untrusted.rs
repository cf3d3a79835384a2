//! Files that are not trusted to be workspaces.

use entente_domain::store::{Untrusted, UntrustedReason};
use entente_messages::{Args, Messages};

use super::{Word, system_words};
use crate::error::ErrorKind;

pub(super) fn word(untrusted: &Untrusted) -> Word {
    match &untrusted.reason {
        UntrustedReason::Missing => (ErrorKind::File, "error-workspace-missing"),
        UntrustedReason::Empty => (ErrorKind::Damaged, "error-workspace-empty"),
        UntrustedReason::CutOff { .. } => (ErrorKind::Damaged, "error-workspace-cut-off"),
        UntrustedReason::Foreign => (ErrorKind::Damaged, "error-workspace-foreign"),
        UntrustedReason::Newer { .. } => (ErrorKind::Damaged, "error-workspace-newer"),
        UntrustedReason::Damaged(_) => (ErrorKind::Damaged, "error-workspace-damaged"),
        UntrustedReason::Locked => (ErrorKind::Locked, "error-workspace-locked"),
        UntrustedReason::ReadOnly => (ErrorKind::File, "error-workspace-read-only"),
        UntrustedReason::Unreadable(_) => (ErrorKind::File, "error-workspace-unreadable"),
    }
}

pub(super) fn args<'a>(untrusted: &'a Untrusted, messages: &Messages) -> Args<'a> {
    let args = Args::new().with("path", untrusted.path.display().to_string());
    match &untrusted.reason {
        // As texts: a count of bytes is compared with another one, and must not be rounded or grouped.
        UntrustedReason::CutOff { found, expected } => {
            args.with("found", found.to_string()).with("expected", expected.to_string())
        }
        UntrustedReason::Damaged(detail) => args.with("detail", detail.as_str()),
        UntrustedReason::Unreadable(error) => args.with("detail", system_words(error, messages)),
        UntrustedReason::Missing
        | UntrustedReason::Empty
        | UntrustedReason::Foreign
        | UntrustedReason::Newer { .. }
        | UntrustedReason::Locked
        | UntrustedReason::ReadOnly => args,
    }
}

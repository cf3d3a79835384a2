//! Bundles that are refused, or that cannot be read with what there is: another key, a passphrase, or the other parts.

use entente_domain::bundle::BundleError;
use entente_messages::{Args, Messages};

use super::{NameDevice, Word, system_words};
use crate::error::ErrorKind;

pub(super) fn word(error: &BundleError) -> Word {
    let key = match error {
        BundleError::NotABundle => "error-bundle-not-a-bundle",
        BundleError::Newer { .. } => "error-bundle-newer",
        BundleError::BrokenSeal => "error-bundle-broken-seal",
        BundleError::TooLarge { .. } => "error-bundle-too-large",
        BundleError::Malformed(_) | BundleError::Commit { .. } => "error-bundle-malformed",
        BundleError::BrokenChain(_) => "error-bundle-broken-chain",
        BundleError::TwoKinds(_) => "error-bundle-two-kinds",
        BundleError::DifferentDigest => "error-bundle-different-digest",
        BundleError::Io(_) => "error-bundle-unreadable",
        BundleError::SealedForOthers { known, .. } if known.is_empty() => "error-bundle-sealed-for-unknown",
        BundleError::SealedForOthers { others: 0, .. } => "error-bundle-sealed-for",
        BundleError::SealedForOthers { .. } => "error-bundle-sealed-for-more",
        BundleError::PassphraseWanted => return (ErrorKind::Passphrase, "error-bundle-passphrase-wanted"),
        BundleError::WrongPassphrase => return (ErrorKind::Passphrase, "error-bundle-wrong-passphrase"),
        BundleError::TooMuchWork { .. } => "error-bundle-too-much-work",
        BundleError::PartsMissing { .. } => "error-bundle-parts-missing",
    };
    (ErrorKind::Refused, key)
}

pub(super) fn args<'a>(error: &'a BundleError, messages: &Messages, name_device: NameDevice<'_>) -> Args<'a> {
    let args = Args::new();
    match error {
        BundleError::Newer { what, number } => args.with("what", *what).with("number", number.to_string()),
        BundleError::BrokenSeal => args.with("whom", messages.text("error-someone")),
        BundleError::TooLarge { limit } => args.with("limit", limit.to_string()),
        BundleError::Malformed(detail) => args.with("detail", *detail),
        BundleError::Commit { source, .. } => args.with("detail", source.to_string()),
        BundleError::BrokenChain(device) => args.with("device", name_device(*device)),
        BundleError::TwoKinds(id) => args.with("id", id.to_string()),
        BundleError::Io(error) => args.with("detail", system_words(error, messages)),
        BundleError::SealedForOthers { known, others } => {
            let whom = known.iter().map(|device| name_device(*device)).collect();
            args.with("whom", listed(whom, messages)).with("others", *others)
        }
        BundleError::TooMuchWork { asked, limit } => {
            args.with("asked", asked.to_string()).with("limit", limit.to_string())
        }
        BundleError::PartsMissing { missing, count } => {
            let numbers = listed(missing.iter().map(u16::to_string).collect(), messages);
            args.with("numbers", numbers).with("missing", missing.len()).with("count", usize::from(*count))
        }
        BundleError::NotABundle
        | BundleError::DifferentDigest
        | BundleError::PassphraseWanted
        | BundleError::WrongPassphrase => args,
    }
}

fn listed(texts: Vec<String>, messages: &Messages) -> String {
    texts.join(&messages.text("list-separator"))
}

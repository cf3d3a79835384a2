//! Bundles that cannot be read with what there is: another key, a passphrase, or the other parts.

use entente_domain::bundle::BundleError;
use entente_messages::{Args, Messages};

use super::NameDevice;
use crate::error::ErrorKind;

/// What a refusal says for want of a key, a passphrase or a part; `None` for every other refusal.
pub(super) fn sentence<'a>(
    error: &'a BundleError,
    messages: &Messages,
    name_device: NameDevice<'_>,
) -> Option<(ErrorKind, &'static str, Args<'a>)> {
    let args = Args::new();
    Some(match error {
        BundleError::SealedForOthers { known, others } => {
            let key = match (known.is_empty(), others) {
                (true, _) => "error-bundle-sealed-for-unknown",
                (false, 0) => "error-bundle-sealed-for",
                (false, _) => "error-bundle-sealed-for-more",
            };
            let whom = known.iter().map(|device| name_device(*device)).collect();
            let args = args.with("whom", listed(whom, messages)).with("others", *others);
            (ErrorKind::Refused, key, args)
        }
        BundleError::PassphraseWanted => (ErrorKind::Passphrase, "error-bundle-passphrase-wanted", args),
        BundleError::WrongPassphrase => (ErrorKind::Passphrase, "error-bundle-wrong-passphrase", args),
        BundleError::TooMuchWork { asked, limit } => {
            let args = args.with("asked", asked.to_string()).with("limit", limit.to_string());
            (ErrorKind::Refused, "error-bundle-too-much-work", args)
        }
        BundleError::PartsMissing { missing, count } => {
            let numbers = missing.iter().map(u16::to_string).collect();
            let args = args.with("numbers", listed(numbers, messages)).with("missing", missing.len());
            (ErrorKind::Refused, "error-bundle-parts-missing", args.with("count", usize::from(*count)))
        }
        _ => return None,
    })
}

fn listed(texts: Vec<String>, messages: &Messages) -> String {
    texts.join(&messages.text("list-separator"))
}

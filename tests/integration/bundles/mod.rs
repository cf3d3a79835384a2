//! Bundles: what is good arrives, whatever is wrong is refused by name and changes nothing.

mod altered;
mod chains;
mod documents;
mod early;
mod fixture;
mod lacking;

mod forge;
mod forked;
mod hostile;
mod in_part;
mod messages;
mod newer;
mod opening;
mod order;
mod parts;
mod replayed;
mod sealed;

use std::path::PathBuf;

use entente_domain::bundle::BundleError;
use entente_domain::workspace::{Error, Mode, Watch};

use crate::laptop::Laptop;
use crate::projections::everything;

/// A laptop that has something to lose.
fn laptop() -> Laptop {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("institution", &[("name", "USST")]);
    laptop
}

/// Writes a bundle beside a laptop's workspace.
fn file(laptop: &Laptop, bytes: &[u8]) -> PathBuf {
    let path = laptop.file("received.entente");
    std::fs::write(&path, bytes).expect("written");
    path
}

/// Why a bundle is refused: when it is shown as when it is applied, and nothing may have changed by it.
fn refusal(laptop: &mut Laptop, bytes: &[u8]) -> BundleError {
    let path = file(laptop, bytes);
    let before = everything(&laptop.path());
    let mut refused = |mode| match laptop.work().import(&path, mode, &Watch::default()) {
        Err(Error::Bundle(error)) => error,
        other => panic!("not refused as a bundle: {other:?}"),
    };
    let (shown, applied) = (refused(Mode::Preview), refused(Mode::Apply));
    assert_eq!(shown.to_string(), applied.to_string());
    assert_eq!(everything(&laptop.path()), before, "{applied}: nothing changed");
    let added = laptop.add("tag", &[("name", "and one can go on working")]);
    assert!(laptop.is_live(added));
    laptop.undo();
    applied
}

/// Fails unless a bundle is refused as not put together rightly, for a reason that says this.
fn is_malformed(laptop: &mut Laptop, bytes: &[u8], says: &str) {
    match refusal(laptop, bytes) {
        BundleError::Malformed(why) if why.contains(says) => {}
        other => panic!("{says}: {other:?}"),
    }
}

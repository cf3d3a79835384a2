//! `devices`, `trust`, `retire` and `fingerprint`: the laptops that take part.

use entente_api::ErrorKind;
use entente_api::wire::{DeviceRef, Laptop, Nothing, Parted, RetireDevice, TrustDevice};
use entente_messages::Args;

use super::history::time;
use crate::arguments::{Retire, Trust};
use crate::failure::Failure;
use crate::session::{Answer, Session};
use crate::text::{indented, one_line};

/// The laptops that take part.
pub(crate) fn devices(session: &Session) -> Result<Answer, Failure> {
    let laptops = session.told(session.api.laptops(Nothing {}))?;
    Ok(session.answer(&laptops, || {
        laptops.iter().map(|laptop| laptop_text(session, laptop)).collect::<Vec<_>>().join("\n\n")
    }))
}

/// Trusts a laptop, or no longer.
pub(crate) fn trust(session: &Session, trust: &Trust) -> Result<Answer, Failure> {
    let laptop = named(session, &trust.which)?;
    let compared = if trust.aloud { "aloud" } else { "side-by-side" };
    let compared = (!trust.revoke).then(|| compared.to_owned());
    let laptops =
        session.told(session.api.trust_device(TrustDevice { device: laptop.device.clone(), compared }))?;
    Ok(session.answer(&laptops, || {
        let key = if trust.revoke { "cli-no-longer-trusted" } else { "cli-trusted" };
        session.say(key, names(&laptop))
    }))
}

/// Takes a laptop out of use, or back.
pub(crate) fn retire(session: &Session, retire: &Retire) -> Result<Answer, Failure> {
    let laptop = named(session, &retire.which)?;
    let wanted = RetireDevice { device: laptop.device.clone(), retired: !retire.back };
    let changed = session.told(session.api.retire_device(wanted))?;
    Ok(session.answer(&changed, || {
        let key = if retire.back { "cli-back-in-use" } else { "cli-retired" };
        session.say(key, names(&laptop))
    }))
}

/// The fingerprint of a laptop, or of this one.
pub(crate) fn fingerprint(session: &Session, whose: Option<&str>) -> Result<Answer, Failure> {
    let laptop = match whose {
        Some(word) => named(session, word)?,
        None => {
            let laptops = session.told(session.api.laptops(Nothing {}))?;
            laptops.into_iter().find(|laptop| laptop.here).expect("BUG: a workspace has a laptop of its own")
        }
    };
    let device = DeviceRef { device: laptop.device.clone() };
    let fingerprint = session.told(session.api.fingerprint(device))?;
    Ok(session.answer(&fingerprint, || {
        let heading = session.say("cli-laptop", names(&laptop));
        format!("{heading}\n  {}\n  {}", fingerprint.words.join(" "), fingerprint.digits.join(" "))
    }))
}

/// The laptop that a word means: its device id or the beginning of it, or its name.
fn named(session: &Session, word: &str) -> Result<Laptop, Failure> {
    let laptops = session.told(session.api.laptops(Nothing {}))?;
    let id = word.to_ascii_lowercase();
    let is_meant = |laptop: &Laptop| laptop.device.starts_with(&id) || laptop.name == word;
    let mut meant = laptops.into_iter().filter(is_meant);
    match (meant.next(), meant.next()) {
        (Some(laptop), None) => Ok(laptop),
        (None, _) => Err(refused(session, "cli-no-such-laptop", word)),
        (Some(_), Some(_)) => Err(refused(session, "cli-several-laptops", word)),
    }
}

fn refused(session: &Session, key: &str, word: &str) -> Failure {
    let message = session.say(key, Args::new().with("word", word.to_owned()));
    Failure::refused(ErrorKind::NotFound, message, session.text("cli-no-such-laptop-hint"))
}

fn names(laptop: &Laptop) -> Args<'static> {
    Args::new().with("name", one_line(&laptop.name)).with("officer", one_line(&laptop.officer))
}

/// A laptop in some lines: whose it is, what is known of it, its fingerprint.
fn laptop_text(session: &Session, laptop: &Laptop) -> String {
    let mut lines = vec![session.say("cli-laptop", names(laptop))];
    let mut tell = |line: String| lines.push(indented(&line, 2));
    if laptop.here {
        tell(session.text("cli-laptop-here"));
    }
    if laptop.formerly {
        tell(session.text("cli-laptop-formerly"));
    }
    if laptop.retired {
        tell(session.text("cli-laptop-retired"));
    }
    if let Some(former) = &laptop.continues {
        tell(session.say("cli-laptop-continues", Args::new().with("name", one_line(former))));
    }
    if let Some(parted) = &laptop.parted {
        tell(parted_text(session, parted));
    }
    if !laptop.here {
        match &laptop.trusted {
            Some(since) => tell(session.say("cli-laptop-trusted", Args::new().with("since", time(since)))),
            None => tell(session.text("cli-laptop-not-trusted")),
        }
        tell(exchanged(session, laptop));
    }
    tell(laptop.words.join(" "));
    tell(laptop.device.clone());
    lines.join("\n")
}

/// That a laptop has written several histories.
pub(crate) fn parted_text(session: &Session, parted: &Parted) -> String {
    let args = Args::new().with("name", one_line(&parted.name)).with("count", parted.histories);
    session.say("parted", args.with("since", time(&parted.since)))
}

/// What it was last heard to have and to lack.
fn exchanged(session: &Session, laptop: &Laptop) -> String {
    let Some(heard) = &laptop.heard_at else { return session.text("cli-laptop-not-heard") };
    let args = Args::new().with("heard", time(heard)).with("ahead", laptop.ahead);
    match (laptop.lacks, &laptop.lacks_since) {
        (Some(lacks), Some(since)) => {
            session.say("cli-laptop-lacks", args.with("lacks", lacks).with("since", time(since)))
        }
        _ => session.say("cli-laptop-has-all", args),
    }
}

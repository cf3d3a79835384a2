//! Workspace L: what five officers have gathered in some years, made through the real door.
//!
//! Each officer has a laptop with a workspace of its own. One after another they take in what the one before knew, by
//! a bundle, and add their fifth: lists taken over from tables, in saves of a few hundred records; and forms, one
//! agreement with its parties or one person with addresses in one save. Then they change some of what is there. The
//! last laptop's workspace is the one that is measured. The same seed makes the same workspace.

mod agreements;
mod follow_ups;
mod form;
mod institutions;
mod known;
mod laptop;
mod people;
mod text;
mod words;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use entente_domain::workspace::{Bundling, Error, Mode, Watch};

pub(crate) use known::Known;
pub(crate) use laptop::Laptop;

use crate::chance::Chance;

/// How many records of each main kind there are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) institutions: usize,
    pub(crate) people: usize,
    pub(crate) agreements: usize,
    pub(crate) events: usize,
    pub(crate) follow_ups: usize,
}

/// The officers and what they call their laptops.
const OFFICERS: [(&str, &str); 5] = [
    ("Anna Müller", "Dresden"),
    ("李敏", "上海-03"),
    ("Айбек Асанов", "Бишкек"),
    ("José García", "Travel laptop 7"),
    ("김지현", "서울 2"),
];

impl Size {
    /// Workspace L times `scale`.
    pub(crate) fn of_l(scale: f64) -> Self {
        let scaled = |count: f64| ((count * scale).round() as usize).max(OFFICERS.len() * 4);
        Self {
            institutions: scaled(10_000.0),
            people: scaled(50_000.0),
            agreements: scaled(50_000.0),
            events: scaled(1_000.0),
            follow_ups: scaled(100_000.0),
        }
    }

    fn share(self) -> Self {
        let share = |count: usize| count.div_ceil(OFFICERS.len());
        Self {
            institutions: share(self.institutions),
            people: share(self.people),
            agreements: share(self.agreements),
            events: share(self.events),
            follow_ups: share(self.follow_ups),
        }
    }
}

/// Makes the workspace in `folder`: the last laptop with it open, and what there is.
pub(crate) fn workspace(folder: &Path, size: Size) -> Result<(Laptop, Known), Error> {
    let mut known = Known::default();
    let mut bundle: Option<PathBuf> = None;
    let mut last = None;
    for (number, (officer, device)) in OFFICERS.into_iter().enumerate() {
        let mut laptop = Laptop::new(folder, number as u64, officer, device)?;
        if let Some(bundle) = &bundle {
            laptop.workspace.import(bundle, Mode::Apply, &Watch::default())?;
        }
        fill(&mut laptop, &mut known, size.share())?;
        if number + 1 < OFFICERS.len() {
            let written = folder.join(format!("{number}.entente"));
            laptop.workspace.export(&written, &Bundling::default(), &Watch::default())?;
            bundle = Some(written);
        }
        last = Some(laptop);
    }
    Ok((last.expect("BUG: there are officers"), known))
}

/// An officer's share, kind by kind, and then changes to what anybody entered.
fn fill(laptop: &mut Laptop, known: &mut Known, share: Size) -> Result<(), Error> {
    laptop.enter_tags(known)?;
    laptop.enter(share.institutions, known, institutions::entered)?;
    laptop.enter(share.events, known, institutions::event)?;
    laptop.enter(share.people, known, people::entered)?;
    laptop.enter(share.agreements, known, agreements::entered)?;
    laptop.enter(share.follow_ups, known, follow_ups::entered)?;
    let done = some(&mut laptop.chance, known.follow_ups.len(), share.follow_ups / 20);
    laptop.change(done.into_iter(), known, follow_ups::done)?;
    let extended = some(&mut laptop.chance, known.agreements.len(), share.agreements / 40);
    laptop.change(extended.into_iter(), known, agreements::extended)
}

/// Some of so many, each once at the most.
fn some(chance: &mut Chance, of: usize, count: usize) -> BTreeSet<usize> {
    (0..count).map(|_| chance.below(of)).collect()
}

/// Changes one in so many records of the four large kinds, two fields each, and says how many that were: what a
/// colleague does in a season.
pub(crate) fn change_every(step: usize, laptop: &mut Laptop, known: &Known) -> Result<usize, Error> {
    let some = |count: usize| (3..count).step_by(step);
    laptop.change(some(known.institutions.len()), known, institutions::moved)?;
    laptop.change(some(known.people.len()), known, people::renamed)?;
    laptop.change(some(known.agreements.len()), known, agreements::extended)?;
    laptop.change(some(known.follow_ups.len()), known, follow_ups::done)?;
    let kinds =
        [known.institutions.len(), known.people.len(), known.agreements.len(), known.follow_ups.len()];
    Ok(kinds.into_iter().map(|count| some(count).count()).sum())
}

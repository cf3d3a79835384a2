//! A carrier that keeps a copy of the folder on each laptop, and does it badly.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::laptop::names_in;

/// What a carrier does to a file on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It arrives.
    Whole,
    /// It arrives in part under its name, until it is carried again.
    InPart,
    /// It arrives, and once more as a copy that the carrier takes for a conflict.
    Doubled,
    /// It never arrives at this laptop.
    Lost,
}

/// A folder of which each laptop has a copy of its own.
pub(super) struct Carrier {
    copies: Vec<TempDir>,
    /// On which copy each file was first seen: whose it is to change.
    origins: BTreeMap<String, usize>,
    lost: BTreeSet<(String, usize)>,
}

impl Carrier {
    pub(super) fn between(laptops: usize) -> Self {
        let copies = (0..laptops).map(|_| tempfile::tempdir().expect("a folder")).collect();
        Self { copies, origins: BTreeMap::new(), lost: BTreeSet::new() }
    }

    /// The folder as a laptop has it.
    pub(super) fn copy(&self, of: usize) -> &Path {
        self.copies[of].path()
    }

    /// What can be carried now, to where: a file that is missing or other than at its origin, or one that is gone there.
    pub(super) fn under_way(&mut self) -> Vec<(String, usize)> {
        for (place, copy) in self.copies.iter().enumerate() {
            for name in names_in(copy.path()).into_iter().filter(|name| !name.contains("conflicted copy")) {
                self.origins.entry(name).or_insert(place);
            }
        }
        let mut under_way = Vec::new();
        for (name, origin) in &self.origins {
            let at_origin = fs::read(self.copy(*origin).join(name)).ok();
            for place in (0..self.copies.len()).filter(|place| place != origin) {
                let is_same = fs::read(self.copy(place).join(name)).ok() == at_origin;
                let is_lost = at_origin.is_some() && self.lost.contains(&(name.clone(), place));
                if !is_same && !is_lost {
                    under_way.push((name.clone(), place));
                }
            }
        }
        under_way
    }

    /// Carries a file to one laptop.
    pub(super) fn carries(&mut self, (name, to): &(String, usize), fate: Fate) {
        let from = self.copy(self.origins[name]).join(name);
        let there = self.copy(*to).join(name);
        let doubled = there.with_file_name(format!("{name} (conflicted copy).entente"));
        let Ok(content) = fs::read(from) else {
            let _ = fs::remove_file(there);
            return;
        };
        match fate {
            Fate::Whole => fs::write(there, content).expect("written"),
            Fate::InPart => fs::write(there, &content[..content.len() * 2 / 3]).expect("written"),
            Fate::Doubled => {
                fs::write(there, &content).expect("written");
                fs::write(doubled, content).expect("written");
            }
            Fate::Lost => drop(self.lost.insert((name.clone(), *to))),
        }
    }

    /// Carries all that is under way, without loss.
    pub(super) fn catches_up(&mut self) {
        for job in self.under_way() {
            self.carries(&job, Fate::Whole);
        }
    }
}

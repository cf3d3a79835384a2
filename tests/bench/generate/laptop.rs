//! An officer's laptop, and how things are entered at it.

use std::path::Path;

use entente_domain::kinds::Kind;
use entente_domain::workspace::{Error, FILE_ENDING, Identity, Seeded, Workspace};

use super::Known;
use super::form::{Form, text};
use crate::chance::Chance;

/// A workspace with chance of its own.
pub(crate) struct Laptop {
    pub(crate) workspace: Workspace,
    pub(crate) chance: Chance,
}

/// The day on which the first officer begins, in milliseconds since 1970: 2 January 2023.
const BEGINNING: i64 = 1_672_653_600_000;

/// How far the laptops' clocks are apart: half a year.
const APART: i64 = 182 * 24 * 3_600_000;

/// How many in a hundred forms are entered one by one; the others come in lists.
const ONE_BY_ONE: usize = 20;

/// How many forms a list has, at the least and the most.
const LIST: (usize, usize) = (50, 150);

impl Laptop {
    /// A laptop with an empty workspace.
    pub(crate) fn new(folder: &Path, number: u64, officer: &str, device: &str) -> Result<Self, Error> {
        let path = folder.join(format!("laptop-{number}.{FILE_ENDING}"));
        let identity = Identity { officer: officer.into(), device: device.into() };
        let sources = Seeded::new(0xE17E_0000 + number, BEGINNING + number as i64 * APART);
        let workspace = Workspace::create(&path, &identity, Box::new(sources))?;
        Ok(Self { workspace, chance: Chance::new(0x5EED_0000 + number) })
    }

    /// Enters new records: most in lists, some one by one.
    pub(crate) fn enter(
        &mut self,
        count: usize,
        known: &mut Known,
        enter: fn(&mut Self, &mut Known) -> Form,
    ) -> Result<(), Error> {
        let singles = count * ONE_BY_ONE / 100;
        let mut listed = 0;
        while listed < count - singles {
            let length = self.chance.between(LIST.0, LIST.1).min(count - singles - listed);
            let drafts: Vec<_> = (0..length).flat_map(|_| enter(self, known).0).collect();
            self.workspace.save(&drafts, &[])?;
            listed += length;
        }
        for _ in 0..singles {
            let form = enter(self, known);
            self.workspace.save(&form.0, &[])?;
        }
        Ok(())
    }

    /// Changes records that are there: a tenth of them one by one, the others in lists.
    pub(crate) fn change(
        &mut self,
        which: impl Iterator<Item = usize>,
        known: &Known,
        change: fn(&mut Self, &Known, usize) -> Form,
    ) -> Result<(), Error> {
        let mut list = Form::default();
        for (place, index) in which.enumerate() {
            let form = change(self, known, index);
            if place % 10 == 0 {
                self.workspace.save(&form.0, &[])?;
                continue;
            }
            list.0.extend(form.0);
            if list.0.len() >= LIST.1 {
                self.workspace.save(&std::mem::take(&mut list).0, &[])?;
            }
        }
        self.workspace.save(&list.0, &[]).map(drop)
    }

    /// The words that officers group records by.
    pub(crate) fn enter_tags(&mut self, known: &mut Known) -> Result<(), Error> {
        const TAGS: [&str; 8] =
            ["urgent", "delegation 2026", "丝路", "оптика", "alumni", "needs visa", "기술이전", "منح"];
        let mut form = Form::default();
        for tag in TAGS {
            let name = format!("{tag} {}", self.chance.between(1, 99));
            let id = form.add(self, Kind::Tag, [text("name", name)]);
            known.tags.push(id);
        }
        self.workspace.save(&form.0, &[]).map(drop)
    }
}

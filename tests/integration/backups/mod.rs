//! Copies of the whole workspace, and putting one back.

mod carried;
mod clocks;
mod erased;
mod full_disk;
mod killed;
mod made;
mod restored;
mod shared_folder;

use std::path::PathBuf;

use entente_domain::workspace::{Backup, Occasion, Watch};

use crate::laptop::{JUNE_2026, Laptop};

const HOUR: i64 = 60 * 60 * 1_000;

/// The folder beside a laptop's workspace in which its copies are.
fn folder(laptop: &Laptop) -> PathBuf {
    laptop.file("work backups")
}

/// Makes a copy so many hours after the laptop's clock began.
fn made(laptop: &mut Laptop, occasion: Occasion, hours: i64) -> Option<Backup> {
    let backups = laptop.work().backups().expect("readable");
    backups.make(occasion, JUNE_2026 + hours * HOUR, &Watch::default()).expect("made")
}

/// The copies there are, newest first.
fn listed(laptop: &mut Laptop) -> Vec<Backup> {
    laptop.work().backups().expect("readable").list().expect("listed")
}

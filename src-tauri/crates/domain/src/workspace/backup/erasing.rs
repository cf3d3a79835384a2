//! Erasing in copies what was erased in the workspace since they were made. It is done when the officer asks for it: until
//! then a copy is what an erasure by mistake, perhaps a colleague's, can be made good from.

use std::fs;
use std::path::Path;

use super::copying::Unfinished;
use super::restoring::told_of;
use super::whose::Asking;
use super::{Backup, Backups, names};
use crate::store::erased::Erased;
use crate::store::reading::{close_as_one_file, reading};
use crate::store::records::{self, PLACEHOLDER};
use crate::workspace::open::beside;
use crate::workspace::{Error, System, Watch, Workspace};

impl Backups {
    /// Those of these copies that have records which were erased in the workspace.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn holding_erased(&self, copies: Vec<Backup>) -> Result<Vec<Backup>, Error> {
        Ok(holding(copies, &self.erased()?))
    }

    /// Erases in each copy what was erased in the workspace, by a new copy in its place. Returns in how many it was done.
    ///
    /// # Errors
    /// The first of those about a copy that is not sound or cannot be written, which is as it was then; the others are
    /// done all the same. [`Error::Cancelled`].
    pub fn erase(&self, watch: &Watch) -> Result<u32, Error> {
        self.sweep(Asking::of(&self.workspace).ok().as_ref())?;
        let erased = self.erased()?;
        let copies = holding(self.list()?, &erased);
        watch.expect(copies.len() as u64);
        let (mut done, mut first_error) = (0, None);
        for copy in copies {
            match erase_in(&copy.path, erased.clone(), watch) {
                Ok(()) => done += 1,
                Err(Error::Cancelled) => return Err(Error::Cancelled),
                Err(error) => first_error = first_error.or(Some(error)),
            }
            watch.advance(1)?;
        }
        first_error.map_or(Ok(done), Err)
    }

    fn erased(&self) -> Result<Erased, Error> {
        Ok(Erased::load(&reading(&self.workspace)?)?)
    }
}

/// The copies that have any of these records.
fn holding(mut copies: Vec<Backup>, erased: &Erased) -> Vec<Backup> {
    // What cannot be looked into may have them.
    copies.retain(|copy| !erased.is_empty() && holds(&copy.path, erased).unwrap_or(true));
    copies
}

/// Whether a copy has any of these records.
fn holds(copy: &Path, erased: &Erased) -> Result<bool, Error> {
    let copy = reading(copy)?;
    for id in erased.iter() {
        if records::known(&copy, id)?.is_some_and(|(_, kind, _)| kind != PLACEHOLDER) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Puts in a copy's place one without these records, and without what belongs to them.
fn erase_in(copy: &Path, erased: Erased, watch: &Watch) -> Result<(), Error> {
    let unfinished = Unfinished(beside(copy, names::UNFINISHED));
    let file = &unfinished.0;
    fs::copy(copy, file).map_err(Error::file(copy, "written"))?;
    let mut workspace =
        Workspace::open(file, Box::new(System)).map_err(|error| told_of(copy, file, error))?;
    workspace.forget(erased, watch)?;
    let Workspace { connection, .. } = workspace;
    close_as_one_file(connection)?;
    unfinished.keep(copy, watch).map(drop)
}

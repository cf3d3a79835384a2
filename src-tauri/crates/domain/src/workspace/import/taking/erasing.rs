//! Erasures that a bundle brings, and what it brings of records erased before.

use std::borrow::Cow;

use rusqlite::Connection;

use super::Taking;
use crate::kinds::Kind;
use crate::log::{Action, Commit};
use crate::store::documents::{self, ContentHash};
use crate::store::erased::{self, Erased};
use crate::store::{Line, RecordEffect, erasing, log_rows, records, rows};
use crate::workspace::Error;

/// What is known of erasures during an import.
pub(super) struct Erasing {
    erased: Erased,
    /// Whether some of it was not known before: then more may have to be taken out of what is here.
    is_news: bool,
    /// Whether anything is erased that was here.
    pub(super) takes_out: bool,
    /// The records erased that had a page of their own.
    pub(super) lines: Vec<Line>,
}

impl Erasing {
    pub(super) fn new(connection: &Connection) -> Result<Self, Error> {
        let erased = Erased::load(connection)?;
        Ok(Self { erased, is_news: false, takes_out: false, lines: Vec::new() })
    }

    /// A commit's bytes without what it says of erased records and of what belongs to them.
    pub(super) fn left_of<'b>(&mut self, commit: &Commit, bytes: &'b [u8]) -> Result<Cow<'b, [u8]>, Error> {
        if self.erased.is_empty() {
            return Ok(bytes.into());
        }
        self.is_news |= self.erased.extend_by(commit);
        Ok(self.erased.taken_out(commit, bytes)?)
    }
}

impl Taking<'_> {
    /// A commit, and its bytes, without what it says of erased records and of what belongs to them. A record that turns
    /// out to belong to one is erased itself.
    pub(super) fn without_erased<'b>(
        &mut self,
        commit: Commit,
        bytes: &'b [u8],
    ) -> Result<(Commit, Cow<'b, [u8]>), Error> {
        if commit.action == Action::Erase {
            erased::list(self.connection, &commit.erases)?;
            for record in &commit.erases {
                self.erasing.is_news |= self.erasing.erased.insert(*record);
            }
        }
        match self.erasing.left_of(&commit, bytes)? {
            Cow::Borrowed(whole) => Ok((commit, whole.into())),
            Cow::Owned(left) => Ok((log_rows::stored_of(&left, commit.device)?, left.into())),
        }
    }

    /// Takes out of what is here all that the bundle brought erasures of. Call once all its commits were taken in.
    pub(super) fn erase(&mut self) -> Result<(), Error> {
        if !std::mem::take(&mut self.erasing.is_news) {
            return Ok(());
        }
        let reach = erasing::Reach::of(self.connection, self.erasing.erased.clone())?;
        self.note_erased(&reach)?;
        let tally = &mut self.tally;
        erasing::erase(self.connection, self.devices, &mut self.projector, &reach, |n, effect| {
            tally.note(n, effect);
        })?;
        Ok(())
    }

    /// Whether a content may have belonged to what is erased, since no document here has it.
    pub(super) fn may_be_erased(&self, hash: &ContentHash) -> Result<bool, Error> {
        Ok(!self.erasing.erased.is_empty() && !documents::is_named(self.connection, hash)?)
    }

    /// Notes what is about to be erased, while it still has a name. What the bundle brought itself was never here.
    fn note_erased(&mut self, reach: &erasing::Reach) -> Result<(), Error> {
        for id in reach.erased.iter() {
            let Some((n, kind, _)) = records::known(self.connection, id)? else { continue };
            let Some(kind) = Kind::from_number(kind).filter(|kind| *kind != Kind::Device) else { continue };
            if self.tally.forget(n) {
                continue;
            }
            self.erasing.takes_out = true;
            if kind.is_main() {
                let title = rows::row(self.connection, n)?.title;
                let effect = RecordEffect::Erased;
                self.erasing.lines.push(Line { record: id, kind, title, effect });
            }
        }
        Ok(())
    }
}

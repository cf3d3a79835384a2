//! A record taken up to be changed, with all that is known of it.

use rusqlite::Result;

use super::known::Known;
use super::{Effect, Projector};
use crate::kinds::{FieldNumber, Kind, Role};
use crate::log::RecordChanges;
use crate::rules::{self, Values};
use crate::store::devices::Devices;
use crate::store::records::{self, Indexed, PLACEHOLDER, StoredRecord};
use crate::store::{RecordNumber, kind_rows, rows};

/// A record in the middle of being changed.
pub(super) struct Open {
    pub(super) stored: StoredRecord,
    /// What the indexes knew of it before.
    pub(super) was: Indexed,
    pub(super) kind: Option<Kind>,
    pub(super) values: Values,
    /// Whether it has no row yet, not even as a placeholder.
    pub(super) arrives: bool,
    pub(super) is_new: bool,
    pub(super) was_live: bool,
    /// Whether it was shown among the others of its kind: in use, and not left out here.
    pub(super) was_shown: bool,
    /// Whether any of its fields may be marked as contested or unfamiliar.
    pub(super) is_marked: bool,
    pub(super) conflicts: u32,
    pub(super) changed: Vec<FieldNumber>,
    /// The main record that it is or belongs to, if that is known.
    pub(super) main: Option<RecordNumber>,
    /// Whether it belonged to another record before, or to none.
    pub(super) moved: bool,
}

impl Projector<'_> {
    pub(super) fn open(&mut self, devices: &Devices, record: &RecordChanges) -> Result<Open> {
        let stored = match self.known.remembered(record.record) {
            Some(known) => Some(records::load(self.connection, devices, known.n)?),
            None if self.known.is_new(record.record) => None,
            None => records::load_by_id(&mut self.at_hand, devices, record.record)?,
        };
        match stored {
            Some(stored) => self.open_known(stored, record.kind),
            None => self.open_arriving(record),
        }
    }

    pub(super) fn open_known(&mut self, mut stored: StoredRecord, told_kind: u16) -> Result<Open> {
        let was = stored.indexed();
        let is_new = stored.state.commits.is_empty();
        if stored.kind == PLACEHOLDER {
            stored.kind = told_kind;
            if records::disown_misfits(self.connection, stored.n, told_kind)? {
                self.known.forget();
            }
        }
        let mut open = Open::new(stored, was);
        if !is_new {
            open.is_new = false;
            open.was_live = open.stored.live;
            open.is_marked = self.any_marks.get() && rows::is_marked(self.connection, open.stored.n)?;
            if let Some(kind) = open.kind {
                open.values = kind_rows::load_at_hand(&mut self.at_hand, kind, open.stored.n)?;
            }
            open.was_shown = open.is_shown();
            self.digest.remove(&open.stored, open.was_live, &open.values);
        }
        Ok(open)
    }

    fn open_arriving(&mut self, record: &RecordChanges) -> Result<Open> {
        let n = self.known.next_number()?;
        // It may refer to itself, which must not make a placeholder of it.
        self.known.learn(record.record, Known { n, kind: record.kind, live: true, main: None });
        let stored = StoredRecord::new(n, record.record, record.kind);
        let was = stored.indexed();
        Ok(Open { arrives: true, ..Open::new(stored, was) })
    }
}

impl Open {
    /// A record of which nothing is known yet.
    pub(super) fn new(stored: StoredRecord, was: Indexed) -> Self {
        let kind = Kind::from_number(stored.kind);
        Self {
            stored,
            was,
            kind,
            values: Values::new(),
            arrives: false,
            is_new: true,
            was_live: false,
            was_shown: false,
            is_marked: false,
            conflicts: 0,
            changed: Vec::new(),
            main: None,
            moved: false,
        }
    }

    /// Whether it is shown among the others of its kind. Being left out here decides nothing that others see, such as
    /// whether it keeps what it belongs to from the trash.
    pub(super) fn is_shown(&self) -> bool {
        self.stored.live && !rules::is_left_out(&self.values)
    }

    /// Whether the search index may have to know of what was changed.
    pub(super) fn is_retold(&self) -> bool {
        let is_searched = |number: &FieldNumber| {
            let field = self.kind.and_then(|kind| kind.field_by_number(*number));
            field.is_some_and(|field| field.is(Role::Searched))
        };
        self.is_new || self.is_shown() != self.was_shown || self.changed.iter().any(is_searched)
    }

    pub(super) fn effect(&self) -> Effect {
        Effect {
            kind: self.stored.kind,
            is_new: self.is_new,
            was_live: self.was_live,
            live: self.stored.live,
            conflicts: self.conflicts,
            main: self.main,
            moved: self.moved && !self.is_new,
        }
    }
}

//! Drafts as the sample's modules build them: each knows its place, by which later ones refer to it.

use std::collections::BTreeMap;

use entente_domain::kinds::Kind;

use crate::wire::{Draft, WireValue};

/// The place of a draft in the save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(usize);

/// Drafts that other tables refer to, by the word that the tables use for them.
pub(super) type Places = BTreeMap<String, Place>;

/// The drafts so far.
#[derive(Default)]
pub(super) struct Drafts(Vec<Draft>);

/// A new record in the making.
pub(super) struct Entry(Draft);

impl Drafts {
    /// Adds a record and says where it stands.
    pub(super) fn add(&mut self, entry: Entry) -> Place {
        self.0.push(entry.0);
        Place(self.0.len() - 1)
    }

    /// Puts a tag on a record.
    pub(super) fn tag(&mut self, record: Place, tag: Place) {
        self.add(Entry::new(Kind::Tagging).refer("record", record).refer("tag", tag));
    }

    /// All drafts, in the order in which they were added.
    pub(super) fn finish(self) -> Vec<Draft> {
        self.0
    }
}

impl Entry {
    /// A record of this kind of which nothing is known yet.
    pub(super) fn new(kind: Kind) -> Self {
        Self(Draft { id: None, kind: kind.name().into(), fields: BTreeMap::new() })
    }

    /// Sets a field; an empty cell leaves it unknown.
    pub(super) fn text(mut self, field: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.0.fields.insert(field.into(), Some(WireValue::Text(value)));
        }
        self
    }

    /// Sets a field to the code that a table's words stand for: `government body` is `government-body`.
    pub(super) fn code(self, field: &str, words: &str) -> Self {
        self.text(field, words.replace(' ', "-"))
    }

    /// Refers to another draft.
    pub(super) fn refer(self, field: &str, to: Place) -> Self {
        self.text(field, format!("#{}", to.0))
    }

    /// Refers to another draft, where the tables name one.
    pub(super) fn refer_if(self, field: &str, to: Option<Place>) -> Self {
        match to {
            Some(place) => self.refer(field, place),
            None => self,
        }
    }
}

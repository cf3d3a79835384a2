//! Making one of two records that are the same: the one kept takes over what belongs to the other.

use std::collections::BTreeMap;

use super::circles::leads_on;
use super::door::{Edit, Fate};
use super::drafted::Drafted;
use super::{Draft, Error, Workspace, Written};
use crate::ids::RecordId;
use crate::kinds::{FieldNumber, Kind};
use crate::log::Action;
use crate::rules::Values;
use crate::store::records::StoredRecord;
use crate::store::{kind_rows, records};
use crate::value::Value;

/// Two records of one kind, with what they show.
struct Pair {
    kind: Kind,
    duplicate: (StoredRecord, Values),
    kept: (StoredRecord, Values),
}

impl Workspace {
    /// Merges a duplicate with the record that is kept, as one save: that takes the duplicate's values of the fields
    /// named in `taken`, and all that belongs to the duplicate but what it has alike; the duplicate goes to the trash,
    /// and whatever refers to it, or is yet to arrive and does, means the record that is kept.
    ///
    /// # Errors
    /// [`Error::Unlike`] unless both are different records of one kind, in use, and with pages of their own;
    /// [`Error::NotFound`]; [`Error::Invalid`] if the record kept could not be saved so.
    pub fn merge(&mut self, duplicate: RecordId, kept: RecordId, taken: &[String]) -> Result<Written, Error> {
        let pair = self.pair(duplicate, kept)?;
        let mut edits = self.sound(&[self.draft(&pair, taken)?])?;
        edits.extend(self.taken_over(&pair)?);
        edits.push(Edit::of_fate(duplicate, pair.kind, Fate::Delete));
        edits.push(self.alias(duplicate, kept));
        let edits = self.with_names_at_signing(edits)?;
        self.write(Action::Save, &edits)
    }

    fn pair(&self, duplicate: RecordId, kept: RecordId) -> Result<Pair, Error> {
        let found = |id| records::find(&self.connection, &self.devices, id)?.ok_or(Error::NotFound(id));
        let (one, other) = (found(duplicate)?, found(kept)?);
        let kind = Kind::from_number(one.kind).filter(|kind| kind.is_main());
        match kind.filter(|_| one.kind == other.kind && one.n != other.n && one.live && other.live) {
            None => Err(Error::Unlike(duplicate, kept)),
            Some(kind) => {
                let values = |record: &StoredRecord| kind_rows::load(&self.connection, kind, record.n);
                let (of_one, of_other) = (values(&one)?, values(&other)?);
                Ok(Pair { kind, duplicate: (one, of_one), kept: (other, of_other) })
            }
        }
    }

    /// What belongs to the duplicate moves to the record kept, but for what that has alike: it goes to the trash too.
    fn taken_over(&self, pair: &Pair) -> Result<Vec<Edit>, Error> {
        let there = self.rows_of(pair.kept.0.n)?;
        let mut edits = Vec::new();
        for (id, kind, values) in self.rows_of(pair.duplicate.0.n)? {
            let is_alike =
                |(_, other, theirs): &(RecordId, Kind, Values)| *other == kind && *theirs == values;
            // What in turn has something of its own is never quite alike.
            edits.push(match there.iter().any(is_alike) && kind.owned_kinds().next().is_none() {
                true => Edit::of_fate(id, kind, Fate::Delete),
                false => {
                    let owner = (owner_of(kind), Some(pair.kept.0.id.into()));
                    Edit::of_fields(id, kind, BTreeMap::from([owner]))
                }
            });
        }
        Ok(edits)
    }

    /// The records in use that belong to a record itself, of the kinds known here, with what they say besides whose they
    /// are.
    fn rows_of(&self, owner: i64) -> Result<Vec<(RecordId, Kind, Values)>, Error> {
        let mut rows = Vec::new();
        for n in records::owned(&self.connection, owner, false)? {
            let (id, kind) = records::identity(&self.connection, n)?;
            if let Some(kind) = Kind::from_number(kind) {
                let mut values = kind_rows::load(&self.connection, kind, n)?;
                values.remove(&owner_of(kind));
                rows.push((id, kind, values));
            }
        }
        Ok(rows)
    }

    /// The record kept, with what it takes over. It never comes back to itself: where it would, by its own value or the
    /// one it takes, the field is emptied.
    fn draft(&self, pair: &Pair, taken: &[String]) -> Result<Draft, Error> {
        let ((duplicate, theirs), (kept, own)) = (&pair.duplicate, &pair.kept);
        let as_it_is = Drafted::of(self, &[]);
        let mut fields = BTreeMap::new();
        for field in pair.kind.fields() {
            let is_taken = taken.iter().any(|name| name == field.name);
            let value = if is_taken { theirs } else { own }.get(&field.number).cloned();
            let comes_back = match value.as_ref().and_then(Value::as_reference) {
                Some(id) if leads_on(pair.kind, field) => {
                    as_it_is.leads_to(id, field, &[duplicate.id, kept.id])?
                }
                _ => false,
            };
            if is_taken || comes_back {
                fields.insert(field.name.to_string(), value.filter(|_| !comes_back));
            }
        }
        Ok(Draft { id: kept.id, is_new: false, kind: pair.kind, fields })
    }

    fn alias(&mut self, duplicate: RecordId, kept: RecordId) -> Edit {
        let number = |name| Kind::Alias.field(name).expect("BUG: only declared fields are named").number;
        let fields = BTreeMap::from([
            (number("record"), Some(kept.into())),
            (number("duplicate"), Some(duplicate.into())),
        ]);
        Edit::of_fields(self.new_id(), Kind::Alias, fields)
    }
}

/// The field that says whose a row is.
fn owner_of(kind: Kind) -> FieldNumber {
    kind.owner_field().expect("BUG: what belongs to another has a field for it").number
}

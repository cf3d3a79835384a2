//! Making one of two records that are the same: the one kept takes over what belongs to the other.

use std::collections::{BTreeMap, BTreeSet};

use super::door::{Edit, Fate};
use super::{Draft, Error, Workspace, Written};
use crate::ids::RecordId;
use crate::kinds::{FieldNumber, FieldType, Kind};
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
        let mut edits = self.accepted(&[pair.draft(taken)])?;
        let (moved, left) = self.parted(&pair)?;
        for owned in &left {
            edits.extend(self.with_owned(*owned, Fate::Delete)?);
        }
        edits.extend(moved);
        edits.push(Edit::of_fate(duplicate, pair.kind, Fate::Delete));
        edits.push(self.alias(duplicate, kept));
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

    /// What belongs to the duplicate: the edits that move it to the record kept, and what that has alike already.
    fn parted(&self, pair: &Pair) -> Result<(Vec<Edit>, BTreeSet<RecordId>), Error> {
        let there = self.rows_of(pair.kept.0.n)?;
        let (mut moved, mut left) = (Vec::new(), BTreeSet::new());
        for (id, kind, values) in self.rows_of(pair.duplicate.0.n)? {
            let owner = kind.owner_field().expect("BUG: what belongs to another has a field for it").number;
            let is_alike = |(_, other, theirs): &(RecordId, Kind, Values)| {
                *other == kind && without(theirs, owner) == without(&values, owner)
            };
            // What in turn has something of its own is never quite alike.
            if there.iter().any(is_alike) && kind.owned_kinds().next().is_none() {
                left.insert(id);
            } else {
                let fields = BTreeMap::from([(owner, Some(pair.kept.0.id.into()))]);
                moved.push(Edit::of_fields(id, kind, fields));
            }
        }
        Ok((moved, left))
    }

    /// The records in use that belong to a record itself, of the kinds known here.
    fn rows_of(&self, owner: i64) -> Result<Vec<(RecordId, Kind, Values)>, Error> {
        let mut rows = Vec::new();
        for n in records::owned(&self.connection, owner, false)? {
            let (id, kind) = records::identity(&self.connection, n)?;
            if let Some(kind) = Kind::from_number(kind) {
                rows.push((id, kind, kind_rows::load(&self.connection, kind, n)?));
            }
        }
        Ok(rows)
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

impl Pair {
    /// The record kept, with what it takes over. It never comes to refer to itself: where it would, by its own value or
    /// the one it takes, the field is emptied.
    fn draft(&self, taken: &[String]) -> Draft {
        let ((duplicate, theirs), (kept, own)) = (&self.duplicate, &self.kept);
        let mut fields = BTreeMap::new();
        for field in self.kind.fields() {
            let is_taken = taken.iter().any(|name| name == field.name);
            let value = if is_taken { theirs } else { own }.get(&field.number).cloned();
            let referred = value.as_ref().and_then(Value::as_reference);
            let itself = matches!(field.field_type, FieldType::Reference(_))
                && referred.is_some_and(|id| id == duplicate.id || id == kept.id);
            if is_taken || itself {
                fields.insert(field.name.to_string(), value.filter(|_| !itself));
            }
        }
        Draft { id: kept.id, is_new: false, kind: self.kind, fields }
    }
}

fn without(values: &Values, field: FieldNumber) -> Values {
    let mut values = values.clone();
    values.remove(&field);
    values
}

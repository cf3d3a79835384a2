//! A record with all that belongs to it and all that refers to it.

use super::{Error, Seen, Workspace};
use crate::ids::RecordId;
use crate::kinds::{Field, FieldType, Kind};
use crate::rules::Values;
use crate::store::{self, Row, aliases, kind_rows, records, rows};

/// What a record's page shows.
#[derive(Debug, Clone)]
pub struct Detail {
    /// The record.
    pub record: Row,
    /// What belongs to it and to that, kind by kind; kinds without rows too.
    pub owned: Vec<(Kind, Vec<Row>)>,
    /// What refers to it, or to a duplicate that was merged with it; only fields with rows.
    pub referring: Vec<Referring>,
    /// How far the workspace was read for this: whoever edits what is shown gives it back.
    pub seen: Seen,
    /// The record that stands for it, if it is a duplicate that was merged.
    pub instead: Option<RecordId>,
}

/// Live records of one kind that refer to a record by one field.
#[derive(Debug, Clone)]
pub struct Referring {
    /// Their kind.
    pub kind: Kind,
    /// The field.
    pub field: &'static Field,
    /// How many there are.
    pub total: u32,
    /// The newest of them, 100 at most.
    pub rows: Vec<Row>,
}

/// How many referring rows of a kind are given.
const REFERRING: u32 = 100;

impl Workspace {
    /// A record with its page's content. What belongs to it is given if in use, or, for a deleted record, at all.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not here or of a kind not known here.
    pub fn detail(&self, id: RecordId) -> Result<Detail, Error> {
        let _look = store::look(&self.connection)?;
        let record = self.row(id)?.ok_or(Error::NotFound(id))?;
        let n = records::number(&self.connection, id)?.ok_or(Error::NotFound(id))?;
        let mut owned: Vec<(Kind, Vec<Row>)> = Vec::new();
        let mut kinds: Vec<Kind> = record.kind.owned_kinds().collect();
        let nested: Vec<Kind> = kinds.iter().flat_map(|kind| kind.owned_kinds()).collect();
        kinds.extend(nested);
        owned.extend(kinds.into_iter().map(|kind| (kind, Vec::new())));
        self.gather_owned(n, !record.live, &mut owned)?;
        let kept = aliases::standing_for(&self.connection, n)?;
        let instead = kept.map(|kept| records::id(&self.connection, kept)).transpose()?;
        let referring = self.referring(record.kind, n)?;
        Ok(Detail { referring, record, owned, seen: self.seen()?, instead })
    }

    /// A record as it is shown; `None` if it is not here or of a kind not known here.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn row(&self, id: RecordId) -> Result<Option<Row>, Error> {
        match self.place_of(id)? {
            Some((n, _)) => Ok(Some(rows::row(&self.connection, n)?)),
            None => Ok(None),
        }
    }

    /// The values of a record, and its kind.
    ///
    /// # Errors
    /// [`Error::NotFound`] if it is not here or of a kind not known here.
    pub fn values(&self, id: RecordId) -> Result<(Kind, Values), Error> {
        let (n, kind) = self.place_of(id)?.ok_or(Error::NotFound(id))?;
        Ok((kind, kind_rows::load(&self.connection, kind, n)?))
    }

    /// The number and kind of a record; `None` if it is not here or of a kind not known here.
    pub(super) fn place_of(&self, id: RecordId) -> Result<Option<(i64, Kind)>, Error> {
        let known = records::known(&self.connection, id)?;
        Ok(known.and_then(|(n, kind, _)| Some((n, Kind::from_number(kind)?))))
    }

    fn gather_owned(
        &self,
        owner: i64,
        deleted_too: bool,
        owned: &mut [(Kind, Vec<Row>)],
    ) -> Result<(), Error> {
        for n in records::owned(&self.connection, owner, deleted_too)? {
            let stored = records::load(&self.connection, &self.devices, n)?;
            let known = Kind::from_number(stored.kind);
            let Some((_, rows)) = owned.iter_mut().find(|(kind, _)| Some(*kind) == known) else { continue };
            rows.push(rows::row(&self.connection, n)?);
            self.gather_owned(n, deleted_too, owned)?;
        }
        Ok(())
    }

    fn referring(&self, kind: Kind, n: i64) -> Result<Vec<Referring>, Error> {
        let mut referring = Vec::new();
        let to = aliases::with_duplicates(&self.connection, n)?;
        let fields =
            Kind::ALL.into_iter().flat_map(|kind| kind.fields().iter().map(move |field| (kind, field)));
        for (from, field) in fields {
            if !matches!(field.field_type, FieldType::Reference(kinds) if kinds.contains(&kind)) {
                continue;
            }
            let (total, numbers) = rows::referring(&self.connection, from, field, &to, REFERRING)?;
            if total > 0 {
                let rows =
                    numbers.into_iter().map(|n| rows::row(&self.connection, n)).collect::<Result<_, _>>()?;
                referring.push(Referring { kind: from, field, total, rows });
            }
        }
        Ok(referring)
    }
}

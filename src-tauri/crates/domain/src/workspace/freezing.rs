//! Names and titles as they were at signing (A4, P7): written down when a party or signatory is first saved as having
//! signed. From then on they are values like others, which stay whatever becomes of the institution or person, and which
//! an officer can change or empty.

use std::collections::{BTreeMap, BTreeSet};

use super::door::Edit;
use super::drafted::Drafted;
use super::{Error, Workspace};
use crate::ids::RecordId;
use crate::kinds::{Field, Kind};
use crate::partial_date::PartialDate;
use crate::rules::holding::was_held;
use crate::rules::{self, Values, text};
use crate::store::records;
use crate::value::Value;

const NAME: &str = "name-at-signing";
const TITLE: &str = "title-at-signing";

impl Workspace {
    /// The edits, and what they freeze.
    pub(super) fn with_names_at_signing(&self, mut edits: Vec<Edit>) -> Result<Vec<Edit>, Error> {
        let frozen = Signing(Drafted::of(self, &edits)).frozen()?;
        edits.extend(frozen);
        Ok(edits)
    }
}

/// What is saved, seen before and after.
struct Signing<'a>(Drafted<'a>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Before,
    After,
}

/// Whether somebody has signed.
enum Signed {
    No,
    /// On this date, if that is known.
    Yes(Option<PartialDate>),
}

impl Signing<'_> {
    fn frozen(&self) -> Result<Vec<Edit>, Error> {
        // Whether somebody signs turns with what is said of signing, and with what one belongs to.
        let mut parties = self.edited_so(Kind::Party, &["signed", "agreement"]);
        for agreement in self.edited_so(Kind::Agreement, &["stage", "signed"]) {
            parties.extend(self.owned(agreement, Kind::Party)?);
        }
        let mut signatories = self.edited_so(Kind::Signatory, &[]);
        for party in &parties {
            signatories.extend(self.owned(*party, Kind::Signatory)?);
        }
        parties.extend(self.edited_so(Kind::Party, &[]));
        let parties = parties.into_iter().map(|id| self.freeze(Kind::Party, id));
        let signatories = signatories.into_iter().map(|id| self.freeze(Kind::Signatory, id));
        parties.chain(signatories).filter_map(Result::transpose).collect()
    }

    /// The records of a kind in which one of these fields is set; without any, all that are edited.
    fn edited_so(&self, kind: Kind, fields: &[&str]) -> BTreeSet<RecordId> {
        let sets = |edit: &&Edit| {
            let is_set = |field: &&str| edit.fields.contains_key(&declared(kind, field).number);
            fields.is_empty() || fields.iter().any(is_set)
        };
        self.0.edits().filter(|edit| edit.kind == kind).filter(sets).map(|edit| edit.record).collect()
    }

    /// What is written down of a party or signatory that signs by what is saved, or that is another one now.
    fn freeze(&self, kind: Kind, id: RecordId) -> Result<Option<Edit>, Error> {
        let Some(after) = self.values(kind, id, Look::After)? else { return Ok(None) };
        let Signed::Yes(date) = self.signed(kind, &after, Look::After)? else { return Ok(None) };
        let Some(who) = reference(kind, &after, who_of(kind)) else { return Ok(None) };
        let before = self.values(kind, id, Look::Before)?.unwrap_or_default();
        let is_same = reference(kind, &before, who_of(kind)) == Some(who);
        if is_same && matches!(self.signed(kind, &before, Look::Before)?, Signed::Yes(_)) {
            return Ok(None);
        }
        let mut frozen = vec![(NAME, self.name(kind, who)?)];
        if kind == Kind::Signatory {
            frozen.push((TITLE, self.title(who, &after, date)?));
        }
        let is_of_another = self.is_of_another(kind, &before, who)?;
        let mut fields = BTreeMap::new();
        for (name, text) in frozen {
            let field = declared(kind, name);
            // What is said in this very save stands, and so does what was written otherwise than by freezing.
            let is_said = self.0.edit(id).is_some_and(|edit| edit.fields.contains_key(&field.number));
            let is_told = after.contains_key(&field.number) && !is_of_another;
            if !is_said && !is_told && (text.is_some() || is_of_another) {
                fields.insert(field.number, text.map(Value::Text));
            }
        }
        Ok((!fields.is_empty()).then(|| Edit::of_fields(id, kind, fields)))
    }

    /// Whether what is written down is of somebody who was put there by mistake: by that one's name.
    fn is_of_another(&self, kind: Kind, before: &Values, who: RecordId) -> Result<bool, Error> {
        let former = reference(kind, before, who_of(kind)).filter(|former| *former != who);
        let Some(former) = former else { return Ok(false) };
        let written = text(kind, before, NAME);
        Ok(written.is_some() && self.name(kind, former)?.as_deref() == written)
    }

    fn name(&self, kind: Kind, who: RecordId) -> Result<Option<String>, Error> {
        let kind = if kind == Kind::Party { Kind::Institution } else { Kind::Person };
        Ok(self.values(kind, who, Look::After)?.and_then(|values| rules::title(kind, &values)))
    }

    /// The one role that a person had at the party's institution when signing; none if there were several.
    fn title(
        &self,
        person: RecordId,
        signatory: &Values,
        signed: Option<PartialDate>,
    ) -> Result<Option<String>, Error> {
        let Some(party) = reference(Kind::Signatory, signatory, "party") else { return Ok(None) };
        let party = self.values(Kind::Party, party, Look::After)?.unwrap_or_default();
        let institution = reference(Kind::Party, &party, "institution");
        let mut roles = BTreeSet::new();
        for id in self.owned(person, Kind::Affiliation)? {
            let affiliation = self.values(Kind::Affiliation, id, Look::After)?.unwrap_or_default();
            let is_there = reference(Kind::Affiliation, &affiliation, "institution") == institution;
            if is_there && institution.is_some() && was_held(Kind::Affiliation, &affiliation, signed) {
                roles.extend(text(Kind::Affiliation, &affiliation, "role").map(str::to_owned));
            }
        }
        Ok(roles.pop_first().filter(|_| roles.is_empty()))
    }

    /// Whether a party or signatory has signed: by its own date, or with all others.
    fn signed(&self, kind: Kind, values: &Values, look: Look) -> Result<Signed, Error> {
        if let Some(date) = text(kind, values, "signed") {
            return Ok(Signed::Yes(date.parse().ok()));
        }
        let owner = match kind {
            Kind::Signatory => Kind::Party,
            Kind::Party => Kind::Agreement,
            _ if text(kind, values, "stage") == Some("signed") => return Ok(Signed::Yes(None)),
            _ => return Ok(Signed::No),
        };
        let field = kind.owner_field().expect("BUG: both belong to a record").name;
        let Some(id) = reference(kind, values, field) else { return Ok(Signed::No) };
        match self.values(owner, id, look)? {
            Some(values) => self.signed(owner, &values, look),
            None => Ok(Signed::No),
        }
    }

    /// The values of a record; `None` if there is none of this kind.
    fn values(&self, kind: Kind, id: RecordId, look: Look) -> Result<Option<Values>, Error> {
        let found = match look {
            Look::Before => self.0.stored(id)?,
            Look::After => self.0.values(id)?,
        };
        Ok(found.filter(|(found, _)| *found == kind).map(|(_, values)| values))
    }

    /// What belongs to a record after the save, of one kind.
    fn owned(&self, id: RecordId, kind: Kind) -> Result<BTreeSet<RecordId>, Error> {
        let connection = &self.0.workspace.connection;
        let mut owned = BTreeSet::new();
        if let Some(n) = records::number(connection, id)? {
            for n in records::owned(connection, n, false)? {
                let is_of_kind = records::kind(connection, n)? == Some(kind);
                owned.extend(is_of_kind.then(|| records::id(connection, n)).transpose()?);
            }
        }
        let field = kind.owner_field().expect("BUG: it belongs to a record");
        let mine = |edit: &&Edit| edit.fields.get(&field.number) == Some(&Some(Value::Reference(id)));
        owned.extend(self.0.edits().filter(|edit| edit.kind == kind).filter(mine).map(|edit| edit.record));
        Ok(owned)
    }
}

/// The field that says who a party or signatory is.
fn who_of(kind: Kind) -> &'static str {
    if kind == Kind::Party { "institution" } else { "person" }
}

fn declared(kind: Kind, field: &str) -> &'static Field {
    kind.field(field).expect("BUG: only declared fields are named")
}

fn reference(kind: Kind, values: &Values, field: &str) -> Option<RecordId> {
    values.get(&declared(kind, field).number)?.as_reference()
}

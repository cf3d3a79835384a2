//! A part of a workspace: what is carried of it, and what is withheld.

use std::collections::HashSet;

use crate::ids::RecordId;
use crate::store::documents::ContentHash;
use crate::store::{documents, selecting};
use crate::workspace::{Error, Workspace};

/// What a part of a workspace begins from. It is carried with the units of its institutions; with what is about any of
/// that, such as agreements, people and follow-ups; with what belongs to all this; and what any of it refers to is
/// carried by itself, so that it has a name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// All that is in these countries, by their two letters.
    pub countries: Vec<String>,
    /// These records.
    pub records: Vec<RecordId>,
}

/// What is carried of a part.
pub(super) struct Part {
    /// The records whose changes are carried. Of all others the salted hashes are.
    pub(super) records: HashSet<RecordId>,
    contents: HashSet<ContentHash>,
}

impl Workspace {
    /// What is carried of a selection.
    pub(super) fn part(&self, selection: &Selection) -> Result<Part, Error> {
        let records = selecting::carried(&self.connection, &selection.countries, &selection.records)?;
        let contents = selecting::contents(&self.connection, &records)?;
        Ok(Part { records, contents })
    }

    /// The documents that belong to a part, or all, with their sizes.
    pub(super) fn contents_of(&self, part: Option<&Part>) -> Result<Vec<(ContentHash, u64)>, Error> {
        let mut contents = documents::all(&self.connection)?;
        contents.retain(|(hash, _)| part.is_none_or(|part| part.contents.contains(hash)));
        Ok(contents)
    }
}

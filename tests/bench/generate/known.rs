//! What there is already, for records that refer to it.

use entente_domain::ids::RecordId;

use super::words::Script;

/// Everything made so far, by all officers.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) tags: Vec<RecordId>,
    pub(crate) institutions: Vec<Institution>,
    pub(crate) events: Vec<RecordId>,
    pub(crate) people: Vec<Person>,
    pub(crate) agreements: Vec<Agreement>,
    pub(crate) follow_ups: Vec<RecordId>,
}

/// An institution, as far as others name it.
pub(crate) struct Institution {
    pub(crate) id: RecordId,
    pub(crate) script: &'static Script,
    pub(crate) name: String,
    pub(crate) domain: String,
    pub(crate) country: &'static str,
}

/// A person, likewise.
pub(crate) struct Person {
    pub(crate) id: RecordId,
    pub(crate) name: String,
}

/// An agreement, likewise.
pub(crate) struct Agreement {
    pub(crate) id: RecordId,
    pub(crate) title: String,
}

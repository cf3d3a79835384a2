//! What the summary of an agreement is made from: plain values, as an officer reads them.
//!
//! Choices (kind, stage, mode of signing, …) come as labels in the language of the page. Dates come as the
//! program carries them, `2023-10-19`, `2023-10`, `2023`, `--12-08`, and are worded here. `None` and an empty
//! text both mean that nobody has told: the page says so.

/// An agreement, ready to be printed.
#[derive(Clone, Debug, Default)]
pub struct AgreementSummary {
    /// What it is called.
    pub title: String,
    /// Its kind's label.
    pub kind: Option<String>,
    /// Its subtype.
    pub subtype: Option<String>,
    /// The officer's own number for it.
    pub number: Option<String>,
    /// How far people have come with it: its stage's label.
    pub stage: Option<String>,
    /// What its dates mean today, as one sentence ("In force; expires in 120 days").
    pub state: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
    /// Who concluded it, in the order of the agreement.
    pub parties: Vec<PartyLine>,
    /// When it was signed.
    pub signed: Option<String>,
    /// Since when it has been, or will be, in force.
    pub in_force: Option<String>,
    /// When it ends, as it was told.
    pub ends: Option<String>,
    /// When it ends, where that is worked out: from its term, or, if an end was told, from its renewals since.
    pub worked_out_end: Option<WorkedOutEnd>,
    /// Its term's label.
    pub term: Option<String>,
    /// How long the term is.
    pub term_months: Option<u32>,
    /// The label of how it is renewed.
    pub renewal: Option<String>,
    /// By how much it is renewed each time.
    pub renewal_months: Option<u32>,
    /// How long before the end one must give notice.
    pub notice_days: Option<u32>,
    /// The last day on which a party can object to its renewal.
    pub last_objection_day: Option<String>,
    /// When somebody asked to end it.
    pub termination_requested: Option<String>,
    /// When that takes effect.
    pub termination_effective: Option<String>,
    /// Why it was asked.
    pub termination_reason: Option<String>,
    /// Where it was signed.
    pub event: Option<EventLine>,
    /// The files kept with it.
    pub documents: Vec<DocumentLine>,
    /// What is to be done about it.
    pub follow_ups: Vec<FollowUpLine>,
    /// What the officer noted. Line breaks are kept.
    pub note: Option<String>,
    /// The day of printing, by the officer's calendar.
    pub printed_on: String,
    /// Who prints it: also the author in the file's metadata.
    pub officer: Option<String>,
}

/// An end that nobody told.
#[derive(Clone, Debug)]
pub enum WorkedOutEnd {
    /// On this date.
    On(String),
    /// On one of these days or those between.
    Between(String, String),
}

/// A party and its own dates.
#[derive(Clone, Debug, Default)]
pub struct PartyLine {
    /// What it was called when it signed, else what it is called now.
    pub name: String,
    /// The name in the party's own script, if that is another one.
    pub name_in_own_script: Option<String>,
    /// Its country's name.
    pub country: Option<String>,
    /// Its own number for the agreement.
    pub number: Option<String>,
    /// When it signed.
    pub signed: Option<String>,
    /// When it approved.
    pub approved: Option<String>,
    /// Since when the agreement has been in force for it.
    pub in_force: Option<String>,
    /// When it withdrew. The column is there only if a party did.
    pub withdrawn: Option<String>,
    /// What it reserved.
    pub reservations: Option<String>,
    /// Who signed for it.
    pub signatories: Vec<SignatoryLine>,
}

/// Who signed for a party. Name and title as they were on that day.
#[derive(Clone, Debug, Default)]
pub struct SignatoryLine {
    /// The person's name.
    pub name: String,
    /// The person's title or office.
    pub title: Option<String>,
    /// The label of how it was signed: in person, by video, by post.
    pub mode: Option<String>,
    /// When, if on another day than the party's.
    pub signed: Option<String>,
}

/// Where an agreement was signed.
#[derive(Clone, Debug, Default)]
pub struct EventLine {
    /// What the event is called.
    pub title: String,
    /// Its first day.
    pub start: Option<String>,
    /// Where it took place.
    pub place: Option<String>,
    /// Its country's name.
    pub country: Option<String>,
    /// The label of how people took part: on site, online, hybrid.
    pub mode: Option<String>,
}

/// A file kept with an agreement.
#[derive(Clone, Debug, Default)]
pub struct DocumentLine {
    /// Its name.
    pub name: String,
    /// The label of what it is: signed copy, draft, annex.
    pub usage: Option<String>,
    /// Its language's name.
    pub language: Option<String>,
    /// Its BLAKE3 fingerprint in hex, of which the first 16 digits are shown.
    pub fingerprint: Option<String>,
}

/// Something to be done.
#[derive(Clone, Debug, Default)]
pub struct FollowUpLine {
    /// What.
    pub title: String,
    /// By when.
    pub due: Option<String>,
    /// By whom.
    pub assignee: Option<String>,
    /// Its state's label.
    pub state: Option<String>,
}

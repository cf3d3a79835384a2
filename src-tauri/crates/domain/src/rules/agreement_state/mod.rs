//! What an agreement's dates mean on a given day (A6–A8).
//!
//! Unknown stays unknown: a state is only claimed where the dates bear it out, on every day that they may be. The stage
//! that an officer set is another matter, but for one thing: what is not signed is not in force, whatever its dates say.
//! The rules as a table: `cases.rs`.

#[cfg(test)]
mod cases;
mod ending;
mod facts;
mod turning;

pub use ending::Ending;
pub use turning::holds_until;

use chrono::NaiveDate;

use super::Values;
use crate::partial_date::PartialDate;
use facts::{End, Facts};

/// Raised when the rules change: what was kept by the former ones is worked out anew.
pub const FORM: u32 = 2;

/// The fields that a state follows from.
pub const FIELDS: [&str; 8] = [
    "stage",
    "in-force",
    "term",
    "term-months",
    "ends",
    "renewal",
    "renewal-months",
    "termination-effective",
];

/// How many days before its end an agreement counts as expiring.
pub const EXPIRING_WITHIN_DAYS: u64 = 180;

/// What an agreement's dates mean on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementState {
    /// Given up before it was concluded.
    NeverConcluded,
    /// Not in force yet: from this day, if that is known.
    NotYet {
        /// When it enters into force.
        from: Option<PartialDate>,
    },
    /// In force, until this day if one is known.
    InForce {
        /// When it ends.
        until: Option<Ending>,
        /// Whether it is meant to run without an end.
        evergreen: bool,
    },
    /// Ends soon, or may have ended already.
    Expiring {
        /// When.
        until: Ending,
        /// In how many days, where the end is known to the day.
        days: Option<i64>,
        /// Whether some of the days on which it may end are past.
        may_be_over: bool,
    },
    /// Its time is over.
    Expired {
        /// Since when.
        on: Ending,
    },
    /// Ended by one of its parties.
    Terminated {
        /// Since when.
        on: Ending,
    },
    /// What is known does not tell.
    Unknown,
}

/// A state without its dates: what lists ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum StateCode {
    /// Not in force yet.
    NotYet = 1,
    /// In force, and not to end soon.
    InForce = 2,
    /// To end soon, or perhaps at an end already.
    Expiring = 3,
    /// Its time is over.
    Expired = 4,
    /// Ended by one of its parties.
    Terminated = 5,
    /// Given up before it was concluded.
    NeverConcluded = 6,
    /// What is known does not tell.
    Unknown = 7,
}

impl StateCode {
    /// All of them, in the order of an agreement's life.
    pub const ALL: [Self; 7] = [
        Self::NotYet,
        Self::InForce,
        Self::Expiring,
        Self::Expired,
        Self::Terminated,
        Self::NeverConcluded,
        Self::Unknown,
    ];

    /// Its name, in lower case with hyphens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::InForce => "in-force",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::Terminated => "terminated",
            Self::NeverConcluded => "never-concluded",
            Self::Unknown => "unknown",
        }
    }

    /// The code of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }
}

impl AgreementState {
    /// The same without its dates.
    pub const fn code(self) -> StateCode {
        match self {
            Self::NotYet { .. } => StateCode::NotYet,
            Self::InForce { .. } => StateCode::InForce,
            Self::Expiring { .. } => StateCode::Expiring,
            Self::Expired { .. } => StateCode::Expired,
            Self::Terminated { .. } => StateCode::Terminated,
            Self::NeverConcluded => StateCode::NeverConcluded,
            Self::Unknown => StateCode::Unknown,
        }
    }
}

/// What an agreement's dates mean on `today`.
pub fn state(agreement: &Values, today: NaiveDate) -> AgreementState {
    let facts = Facts { agreement, today };
    if facts.text("stage") == Some("never-concluded") {
        return AgreementState::NeverConcluded;
    }
    if facts.is_unsigned() {
        return AgreementState::NotYet { from: facts.begins_later() };
    }
    if let Some(on) = facts.terminated().filter(|&day| facts.is_past(day)) {
        return AgreementState::Terminated { on };
    }
    if let Some(from) = facts.begins_later() {
        return AgreementState::NotYet { from: Some(from) };
    }
    match facts.end() {
        End::Known(on) if facts.is_past(on) && !facts.renews() => AgreementState::Expired { on },
        End::Known(on) if facts.is_past(on) => facts.after_renewals(on),
        End::Known(until) if facts.is_soon(until) => facts.expiring(until),
        end => facts.running(end),
    }
}

/// The end of an agreement where it is worked out and not told: counted from its start and its fixed term, or from its
/// renewals by now.
pub fn worked_out_end(agreement: &Values, today: NaiveDate) -> Option<Ending> {
    let facts = Facts { agreement, today };
    let End::Known(first) = facts.end() else { return None };
    let renewed = facts.renewed_end(first);
    renewed.or_else(|| facts.counted().filter(|counted| *counted == first && facts.date("ends").is_none()))
}

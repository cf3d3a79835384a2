//! What an agreement's dates mean on a given day (A6–A8).
//!
//! Unknown stays unknown: a state is only claimed where the dates bear it out. The stage an officer set (draft,
//! signed …) is another matter and is asked only where it settles something the dates leave open.

use chrono::{Days, Months, NaiveDate};

use super::Values;
use crate::kinds::Kind;
use crate::partial_date::PartialDate;
use crate::value::Value;

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
        until: Option<PartialDate>,
        /// Whether it is meant to run without an end.
        evergreen: bool,
    },
    /// Ends soon.
    Expiring {
        /// When.
        until: PartialDate,
        /// In how many days, where the end is known to the day.
        days: Option<i64>,
    },
    /// Its time is over.
    Expired {
        /// Since when.
        on: PartialDate,
    },
    /// Ended by one of its parties.
    Terminated {
        /// Since when.
        on: PartialDate,
    },
    /// What is known does not tell.
    Unknown,
}

/// What an agreement's dates mean on `today`.
pub fn state(agreement: &Values, today: NaiveDate) -> AgreementState {
    let facts = Facts { agreement, today };
    if facts.text("stage") == Some("never-concluded") {
        return AgreementState::NeverConcluded;
    }
    let terminated = facts.date("termination-effective");
    if let Some(on) = terminated.filter(|&day| facts.is_past(day)) {
        return AgreementState::Terminated { on };
    }
    let end = terminated.or_else(|| facts.end());
    match end {
        Some(on) if facts.is_past(on) && !facts.renews() => AgreementState::Expired { on },
        Some(on) if facts.is_past(on) => facts.after_renewals(on),
        Some(until) if facts.is_soon(until) && !facts.is_unsigned() => facts.expiring(until),
        _ => facts.running(end),
    }
}

struct Facts<'a> {
    agreement: &'a Values,
    today: NaiveDate,
}

impl Facts<'_> {
    fn value(&self, field: &str) -> Option<&Value> {
        self.agreement.get(&Kind::Agreement.field(field)?.number)
    }

    fn text(&self, field: &str) -> Option<&str> {
        self.value(field)?.as_text()
    }

    fn date(&self, field: &str) -> Option<PartialDate> {
        self.text(field)?.parse().ok()
    }

    fn months(&self, field: &str) -> Option<u32> {
        self.value(field)?
            .as_integer()
            .and_then(|months| u32::try_from(months).ok())
            .filter(|&months| months > 0)
    }

    /// A date is past when the last day it may be is.
    fn is_past(&self, date: PartialDate) -> bool {
        date.last_day().is_some_and(|day| day < self.today)
    }

    fn is_soon(&self, date: PartialDate) -> bool {
        let horizon = self.today.checked_add_days(Days::new(EXPIRING_WITHIN_DAYS));
        matches!((date.first_day(), horizon), (Some(day), Some(horizon)) if day <= horizon)
    }

    fn is_unsigned(&self) -> bool {
        let stage = self.text("stage");
        stage.is_some_and(|stage| stage != "signed") && self.date("in-force").is_none()
    }

    fn renews(&self) -> bool {
        self.text("renewal") == Some("automatic") && self.date("termination-effective").is_none()
    }

    /// The stated end, or the start and the fixed term counted from it.
    fn end(&self) -> Option<PartialDate> {
        let counted = || match self.text("term") {
            Some("fixed") => add_months(self.date("in-force")?, self.months("term-months")?),
            _ => None,
        };
        self.date("ends").or_else(counted)
    }

    fn expiring(&self, until: PartialDate) -> AgreementState {
        let days = match until {
            PartialDate::Day(day) => Some((day - self.today).num_days()),
            _ => None,
        };
        AgreementState::Expiring { until, days }
    }

    /// Past an end that renews by itself: to the end of the period that today lies in. Each is counted from the first,
    /// or an end on the 31st would become one on the 28th and stay so.
    fn after_renewals(&self, first: PartialDate) -> AgreementState {
        let Some(months) = self.months("renewal-months") else { return AgreementState::Unknown };
        let renewed = |times: u32| shift(first, months.checked_mul(times)?);
        let Some(end) = (1..).map_while(renewed).find(|end| !self.is_past(*end)) else {
            return AgreementState::Unknown;
        };
        if self.is_soon(end) {
            self.expiring(end)
        } else {
            AgreementState::InForce { until: Some(end), evergreen: false }
        }
    }

    fn running(&self, until: Option<PartialDate>) -> AgreementState {
        match self.date("in-force") {
            Some(from) if from.first_day().is_some_and(|day| day > self.today) => {
                AgreementState::NotYet { from: Some(from) }
            }
            Some(from) if from.first_day().is_some() => {
                AgreementState::InForce { until, evergreen: self.text("term") == Some("evergreen") }
            }
            None if self.is_unsigned() => AgreementState::NotYet { from: None },
            Some(_) | None => AgreementState::Unknown,
        }
    }
}

/// The last day (month, year) of a term of `months` that begins on `start`.
fn add_months(start: PartialDate, months: u32) -> Option<PartialDate> {
    match (start, shift(start, months)?) {
        (PartialDate::Day(_), PartialDate::Day(next)) => {
            next.checked_sub_days(Days::new(1)).map(PartialDate::Day)
        }
        (_, coarse) => Some(coarse),
    }
}

/// The same date so many months later, as exactly as it is known; a bare year moves by whole years only.
fn shift(date: PartialDate, months: u32) -> Option<PartialDate> {
    let moved = date.first_day()?.checked_add_months(Months::new(months))?;
    use chrono::Datelike;
    match date {
        PartialDate::Day(_) => Some(PartialDate::Day(moved)),
        PartialDate::Month(..) => Some(PartialDate::Month(moved.year(), moved.month())),
        PartialDate::Year(_) => months.is_multiple_of(12).then_some(PartialDate::Year(moved.year())),
        PartialDate::DayOfUnknownYear(..) | PartialDate::MonthOfUnknownYear(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-06-15";

    /// What is known of the agreement -> its state on 15 June 2026.
    #[rustfmt::skip]
    const CASES: &[(&str, &str)] = &[
        ("", "Unknown"),
        ("stage=draft", "NotYet"),
        ("stage=signed", "Unknown"),
        ("stage=signed signed=2023-10", "Unknown"),
        ("stage=never-concluded in-force=2020", "NeverConcluded"),
        ("in-force=2027", "NotYet 2027"),
        ("in-force=2026-06", "InForce"),
        ("in-force=--12-08", "Unknown"),
        ("in-force=2020 term=evergreen", "InForce evergreen"),
        ("in-force=2020 term=unknown", "InForce"),
        ("in-force=2020 ends=2030", "InForce until 2030"),
        ("in-force=2020 ends=2026-12-12", "Expiring 2026-12-12 in 180"),
        ("in-force=2020 ends=2026-12-13", "InForce until 2026-12-13"),
        ("in-force=2020 ends=2026-06-15", "Expiring 2026-06-15 in 0"),
        ("in-force=2020 ends=2026-06-14", "Expired 2026-06-14"),
        ("in-force=2020 ends=2026-06", "Expiring 2026-06"),
        ("in-force=2020 ends=2026-05", "Expired 2026-05"),
        ("in-force=2020 ends=2026", "Expiring 2026"),
        ("ends=2026-07", "Expiring 2026-07"),
        ("ends=2019", "Expired 2019"),
        ("stage=draft ends=2026-07", "NotYet"),
        ("in-force=2021-06-15 term=fixed term-months=60", "Expired 2026-06-14"),
        ("in-force=2021-06-16 term=fixed term-months=60", "Expiring 2026-06-15 in 0"),
        ("in-force=2024-01 term=fixed term-months=60", "InForce until 2029-01"),
        ("in-force=2020 ends=2025-06-14 renewal=automatic renewal-months=12", "InForce until 2027-06-14"),
        ("in-force=2020 ends=2025-12-31 renewal=automatic renewal-months=24", "InForce until 2027-12-31"),
        ("in-force=2020 ends=2025-12-31 renewal=automatic", "Unknown"),
        ("in-force=2020 ends=2026-01-31 renewal=automatic renewal-months=1", "Expiring 2026-06-30 in 15"),
        ("in-force=2020 ends=2025 renewal=automatic renewal-months=6", "Unknown"),
        ("in-force=2020 ends=2025-12-31 renewal=by-agreement", "Expired 2025-12-31"),
        ("in-force=2020 termination-effective=2026-01-01", "Terminated 2026-01-01"),
        ("in-force=2020 ends=2030 termination-effective=2026-09-01", "Expiring 2026-09-01 in 78"),
        ("in-force=2020 ends=2025 renewal=automatic renewal-months=12 termination-effective=2026", "Expiring 2026"),
    ];

    fn read(facts: &str) -> Values {
        facts
            .split_whitespace()
            .map(|fact| {
                let (name, text) = fact.split_once('=').expect("a fact");
                let value = text.parse().map_or_else(
                    |_| Value::from(text),
                    |number: i64| match name.ends_with("months") {
                        true => Value::Integer(number),
                        false => Value::from(text),
                    },
                );
                (Kind::Agreement.field(name).expect("declared").number, value)
            })
            .collect()
    }

    fn told(state: AgreementState) -> String {
        let maybe = |word: &str, date: Option<PartialDate>| {
            date.map_or(String::new(), |date| format!(" {word}{date}"))
        };
        match state {
            AgreementState::NotYet { from } => format!("NotYet{}", maybe("", from)),
            AgreementState::InForce { until, evergreen } => {
                format!("InForce{}{}", maybe("until ", until), if evergreen { " evergreen" } else { "" })
            }
            AgreementState::Expiring { until, days } => {
                format!("Expiring {until}{}", days.map_or(String::new(), |days| format!(" in {days}")))
            }
            AgreementState::Expired { on } => format!("Expired {on}"),
            AgreementState::Terminated { on } => format!("Terminated {on}"),
            AgreementState::NeverConcluded | AgreementState::Unknown => format!("{state:?}"),
        }
    }

    #[test]
    fn dates_mean_what_the_table_says() {
        let today = TODAY.parse().expect("a day");
        for (facts, expected) in CASES {
            assert_eq!(told(state(&read(facts), today)), *expected, "{facts}");
        }
    }
}

//! What is known of an agreement, as the rules ask for it.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{AgreementState, EXPIRING_WITHIN_DAYS};
use crate::kinds::Kind;
use crate::partial_date::PartialDate;
use crate::rules::Values;
use crate::value::Value;

/// An agreement, looked at on a day.
pub(super) struct Facts<'a> {
    pub(super) agreement: &'a Values,
    pub(super) today: NaiveDate,
}

impl Facts<'_> {
    fn value(&self, field: &str) -> Option<&Value> {
        self.agreement.get(&Kind::Agreement.field(field)?.number)
    }

    pub(super) fn text(&self, field: &str) -> Option<&str> {
        self.value(field)?.as_text()
    }

    pub(super) fn date(&self, field: &str) -> Option<PartialDate> {
        self.text(field)?.parse().ok()
    }

    fn months(&self, field: &str) -> Option<u32> {
        self.value(field)?
            .as_integer()
            .and_then(|months| u32::try_from(months).ok())
            .filter(|&months| months > 0)
    }

    /// A date is past when the last day it may be is.
    pub(super) fn is_past(&self, date: PartialDate) -> bool {
        date.last_day().is_some_and(|day| day < self.today)
    }

    pub(super) fn is_soon(&self, date: PartialDate) -> bool {
        let horizon = self.today.checked_add_days(Days::new(EXPIRING_WITHIN_DAYS));
        matches!((date.first_day(), horizon), (Some(day), Some(horizon)) if day <= horizon)
    }

    pub(super) fn is_unsigned(&self) -> bool {
        let stage = self.text("stage");
        stage.is_some_and(|stage| stage != "signed") && self.date("in-force").is_none()
    }

    pub(super) fn renews(&self) -> bool {
        self.text("renewal") == Some("automatic") && self.terminated().is_none()
    }

    pub(super) fn terminated(&self) -> Option<PartialDate> {
        self.date("termination-effective")
    }

    /// When it is terminated; else the stated end, or the start and the fixed term counted from it.
    pub(super) fn end(&self) -> Option<PartialDate> {
        let counted = || match self.text("term") {
            Some("fixed") => add_months(self.date("in-force")?, self.months("term-months")?),
            _ => None,
        };
        self.terminated().or_else(|| self.date("ends")).or_else(counted)
    }

    pub(super) fn expiring(&self, until: PartialDate) -> AgreementState {
        let days = match until {
            PartialDate::Day(day) => Some((day - self.today).num_days()),
            _ => None,
        };
        AgreementState::Expiring { until, days }
    }

    /// Past an end that renews by itself: to the end of the period that today lies in.
    pub(super) fn after_renewals(&self, first: PartialDate) -> AgreementState {
        match self.renewed_end(first) {
            None => AgreementState::Unknown,
            Some(end) if self.is_soon(end) => self.expiring(end),
            until => AgreementState::InForce { until, evergreen: false },
        }
    }

    /// The end of the period that today lies in. Each is counted from the first, or an end on the 31st would become
    /// one on the 28th and stay so.
    pub(super) fn renewed_end(&self, first: PartialDate) -> Option<PartialDate> {
        let months = self.months("renewal-months")?;
        (1..).map_while(|times: u32| shift(first, months.checked_mul(times)?)).find(|end| !self.is_past(*end))
    }

    pub(super) fn running(&self, until: Option<PartialDate>) -> AgreementState {
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
    match date {
        PartialDate::Day(_) => Some(PartialDate::Day(moved)),
        PartialDate::Month(..) => Some(PartialDate::Month(moved.year(), moved.month())),
        PartialDate::Year(_) => months.is_multiple_of(12).then_some(PartialDate::Year(moved.year())),
        PartialDate::DayOfUnknownYear(..) | PartialDate::MonthOfUnknownYear(_) => None,
    }
}

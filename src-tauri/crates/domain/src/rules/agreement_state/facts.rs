//! What is known of an agreement, as the rules ask for it.

use chrono::{Days, NaiveDate};

use super::{AgreementState, EXPIRING_WITHIN_DAYS, Ending};
use crate::kinds::Kind;
use crate::partial_date::PartialDate;
use crate::rules::Values;
use crate::value::Value;

/// An agreement, looked at on a day.
pub(super) struct Facts<'a> {
    pub(super) agreement: &'a Values,
    pub(super) today: NaiveDate,
}

/// What is known of an agreement's end.
#[derive(Clone, Copy)]
pub(super) enum End {
    /// It ends then.
    Known(Ending),
    /// It has an end, or may have one, and when is not known.
    Hidden,
    /// Nothing is told of an end, or that there is none.
    Open,
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

    /// An end is past when the last day it may be is.
    pub(super) fn is_past(&self, end: Ending) -> bool {
        end.last_day() < self.today
    }

    pub(super) fn is_soon(&self, end: Ending) -> bool {
        let horizon = self.today.checked_add_days(Days::new(EXPIRING_WITHIN_DAYS));
        horizon.is_some_and(|horizon| end.first_day() <= horizon)
    }

    /// Whether the parties have not all signed. Some agreements enter into force before the last one has: then a date
    /// says so.
    pub(super) fn is_unsigned(&self) -> bool {
        match self.text("stage") {
            None | Some("signed") => false,
            Some("partly-signed") => self.date("in-force").is_none(),
            Some(_) => true,
        }
    }

    /// When it enters into force, if that is surely still to come.
    pub(super) fn begins_later(&self) -> Option<PartialDate> {
        self.date("in-force").filter(|from| from.first_day().is_some_and(|day| day > self.today))
    }

    fn has_surely_begun(&self) -> bool {
        self.date("in-force").and_then(PartialDate::last_day).is_some_and(|day| day <= self.today)
    }

    pub(super) fn renews(&self) -> bool {
        self.text("renewal") == Some("automatic") && self.date("termination-effective").is_none()
    }

    pub(super) fn terminated(&self) -> Option<Ending> {
        self.date("termination-effective").and_then(Ending::told)
    }

    /// The start and the fixed term counted from it.
    pub(super) fn counted(&self) -> Option<Ending> {
        let months = self.months("term-months").filter(|_| self.text("term") == Some("fixed"))?;
        Ending::counted(self.date("in-force")?, months)
    }

    /// When it is terminated; else the stated end, or the one counted. Of a term that has an end, or may have one (*not
    /// known* is what the officer says of it), the end is not known to be open.
    pub(super) fn end(&self) -> End {
        let told = self.date("termination-effective").or_else(|| self.date("ends"));
        let has_end = matches!(self.text("term"), Some("fixed" | "until-date" | "unknown"));
        match told.map_or_else(|| self.counted(), Ending::told) {
            Some(end) => End::Known(end),
            None if told.is_some() || has_end => End::Hidden,
            None => End::Open,
        }
    }

    pub(super) fn expiring(&self, until: Ending) -> AgreementState {
        let days = match until {
            Ending::Date(PartialDate::Day(day)) => Some((day - self.today).num_days()),
            Ending::Date(_) | Ending::Between(..) => None,
        };
        AgreementState::Expiring { until, days, may_be_over: until.first_day() < self.today }
    }

    /// Past an end that renews by itself: to the end of the period that today lies in.
    pub(super) fn after_renewals(&self, first: Ending) -> AgreementState {
        match self.renewed_end(first) {
            None => AgreementState::Unknown,
            Some(end) if self.is_soon(end) => self.expiring(end),
            until => AgreementState::InForce { until, evergreen: false },
        }
    }

    /// The end of the period that today lies in, if it renews by itself and its first end is past. Each is counted from
    /// the first, or an end on the 31st would become one on the 28th and stay so.
    pub(super) fn renewed_end(&self, first: Ending) -> Option<Ending> {
        let months = self.months("renewal-months").filter(|_| self.renews() && self.is_past(first))?;
        (1..).map_while(|times: u32| first.later(months.checked_mul(times)?)).find(|end| !self.is_past(*end))
    }

    /// Where no end is near: in force, if that is sure of its beginning and of its end.
    pub(super) fn running(&self, end: End) -> AgreementState {
        if !self.has_surely_begun() {
            return AgreementState::Unknown;
        }
        match end {
            End::Known(until) => {
                AgreementState::InForce { until: Some(until), evergreen: self.is_evergreen() }
            }
            End::Open => AgreementState::InForce { until: None, evergreen: self.is_evergreen() },
            End::Hidden => AgreementState::Unknown,
        }
    }

    fn is_evergreen(&self) -> bool {
        self.text("term") == Some("evergreen")
    }
}

//! For how long a state stays what it is, so that it can be kept and need not be worked out for every list.

use chrono::{Days, NaiveDate};

use super::facts::{End, Facts};
use super::{AgreementState, EXPIRING_WITHIN_DAYS, Ending};
use crate::partial_date::PartialDate;
use crate::rules::Values;

/// The last day up to which the [state's code](super::StateCode) surely stays that of `state`, what the agreement's
/// dates mean on `today`, if nothing else becomes known; `None` if for ever. For an agreement that is expiring it is the last day that its end may be.
pub fn holds_until(agreement: &Values, state: AgreementState, today: NaiveDate) -> Option<NaiveDate> {
    if let AgreementState::Expiring { until, .. } = state {
        return Some(until.last_day());
    }
    let facts = Facts { agreement, today };
    let start = facts.date("in-force");
    let end = match facts.end() {
        End::Known(end) => Some(end),
        End::Hidden | End::Open => None,
    };
    let period_end = end.and_then(|end| facts.renewed_end(end));
    let turns = [
        start.and_then(PartialDate::first_day),
        start.and_then(PartialDate::last_day),
        end.and_then(becomes_soon),
        end.and_then(becomes_past),
        period_end.and_then(becomes_soon),
        period_end.and_then(becomes_past),
    ];
    let next = turns.into_iter().flatten().filter(|turn| *turn > today).min()?;
    next.pred_opt()
}

/// The first day on which an end is no longer too far away to matter.
fn becomes_soon(end: Ending) -> Option<NaiveDate> {
    end.first_day().checked_sub_days(Days::new(EXPIRING_WITHIN_DAYS))
}

/// The first day on which an end is surely over.
fn becomes_past(end: Ending) -> Option<NaiveDate> {
    end.last_day().succ_opt()
}

#[cfg(test)]
mod tests {
    use super::super::cases::{CASES, read};
    use super::super::{StateCode, state};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_state_stays_the_same_for_as_long_as_it_is_said_to() {
        let last = day("2033-01-01");
        for (facts, _) in CASES {
            let agreement = read(facts);
            let code = |today| state(&agreement, today).code();
            let (mut from, mut stretches) = (day("2019-01-01"), 0);
            while from <= last {
                let until = holds_until(&agreement, state(&agreement, from), from).unwrap_or(last);
                assert!(until >= from, "{facts} on {from}");
                let same = from.iter_days().take_while(|today| *today <= until.min(last));
                same.for_each(|today| assert_eq!(code(today), code(from), "{facts}: {from}, {today}"));
                (from, stretches) = (until.succ_opt().expect("a day"), stretches + 1);
            }
            assert!(stretches < 60 || facts.contains("renewal-months=1"), "{facts} turns {stretches} times");
        }
    }

    #[test]
    fn what_is_expiring_stays_so_until_its_end() {
        let today = day("2026-06-15");
        for (facts, _) in CASES {
            let agreement = read(facts);
            let state = state(&agreement, today);
            let AgreementState::Expiring { until, .. } = state else { continue };
            assert_eq!(holds_until(&agreement, state, today), Some(until.last_day()), "{facts}");
        }
    }

    #[test]
    fn every_code_is_found_by_its_name() {
        for code in StateCode::ALL {
            assert_eq!(StateCode::from_name(code.name()), Some(code));
        }
    }
}

//! Whether what is told with the dates from which and up to which it is so, such as a role, was so on a day.

use chrono::NaiveDate;

use super::{Values, text};
use crate::kinds::Kind;
use crate::partial_date::PartialDate;
use crate::value::Value;

/// Whether a role may have been held on a day; where that is not known, or not when the role ended, whether it has not.
/// So with a party, which is one until it withdraws.
pub(crate) fn was_held(kind: Kind, values: &Values, day: Option<PartialDate>) -> bool {
    let date = |field| text(kind, values, field).and_then(|date| date.parse::<PartialDate>().ok());
    let until = date("to").or_else(|| date("withdrawn"));
    match (day, date("from"), until) {
        (_, _, None) if has_ended(kind, values) => false,
        (None, _, to) => to.is_none(),
        (Some(day), from, to) => {
            !from.is_some_and(|from| day.certainly_before(from))
                && !to.is_some_and(|to| to.certainly_before(day))
        }
    }
}

/// Whether a role may be held today: what is said to have ended is not, whenever that was.
pub(crate) fn is_held(kind: Kind, values: &Values, today: NaiveDate) -> bool {
    !has_ended(kind, values) && was_held(kind, values, Some(PartialDate::Day(today)))
}

fn has_ended(kind: Kind, values: &Values) -> bool {
    let ended = kind.field("ended").and_then(|field| values.get(&field.number));
    ended.is_some_and(Value::is_true)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a row, and whether it is so today.
    type Case = (Kind, &'static [(&'static str, &'static str)], bool);

    #[test]
    fn who_holds_a_role_today_is_told_by_its_dates_as_far_as_they_are_known() {
        let today = NaiveDate::from_ymd_opt(2026, 6, 15).expect("a day");
        #[rustfmt::skip]
        let cases: [Case; 14] = [
            (Kind::Affiliation, &[], true),
            (Kind::Affiliation, &[("from", "2020")], true),
            (Kind::Affiliation, &[("from", "2026")], true),
            (Kind::Affiliation, &[("from", "2026-06-16")], false),
            (Kind::Affiliation, &[("to", "2025")], false),
            (Kind::Affiliation, &[("to", "2026-06-14")], false),
            (Kind::Affiliation, &[("to", "2026-06-15")], true),
            (Kind::Affiliation, &[("to", "2026")], true),
            (Kind::Affiliation, &[("to", "--01-01")], true),
            (Kind::Affiliation, &[("ended", "yes")], false),
            (Kind::Affiliation, &[("to", "2026"), ("ended", "yes")], false),
            (Kind::Party, &[("signed", "2030")], true),
            (Kind::Party, &[("withdrawn", "2026-05")], false),
            (Kind::Party, &[("withdrawn", "2027")], true),
        ];
        for (kind, fields, held) in cases {
            let value = |text: &str| if text == "yes" { true.into() } else { Value::from(text) };
            let number = |name: &str| kind.field(name).expect("declared").number;
            let values = fields.iter().map(|(name, text)| (number(name), value(text))).collect();
            assert_eq!(is_held(kind, &values, today), held, "{kind} {fields:?}");
        }
    }
}

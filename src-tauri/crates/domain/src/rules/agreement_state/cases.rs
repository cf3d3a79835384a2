//! What the dates of an agreement mean, as a table.

use super::*;
use crate::kinds::Kind;
use crate::value::Value;

const TODAY: &str = "2026-06-15";

/// What is known of the agreement -> its state on 15 June 2026.
#[rustfmt::skip]
pub(super) const CASES: &[(&str, &str)] = &[
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

pub(super) fn read(facts: &str) -> Values {
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
    let maybe =
        |word: &str, date: Option<PartialDate>| date.map_or(String::new(), |date| format!(" {word}{date}"));
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

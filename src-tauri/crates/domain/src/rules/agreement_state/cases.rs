//! What the dates of an agreement mean, as a table.

use super::*;
use crate::kinds::Kind;
use crate::value::Value;

const TODAY: &str = "2026-06-15";

/// What is known of the agreement -> its state on 15 June 2026.
#[rustfmt::skip]
pub(super) const CASES: &[(&str, &str)] = &[
    // Nothing is claimed where nothing is told.
    ("", "Unknown"),
    ("stage=signed", "Unknown"),
    ("stage=signed signed=2023-10", "Unknown"),

    // What is not signed is not in force, whatever its dates say.
    ("stage=draft", "NotYet"),
    ("stage=draft ends=2026-07", "NotYet"),
    ("stage=draft ends=2020", "NotYet"),
    ("stage=draft in-force=2020", "NotYet"),
    ("stage=ready-to-sign in-force=2026-09", "NotYet 2026-09"),
    ("stage=idea ends=2020 renewal=automatic renewal-months=12", "NotYet"),
    ("stage=draft termination-effective=2020", "NotYet"),
    ("stage=never-concluded in-force=2020", "NeverConcluded"),
    // But an agreement may enter into force before the last party has signed.
    ("stage=partly-signed", "NotYet"),
    ("stage=partly-signed ends=2020", "NotYet"),
    ("stage=partly-signed in-force=2020", "InForce"),

    // It has begun when the last day of its start has come.
    ("in-force=2027", "NotYet 2027"),
    ("in-force=2026-06-15", "InForce"),
    ("in-force=2026-06-16", "NotYet 2026-06-16"),
    ("in-force=2026-05", "InForce"),
    ("in-force=2026-06", "Unknown"),
    ("in-force=2026", "Unknown"),
    ("in-force=--12-08", "Unknown"),

    // Where no end is told, it runs; where there is one, or may be one, and it is not known when, that is not known.
    ("in-force=2020", "InForce"),
    ("in-force=2020 term=evergreen", "InForce evergreen"),
    ("in-force=2020 term=unknown", "Unknown"),
    ("in-force=2020 term=fixed", "Unknown"),
    ("in-force=1990 term=until-date", "Unknown"),
    ("in-force=2020 ends=--12-08", "Unknown"),

    // An end that was told.
    ("in-force=2020 ends=2030", "InForce until 2030"),
    ("in-force=2020 ends=2026-12-12", "Expiring 2026-12-12 in 180"),
    ("in-force=2020 ends=2026-12-13", "InForce until 2026-12-13"),
    ("in-force=2020 ends=2026-06-15", "Expiring 2026-06-15 in 0"),
    ("in-force=2020 ends=2026-06-14", "Expired 2026-06-14"),
    ("in-force=2020 ends=2026-07", "Expiring 2026-07"),
    ("in-force=2020 ends=2026-06", "Expiring 2026-06 or over"),
    ("in-force=2020 ends=2026-05", "Expired 2026-05"),
    ("in-force=2020 ends=2026", "Expiring 2026 or over"),
    ("ends=2026-07", "Expiring 2026-07"),
    ("ends=2019", "Expired 2019"),

    // An end counted from the start: as many days may be it as may be the start.
    ("in-force=2021-06-15 term=fixed term-months=60", "Expired 2026-06-14"),
    ("in-force=2021-06-16 term=fixed term-months=60", "Expiring 2026-06-15 in 0"),
    ("in-force=2024-01 term=fixed term-months=60", "InForce until 2028-12-31..2029-01-30"),
    ("in-force=2024-02 term=fixed term-months=30", "Expiring 2026-07-31..2026-08-28"),
    ("in-force=2024 term=fixed term-months=29", "Expiring 2026-05-31..2027-05-30 or over"),
    ("in-force=2024 term=fixed term-months=12", "Expired 2024-12-31..2025-12-30"),

    // Renewal by itself goes on until somebody ends it.
    ("in-force=2020 ends=2025-06-14 renewal=automatic renewal-months=12", "InForce until 2027-06-14"),
    ("in-force=2020 ends=2025-12-31 renewal=automatic renewal-months=24", "InForce until 2027-12-31"),
    ("in-force=2020 ends=2025-12-31 renewal=automatic", "Unknown"),
    ("in-force=2020 ends=2026-01-31 renewal=automatic renewal-months=1", "Expiring 2026-06-30 in 15"),
    ("in-force=2020 ends=2025 renewal=automatic renewal-months=6", "Unknown"),
    ("in-force=2024 term=fixed term-months=12 renewal=automatic renewal-months=24", "InForce until 2026-12-31..2027-12-30"),
    ("in-force=2020 ends=2025-12-31 renewal=by-agreement", "Expired 2025-12-31"),

    // A termination is an end, before which nothing begins that had not begun.
    ("in-force=2020 termination-effective=2026-01-01", "Terminated 2026-01-01"),
    ("in-force=2020 ends=2030 termination-effective=2026-09-01", "Expiring 2026-09-01 in 78"),
    ("in-force=2020 ends=2025 renewal=automatic renewal-months=12 termination-effective=2026", "Expiring 2026 or over"),
    ("in-force=2030 termination-effective=2026-12-01", "NotYet 2030"),
    ("in-force=2030 termination-effective=2026-01-01", "Terminated 2026-01-01"),
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
    match state {
        AgreementState::NotYet { from } => {
            format!("NotYet{}", from.map_or(String::new(), |from| format!(" {from}")))
        }
        AgreementState::InForce { until, evergreen } => {
            let until = until.map_or(String::new(), |until| format!(" until {until}"));
            format!("InForce{until}{}", if evergreen { " evergreen" } else { "" })
        }
        AgreementState::Expiring { until, days, may_be_over } => {
            let days = days.map_or(String::new(), |days| format!(" in {days}"));
            format!("Expiring {until}{days}{}", if may_be_over { " or over" } else { "" })
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

/// What workspaces keep was worked out by the rules of a form: whoever changes the rules raises it, and notes what the table
/// comes to then.
#[test]
fn a_change_of_the_rules_is_a_change_of_their_form() {
    let table = CASES.iter().flat_map(|(facts, state)| [*facts, *state]).collect::<Vec<_>>().join("\n");
    let noted = (2, "5b72aaf8d96d515c");
    assert_eq!((FORM, &blake3::hash(table.as_bytes()).to_hex()[..16]), noted);
}

/// (what is known, the end that is worked out)
#[rustfmt::skip]
const WORKED_OUT: [(&str, &str); 6] = [
    ("in-force=2020 ends=2030", ""),
    ("in-force=2024-02 term=fixed term-months=36", "2027-01-31..2027-02-28"),
    ("in-force=2024-02 term=fixed term-months=36 ends=2027-02", ""),
    ("in-force=2020 ends=2025-06-14 renewal=automatic renewal-months=12", "2027-06-14"),
    ("in-force=2020-01-01 term=fixed term-months=12 renewal=automatic renewal-months=12", "2026-12-31"),
    ("in-force=2024-02 term=fixed term-months=36 termination-effective=2025", ""),
];

#[test]
fn an_end_is_worked_out_where_it_is_not_told() {
    let today = TODAY.parse().expect("a day");
    for (facts, expected) in WORKED_OUT {
        let end = worked_out_end(&read(facts), today);
        assert_eq!(end.map_or(String::new(), |end| end.to_string()), expected, "{facts}");
    }
}

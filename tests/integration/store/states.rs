//! What agreements' dates mean, as lists and the home page ask for it: always what the rules say, on whatever day.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::rules::agreement_state::{AgreementState, StateCode, state};
use entente_domain::store::{Filter, Query};
use proptest::prelude::*;

use super::home::{day, due};
use super::lists::all;
use crate::laptop::Laptop;

/// The agreements of these states on a day.
fn listed(laptop: &mut Laptop, codes: &[StateCode], today: NaiveDate) -> BTreeSet<RecordId> {
    let filters = vec![Filter::State(codes.to_vec(), today)];
    let page = laptop.work().list(&Query { filters, ..all(Kind::Agreement) }).expect("readable");
    assert_eq!(page.total as usize, page.rows.len());
    page.rows.iter().map(|row| row.id).collect()
}

fn state_of(laptop: &mut Laptop, agreement: RecordId, today: NaiveDate) -> AgreementState {
    let (_, values) = laptop.work().values(agreement).expect("readable");
    state(&values, today)
}

/// An agreement of these dates, unless they are refused.
fn add(laptop: &mut Laptop, (start, end, ends, renews): &(String, String, u8, u8)) -> Option<RecordId> {
    let mut fields = vec![("title", "one"), ("in-force", start.as_str())];
    match ends {
        0 => fields.push(("termination-effective", end)),
        1 => fields.extend([("term", "fixed"), ("term-months", "18")]),
        2 => fields.extend([("term", "fixed"), ("term-months", "9"), ("termination-effective", end)]),
        3 => {}
        _ => fields.push(("ends", end)),
    }
    match renews {
        0 => fields.extend([("renewal", "automatic"), ("renewal-months", "12")]),
        1 => fields.push(("renewal", "automatic")),
        2 => fields.push(("stage", "never-concluded")),
        _ => {}
    }
    let draft = laptop.draft("agreement", &fields);
    laptop.work().save(std::slice::from_ref(&draft), &[]).is_ok().then_some(draft.id)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// The days are asked in any order, as when a clock is put back.
    #[test]
    fn a_list_of_a_state_is_of_those_agreements_whose_dates_mean_it(
        agreements in prop::collection::vec((due(), due(), 0_u8..7, 0_u8..5), 1..25),
        days in prop::collection::vec(0_u64..1_500, 1..5),
    ) {
        let mut laptop = Laptop::of("Aigul");
        let added: Vec<_> = agreements.iter().filter_map(|dates| add(&mut laptop, dates)).collect();
        for today in days {
            let today = day("2024-01-01") + Days::new(today);
            for code in StateCode::ALL {
                let expected: BTreeSet<_> =
                    added.iter().copied().filter(|id| state_of(&mut laptop, *id, today).code() == code).collect();
                prop_assert_eq!(listed(&mut laptop, &[code], today), expected, "{:?} on {}", code, today);
            }
            let expiring = laptop.work().expiring(today, 1_000).expect("readable");
            prop_assert_eq!(expiring.len(), listed(&mut laptop, &[StateCode::Expiring], today).len());
            for (row, told) in expiring {
                prop_assert_eq!(told, state_of(&mut laptop, row.id, today));
            }
        }
    }
}

#[test]
fn a_state_follows_an_edit_the_trash_and_an_undo() {
    let today = day("2026-06-15");
    let mut laptop = Laptop::of("Aigul");
    let agreement = laptop.add("agreement", &[("title", "one"), ("in-force", "2020")]);
    let other = laptop.add("agreement", &[("title", "other"), ("in-force", "2030")]);
    let expect = |laptop: &mut Laptop, code, expected: &[RecordId]| {
        assert_eq!(listed(laptop, &[code], today), expected.iter().copied().collect(), "{code:?}");
    };
    expect(&mut laptop, StateCode::InForce, &[agreement]);
    laptop.edit(agreement, &[("ends", "2026-07-01")]);
    expect(&mut laptop, StateCode::InForce, &[]);
    expect(&mut laptop, StateCode::Expiring, &[agreement]);
    laptop.delete(agreement);
    expect(&mut laptop, StateCode::Expiring, &[]);
    laptop.undo();
    expect(&mut laptop, StateCode::Expiring, &[agreement]);
    laptop.undo();
    expect(&mut laptop, StateCode::InForce, &[agreement]);
    let both = listed(&mut laptop, &[StateCode::InForce, StateCode::NotYet], today);
    assert_eq!(both, BTreeSet::from([agreement, other]));
    assert_eq!(listed(&mut laptop, &[], today), BTreeSet::new());
}

#[test]
fn a_state_that_turned_in_the_trash_is_the_right_one_afterwards() {
    let mut laptop = Laptop::of("Aigul");
    let agreement = laptop.add("agreement", &[("title", "one"), ("in-force", "2019"), ("ends", "2026")]);
    assert_eq!(listed(&mut laptop, &[StateCode::Expired], day("2027-05-01")), BTreeSet::from([agreement]));
    laptop.delete(agreement);
    assert_eq!(listed(&mut laptop, &StateCode::ALL, day("2020-05-01")), BTreeSet::new());
    laptop.restore(agreement);
    assert_eq!(listed(&mut laptop, &[StateCode::InForce], day("2020-05-02")), BTreeSet::from([agreement]));
}

#[test]
fn the_nearest_end_comes_first() {
    let mut laptop = Laptop::of("Aigul");
    for (title, ends) in
        [("c", "2026-10-01"), ("a", "2026-06-20"), ("b", "2026-08"), ("far", "2030"), ("over", "2020")]
    {
        laptop.add("agreement", &[("title", title), ("ends", ends)]);
    }
    let expiring = laptop.work().expiring(day("2026-06-15"), 2).expect("readable");
    assert_eq!(
        expiring.iter().map(|(row, _)| row.title.as_deref()).collect::<Vec<_>>(),
        [Some("a"), Some("b")]
    );
}

#[test]
fn what_was_worked_out_by_former_rules_is_worked_out_anew() {
    let today = day("2026-06-15");
    let mut laptop = Laptop::of("Aigul");
    let agreement = laptop.add("agreement", &[("title", "one"), ("stage", "draft"), ("ends", "2020")]);
    assert_eq!(listed(&mut laptop, &[StateCode::NotYet], today), BTreeSet::from([agreement]));
    laptop.close();
    let file = rusqlite::Connection::open(laptop.path()).expect("opened");
    // As the first form of the rules had it, which noted the day alone.
    let expired = StateCode::Expired as u8;
    file.execute("UPDATE agreement SET \"state code\" = ?, \"state until\" = NULL", [expired]).expect("set");
    file.execute("UPDATE local SET value = ? WHERE key = 'states-on'", [today.to_string().as_bytes()])
        .expect("set");
    drop(file);
    laptop.open();
    assert_eq!(listed(&mut laptop, &[StateCode::Expired], today), BTreeSet::new());
    assert_eq!(listed(&mut laptop, &[StateCode::NotYet], today), BTreeSet::from([agreement]));
}

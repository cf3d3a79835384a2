//! Pages of a list follow each other without a gap or a repeat, and each record is told its place, whatever the list is
//! sorted by.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::store::{Filter, Query, Sort, Test};
use entente_domain::workspace::Workspace;
use proptest::prelude::*;

use super::lists::{all, by};
use crate::laptop::Laptop;

/// Follow-ups of few different titles, dates and states, so that many are equal in what they are sorted by.
fn crowded(rows: &[(u8, u8, u8)]) -> Laptop {
    let mut laptop = Laptop::of("Aigul");
    let drafts: Vec<_> = rows
        .iter()
        .map(|(title, due, state)| {
            let due = ["", "2026", "2026-06", "2026-06-15", "--06-15"][usize::from(*due)];
            let state = ["", "open", "done"][usize::from(*state)];
            let title = ["a", "A", "b"][usize::from(*title)];
            laptop.draft("follow-up", &[("title", title), ("due", due), ("state", state)])
        })
        .collect();
    laptop.save(&drafts);
    laptop
}

/// All rows, read page by page.
fn by_pages(workspace: &Workspace, query: &Query, limit: u32) -> Vec<RecordId> {
    let mut all = Vec::new();
    loop {
        let page =
            workspace.list(&Query { limit, offset: all.len() as u32, ..query.clone() }).expect("readable");
        if page.rows.is_empty() {
            assert_eq!(all.len(), page.total as usize);
            return all;
        }
        all.extend(page.rows.iter().map(|row| row.id));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn pages_add_up_to_the_list(
        rows in prop::collection::vec((0_u8..3, 0_u8..5, 0_u8..3), 0..30), limit in 1_u32..9, descending: bool,
    ) {
        let mut laptop = crowded(&rows);
        for sort in [Sort::Title, Sort::Arrival, by(Kind::FollowUp, "title"), by(Kind::FollowUp, "due"), by(Kind::FollowUp, "state")] {
            let query = Query { sort, descending, ..all(Kind::FollowUp) };
            let whole: Vec<_> = laptop.work().list(&query).expect("readable").rows.iter().map(|row| row.id).collect();
            let paged = by_pages(laptop.work(), &query, limit);
            prop_assert_eq!(&paged, &whole);
            for (place, id) in (0..).zip(&whole) {
                prop_assert_eq!(laptop.work().place(&query, *id).expect("readable"), Some(place));
            }
            let mut once = paged;
            once.sort();
            once.dedup();
            prop_assert_eq!(once.len(), rows.len());
        }
    }
}

#[test]
fn a_page_behind_the_end_is_empty_and_knows_the_total() {
    let mut laptop = crowded(&[(0, 0, 0), (1, 1, 1)]);
    let page = laptop.work().list(&Query { offset: 7, ..all(Kind::FollowUp) }).expect("readable");
    assert_eq!((page.rows.len(), page.total), (0, 2));
    let page = laptop
        .work()
        .list(&Query { offset: u32::MAX, limit: u32::MAX, ..all(Kind::FollowUp) })
        .expect("readable");
    assert_eq!((page.rows.len(), page.total), (0, 2));
}

#[test]
fn a_list_of_what_is_found_has_the_order_of_the_whole_and_its_own_total() {
    let rows: Vec<_> = (0_u8..60).map(|turn| (turn % 3, turn % 5, turn / 3 % 3)).collect();
    let mut laptop = crowded(&rows);
    for sort in [Sort::Title, Sort::Arrival, by(Kind::FollowUp, "due"), by(Kind::FollowUp, "title")] {
        for descending in [false, true] {
            let whole = Query { sort, descending, ..all(Kind::FollowUp) };
            let found = Query { text: Some("a".into()), ..whole.clone() };
            let mut list = |query: &Query| laptop.work().list(query).expect("readable");
            let (whole, page) = (list(&whole), list(&found));
            let titled = |row: &&entente_domain::store::Row| row.title.as_deref() != Some("b");
            let expected: Vec<_> = whole.rows.iter().filter(titled).map(|row| row.id).collect();
            assert_eq!(page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), expected);
            assert_eq!((page.total, expected.len()), (40, 40));
            let behind = list(&Query { offset: 40, ..found.clone() });
            assert_eq!((behind.rows.len(), behind.total), (0, 40));
            assert_eq!(by_pages(laptop.work(), &found, 7), expected);
        }
    }
}

#[test]
fn what_a_list_does_not_hold_has_no_place_in_it() {
    let mut laptop = crowded(&[(0, 1, 1), (1, 1, 2)]);
    let query = Query { sort: by(Kind::FollowUp, "due"), ..all(Kind::FollowUp) };
    let [first, second] = laptop.work().list(&query).expect("readable").rows.try_into().expect("two rows");
    let state = Kind::FollowUp.field("state").expect("declared");
    let done =
        Query { filters: vec![Filter::Field(state, Test::AnyOf(vec!["done".into()]))], ..query.clone() };
    let mut place = |query: &Query, id| laptop.work().place(query, id).expect("readable");
    assert_eq!((place(&done, first.id), place(&done, second.id)), (None, Some(0)));
    assert_eq!(place(&query, RecordId::from_bytes([9; 16])), None);
    laptop.delete(first.id);
    assert_eq!(laptop.work().place(&query, second.id).expect("readable"), Some(0));
}

/// A list of thousands walks an order's index; a short one is sorted. Both have the same order.
#[test]
fn a_long_list_has_the_order_of_a_short_one() {
    let dues = ["2026-06-15", "", "2026", "2026-06", "--06-15", "2025-01-31", "2027"];
    let mut laptop = Laptop::of("Aigul");
    let drafts: Vec<_> = (0..2_600)
        .map(|turn| {
            let title = format!("{} {turn}", turn * 37 % 101);
            let due = dues[turn * 31 % dues.len()];
            let state = if turn % 3 == 0 { "done" } else { "open" };
            laptop.draft("follow-up", &[("title", &title), ("due", due), ("state", state)])
        })
        .collect();
    laptop.save(&drafts);
    let field = |name| Kind::FollowUp.field(name).expect(name);
    let open = Filter::Field(field("state"), Test::AnyOf(vec!["open".into()]));
    let some = (0..2_600).step_by(20).map(|turn| format!("{} {turn}", turn * 37 % 101).as_str().into());
    let some = Filter::Field(field("title"), Test::AnyOf(some.collect()));
    for sort in [Sort::Title, Sort::Arrival, by(Kind::FollowUp, "due"), by(Kind::FollowUp, "title")] {
        for descending in [false, true] {
            let long =
                Query { sort, descending, limit: 3_000, filters: vec![open.clone()], ..all(Kind::FollowUp) };
            let short = Query { filters: vec![some.clone(), open.clone()], ..long.clone() };
            let mut ids = |query| -> Vec<RecordId> {
                laptop.work().list(query).expect("readable").rows.iter().map(|row| row.id).collect()
            };
            let (long, short) = (ids(&long), ids(&short));
            assert_eq!((long.len(), short.len()), (1_733, 86));
            let ordered: Vec<_> = long.into_iter().filter(|id| short.contains(id)).collect();
            assert_eq!(ordered, short, "{sort:?} {descending}");
        }
    }
}

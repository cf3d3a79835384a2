//! What the home page asks: the agenda, what changed lately, how much there is.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::workspace::Stretch;
use proptest::prelude::*;

use crate::laptop::Laptop;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A follow-up that is due then.
fn follow_up(laptop: &mut Laptop, due: &str) -> RecordId {
    laptop.add("follow-up", &[("title", &format!("due {due}")), ("due", due)])
}

/// In which stretch each open follow-up is, by title.
fn agenda(laptop: &mut Laptop, today: &str) -> BTreeMap<String, Vec<Stretch>> {
    let mut agenda: BTreeMap<String, Vec<Stretch>> = BTreeMap::new();
    for group in laptop.work().open_follow_ups(day(today), 1_000).expect("readable") {
        assert_eq!(group.total as usize, group.rows.len());
        for row in group.rows {
            agenda.entry(row.title.expect("a title")).or_default().push(group.stretch);
        }
    }
    agenda
}

#[test]
fn follow_ups_stand_on_the_agenda_by_the_last_day_they_may_be_due() {
    let mut laptop = Laptop::of("Aigul");
    let cases = [
        ("2026-06-14", Stretch::Overdue),
        ("2026-05", Stretch::Overdue),
        ("2025", Stretch::Overdue),
        ("2026-06-15", Stretch::Today),
        ("2026-06-16", Stretch::Within(7)),
        ("2026-06-22", Stretch::Within(7)),
        ("2026-06-23", Stretch::Within(30)),
        ("2026-06", Stretch::Within(30)),
        ("2026-07-15", Stretch::Within(30)),
        ("2026-07-16", Stretch::Within(90)),
        ("2026-09-13", Stretch::Within(90)),
        ("2026-09-14", Stretch::Later),
        ("2026", Stretch::Later),
        ("2027", Stretch::Later),
        ("--07-01", Stretch::Undated),
        ("", Stretch::Undated),
    ];
    for (due, _) in cases {
        follow_up(&mut laptop, due);
    }
    let agenda = agenda(&mut laptop, "2026-06-15");
    for (due, stretch) in cases {
        assert_eq!(agenda[format!("due {due}").trim()], [stretch], "{due}");
    }
}

#[test]
fn a_month_ends_on_its_own_last_day() {
    let mut laptop = Laptop::of("Aigul");
    follow_up(&mut laptop, "2026-06");
    follow_up(&mut laptop, "2028-02");
    assert_eq!(agenda(&mut laptop, "2026-06-30")["due 2026-06"], [Stretch::Today]);
    assert_eq!(agenda(&mut laptop, "2026-07-01")["due 2026-06"], [Stretch::Overdue]);
    assert_eq!(agenda(&mut laptop, "2028-02-29")["due 2028-02"], [Stretch::Today]);
    let upcoming =
        |laptop: &mut Laptop, today| laptop.work().upcoming(day(today), 10).expect("readable").len();
    assert_eq!((upcoming(&mut laptop, "2026-06-30"), upcoming(&mut laptop, "2026-07-01")), (2, 1));
}

#[test]
fn only_open_follow_ups_stand_on_the_agenda() {
    let mut laptop = Laptop::of("Aigul");
    let [done, dropped, deleted, open] = ["2026-01-01"; 4].map(|due| follow_up(&mut laptop, due));
    laptop.edit(done, &[("state", "done")]);
    laptop.edit(dropped, &[("state", "dropped")]);
    laptop.edit(open, &[("state", "open")]);
    laptop.delete(deleted);
    let overdue = laptop.work().overdue(day("2026-06-15"), 10).expect("readable");
    assert_eq!(overdue.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [open]);
    laptop.edit(done, &[("state", "")]);
    assert_eq!(
        laptop.work().overdue(day("2026-06-15"), 1).expect("readable").total,
        2,
        "the total is not cut"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn every_open_follow_up_stands_once_and_the_last_day_decides(
        dues in prop::collection::vec(due(), 1..25), today in 0_u64..1_500,
    ) {
        let mut laptop = Laptop::of("Aigul");
        let drafts: Vec<_> = dues.iter().map(|due| laptop.draft("follow-up", &[("title", due), ("due", due)])).collect();
        laptop.save(&drafts);
        let today = day("2024-01-01") + chrono::Days::new(today);
        let agenda = agenda(&mut laptop, &today.to_string());
        for due in &dues {
            let expected = expected_stretch(due, today);
            let same = dues.iter().filter(|other| *other == due).count();
            prop_assert_eq!(&agenda[due], &vec![expected; same], "{} on {}", due, today);
        }
    }
}

/// A due date, as exactly as one knows it.
pub(super) fn due() -> impl Strategy<Value = String> {
    let date = (2024_u32..2028, 1_u32..=12, 1_u32..=28);
    (date, 0..5).prop_map(|((year, month, day), form)| match form {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        2 => format!("--{month:02}-{day:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn expected_stretch(due: &str, today: NaiveDate) -> Stretch {
    let date: entente_domain::partial_date::PartialDate = due.parse().expect("a date");
    let Some(last) = date.last_day() else { return Stretch::Undated };
    match (last - today).num_days() {
        ..0 => Stretch::Overdue,
        0 => Stretch::Today,
        1..=7 => Stretch::Within(7),
        8..=30 => Stretch::Within(30),
        31..=90 => Stretch::Within(90),
        _ => Stretch::Later,
    }
}

#[test]
fn counts_are_of_what_is_in_use() {
    let mut laptop = Laptop::of("Aigul");
    let [one, _] = ["1", "2"].map(|name| laptop.add("institution", &[("name", name)]));
    laptop.add("person", &[("family", "Cheng")]);
    laptop.delete(one);
    let counts = laptop.work().counts().expect("readable");
    assert_eq!(Kind::MAIN.map(|kind| counts[&kind]), [1, 1, 0, 0, 0, 0]);
}

#[test]
fn what_changed_lately_comes_newest_first_and_names_what_it_was_about() {
    let mut laptop = Laptop::of("Aigul");
    let institution = laptop.add("institution", &[("name", "USST")]);
    laptop.add_to(institution, "name", &[("text", "上海理工大学")]);
    let drafts =
        [laptop.draft("person", &[("family", "Cheng")]), laptop.draft("person", &[("family", "Ding")])];
    laptop.save(&drafts);
    let recent = laptop.work().recent(3).expect("readable");
    let about: Vec<_> = recent
        .iter()
        .map(|save| (save.about.as_ref().and_then(|row| row.title.clone()), save.others))
        .collect();
    let titled = |title: &str| Some(title.to_string());
    assert_eq!(about, [(titled("Cheng"), 1), (titled("USST"), 0), (titled("USST"), 0)]);
}

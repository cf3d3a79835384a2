//! `--filter`: what passes, and what is refused because no record could be like it.

use super::Laptop;

fn passing(laptop: &Laptop, kind: &str, filters: &[&str]) -> Vec<String> {
    let words = filters.iter().flat_map(|filter| ["--filter", filter]);
    let mut titles = laptop.titles(&std::iter::once(kind).chain(words).collect::<Vec<_>>());
    titles.sort();
    titles
}

#[test]
fn a_date_filter_means_every_day_from_the_first_of_one_to_the_last_of_the_other() {
    let laptop = Laptop::of("Aigul");
    for start in ["2022-12-31", "2023", "2023-10", "2023-10-19", "2024-01-01", "--12-08"] {
        laptop.add(&["event", &format!("title={start}"), &format!("start={start}")]);
    }
    laptop.add(&["event", "title=not known"]);
    let in_2023 = ["--12-08", "2023", "2023-10", "2023-10-19"];
    for (filter, expected) in [
        ("start=2023", &in_2023[..]),
        ("start=2023..2023", &in_2023),
        ("start=2023-10..2023-10", &["2023", "2023-10", "2023-10-19"]),
        ("start=2023-10", &["2023", "2023-10", "2023-10-19"]),
        ("start=2023-10-20", &["2023", "2023-10"]),
        ("start=..2022", &["--12-08", "2022-12-31"]),
        ("start=2024..", &["--12-08", "2024-01-01"]),
        ("start=2022-12..2023-01", &["--12-08", "2022-12-31", "2023"]),
        ("start=--12-08", &["--12-08"]),
        ("start=?", &["not known"]),
    ] {
        assert_eq!(passing(&laptop, "event", &[filter]), expected, "{filter}");
    }
    let either = passing(&laptop, "event", &["start=2022", "start=2024"]);
    assert_eq!(either, ["--12-08", "2022-12-31", "2024-01-01"], "one or the other");
}

#[test]
fn a_value_that_no_record_could_have_is_refused_with_what_it_could_be() {
    let laptop = Laptop::with_sample();
    for (kind, filter, hint) in [
        ("agreement", "state=foo", "in-force"),
        ("agreement", "kind=foo", "investment"),
        ("institution", "country=ZZ", "two-letter code"),
        ("institution", "country=", "must not be empty"),
        ("event", "start=abc", "2023-10-19"),
        ("event", "start=2023-13", "2023-10-19"),
        ("event", "start=abc..def", "2023-10-19"),
        ("event", "start=2023..--12-08", "with its year"),
        ("agreement", "party.name=x", "state, title, kind"),
        ("agreement", "note=x", "party"),
        ("institution", "note=x", "tag"),
    ] {
        let said = laptop.run(&["list", kind, "--filter", filter]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{filter}: {}", said.err);
        assert!(said.err.contains(hint), "{filter}: {}", said.err);
    }
    // An officer's own words need not be known here.
    assert_eq!(passing(&laptop, "institution", &["kind=embassy"]), [""; 0]);
    assert_eq!(passing(&laptop, "institution", &["city=Nowhere"]), [""; 0]);
}

#[test]
fn records_are_named_by_title_short_name_or_id_where_that_is_one() {
    let laptop = Laptop::with_sample();
    assert_eq!(passing(&laptop, "agreement", &["party=USST"]).len(), 4);
    assert_eq!(passing(&laptop, "agreement", &["party=Kyrgyz National University"]).len(), 1);
    assert_eq!(
        passing(&laptop, "institution", &["part-of=USST"]),
        ["School of Medical Devices and Food Engineering"]
    );
    assert_eq!(passing(&laptop, "institution", &["part-of=*"]).len(), 3);
    let other = laptop.add(&["institution", "name=USST"]);
    let said = laptop.run(&["list", "agreement", "--filter", "party=USST"]);
    assert_eq!(said.code, 4, "{}", said.err);
    assert!(said.err.contains("several records") && said.err.contains(&other), "{}", said.err);
    assert_eq!(passing(&laptop, "agreement", &[&format!("party={other}")]), [""; 0]);
}

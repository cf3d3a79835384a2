//! Lists: what stands on a page, in which order, and which filters it passes.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::store::{Dates, Filter, Query, Sort, Test};
use entente_domain::value::Value;

use crate::laptop::Laptop;

/// A query for everything of a kind, by title.
pub(super) fn all(kind: Kind) -> Query {
    Query {
        kind,
        text: None,
        filters: Vec::new(),
        sort: Sort::Title,
        descending: false,
        offset: 0,
        limit: 1_000,
        deleted: false,
    }
}

/// What a list is sorted by.
pub(super) fn by(kind: Kind, field: &str) -> Sort {
    Sort::Field(kind.field(field).expect(field))
}

/// The titles on a page.
fn titles(laptop: &mut Laptop, query: &Query) -> Vec<String> {
    let page = laptop.work().list(query).expect("readable");
    page.rows.into_iter().map(|row| row.title.expect("a title")).collect()
}

/// A laptop with an agreement titled by each date, signed then.
fn signed_on(dates: &[&str]) -> Laptop {
    let mut laptop = Laptop::of("Aigul");
    for date in dates {
        let title = if date.is_empty() { "unknown" } else { date };
        laptop.add("agreement", &[("title", title), ("signed", date)]);
    }
    laptop
}

#[test]
fn titles_sort_without_regard_to_case_and_accents_and_people_by_family_name() {
    let mut laptop = Laptop::of("Aigul");
    for name in ["zebra", "École", "Apple", "ecology", "Ärzte"] {
        laptop.add("institution", &[("name", name)]);
    }
    assert_eq!(titles(&mut laptop, &all(Kind::Institution)), ["Apple", "Ärzte", "École", "ecology", "zebra"]);
    laptop.add("person", &[("given", "Anna"), ("family", "Zhao")]);
    laptop.add("person", &[("given", "Yun"), ("family", "Cheng"), ("name-order", "family-first")]);
    assert_eq!(titles(&mut laptop, &all(Kind::Person)), ["Cheng Yun", "Anna Zhao"]);
}

#[test]
fn what_is_not_known_comes_last_in_both_directions() {
    let mut laptop = signed_on(&["", "2023-10-19", "--12-08", "2023", "2022-05", "2023-10"]);
    let mut query = Query { sort: by(Kind::Agreement, "signed"), ..all(Kind::Agreement) };
    assert_eq!(
        titles(&mut laptop, &query),
        ["2022-05", "2023", "2023-10", "2023-10-19", "unknown", "--12-08"]
    );
    query.descending = true;
    assert_eq!(
        titles(&mut laptop, &query),
        ["2023-10-19", "2023-10", "2023", "2022-05", "unknown", "--12-08"]
    );
    let mut query = Query { sort: by(Kind::Agreement, "number"), ..all(Kind::Agreement) };
    for (title, number) in [("lower", "b-1"), ("upper", "B-2"), ("first", "a-9")] {
        laptop.add("agreement", &[("title", title), ("number", number)]);
    }
    assert_eq!(titles(&mut laptop, &query)[..4], ["first", "lower", "upper", "unknown"]);
    query.descending = true;
    assert_eq!(titles(&mut laptop, &query)[..4], ["upper", "lower", "first", "unknown"]);
}

#[test]
fn a_date_known_in_part_passes_if_it_may_lie_in_the_stretch() {
    let mut laptop = signed_on(&[
        "",
        "--10-19",
        "2022",
        "2023",
        "2023-09",
        "2023-10",
        "2023-10-18",
        "2023-10-19",
        "2023-10-31",
        "2024",
    ]);
    let day = |text: Option<&str>| text.map(|text| text.parse().expect("a day"));
    let mut between = |from: Option<&str>, to: Option<&str>| {
        let field = Kind::Agreement.field("signed").expect("declared");
        let test = Test::Dates(vec![Dates::Between(day(from), day(to))]);
        let sort = by(Kind::Agreement, "signed");
        titles(
            &mut laptop,
            &Query { filters: vec![Filter::Field(field, test)], sort, ..all(Kind::Agreement) },
        )
    };
    let is_in = |found: Vec<String>, expected: &[&str]| assert_eq!(found, expected);
    is_in(between(Some("2023-10-19"), Some("2023-10-30")), &["2023", "2023-10", "2023-10-19", "--10-19"]);
    is_in(between(Some("2023-10-20"), Some("2023-10-30")), &["2023", "2023-10"]);
    is_in(between(Some("2023-11-01"), None), &["2023", "2024", "--10-19"]);
    is_in(between(None, Some("2023-09-30")), &["2022", "2023", "2023-09", "--10-19"]);
    is_in(between(Some("2023-10-19"), Some("2023-10-19")), &["2023", "2023-10", "2023-10-19", "--10-19"]);
    assert_eq!(between(None, None).len(), 9, "every date that is known");
}

#[test]
fn filters_ask_for_values_for_the_known_and_for_the_unknown() {
    let mut laptop = Laptop::of("Aigul");
    let parent = laptop.add("institution", &[("name", "parent"), ("country", "CN"), ("city", "Shanghai")]);
    laptop.add("institution", &[("name", "unit"), ("part-of", &parent.to_string()), ("country", "CN")]);
    laptop.add("institution", &[("name", "other"), ("country", "KG"), ("city", "shanghai")]);
    let mut passing = |field: &str, test: Test| {
        let field = Kind::Institution.field(field).expect("declared");
        titles(&mut laptop, &Query { filters: vec![Filter::Field(field, test)], ..all(Kind::Institution) })
    };
    let any_of = |values: &[&str]| Test::AnyOf(values.iter().map(|value| Value::from(*value)).collect());
    assert_eq!(passing("country", any_of(&["CN"])), ["parent", "unit"]);
    assert_eq!(passing("country", any_of(&["KG", "PK"])), ["other"]);
    assert_eq!(passing("country", any_of(&[])), [""; 0]);
    assert_eq!(passing("city", any_of(&["SHANGHAI"])), ["other", "parent"]);
    assert_eq!(passing("city", Test::Unknown), ["unit"]);
    assert_eq!(passing("city", Test::Known), ["other", "parent"]);
    assert_eq!(passing("part-of", Test::AnyOf(vec![parent.into()])), ["unit"]);
    assert_eq!(passing("part-of", Test::AnyOf(vec![RecordId::from_bytes([9; 16]).into()])), [""; 0]);
}

#[test]
fn an_empty_yes_or_no_is_a_no() {
    let mut laptop = Laptop::of("Aigul");
    let person = laptop.add("person", &[("family", "Cheng")]);
    for (role, ended) in [("never said", ""), ("no", "false"), ("yes", "true")] {
        laptop.add_to(person, "affiliation", &[("role", role), ("ended", ended)]);
    }
    let mut ended = |ended: bool| {
        let field = Kind::Affiliation.field("ended").expect("declared");
        let filters = vec![Filter::Field(field, Test::AnyOf(vec![ended.into()]))];
        titles(&mut laptop, &Query { filters, ..all(Kind::Affiliation) })
    };
    assert_eq!(ended(false), ["never said", "no"]);
    assert_eq!(ended(true), ["yes"]);
}

/// What some row of the record must say.
fn row_filter(kind: Kind, name: &str, values: &[Value]) -> Filter {
    let (rows, field) = kind.row_filters().find(|(_, field)| field.filters == Some(name)).expect(name);
    Filter::Rows(rows, field, values.to_vec())
}

#[test]
fn agreements_are_filtered_by_their_parties_and_topics() {
    let mut laptop = Laptop::of("Aigul");
    let [usst, osh] = ["USST", "Osh"].map(|name| laptop.add("institution", &[("name", name)]));
    let [joint, own] = ["joint", "own"].map(|title| laptop.add("agreement", &[("title", title)]));
    let party = |laptop: &mut Laptop, of, who: RecordId| {
        laptop.add_to(of, "party", &[("institution", &who.to_string())])
    };
    party(&mut laptop, own, osh);
    let left = party(&mut laptop, joint, osh);
    party(&mut laptop, joint, usst);
    for (of, topic) in [(own, "Optics"), (joint, "optics"), (joint, "Оптика"), (joint, "Éco%nomie")] {
        laptop.add_to(of, "topic", &[("text", topic)]);
    }
    let passing = |laptop: &mut Laptop, filters: Vec<Filter>| {
        titles(laptop, &Query { filters, ..all(Kind::Agreement) })
    };
    let parties = |who: &[RecordId]| {
        row_filter(Kind::Agreement, "party", &who.iter().map(|id| (*id).into()).collect::<Vec<_>>())
    };
    let topic = |text: &str| row_filter(Kind::Agreement, "topic", &[text.into()]);
    assert_eq!(passing(&mut laptop, vec![parties(&[usst])]), ["joint"]);
    assert_eq!(passing(&mut laptop, vec![parties(&[usst, osh])]), ["joint", "own"], "one or the other");
    assert_eq!(passing(&mut laptop, vec![parties(&[usst]), parties(&[osh])]), ["joint"], "both");
    assert_eq!(passing(&mut laptop, vec![topic("OPTICS")]), ["joint", "own"]);
    assert_eq!(passing(&mut laptop, vec![topic("Оптика"), parties(&[osh])]), ["joint"]);
    laptop.delete(left);
    assert_eq!(passing(&mut laptop, vec![parties(&[osh])]), ["own"]);
    let mut texts = |containing: &str| {
        let field = Kind::Topic.field("text").expect("declared");
        laptop.work().texts(Kind::Topic, field, containing, 2).expect("readable")
    };
    assert_eq!(texts(" ")[0].to_lowercase(), "optics", "what is said most often is first");
    assert_eq!(texts("опт"), ["Оптика"]);
    assert_eq!(texts("éco%"), ["Éco%nomie"]);
    assert_eq!(texts("o%"), ["Éco%nomie"]);
    assert_eq!(texts("physics"), [""; 0]);
}

#[test]
fn a_follow_up_whose_state_is_not_told_is_open() {
    let mut laptop = Laptop::of("Aigul");
    for (title, state) in [("never said", ""), ("open", "open"), ("done", "done"), ("dropped", "dropped")] {
        laptop.add("follow-up", &[("title", title), ("state", state)]);
    }
    let mut passing = |test: Test| {
        let field = Kind::FollowUp.field("state").expect("declared");
        titles(&mut laptop, &Query { filters: vec![Filter::Field(field, test)], ..all(Kind::FollowUp) })
    };
    let any_of = |values: &[&str]| Test::AnyOf(values.iter().map(|value| Value::from(*value)).collect());
    assert_eq!(passing(any_of(&["open"])), ["never said", "open"]);
    assert_eq!(passing(any_of(&["open", "done"])), ["done", "never said", "open"]);
    assert_eq!(passing(any_of(&["done", "dropped"])), ["done", "dropped"]);
    assert_eq!(passing(Test::Unknown), ["never said"]);
}

#[test]
fn a_list_can_be_of_what_bears_a_tag() {
    let mut laptop = Laptop::of("Aigul");
    let tags = ["one", "two"].map(|name| laptop.add("tag", &[("name", name)]));
    let [both, first] = ["both", "first"].map(|name| laptop.add("institution", &[("name", name)]));
    let put =
        |laptop: &mut Laptop, on, tag: RecordId| laptop.add_to(on, "tagging", &[("tag", &tag.to_string())]);
    put(&mut laptop, both, tags[0]);
    put(&mut laptop, first, tags[0]);
    let second = put(&mut laptop, both, tags[1]);
    let tagged = |laptop: &mut Laptop, tags: &[RecordId]| {
        let filters = tags.iter().map(|tag| row_filter(Kind::Institution, "tag", &[(*tag).into()])).collect();
        titles(laptop, &Query { filters, ..all(Kind::Institution) })
    };
    assert_eq!(tagged(&mut laptop, &tags[..1]), ["both", "first"]);
    assert_eq!(tagged(&mut laptop, &tags), ["both"]);
    laptop.delete(second);
    assert_eq!(tagged(&mut laptop, &tags), [""; 0]);
    assert_eq!(tagged(&mut laptop, &[RecordId::from_bytes([9; 16])]), [""; 0]);
}

#[test]
fn a_list_can_be_of_what_the_search_box_finds_and_of_the_trash() {
    let mut laptop = Laptop::of("Aigul");
    let [shanghai, _] = ["上海理工", "北京"].map(|name| laptop.add("institution", &[("name", name)]));
    let of_text = |text: &str| Query { text: Some(text.into()), ..all(Kind::Institution) };
    assert_eq!(titles(&mut laptop, &of_text("理工")), ["上海理工"]);
    assert_eq!(titles(&mut laptop, &of_text(" ")), ["上海理工", "北京"]);
    assert_eq!(titles(&mut laptop, &of_text("--")), [""; 0], "what has no words finds nothing");
    laptop.delete(shanghai);
    assert_eq!(titles(&mut laptop, &all(Kind::Institution)), ["北京"]);
    assert_eq!(titles(&mut laptop, &Query { deleted: true, ..all(Kind::Institution) }), ["上海理工"]);
}

#[test]
fn a_record_says_what_it_refers_to_and_what_refers_to_it() {
    let mut laptop = Laptop::of("Aigul");
    let parent = laptop.add("institution", &[("name", "parent")]);
    let unit = laptop.add("institution", &[("name", "unit"), ("part-of", &parent.to_string())]);
    let gone = laptop.add("institution", &[("name", "gone"), ("part-of", &parent.to_string())]);
    laptop.delete(gone);
    assert_eq!(laptop.row(unit).titles[&parent], "parent");
    let detail = laptop.work().detail(parent).expect("readable");
    let referring: Vec<_> =
        detail.referring.iter().map(|of| (of.kind, of.field.name, of.total, of.rows[0].id)).collect();
    assert_eq!(referring, [(Kind::Institution, "part-of", 1, unit)]);
}

#[test]
fn of_the_follow_ups_about_a_record_the_next_to_do_comes_first() {
    let mut laptop = Laptop::of("Aigul");
    let about = laptop.add("institution", &[("name", "USST")]).to_string();
    for (title, due, state) in [
        ("some day", "", "open"),
        ("done", "2026-01-01", "done"),
        ("later", "2026-09", ""),
        ("next", "2026-06-15", "open"),
        ("no year", "--06-01", "open"),
    ] {
        laptop.add("follow-up", &[("title", title), ("due", due), ("state", state), ("about", &about)]);
    }
    let detail = laptop.work().detail(about.parse().expect("an id")).expect("readable");
    let told: Vec<_> = detail.referring[0].rows.iter().filter_map(|row| row.title.as_deref()).collect();
    assert_eq!(told, ["next", "later", "no year", "some day", "done"]);
}

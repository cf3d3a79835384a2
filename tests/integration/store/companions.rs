//! What a list tells of a record besides its title: where a person works, who is party to an agreement.

use chrono::NaiveDate;
use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::store::Companion;

use super::lists::all;
use crate::laptop::Laptop;

/// The companions of the records of a kind on a day of June 2026, a line a record.
fn told(laptop: &mut Laptop, kind: Kind) -> Vec<String> {
    let today = NaiveDate::from_ymd_opt(2026, 6, 15).expect("a day");
    let in_words = |Companion { name, roles }: Companion| match roles.as_slice() {
        [] => name,
        roles => format!("{name} as {}", roles.join(" and ")),
    };
    let page = laptop.work().list(&all(kind)).expect("readable");
    let line = |row: &entente_domain::store::Row| {
        row.companions.on(today).into_iter().map(in_words).collect::<Vec<_>>().join("; ")
    };
    page.rows.iter().map(line).collect()
}

fn institution(laptop: &mut Laptop, name: &str) -> RecordId {
    laptop.add("institution", &[("name", name)])
}

/// A person at an institution.
fn works(laptop: &mut Laptop, person: RecordId, at: RecordId, fields: &[(&str, &str)]) -> RecordId {
    let at = at.to_string();
    laptop.add_to(person, "affiliation", &[&[("institution", at.as_str())], fields].concat())
}

fn party(laptop: &mut Laptop, agreement: RecordId, institution: RecordId) -> RecordId {
    laptop.add_to(agreement, "party", &[("institution", &institution.to_string())])
}

#[test]
fn a_list_of_people_tells_where_each_works_today_and_as_what() {
    let mut laptop = Laptop::of("Aigul");
    let [osh, usst] =
        ["Ош мамлекеттик университети", "上海理工大学"].map(|name| institution(&mut laptop, name));
    let person = |laptop: &mut Laptop, family: &str| laptop.add("person", &[("family", family)]);
    let asanova = person(&mut laptop, "Asanova");
    works(&mut laptop, asanova, usst, &[("role", "guest"), ("to", "2019")]);
    works(&mut laptop, asanova, osh, &[("role", "Dean"), ("from", "2020")]);
    works(&mut laptop, asanova, usst, &[]);
    works(&mut laptop, asanova, osh, &[("role", "Professor")]);
    let beishe = person(&mut laptop, "Beishe");
    works(&mut laptop, beishe, usst, &[("ended", "true")]);
    let left = works(&mut laptop, beishe, usst, &[("role", "visitor")]);
    laptop.delete(left);
    let cheng = person(&mut laptop, "Cheng");
    laptop.add_to(cheng, "affiliation", &[("unit", "Customs office"), ("role", "Officer")]);
    laptop.add_to(cheng, "affiliation", &[("role", "Envoy")]);
    assert_eq!(
        told(&mut laptop, Kind::Person),
        [
            "Ош мамлекеттик университети as Dean and Professor; 上海理工大学",
            "",
            "Customs office as Officer; Envoy"
        ]
    );
}

#[test]
fn a_list_of_agreements_tells_the_parties_by_their_names_at_signing() {
    let mut laptop = Laptop::of("Aigul");
    let [osh, usst] = ["Osh State University", "USST"].map(|name| institution(&mut laptop, name));
    let [planned, signed] = ["a plan", "signed"].map(|title| laptop.add("agreement", &[("title", title)]));
    let parties = [osh, usst].map(|who| party(&mut laptop, signed, who));
    party(&mut laptop, planned, usst);
    party(&mut laptop, planned, osh);
    laptop.edit(signed, &[("stage", "signed")]);
    laptop.edit(osh, &[("name", "Osh University")]);
    let told_now = told(&mut laptop, Kind::Agreement);
    assert_eq!(told_now, ["USST; Osh University", "Osh State University; USST"]);
    laptop.edit(parties[0], &[("withdrawn", "2025")]);
    assert_eq!(told(&mut laptop, Kind::Agreement)[1], "USST");
    laptop.delete(parties[1]);
    assert_eq!(told(&mut laptop, Kind::Agreement)[1], "");
}

#[test]
fn a_duplicate_is_told_by_the_record_that_stands_for_it_and_what_is_not_here_not_at_all() {
    let mut laptop = Laptop::of("Aigul");
    let [osh, duplicate] =
        ["Osh State University", "Univ. of Osh"].map(|name| institution(&mut laptop, name));
    let agreement = laptop.add("agreement", &[("title", "joint")]);
    party(&mut laptop, agreement, duplicate);
    let erased = institution(&mut laptop, "Sole trader");
    party(&mut laptop, agreement, erased);
    laptop.work().erase(erased).expect("erased");
    assert_eq!(told(&mut laptop, Kind::Agreement), ["Univ. of Osh"]);
    laptop.work().merge(duplicate, osh, &[]).expect("merged");
    assert_eq!(told(&mut laptop, Kind::Agreement), ["Osh State University"]);
    party(&mut laptop, agreement, osh);
    assert_eq!(told(&mut laptop, Kind::Agreement), ["Osh State University"], "told once");
}

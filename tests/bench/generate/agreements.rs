//! Agreements with their three parties.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;

use super::form::{Entered, Form, maybe, text, with};
use super::known::{Agreement, Institution, Known};
use super::laptop::Laptop;
use super::text::{PersonName, filled, maybe_note, partial_day, subject};
use crate::chance::Chance;

/// How many parties every agreement has.
const PARTIES: usize = 3;

/// An agreement as somebody enters it, with its parties.
pub(crate) fn entered(laptop: &mut Laptop, known: &mut Known) -> Form {
    let chance = &mut laptop.chance;
    let parties: [usize; PARTIES] = std::array::from_fn(|_| chance.below(known.institutions.len()));
    let [first, second, _] = parties.map(|index| &known.institutions[index]);
    let script = first.script;
    let template = *chance.of(script.agreements);
    let title = filled(template, |slot| match slot {
        "a" => first.name.clone(),
        "b" => second.name.clone(),
        _ => subject(chance, script).into(),
    });
    let year = chance.between(2005, 2026);
    let mut form = Form::default();
    let number = format!("{}-{year}-{:05}", first.country, known.agreements.len() + 1);
    let head = [
        text("title", title.clone()),
        with(
            "kind",
            *chance.of(&[
                "academic-exchange",
                "academic-exchange",
                "research-and-development",
                "investment",
                "framework",
            ]),
        ),
        maybe("subtype", chance.happens(30).then(|| subject(chance, script).into())),
        maybe("number", chance.happens(70).then_some(number)),
        with(
            "stage",
            *chance.of(&[
                "signed",
                "signed",
                "signed",
                "signed",
                "signed",
                "signed",
                "negotiation",
                "draft",
                "partly-signed",
                "idea",
            ]),
        ),
        maybe("note", maybe_note(chance, known, script, 45)),
    ];
    let fields: [Entered; 14] = joined(head, term(chance, year));
    let id = form.add(laptop, Kind::Agreement, fields);
    let institutions = parties.map(|index| &known.institutions[index]);
    institutions.into_iter().for_each(|institution| party(laptop, &mut form, id, institution, year));
    topic_and_tag(laptop, known, &mut form, id, first);
    known.agreements.push(Agreement { id, title });
    form
}

fn joined(head: [Entered; 6], tail: [Entered; 8]) -> [Entered; 14] {
    let mut fields = head.into_iter().chain(tail);
    std::array::from_fn(|_| fields.next().expect("BUG: six and eight are fourteen"))
}

/// When it was signed, how long it runs and whether that renews itself; much of it not known.
fn term(chance: &mut Chance, year: usize) -> [Entered; 8] {
    let term = *chance.of(&["fixed", "fixed", "until-date", "evergreen", "unknown"]);
    let renewal = *chance.of(&["none", "automatic", "by-agreement", "unknown"]);
    let stated_end = term == "until-date" || (term == "fixed" && chance.happens(40));
    let months = *chance.of(&[12_i64, 24, 36, 36, 60, 60]);
    [
        maybe("signed", chance.happens(85).then(|| partial_day(chance, year, year))),
        maybe("in-force", chance.happens(70).then(|| partial_day(chance, year, year))),
        with("term", term),
        ("term-months", (term == "fixed").then(|| months.into())),
        maybe("ends", stated_end.then(|| partial_day(chance, year + 1, year + 5))),
        with("renewal", renewal),
        ("renewal-months", (renewal == "automatic").then(|| months.into())),
        ("notice-days", chance.happens(35).then(|| (*chance.of(&[30_i64, 60, 90, 180])).into())),
    ]
}

fn party(laptop: &mut Laptop, form: &mut Form, agreement: RecordId, institution: &Institution, year: usize) {
    let chance = &mut laptop.chance;
    let fields = [
        with("agreement", agreement),
        with("institution", institution.id),
        text("name-at-signing", institution.name.clone()),
        maybe("number", chance.happens(20).then(|| format!("{}/{}", chance.between(1, 9999), year))),
        maybe("signed", chance.happens(70).then(|| partial_day(chance, year, year))),
        maybe("in-force", chance.happens(20).then(|| partial_day(chance, year, year + 1))),
    ];
    let id = form.add(laptop, Kind::Party, fields);
    if laptop.chance.happens(20) {
        let name = PersonName::new(&mut laptop.chance, institution.script).whole(institution.script);
        let role = *laptop.chance.of(institution.script.roles);
        let fields = [
            with("party", id),
            text("name-at-signing", name),
            with("title-at-signing", role),
            with("mode", "in-person"),
        ];
        form.add(laptop, Kind::Signatory, fields);
    }
}

fn topic_and_tag(
    laptop: &mut Laptop,
    known: &Known,
    form: &mut Form,
    agreement: RecordId,
    first: &Institution,
) {
    if laptop.chance.happens(40) {
        let topic = subject(&mut laptop.chance, first.script);
        form.add(laptop, Kind::Topic, [with("agreement", agreement), with("text", topic)]);
    }
    if laptop.chance.happens(15) {
        let tag = *laptop.chance.mostly_first(&known.tags);
        form.add(laptop, Kind::Tagging, [with("record", agreement), with("tag", tag)]);
    }
}

/// An agreement that goes on for some years.
pub(crate) fn extended(laptop: &mut Laptop, known: &Known, which: usize) -> Form {
    let until = partial_day(&mut laptop.chance, 2027, 2032);
    Form::edit(known.agreements[which].id, Kind::Agreement, [text("ends", until), with("stage", "signed")])
}

//! Institutions with their names, addresses and codes; and events.

use entente_domain::kinds::Kind;
use entente_domain::value::Value;

use super::form::{Form, maybe, text, with};
use super::known::{Institution, Known};
use super::laptop::Laptop;
use super::text::{PersonName, day, filled, maybe_note, partial_day, script, subject};
use super::words::{LATIN, Script, Town};
use crate::chance::Chance;

/// A name put together for an institution.
struct Named {
    kind: &'static str,
    name: String,
    town: &'static Town,
}

fn name(chance: &mut Chance, script: &'static Script) -> Named {
    let town = chance.of(script.towns);
    let (kind, template) = *chance.of(script.institutions);
    let name = filled(template, |slot| match slot {
        "t" => town.0.into(),
        "s" => subject(chance, script).into(),
        "f" => chance.of(script.families).0.into(),
        _ => chance.between(1, 30).to_string(),
    });
    Named { kind, name, town }
}

/// An institution as somebody enters it.
pub(crate) fn entered(laptop: &mut Laptop, known: &mut Known) -> Form {
    let script = script(&mut laptop.chance);
    let Named { kind, name, town } = name(&mut laptop.chance, script);
    let chance = &mut laptop.chance;
    let number = known.institutions.len() + 1;
    let short: String =
        town.1.chars().filter(char::is_ascii_uppercase).chain(kind.to_uppercase().chars().take(3)).collect();
    let part_of = chance.happens(12) && !known.institutions.is_empty();
    let part_of = part_of.then(|| Value::Reference(chance.of(&known.institutions).id));
    let fields = [
        text("name", name.clone()),
        maybe("short-name", chance.happens(60).then(|| short.clone())),
        with("kind", kind),
        with("country", town.2),
        with("city", town.0),
        maybe("number", chance.happens(50).then(|| format!("{}-{number:05}", town.2))),
        ("part-of", part_of),
        maybe("note", maybe_note(chance, known, script, 30)),
    ];
    let mut form = Form::default();
    let id = form.add(laptop, Kind::Institution, fields);
    let domain = format!("{}{number}.example", town.1.to_lowercase());
    let institution = Institution { id, script, name, domain, country: town.2 };
    belongings(laptop, &mut form, &institution);
    known.institutions.push(institution);
    form
}

/// What belongs to an institution: another name, ways to reach it, a code.
fn belongings(laptop: &mut Laptop, form: &mut Form, institution: &Institution) {
    let owner = || with("owner", institution.id);
    if laptop.chance.happens(60) {
        let script = if institution.script.language == "en" { script(&mut laptop.chance) } else { &LATIN };
        let other = name(&mut laptop.chance, script).name;
        form.add(
            laptop,
            Kind::Name,
            [owner(), text("text", other), with("language", script.language), with("use", "translated")],
        );
    }
    if laptop.chance.happens(70) {
        let site = format!("https://www.{}", institution.domain);
        form.add(laptop, Kind::Contact, [owner(), with("medium", "website"), text("value", site)]);
    }
    if laptop.chance.happens(50) {
        let mail = format!("international@{}", institution.domain);
        form.add(laptop, Kind::Contact, [owner(), with("medium", "email"), text("value", mail)]);
    }
    if laptop.chance.happens(40) {
        let chance = &mut laptop.chance;
        let street = format!("{} {}", chance.of(institution.script.families).0, chance.between(1, 900));
        let postcode = format!("{:06}", chance.between(10_000, 999_999));
        let country = with("country", institution.country);
        form.add(
            laptop,
            Kind::Address,
            [owner(), with("use", "street"), text("lines", street), text("postcode", postcode), country],
        );
    }
    if laptop.chance.happens(25) {
        let code = format!("https://ror.example/0{:08x}", laptop.chance.below(u32::MAX as usize));
        form.add(laptop, Kind::Code, [owner(), with("scheme", "ror"), text("value", code)]);
    }
}

/// An event with some who took part.
pub(crate) fn event(laptop: &mut Laptop, known: &mut Known) -> Form {
    let script = script(&mut laptop.chance);
    let chance = &mut laptop.chance;
    let (town, kind) =
        (chance.of(script.towns), *chance.of(&["conference", "visit", "meeting", "ceremony", "call"]));
    let (topic, year) = (subject(chance, script), chance.between(2005, 2027));
    let fields = [
        text("title", format!("{} · {topic} {year}", town.0)),
        with("kind", kind),
        text("start", day(chance, year, year)),
        with("place", town.0),
        with("country", town.2),
        with("mode", *chance.of(&["on-site", "on-site", "online", "hybrid"])),
        maybe("note", maybe_note(chance, known, script, 40)),
    ];
    let mut form = Form::default();
    let id = form.add(laptop, Kind::Event, fields);
    for _ in 0..laptop.chance.between(1, 5) {
        let who = laptop.chance.of(&known.institutions).id;
        form.add(laptop, Kind::Participant, [with("event", id), with("who", who), with("role", "delegate")]);
    }
    known.events.push(id);
    form
}

/// An institution that moved: its town's name and a note of when.
pub(crate) fn moved(laptop: &mut Laptop, known: &Known, which: usize) -> Form {
    let institution = &known.institutions[which];
    let chance = &mut laptop.chance;
    let to = chance.of(institution.script.towns).0;
    let by = PersonName::new(chance, institution.script).whole(institution.script);
    let note = format!("{to}, {}; {by}", partial_day(chance, 2025, 2026));
    Form::edit(institution.id, Kind::Institution, [with("city", to), text("note", note)])
}

//! People with where they work and how they are reached.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;

use super::form::{Form, maybe, text, with};
use super::known::{Institution, Known, Person};
use super::laptop::Laptop;
use super::text::{PersonName, maybe_note, partial_day, subject};

/// A person as somebody enters them.
pub(crate) fn entered(laptop: &mut Laptop, known: &mut Known) -> Form {
    let chance = &mut laptop.chance;
    let works_at = chance.below(known.institutions.len());
    let institution = &known.institutions[works_at];
    let script = institution.script;
    let name = PersonName::new(chance, script);
    let latin = script.language == "en";
    let order = if script.family_first { "family-first" } else { "given-first" };
    let (given, family) =
        if latin { (&name.given.0, &name.family.0) } else { (&name.given.1, &name.family.1) };
    let whole = name.whole(script);
    let fields = [
        maybe(
            "honorific",
            chance.happens(40).then(|| (*chance.of(&["Dr.", "Prof.", "Prof. Dr.", "Ms", "Mr"])).into()),
        ),
        text("given", given.clone()),
        text("family", family.clone()),
        with("name-order", order),
        maybe("original-name", (!latin).then(|| whole.clone())),
        maybe(
            "romanised-name",
            (!latin && chance.happens(30)).then(|| format!("{}, {}", name.family.1, name.given.1)),
        ),
        maybe("salutation", chance.happens(25).then(|| format!("Dear Colleague {}", name.family.1))),
        maybe("country", chance.happens(90).then(|| institution.country.into())),
        maybe("note", maybe_note(chance, known, script, 25)),
    ];
    let mut form = Form::default();
    let id = form.add(laptop, Kind::Person, fields);
    affiliation(laptop, &mut form, id, institution);
    reached(laptop, &mut form, id, &name, institution);
    known.people.push(Person { id, name: whole });
    form
}

fn affiliation(laptop: &mut Laptop, form: &mut Form, person: RecordId, institution: &Institution) {
    let chance = &mut laptop.chance;
    let ended = chance.happens(10);
    let fields = [
        with("person", person),
        with("institution", institution.id),
        maybe("unit", chance.happens(50).then(|| subject(chance, institution.script).into())),
        with("role", *chance.of(institution.script.roles)),
        maybe("from", chance.happens(60).then(|| partial_day(chance, 1995, 2024))),
        maybe("to", ended.then(|| partial_day(chance, 2025, 2026))),
    ];
    form.add(laptop, Kind::Affiliation, fields);
}

/// How a person is reached, and in which language.
fn reached(
    laptop: &mut Laptop,
    form: &mut Form,
    person: RecordId,
    name: &PersonName,
    institution: &Institution,
) {
    let owner = || with("owner", person);
    if laptop.chance.happens(85) {
        let plain =
            |part: &str| part.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase();
        let (given, family) = (plain(&name.given.1), plain(&name.family.1));
        let mail = match laptop.chance.below(3) {
            0 => format!("{given}.{family}@{}", institution.domain),
            1 => format!("{family}{}@{}", laptop.chance.between(1, 99), institution.domain),
            _ => format!("{family}@mail.{}", institution.domain),
        };
        form.add(laptop, Kind::Contact, [owner(), with("medium", "email"), text("value", mail)]);
    }
    if laptop.chance.happens(50) {
        let chance = &mut laptop.chance;
        let number = format!(
            "+{} {} {:04} {:04}",
            chance.between(20, 99),
            chance.between(10, 999),
            chance.below(9999),
            chance.below(9999)
        );
        form.add(laptop, Kind::Contact, [owner(), with("medium", "phone"), text("value", number)]);
    }
    if laptop.chance.happens(30) {
        let level = *laptop.chance.of(&["native", "fluent", "working", "basic"]);
        let language = with("language", institution.script.language);
        form.add(laptop, Kind::SpokenLanguage, [with("person", person), language, with("level", level)]);
    }
}

/// A person who is addressed otherwise from now on.
pub(crate) fn renamed(laptop: &mut Laptop, known: &Known, which: usize) -> Form {
    let person = &known.people[which];
    let honorific = *laptop.chance.of(&["Prof.", "Prof. Dr.", "Dr. h. c.", "Dean"]);
    let salutation = format!("{honorific} {}", person.name);
    Form::edit(person.id, Kind::Person, [with("honorific", honorific), text("salutation", salutation)])
}

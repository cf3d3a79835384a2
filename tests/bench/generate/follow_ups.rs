//! Follow-ups: most done long ago, some open.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;

use super::form::{Entered, Form, maybe, text, with};
use super::known::Known;
use super::laptop::Laptop;
use super::text::{day, filled, maybe_note, partial_day, script};
use crate::chance::Chance;

/// Who does things.
const ASSIGNEES: [&str; 9] = [
    "Anna Müller",
    "李敏",
    "Айбек Асанов",
    "José García",
    "김지현",
    "Lena Hoffmann",
    "王伟",
    "Ольга Цой",
    "سارة حداد",
];

/// A follow-up as somebody enters it.
pub(crate) fn entered(laptop: &mut Laptop, known: &mut Known) -> Form {
    let chance = &mut laptop.chance;
    let script = script(chance);
    let (about, name) = about(chance, known);
    let template = *chance.of(script.follow_ups);
    let title = filled(template, |slot| match slot {
        "a" => name.into(),
        _ => chance.between(2, 40).to_string(),
    });
    let [due, state, done_on] = state(chance);
    let fields = [
        text("title", title),
        due,
        with("about", about),
        maybe("assignee", chance.happens(80).then(|| (*chance.mostly_first(&ASSIGNEES)).into())),
        maybe(
            "priority",
            chance.happens(60).then(|| (*chance.of(&["high", "normal", "normal", "low"])).into()),
        ),
        state,
        done_on,
        maybe("note", maybe_note(chance, known, script, 35)),
    ];
    let mut form = Form::default();
    let id = form.add(laptop, Kind::FollowUp, fields);
    if laptop.chance.happens(5) {
        let on = day(&mut laptop.chance, 2026, 2027);
        form.add(laptop, Kind::Reminder, [with("follow-up", id), text("on", on)]);
    }
    if laptop.chance.happens(5) {
        let tag = *laptop.chance.mostly_first(&known.tags);
        form.add(laptop, Kind::Tagging, [with("record", id), with("tag", tag)]);
    }
    known.follow_ups.push(id);
    form
}

/// What a follow-up is about, and what that is called.
fn about<'k>(chance: &mut Chance, known: &'k Known) -> (RecordId, &'k str) {
    match chance.below(10) {
        0..6 => {
            let agreement = chance.of(&known.agreements);
            (agreement.id, &agreement.title)
        }
        6..8 => {
            let person = chance.of(&known.people);
            (person.id, &person.name)
        }
        _ => {
            let institution = chance.mostly_first(&known.institutions);
            (institution.id, &institution.name)
        }
    }
}

/// When it is due, its state, and when it was done. Few of those that are open are overdue in the summer of 2026.
fn state(chance: &mut Chance) -> [Entered; 3] {
    match chance.below(100) {
        0..84 => {
            let due = day(chance, 2017, 2025);
            [text("due", due.clone()), with("state", "done"), text("done-on", due)]
        }
        84..88 => [text("due", partial_day(chance, 2018, 2025)), with("state", "dropped"), ("done-on", None)],
        88..90 => [("due", None), with("state", "open"), ("done-on", None)],
        90 => [text("due", partial_day(chance, 2024, 2026)), with("state", "open"), ("done-on", None)],
        _ => [text("due", partial_day(chance, 2026, 2028)), with("state", "open"), ("done-on", None)],
    }
}

/// A follow-up that was done in the end.
pub(crate) fn done(laptop: &mut Laptop, known: &Known, which: usize) -> Form {
    let on = day(&mut laptop.chance, 2026, 2026);
    Form::edit(known.follow_ups[which], Kind::FollowUp, [with("state", "done"), text("done-on", on)])
}

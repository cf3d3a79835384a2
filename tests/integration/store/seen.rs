//! What came since a form was filled: a save, and a deletion, replace only what was seen.

use std::collections::BTreeSet;
use std::fs::File;

use entente_domain::bundle::{Item, Reader};
use entente_domain::ids::{CommitRef, RecordId};
use entente_domain::kinds::Kind;
use entente_domain::log::{BEFORE_THE_FIRST, Out, decode};
use entente_domain::workspace::{Draft, FormOf, Seen, Written};
use proptest::prelude::*;

use crate::laptop::{Laptop, entered};
use crate::parts::in_part;

/// Two laptops that know of one institution.
fn two_with_an_institution() -> (Laptop, Laptop, RecordId) {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = aigul.add("institution", &[("name", "USST"), ("city", "Shanghai")]);
    bek.hear(&mut aigul);
    (aigul, bek, id)
}

/// What the page of a record was read by.
fn read(laptop: &mut Laptop, id: RecordId) -> Seen {
    laptop.work().detail(id).expect("readable").seen
}

/// Saves fields by a form that was filled when so much had been seen.
fn save(laptop: &mut Laptop, id: RecordId, fields: &[(&str, &str)], seen: Seen) -> Written {
    let kind = laptop.row(id).kind;
    let draft = Draft { id, is_new: false, kind, fields: entered(fields) };
    let form = FormOf { seen: Some(seen), kept_as: None };
    laptop.work().save_form(&[draft], &[], form).expect("saved")
}

#[test]
fn a_value_that_came_while_a_form_was_open_is_not_replaced() {
    let (mut aigul, mut bek, id) = two_with_an_institution();
    let seen = read(&mut aigul, id);
    bek.edit(id, &[("city", "Bishkek"), ("name", "USST!")]);
    aigul.hear(&mut bek);
    save(&mut aigul, id, &[("city", "Pudong")], seen);
    assert_eq!(aigul.contested(id), ["city"]);
    assert_eq!((aigul.shown(id, "city"), aigul.shown(id, "name")), ("Pudong".into(), "USST!".into()));
    bek.hear(&mut aigul);
    assert_eq!((bek.contested(id), bek.digest()), (vec!["city"], aigul.digest()));
    aigul.prove_sound();
}

#[test]
fn what_was_told_beside_the_field_is_replaced() {
    let (mut aigul, mut bek, id) = two_with_an_institution();
    bek.edit(id, &[("city", "Bishkek")]);
    aigul.hear(&mut bek);
    let told = read(&mut aigul, id);
    bek.edit(id, &[("city", "Osh")]);
    save(&mut aigul, id, &[("city", "Pudong")], told);
    assert!(aigul.contested(id).is_empty());
    aigul.hear(&mut bek);
    assert_eq!(aigul.contested(id), ["city"], "of what comes later, nobody was told");
}

#[test]
fn who_says_nothing_of_what_was_seen_has_seen_all_there_is() {
    let (mut aigul, mut bek, id) = two_with_an_institution();
    bek.edit(id, &[("city", "Bishkek")]);
    aigul.hear(&mut bek);
    aigul.edit(id, &[("city", "Pudong")]);
    assert!(aigul.contested(id).is_empty());
}

#[test]
fn what_a_colleague_came_to_say_as_well_is_no_quarrel() {
    let (mut aigul, mut bek, id) = two_with_an_institution();
    let seen = read(&mut aigul, id);
    bek.edit(id, &[("city", "Pudong")]);
    aigul.hear(&mut bek);
    assert_eq!(save(&mut aigul, id, &[("city", "Pudong")], seen).commit, None);
    assert!(aigul.contested(id).is_empty());
}

#[test]
fn a_row_that_a_colleague_changed_meanwhile_is_not_deleted_unseen() {
    let (mut aigul, mut bek, id) = two_with_an_institution();
    let mail = aigul.add_to(id, "contact", &[("medium", "email"), ("value", "a@example.org")]);
    bek.hear(&mut aigul);
    let seen = read(&mut aigul, id);
    bek.edit(mail, &[("value", "b@example.org")]);
    aigul.hear(&mut bek);
    let form = FormOf { seen: Some(seen), kept_as: None };
    aigul.work().save_form(&[], &[mail], form).expect("saved");
    assert_eq!((aigul.is_live(mail), aigul.contested(mail)), (true, vec!["deleted"]));
    aigul.prove_sound();
}

#[test]
fn a_deletion_keeps_what_came_to_the_record_since_its_page_was_read() {
    let (mut aigul, mut bek, id) = two_with_an_institution();
    let seen = read(&mut aigul, id);
    let phone = bek.add_to(id, "contact", &[("medium", "phone"), ("value", "+86 21 5527 0000")]);
    aigul.hear(&mut bek);
    aigul.work().delete_as_seen(&[id], Some(seen)).expect("deleted");
    assert!(aigul.is_live(phone) && aigul.contested(phone).is_empty(), "nobody meant it");
    assert_eq!((aigul.is_live(id), aigul.contested(id)), (true, vec!["deleted"]));
    let (mut cheng, all) = (Laptop::of("Cheng"), read(&mut aigul, id));
    aigul.work().delete_as_seen(&[id], Some(all)).expect("deleted");
    assert!(!aigul.is_live(id) && !aigul.is_live(phone));
    cheng.hear(&mut aigul);
    assert_eq!(cheng.digest(), aigul.digest());
}

#[test]
fn a_value_that_was_withheld_before_is_not_seen_because_its_commit_was_here() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let shared = aigul.add("institution", &[("name", "USST"), ("city", "Shanghai")]);
    let other = aigul.add("institution", &[("name", "Other")]);
    bek.hear(&mut aigul);
    // One save about both, of which only the other institution's part is handed on at first.
    let drafts = [(shared, "Pudong"), (other, "Osh")].map(|(id, city)| Draft {
        id,
        is_new: false,
        kind: Kind::Institution,
        fields: entered(&[("city", city)]),
    });
    aigul.save(&drafts);
    let (bundle, part) = (aigul.export(), aigul.file("part.entente"));
    let bytes = in_part(&bundle, Out::Withheld, |_, record| record != shared);
    std::fs::write(&part, bytes).expect("written");
    bek.import(&part);
    assert_eq!(bek.shown(shared, "city"), "Shanghai");
    let seen = read(&mut bek, shared);
    bek.hear(&mut aigul);
    assert_eq!(bek.shown(shared, "city"), "Pudong");
    save(&mut bek, shared, &[("city", "Yangpu")], seen);
    assert_eq!(bek.contested(shared), ["city"]);
}

/// A thing that happens while a form is open on the first of two laptops.
#[derive(Debug, Clone)]
enum Event {
    Edit(usize, u8),
    Hear(usize),
    Undo,
    Read,
    Save(u8),
    Delete,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => (0..2usize, any::<u8>()).prop_map(|(who, value)| Event::Edit(who, value)),
        3 => (0..2usize).prop_map(Event::Hear),
        1 => Just(Event::Undo),
        2 => Just(Event::Read),
        4 => any::<u8>().prop_map(Event::Save),
        1 => Just(Event::Delete),
    ]
}

/// The commits that a laptop has.
fn known(laptop: &mut Laptop, id: RecordId) -> BTreeSet<CommitRef> {
    let (entries, _) = laptop.work().history(id, 0, usize::MAX).expect("readable");
    entries.iter().map(|entry| entry.at).collect()
}

/// What a commit names as replaced by its change of a field.
fn parents(laptop: &mut Laptop, at: CommitRef, id: RecordId, field: &str) -> Vec<CommitRef> {
    let field = laptop.row(id).kind.field(field).expect(field).number;
    let mut reader = Reader::open(File::open(laptop.export()).expect("a bundle")).expect("a sound one");
    loop {
        match reader.next_item().expect("readable") {
            Item::Commit(bytes) => {
                let (commit, _) = decode(bytes, &BEFORE_THE_FIRST).expect("a commit");
                if commit.at() == at {
                    return commit.change(id, field).expect("the change").parents.clone();
                }
            }
            Item::End => panic!("{at:?} is not in the bundle"),
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// However two laptops change and hear of one field while forms are open: a save leaves every value that came unseen
    /// among the heads, and both laptops come to show the same.
    #[test]
    fn a_save_names_only_what_its_form_has_seen(events in prop::collection::vec(event(), 1..24)) {
        let (aigul, bek, id) = two_with_an_institution();
        let mut laptops = [aigul, bek];
        let mut seen = read(&mut laptops[0], id);
        let mut known_then = known(&mut laptops[0], id);
        for event in events {
            match event {
                Event::Edit(who, value) => drop(laptops[who].edit(id, &[("city", &value.to_string())])),
                Event::Hear(who) => {
                    let (one, other) = laptops.split_at_mut(1);
                    let (to, from) = if who == 0 { (&mut one[0], &mut other[0]) } else { (&mut other[0], &mut one[0]) };
                    to.hear(from);
                }
                Event::Undo => drop(laptops[1].work().undo()),
                Event::Read => {
                    seen = read(&mut laptops[0], id);
                    known_then = known(&mut laptops[0], id);
                }
                Event::Save(value) => {
                    let value = format!("form {value}");
                    let written = save(&mut laptops[0], id, &[("city", &value)], seen);
                    let Some(at) = written.commit else { continue };
                    let parents = parents(&mut laptops[0], at, id, "city");
                    prop_assert!(parents.iter().all(|parent| known_then.contains(parent)), "{parents:?} of {known_then:?}");
                }
                Event::Delete => drop(laptops[0].work().delete_as_seen(&[id], Some(seen)).expect("deleted")),
            }
        }
        let (one, other) = laptops.split_at_mut(1);
        other[0].hear(&mut one[0]);
        one[0].hear(&mut other[0]);
        prop_assert_eq!(one[0].digest(), other[0].digest());
        one[0].prove_sound();
    }
}

//! The same rules as officers meet them.

use entente_domain::ids::RecordId;
use entente_domain::log::ChangedValue;
use entente_domain::workspace::RecordEffect;

use crate::laptop::{Laptop, everyone_hears};

/// Three laptops that know of one institution.
fn three_with_an_institution() -> ([Laptop; 3], RecordId) {
    let mut laptops = ["Aigul", "Bek", "Cheng"].map(Laptop::of);
    let id = laptops[0].add("institution", &[("name", "USST"), ("city", "Shanghai")]);
    meet(&mut laptops);
    (laptops, id)
}

/// Everyone hears of everything; then all show the same.
fn meet(laptops: &mut [Laptop]) {
    everyone_hears(laptops);
    for laptop in laptops.iter_mut() {
        laptop.prove_sound();
    }
    let digests: Vec<_> = laptops.iter().map(Laptop::digest).collect();
    assert!(digests.iter().all(|digest| *digest == digests[0]), "all show the same");
}

/// What each laptop shows in a field.
fn shown(laptops: &[Laptop], id: RecordId, field: &str) -> Vec<String> {
    laptops.iter().map(|laptop| laptop.shown(id, field)).collect()
}

#[test]
fn two_who_edit_one_field_see_a_conflict_until_one_of_them_settles_it() {
    let (mut laptops, id) = three_with_an_institution();
    laptops[0].edit(id, &[("name", "Aigul’s")]);
    laptops[1].edit(id, &[("name", "Bek’s"), ("city", "Bishkek")]);
    meet(&mut laptops);
    for laptop in &mut laptops {
        assert_eq!(laptop.contested(id), ["name"]);
        assert_eq!(laptop.shown(id, "city"), "Bishkek", "the other field is nobody’s quarrel");
        let conflicts = laptop.work().conflicts(0, 500).expect("readable");
        let sides: Vec<_> = conflicts[0]
            .sides
            .iter()
            .map(|side| (side.author.as_str(), side.value.value().cloned()))
            .collect();
        let mut expected = vec![("Aigul", Some("Aigul’s".into())), ("Bek", Some("Bek’s".into()))];
        expected.sort_by_key(|(_, value)| *value != Some(laptop.shown(id, "name").as_str().into()));
        assert_eq!(sides, expected, "the shown one first");
    }
    // Choosing the value that is shown already settles it too.
    let chosen = laptops[2].shown(id, "name");
    laptops[2].edit(id, &[("name", &chosen)]);
    meet(&mut laptops);
    for laptop in &mut laptops {
        assert_eq!((laptop.contested(id), laptop.shown(id, "name")), (vec![], chosen.clone()));
        assert_eq!(laptop.work().conflict_count().expect("readable"), 0);
    }
}

#[test]
fn two_who_enter_the_same_do_not_quarrel() {
    let (mut laptops, id) = three_with_an_institution();
    laptops[0].edit(id, &[("name", "上海理工大学")]);
    laptops[1].edit(id, &[("name", "上海理工大学")]);
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| laptop.contested(id).is_empty()));
    laptops[2].edit(id, &[("name", "later")]);
    meet(&mut laptops);
    assert_eq!(shown(&laptops, id, "name"), ["later"; 3]);
}

#[test]
fn a_deletion_does_not_take_away_what_it_had_not_seen() {
    let (mut laptops, id) = three_with_an_institution();
    laptops[0].delete(id);
    laptops[1].edit(id, &[("city", "Bishkek")]);
    meet(&mut laptops);
    for laptop in &mut laptops {
        assert_eq!((laptop.is_live(id), laptop.contested(id)), (true, vec!["deleted"]));
        let conflicts = laptop.work().conflicts(0, 500).expect("readable");
        let deleted = |value: &ChangedValue| matches!(value, ChangedValue::Deleted { .. });
        assert_eq!(conflicts[0].sides.iter().filter(|side| deleted(&side.value)).count(), 1);
    }
    laptops[2].delete(id);
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| !laptop.is_live(id) && laptop.contested(id).is_empty()));
}

#[test]
fn a_deletion_that_saw_the_edit_deletes() {
    let (mut laptops, id) = three_with_an_institution();
    laptops[1].edit(id, &[("city", "Bishkek")]);
    meet(&mut laptops);
    laptops[0].delete(id);
    laptops[1].delete(id);
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| !laptop.is_live(id) && laptop.contested(id).is_empty()));
    laptops[2].restore(id);
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| laptop.is_live(id)), "one restoration answers both deletions");
}

#[test]
fn bringing_back_wins_over_deleting_again_unseen() {
    let (mut laptops, id) = three_with_an_institution();
    laptops[0].delete(id);
    meet(&mut laptops);
    laptops[1].restore(id);
    laptops[2].restore(id);
    laptops[2].delete(id);
    meet(&mut laptops);
    for laptop in &laptops {
        assert_eq!((laptop.is_live(id), laptop.contested(id)), (true, vec!["deleted"]));
    }
    laptops[0].restore(id);
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| laptop.is_live(id) && laptop.contested(id).is_empty()));
}

#[test]
fn a_party_added_to_an_agreement_that_is_deleted_elsewhere_keeps_it() {
    let (mut laptops, institution) = three_with_an_institution();
    let agreement = laptops[0].add("agreement", &[("title", "Exchange")]);
    let party = laptops[0].add_to(agreement, "party", &[("institution", &institution.to_string())]);
    meet(&mut laptops);
    laptops[0].delete(agreement);
    let signatory = laptops[1].add_to(party, "signatory", &[("name-at-signing", "Ding")]);
    meet(&mut laptops);
    for laptop in &laptops {
        assert_eq!([agreement, party, signatory].map(|id| laptop.is_live(id)), [true; 3]);
        assert_eq!(
            (laptop.contested(agreement), laptop.contested(party)),
            (vec!["deleted"], vec!["deleted"])
        );
    }
    laptops[2].delete(signatory);
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| !laptop.is_live(agreement) && !laptop.is_live(party)));
}

#[test]
fn a_row_that_moves_away_no_longer_keeps_its_old_owner() {
    let (mut laptops, old) = three_with_an_institution();
    let new = laptops[0].add("institution", &[("name", "new owner")]);
    let name = laptops[0].add_to(old, "name", &[("text", "before")]);
    meet(&mut laptops);
    laptops[0].delete(old);
    laptops[1].edit(name, &[("text", "not seen by the deletion")]);
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| laptop.is_live(old) && laptop.contested(old) == ["deleted"]));
    laptops[2].edit(name, &[("owner", &new.to_string())]);
    meet(&mut laptops);
    for laptop in &laptops {
        assert_eq!([old, new, name].map(|id| laptop.is_live(id)), [false, true, true]);
        assert!(laptop.contested(old).is_empty());
    }
}

#[test]
fn two_additions_to_one_list_both_stay() {
    let (mut laptops, id) = three_with_an_institution();
    let names = [0, 1].map(|who| laptops[who].add_to(id, "name", &[("text", "a name")]));
    meet(&mut laptops);
    assert!(laptops.iter().all(|laptop| names.iter().all(|name| laptop.is_live(*name))));
}

#[test]
fn a_clock_that_is_wrong_decides_nothing() {
    for start in [i64::MIN, 0, 4_070_908_800_000, i64::MAX - 1_000_000] {
        let (mut right, mut wrong) = (Laptop::of("Aigul"), Laptop::with_clock("Bek", start));
        let id = wrong.add("institution", &[("name", "by the wrong clock")]);
        right.hear(&mut wrong);
        right.edit(id, &[("name", "later")]);
        wrong.hear(&mut right);
        assert_eq!(
            (wrong.shown(id, "name"), wrong.contested(id)),
            ("later".into(), vec![]),
            "clock at {start}"
        );
        wrong.edit(id, &[("name", "latest")]);
        right.hear(&mut wrong);
        assert_eq!(
            (right.shown(id, "name"), right.contested(id)),
            ("latest".into(), vec![]),
            "clock at {start}"
        );
        let mut laptops = [right, wrong];
        meet(&mut laptops);
    }
}

#[test]
fn an_import_says_what_it_does_to_each_record() {
    let (mut laptops, id) = three_with_an_institution();
    let [aigul, bek, _] = &mut laptops;
    let doomed = aigul.add("agreement", &[("title", "doomed")]);
    aigul.add_to(doomed, "topic", &[("text", "goes with it")]);
    let edited = aigul.add("person", &[("family", "Cheng")]);
    bek.hear(aigul);
    aigul.delete(doomed);
    aigul.edit(edited, &[("given", "Yunzhang")]);
    aigul.edit(id, &[("name", "Aigul’s")]);
    bek.edit(id, &[("name", "Bek’s")]);
    let new = aigul.add("event", &[("title", "Signing")]);
    let bundle = aigul.export();
    let effects: Vec<_> = bek.lines(&bundle).into_iter().map(|line| (line.record, line.effect)).collect();
    let expected = [
        (id, RecordEffect::Conflict),
        (doomed, RecordEffect::Deleted),
        (new, RecordEffect::New),
        (edited, RecordEffect::Changed),
    ];
    assert_eq!(effects, expected);
    let told = bek.import(&bundle);
    assert_eq!((told.new, told.changed, told.deleted, told.conflicts), (1, 2, 1, 1));
}

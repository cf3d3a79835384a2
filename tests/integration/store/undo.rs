//! Undo and redo: always new commits, also across closing and opening.

use entente_domain::workspace::Error;

use crate::laptop::Laptop;

#[test]
fn undo_and_redo_of_an_edit_survive_closing_and_opening() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "first"), ("city", "Bishkek")]);
    laptop.edit(id, &[("name", "second"), ("city", "")]);
    laptop.reopen();
    assert!(laptop.undo().is_empty());
    assert_eq!((laptop.shown(id, "name"), laptop.shown(id, "city")), ("first".into(), "Bishkek".into()));
    laptop.reopen();
    assert!(laptop.redo().is_empty());
    assert_eq!((laptop.shown(id, "name"), laptop.shown(id, "city")), ("second".into(), String::new()));
    laptop.prove_sound();
}

#[test]
fn steps_are_undone_one_by_one_and_done_again_in_order() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "1")]);
    for name in ["2", "3", "4"] {
        laptop.edit(id, &[("name", name)]);
    }
    let shown: Vec<String> = (0..3)
        .map(|_| {
            laptop.undo();
            laptop.shown(id, "name")
        })
        .collect();
    assert_eq!(shown, ["3", "2", "1"]);
    laptop.undo();
    assert!(!laptop.is_live(id), "undoing its creation puts it in the trash");
    assert!(matches!(laptop.work().undo(), Err(Error::NothingToUndo)));
    for name in ["1", "2", "3", "4"] {
        laptop.redo();
        assert_eq!((laptop.is_live(id), laptop.shown(id, "name")), (true, name.into()));
    }
    assert!(matches!(laptop.work().redo(), Err(Error::NothingToRedo)));
    laptop.prove_sound();
}

#[test]
fn a_new_save_ends_what_could_be_done_again() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "1")]);
    laptop.edit(id, &[("name", "2")]);
    laptop.undo();
    laptop.edit(id, &[("city", "Osh")]);
    assert_eq!(laptop.work().can_undo_and_redo().expect("readable"), (true, false));
    laptop.undo();
    laptop.undo();
    assert!(!laptop.is_live(id));
}

#[test]
fn undoing_a_save_of_several_records_takes_back_all_of_them() {
    let mut laptop = Laptop::of("Aigul");
    let kept = laptop.add("institution", &[("name", "USST")]);
    let old = laptop.add_to(kept, "name", &[("text", "old")]);
    let institution = laptop.draft("institution", &[("name", "KNU")]);
    let name = laptop.draft_of(institution.id, "name", &[("text", "КНУ")]);
    laptop.work().save(&[institution.clone(), name.clone()], &[old]).expect("saved");
    assert!(!laptop.is_live(old));
    laptop.undo();
    assert_eq!([institution.id, name.id, old].map(|id| laptop.is_live(id)), [false, false, true]);
    laptop.redo();
    assert_eq!([institution.id, name.id, old].map(|id| laptop.is_live(id)), [true, true, false]);
    laptop.prove_sound();
}

#[test]
fn undoing_a_deletion_brings_back_what_was_deleted_with_it() {
    let mut laptop = Laptop::of("Aigul");
    let agreement = laptop.add("agreement", &[("title", "Exchange")]);
    let institution = laptop.add("institution", &[("name", "USST")]);
    let party = laptop.add_to(agreement, "party", &[("institution", &institution.to_string())]);
    laptop.delete(agreement);
    assert_eq!([agreement, party].map(|id| laptop.is_live(id)), [false, false]);
    laptop.undo();
    assert_eq!([agreement, party].map(|id| laptop.is_live(id)), [true, true]);
    laptop.redo();
    assert_eq!([agreement, party].map(|id| laptop.is_live(id)), [false, false]);
    laptop.restore(agreement);
    laptop.undo();
    assert_eq!([agreement, party].map(|id| laptop.is_live(id)), [false, false], "undoing a restoration");
}

#[test]
fn what_a_colleague_changed_since_is_left_alone_and_told() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = aigul.add("institution", &[("name", "1"), ("city", "Osh")]);
    aigul.edit(id, &[("name", "2"), ("city", "Bishkek")]);
    bek.hear(&mut aigul);
    bek.edit(id, &[("name", "Bek’s")]);
    aigul.hear(&mut bek);
    let skipped = aigul.undo();
    assert_eq!(
        skipped.iter().map(|skipped| (skipped.record, skipped.field)).collect::<Vec<_>>(),
        [(id, "name")]
    );
    assert_eq!((aigul.shown(id, "name"), aigul.shown(id, "city")), ("Bek’s".into(), "Osh".into()));
}

#[test]
fn a_step_that_was_left_alone_whole_does_not_bar_the_steps_before_it() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let other = aigul.add("institution", &[("name", "other")]);
    let id = aigul.add("institution", &[("name", "1")]);
    bek.hear(&mut aigul);
    bek.edit(id, &[("name", "Bek’s")]);
    aigul.hear(&mut bek);
    let skipped = aigul.undo();
    assert_eq!(
        skipped.iter().map(|skipped| (skipped.record, skipped.field)).collect::<Vec<_>>(),
        [(id, "deleted")]
    );
    assert!(aigul.is_live(id));
    assert!(aigul.undo().is_empty());
    assert_eq!((aigul.is_live(other), aigul.is_live(id)), (false, true));
}

#[test]
fn a_colleagues_value_is_not_lost_by_undoing_what_came_before_it() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = aigul.add("institution", &[("name", "1")]);
    aigul.edit(id, &[("name", "2")]);
    bek.hear(&mut aigul);
    bek.edit(id, &[("name", "Bek’s")]);
    aigul.hear(&mut bek);
    aigul.edit(id, &[("name", "3")]);
    aigul.undo();
    assert_eq!(aigul.shown(id, "name"), "Bek’s");
    let skipped = aigul.undo();
    assert_eq!(skipped.iter().map(|skipped| skipped.field).collect::<Vec<_>>(), ["name"]);
    assert_eq!(aigul.shown(id, "name"), "Bek’s");
    let skipped = aigul.undo();
    assert_eq!(skipped.iter().map(|skipped| skipped.field).collect::<Vec<_>>(), ["deleted"]);
    assert!(aigul.is_live(id));
}

#[test]
fn what_a_colleague_set_to_the_same_is_left_alone_too() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = aigul.add("institution", &[("name", "1")]);
    bek.hear(&mut aigul);
    aigul.edit(id, &[("name", "2")]);
    bek.edit(id, &[("name", "2")]);
    aigul.hear(&mut bek);
    let skipped = aigul.undo();
    assert_eq!(skipped.iter().map(|skipped| skipped.field).collect::<Vec<_>>(), ["name"]);
    assert_eq!(aigul.shown(id, "name"), "2");
}

#[test]
fn an_undo_travels_like_any_change() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    aigul.hear(&mut bek);
    let id = aigul.add("institution", &[("name", "1")]);
    aigul.edit(id, &[("name", "2")]);
    bek.hear(&mut aigul);
    aigul.undo();
    bek.hear(&mut aigul);
    assert_eq!(bek.shown(id, "name"), "1");
    assert_eq!(bek.digest(), aigul.digest());
    assert_eq!(bek.work().can_undo_and_redo().expect("readable"), (false, false), "it is not Bek’s to undo");
}

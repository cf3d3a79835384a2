//! What an officer leaves out arrives all the same, stays as it was here, and travels so.

use entente_domain::workspace::{Error, LeftOut, Mode, Watch};

use super::two;
use crate::laptop::Laptop;
use crate::projections::everything;

#[test]
fn a_field_left_out_keeps_its_value_everywhere() {
    let mut two = two();
    two.aigul.edit(two.university, &[("city", "上海"), ("country", "KG")]);
    let bundle = two.aigul.export();
    two.bek.import_without(&bundle, &[(two.university, Some("country"))]);
    let shown = |laptop: &crate::laptop::Laptop| {
        (laptop.shown(two.university, "city"), laptop.shown(two.university, "country"))
    };
    assert_eq!(shown(&two.bek), ("上海".into(), "CN".into()));
    two.bek.prove_sound_byte_for_byte();
    two.aigul.hear(&mut two.bek);
    assert_eq!(shown(&two.aigul), ("上海".into(), "CN".into()));
    assert_eq!(two.aigul.digest(), two.bek.digest());
    let (history, _) = two.bek.work().history(two.university, 0, 10).expect("readable");
    let left_out = history[0].changes.iter().map(|change| change.before.clone()).collect::<Vec<_>>();
    assert_eq!(
        left_out,
        [entente_domain::log::ChangedValue::Value("KG".into())],
        "what came is in the history"
    );
}

#[test]
fn a_new_record_left_out_lies_in_the_trash_with_all_that_belongs_to_it() {
    let mut two = two();
    let event = two.aigul.add("event", &[("title", "Signing")]);
    let participant = two.aigul.add_to(event, "participant", &[("who", &two.university.to_string())]);
    let bundle = two.aigul.export();
    two.bek.import_without(&bundle, &[(event, None)]);
    assert_eq!((two.bek.is_live(event), two.bek.is_live(participant)), (false, false));
    assert!(two.bek.row(event).is_left_out() && two.bek.row(participant).is_left_out());
    two.bek.restore(event);
    assert_eq!((two.bek.is_live(event), two.bek.is_live(participant)), (true, true));
    two.bek.prove_sound_byte_for_byte();
}

#[test]
fn a_new_record_left_out_is_so_on_this_laptop_alone_whatever_becomes_of_it() {
    let mut two = two();
    // With its first save a laptop introduces itself, which is told to all.
    two.bek.add("tag", &[("name", "begun")]);
    two.aigul.hear(&mut two.bek);
    let event = two.aigul.add("event", &[("title", "Signing")]);
    let participant = two.aigul.add_to(event, "participant", &[("who", &two.university.to_string())]);
    let bundle = two.aigul.export();
    two.bek.import_without(&bundle, &[(event, None)]);
    assert_eq!(two.bek.digest(), two.aigul.digest(), "they know the same");
    two.aigul.hear(&mut two.bek);
    let mut cheng = Laptop::of("Cheng");
    cheng.hear(&mut two.bek);
    for laptop in [&two.aigul, &cheng] {
        assert!(laptop.is_live(event) && laptop.is_live(participant));
        assert_eq!(laptop.digest(), two.bek.digest());
    }
    two.aigul.edit(event, &[("title", "The signing")]);
    let minutes = two.aigul.add_to(event, "participant", &[("who", &two.university.to_string())]);
    two.bek.hear(&mut two.aigul);
    assert_eq!((two.bek.is_live(event), two.bek.shown(event, "title").as_str()), (false, "The signing"));
    assert_eq!(two.bek.work().search("signing", None, 9).expect("searched").len(), 0);
    two.bek.prove_sound_byte_for_byte();
    two.bek.reopen();
    two.bek.restore(event);
    assert!([event, participant, minutes].iter().all(|id| two.bek.is_live(*id)));
    assert_eq!(two.bek.work().search("signing", None, 9).expect("searched").len(), 1);
    assert_eq!(two.bek.digest(), two.aigul.digest());
    two.bek.prove_sound_byte_for_byte();
}

#[test]
fn what_belongs_to_a_record_left_out_keeps_what_it_kept() {
    let mut two = two();
    let topic = two.aigul.add_to(two.agreement, "topic", &[("text", "not seen by the deletion")]);
    two.bek.delete(two.agreement);
    let bundle = two.aigul.export();
    two.bek.import_without(&bundle, &[(topic, None)]);
    two.aigul.hear(&mut two.bek);
    for laptop in [&two.aigul, &two.bek] {
        assert_eq!((laptop.is_live(two.agreement), laptop.contested(two.agreement)), (true, vec!["deleted"]));
    }
    assert_eq!((two.aigul.is_live(topic), two.bek.is_live(topic)), (true, false));
    assert_eq!(two.aigul.digest(), two.bek.digest());
    two.bek.prove_sound_byte_for_byte();
}

#[test]
fn a_deletion_left_out_is_undone_with_what_belongs_to_the_record() {
    let mut two = two();
    two.aigul.delete(two.agreement);
    let bundle = two.aigul.export();
    two.bek.import_without(&bundle, &[(two.agreement, None)]);
    assert_eq!((two.bek.is_live(two.agreement), two.bek.is_live(two.party)), (true, true));
    assert_eq!(two.bek.contested(two.agreement), <[&str; 0]>::default());
    two.aigul.hear(&mut two.bek);
    assert_eq!((two.aigul.is_live(two.agreement), two.aigul.digest()), (true, two.bek.digest()));
}

#[test]
fn a_conflict_left_out_is_settled_to_what_is_here() {
    let mut two = two();
    two.aigul.edit(two.university, &[("city", "there")]);
    two.bek.edit(two.university, &[("city", "here")]);
    let bundle = two.aigul.export();
    two.bek.import_without(&bundle, &[(two.university, None)]);
    two.aigul.hear(&mut two.bek);
    for laptop in [&two.aigul, &two.bek] {
        assert_eq!(laptop.shown(two.university, "city"), "here");
        assert_eq!(laptop.contested(two.university), <[&str; 0]>::default());
    }
}

#[test]
fn what_is_left_out_can_be_had_after_all_by_undo() {
    let mut two = two();
    two.aigul.edit(two.university, &[("city", "上海")]);
    let bundle = two.aigul.export();
    two.bek.import_without(&bundle, &[(two.university, None)]);
    two.bek.undo();
    assert_eq!(two.bek.shown(two.university, "city"), "上海");
    two.bek.redo();
    assert_eq!(two.bek.shown(two.university, "city"), "Shanghai");
}

#[test]
fn what_is_not_here_cannot_be_left_out_and_nothing_is_imported_then() {
    let mut two = two();
    two.aigul.edit(two.university, &[("city", "上海")]);
    let bundle = two.aigul.export();
    let lines = two.bek.preview(&bundle);
    let record = two.aigul.work().new_id();
    let left_out = [LeftOut { record, field: None }];
    let before = everything(&two.bek.path());
    let refused = two.bek.work().import(&bundle, Mode::AsShown(&lines, &left_out), &Watch::default());
    assert!(matches!(refused, Err(Error::NotFound(id)) if id == record));
    assert_eq!(everything(&two.bek.path()), before);
}

#[test]
fn what_is_erased_cannot_be_left_out_and_nothing_is_imported_then() {
    let mut two = two();
    two.aigul.work().erase(two.university).expect("erased");
    let bundle = two.aigul.export();
    let lines = two.bek.preview(&bundle);
    let left_out = [LeftOut { record: two.university, field: None }];
    let before = everything(&two.bek.path());
    let refused = two.bek.work().import(&bundle, Mode::AsShown(&lines, &left_out), &Watch::default());
    assert!(matches!(refused, Err(Error::ErasureLeftOut(id)) if id == two.university), "{refused:?}");
    assert_eq!(everything(&two.bek.path()), before);
}

//! Reports of imports stay, and an import can be taken back long after.

use std::collections::BTreeSet;

use entente_domain::kinds::Kind;
use entente_domain::workspace::{Error, LineQuery, RecordEffect, Watch};
use rusqlite::Connection;

use super::two;
use crate::laptop::{Laptop, counted};

fn lines(laptop: &mut Laptop, n: u64) -> Vec<(String, RecordEffect)> {
    let lines = laptop.work().imported(n, &Watch::default()).expect("gathered");
    let page = lines.page(&LineQuery { limit: 100, ..LineQuery::default() }).expect("readable");
    page.lines.into_iter().map(|line| (line.title.unwrap_or_default(), line.effect)).collect()
}

#[test]
fn every_import_that_brought_something_is_reported_with_what_it_brought() {
    let mut two = two();
    two.bek.edit(two.university, &[("city", "here")]);
    two.aigul.edit(two.university, &[("city", "there")]);
    two.aigul.delete(two.agreement);
    two.aigul.add("event", &[("title", "Signing")]);
    let bundle = two.aigul.export();
    let told = two.bek.import(&bundle);
    assert_eq!(two.bek.import(&bundle).report, None, "nothing new, nothing to report");
    two.bek.add("tag", &[("name", "and life goes on")]);
    two.bek.edit(two.university, &[("city", "settled")]);
    two.bek.reopen();
    let (reports, total) = two.bek.work().imports(0, 10).expect("readable");
    assert_eq!((total, reports[0].n, reports[1].n), (2, told.report.expect("reported"), 1));
    let report = &reports[0];
    assert_eq!((report.officer.as_str(), report.laptop.as_str()), ("Aigul", "Aigul’s laptop"));
    assert_eq!((report.commits, report.new, report.changed, report.deleted), (3, 1, 1, 1));
    assert_eq!((report.left_out, report.undone, report.file.as_str()), (false, false, "2.entente"));
    let expected = [
        ("USST", RecordEffect::Conflict),
        ("Exchange", RecordEffect::Deleted),
        ("Signing", RecordEffect::New),
    ];
    assert_eq!(lines(&mut two.bek, report.n), expected.map(|(title, effect)| (title.into(), effect)));
    assert!(matches!(two.bek.work().imported(9, &Watch::default()), Err(Error::NoImport(9))));
}

#[test]
fn the_list_of_imports_counts_the_records_that_their_reports_tell_of() {
    let mut two = two();
    let (agreement, event) =
        (two.aigul.add("agreement", &[("title", "New")]), two.aigul.add("event", &[("title", "Signing")]));
    let university = two.university.to_string();
    let party = two.aigul.add_to(agreement, "party", &[("institution", &university), ("number", "1")]);
    two.aigul.add_to(party, "signatory", &[("name-at-signing", "Ding")]);
    two.aigul.edit(two.party, &[("number", "7")]);
    two.aigul.add_to(two.university, "name", &[("text", "上海理工大学")]);
    two.bek.hear(&mut two.aigul);
    two.bek.edit(two.party, &[("number", "8")]);
    two.aigul.edit(two.party, &[("number", "9")]);
    two.aigul.edit(party, &[("number", "2")]);
    two.aigul.delete(event);
    // A row that moves is told with the record that it belongs to now.
    two.aigul.edit(party, &[("agreement", &two.agreement.to_string())]);
    two.bek.hear(&mut two.aigul);
    let (reports, _) = two.bek.work().imports(0, 10).expect("readable");
    let counts: Vec<_> = reports.iter().map(|report| (report.new, report.changed, report.deleted)).collect();
    assert_eq!(counts, [(0, 1, 1), (2, 2, 0), (2, 0, 0)]);
    for report in &reports {
        let lines = two.bek.work().imported(report.n, &Watch::default()).expect("gathered");
        assert_eq!((report.new, report.changed, report.deleted, 0), counted(&lines), "{}", report.n);
    }
}

#[test]
fn an_import_is_taken_back_and_brought_in_again() {
    let mut two = two();
    let event = two.aigul.add("event", &[("title", "Signing")]);
    two.aigul.edit(two.university, &[("city", "上海")]);
    two.aigul.delete(two.agreement);
    let shown = |laptop: &Laptop| {
        (
            laptop.shown(two.university, "city"),
            laptop.is_live(two.agreement),
            laptop.is_live(two.party),
            laptop.is_live(event),
        )
    };
    let n = two.bek.hear(&mut two.aigul).report.expect("reported");
    let after = ("上海".to_string(), false, false, true);
    assert_eq!(shown(&two.bek), after);
    assert_eq!(two.bek.undo_import(n), []);
    let before = ("Shanghai".to_string(), true, true, false);
    assert_eq!(shown(&two.bek), before);
    assert!(two.bek.work().import_report(n).expect("readable").undone);
    assert!(matches!(two.bek.work().undo_import(n, &Watch::default()), Err(Error::NothingToUndo)));
    two.bek.undo();
    assert_eq!(shown(&two.bek), after);
    assert!(!two.bek.work().import_report(n).expect("readable").undone);
    two.bek.redo();
    assert_eq!(shown(&two.bek), before);
    assert!(two.bek.work().import_report(n).expect("readable").undone);
    two.bek.prove_sound_byte_for_byte();
    two.aigul.hear(&mut two.bek);
    let at_aigul = ("Shanghai".to_string(), true, true, true);
    assert_eq!(shown(&two.aigul), at_aigul, "what it changed travels; that it is left out does not");
    assert_eq!(two.aigul.digest(), two.bek.digest());
}

#[test]
fn what_was_changed_since_is_left_alone_and_named() {
    let mut two = two();
    let event = two.aigul.add("event", &[("title", "Signing")]);
    let edited = two.aigul.add("event", &[("title", "Visit")]);
    two.aigul.edit(two.university, &[("city", "上海"), ("country", "KG")]);
    let n = two.bek.hear(&mut two.aigul).report.expect("reported");
    two.bek.edit(two.university, &[("city", "mine")]);
    two.bek.edit(edited, &[("title", "A visit that I know more of")]);
    let row = two.bek.add_to(event, "participant", &[("who", &two.university.to_string())]);
    let mut skipped: Vec<_> =
        two.bek.undo_import(n).into_iter().map(|skipped| (skipped.record, skipped.field)).collect();
    skipped.sort_unstable();
    let mut expected = [(two.university, "city"), (event, "deleted"), (edited, "deleted")];
    expected.sort_unstable();
    assert_eq!(skipped, expected);
    assert_eq!(
        (two.bek.shown(two.university, "city"), two.bek.shown(two.university, "country")),
        ("mine".into(), "CN".into())
    );
    assert!([event, edited, row].iter().all(|id| two.bek.is_live(*id)));
    assert_eq!(two.bek.contested(event), <[&str; 0]>::default());
}

#[test]
fn what_was_left_out_then_is_no_change_since() {
    let mut two = two();
    two.aigul.edit(two.university, &[("city", "上海"), ("country", "KG")]);
    let bundle = two.aigul.export();
    let n = two.bek.import_without(&bundle, &[(two.university, Some("city"))]).report.expect("reported");
    assert!(two.bek.work().import_report(n).expect("readable").left_out);
    assert_eq!(two.bek.undo_import(n), []);
    assert_eq!(two.bek.shown(two.university, "country"), "CN");
}

#[test]
fn a_conflict_that_came_is_settled_to_what_was_here() {
    let mut two = two();
    two.bek.edit(two.university, &[("city", "here")]);
    two.aigul.edit(two.university, &[("city", "there")]);
    let n = two.bek.hear(&mut two.aigul).report.expect("reported");
    assert_eq!(two.bek.contested(two.university), ["city"]);
    two.bek.undo_import(n);
    assert_eq!(two.bek.contested(two.university), <[&str; 0]>::default());
    assert_eq!(two.bek.shown(two.university, "city"), "here");
}

#[test]
fn an_import_too_large_for_one_commit_is_taken_back_and_brought_in_again_as_one() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let long = "字".repeat(100_000);
    let ids: Vec<_> =
        (0..12).map(|_| aigul.add("institution", &[("name", "USST"), ("note", &long)])).collect();
    bek.hear(&mut aigul);
    bek.add("tag", &[("name", "mine")]);
    ids.iter().for_each(|id| drop(aigul.edit(*id, &[("note", "short")])));
    let n = bek.hear(&mut aigul).report.expect("reported");
    let shown = |laptop: &Laptop| ids.iter().map(|id| laptop.shown(*id, "note").len()).collect::<Vec<_>>();
    let (before, after) = (vec![300_000; 12], vec![5; 12]);
    assert_eq!(shown(&bek), after);
    bek.undo_import(n);
    assert_eq!(shown(&bek), before);
    let parts = ids.iter().map(|id| bek.work().history(*id, 0, 1).expect("readable").0[0].at);
    assert!(parts.collect::<BTreeSet<_>>().len() > 1, "in several commits");
    bek.undo();
    assert_eq!(shown(&bek), after);
    bek.redo();
    assert_eq!(shown(&bek), before);
    bek.undo();
    bek.undo();
    assert_eq!(bek.work().counts().expect("readable")[&Kind::Tag], 0, "the step before is the one before");
    bek.prove_sound();
}

#[test]
fn a_report_of_rows_that_are_not_there_does_no_harm() {
    let mut two = two();
    two.bek.close();
    let connection = Connection::open(two.bek.path()).expect("opened");
    let forge = "UPDATE import SET first = ?, last = ?, undone_by = NULL";
    for (first, last) in [(1_000, 2_000), (i64::MIN, i64::MAX), (5, 1)] {
        connection.execute(forge, (first, last)).expect("forged");
        two.bek.open();
        let reports = two.bek.work().imports(0, 10).expect("readable").0;
        two.bek.work().imported(reports[0].n, &Watch::default()).expect("gathered");
        two.bek.work().undo_import(reports[0].n, &Watch::default()).expect("taken back");
        two.bek.prove_sound();
        two.bek.close();
    }
}

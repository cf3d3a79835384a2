//! An import that brings what an earlier one withheld: told, reported and taken back like any other.

use std::path::PathBuf;

use entente_domain::ids::RecordId;
use entente_domain::value::Value;
use entente_domain::workspace::{Bundling, Error, LineQuery, Mode, RecordEffect, Scope, Selection, Watch};

use crate::laptop::Laptop;

/// Aigul, who knows an institution in Kyrgyzstan and one elsewhere, both of one save, and Bek, who was given the first.
struct Given {
    aigul: Laptop,
    bek: Laptop,
    elsewhere: RecordId,
    whole: PathBuf,
}

fn given() -> Given {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let drafts = ["KG", "DE"].map(|country| {
        aigul.draft("institution", &[("name", &format!("Institution in {country}")), ("country", country)])
    });
    aigul.save(&drafts);
    let part = aigul.file("part.entente");
    let selection = Selection { countries: vec!["KG".into()], records: Vec::new() };
    let bundling = Bundling { scope: Scope::Selection(selection), ..Bundling::default() };
    aigul.work().export(&part, &bundling, &Watch::default()).expect("exported");
    bek.import(&part);
    assert!(bek.knows(drafts[0].id) && !bek.knows(drafts[1].id));
    let whole = aigul.export();
    Given { aigul, bek, elsewhere: drafts[1].id, whole }
}

const NEW: RecordEffect = RecordEffect::New;

#[test]
fn a_preview_tells_it_field_by_field() {
    let Given { aigul: _aigul, mut bek, elsewhere, whole } = given();
    let lines = bek.preview(&whole);
    assert_eq!(lines.find(elsewhere).expect("readable").map(|line| line.effect), Some(NEW));
    let (parts, _) = bek.work().line(&lines, elsewhere).expect("readable");
    let comes: Vec<_> =
        parts[0].fields.iter().map(|field| field.comes.value().map(Value::to_string)).collect();
    assert_eq!(comes, ["Institution in DE", "DE"].map(|text| Some(text.to_owned())));
    assert!(parts[0].fields.iter().all(|field| field.author == "Aigul"));
}

#[test]
fn a_preview_of_before_it_came_is_shown_anew() {
    let Given { aigul: _aigul, mut bek, whole, .. } = given();
    let lines = bek.preview(&whole);
    assert!(bek.work().is_current(&lines).expect("asked"));
    bek.import(&whole);
    assert!(!bek.work().is_current(&lines).expect("asked"));
    let refused = bek.work().import(&whole, Mode::AsShown(&lines, &[]), &Watch::default());
    assert!(matches!(refused, Err(Error::ChangedSinceShown)), "{refused:?}");
}

#[test]
fn it_is_left_out() {
    let Given { aigul: _aigul, mut bek, elsewhere, whole } = given();
    bek.import_without(&whole, &[(elsewhere, None)]);
    assert!(bek.knows(elsewhere) && !bek.is_live(elsewhere));
    bek.prove_sound();
}

#[test]
fn it_is_reported_and_no_other_import_is_said_to_have_brought_it() {
    let Given { aigul: _aigul, mut bek, elsewhere, whole } = given();
    let n = bek.import(&whole).report.expect("reported");
    let told = |bek: &mut Laptop, n| {
        let lines = bek.work().imported(n, &Watch::default()).expect("gathered");
        let page = lines.page(&LineQuery { limit: 100, ..LineQuery::default() }).expect("readable");
        page.lines.iter().map(|line| (line.record, line.effect)).collect::<Vec<_>>()
    };
    assert_eq!(told(&mut bek, n), [(elsewhere, NEW)]);
    assert!(told(&mut bek, 1).iter().all(|(record, _)| *record != elsewhere));
    assert_eq!(bek.work().import_report(n).expect("readable").commits, 1);
}

#[test]
fn it_is_taken_back_and_brought_in_again() {
    let Given { mut aigul, mut bek, elsewhere, whole } = given();
    let before = bek.digest();
    let n = bek.import(&whole).report.expect("reported");
    assert_eq!((bek.undo_import(n), bek.is_live(elsewhere)), (vec![], false));
    assert_ne!(bek.digest(), before, "it is in the trash, and was not here");
    bek.undo();
    assert!(bek.is_live(elsewhere));
    // Taking back the first import does not reach what it did not bring.
    bek.undo_import(1);
    assert!(bek.is_live(elsewhere));
    bek.prove_sound();
    aigul.hear(&mut bek);
    assert_eq!(aigul.digest(), bek.digest());
}

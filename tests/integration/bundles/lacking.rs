//! Bundles with what a colleague lacks, as far as the colleague's own bundles told.

use std::fs::File;
use std::path::Path;

use entente_domain::bundle::{Opening, Reader};
use entente_domain::ids::RecordId;
use entente_domain::workspace::{Bundling, Scope, Selection, Watch};

use crate::laptop::Laptop;

fn opening(bundle: &Path) -> Opening {
    Reader::open(File::open(bundle).expect("there")).expect("readable").opening().clone()
}

fn documents_in(laptop: &mut Laptop, agreement: RecordId) -> RecordId {
    let owned = laptop.work().detail(agreement).expect("readable").owned;
    owned.into_iter().find(|(kind, _)| kind.name() == "document").expect("documents").1[0].id
}

#[test]
fn a_colleague_gets_what_was_not_there_when_the_colleague_last_told() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = aigul.add("institution", &[("name", "USST")]);
    let first = aigul.export_for(&bek);
    assert!(opening(&first).complete, "to whom nothing is known of, everything");
    bek.import(&first);
    assert_eq!(opening(&aigul.export_for(&bek)).commits, 2, "that it was made is not that it arrived");
    bek.edit(id, &[("city", "上海")]);
    aigul.hear(&mut bek);
    aigul.edit(id, &[("country", "CN")]);
    let bundle = aigul.export_for(&bek);
    let told = opening(&bundle);
    assert_eq!((told.complete, told.commits, told.recipients), (false, 1, vec![bek.work().device()]));
    let told = bek.import(&bundle);
    assert_eq!((told.new_commits, told.known_commits), (1, 0));
    assert_eq!(bek.digest(), aigul.digest());
    bek.prove_sound();
}

#[test]
fn an_older_bundle_heard_late_takes_back_nothing_of_what_is_known() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    aigul.add("tag", &[("name", "one")]);
    bek.hear(&mut aigul);
    let old = bek.export();
    bek.add("tag", &[("name", "two")]);
    aigul.hear(&mut bek);
    aigul.import(&old);
    assert_eq!(opening(&aigul.export_for(&bek)).commits, 0);
}

#[test]
fn only_the_documents_that_the_commits_refer_to_go_along() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let agreement = aigul.add("agreement", &[("title", "Exchange")]);
    let attach = |laptop: &mut Laptop, name: &str| {
        let scan = laptop.file(name);
        std::fs::write(&scan, name).expect("written");
        laptop.work().attach(agreement, &scan, None).expect("attached");
    };
    attach(&mut aigul, "old.pdf");
    bek.hear(&mut aigul);
    aigul.hear(&mut bek);
    bek.add("tag", &[("name", "so that Bek has told something")]);
    aigul.hear(&mut bek);
    attach(&mut aigul, "new.pdf");
    let bundle = aigul.export_for(&bek);
    assert_eq!(opening(&bundle).documents, 1);
    assert_eq!(bek.import(&bundle).documents, 1);
}

/// A text that packs to no less than it is.
fn dense(seed: u32) -> String {
    let mut bytes = [0; 600];
    blake3::Hasher::new().update(&seed.to_le_bytes()).finalize_xof().fill(&mut bytes);
    bytes.iter().map(|byte| char::from(b'0' + byte % 64)).collect()
}

#[test]
fn what_was_withheld_comes_with_what_others_have_by_its_hash_alone() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let withheld = aigul.add("institution", &[("name", "USST"), ("country", "CN")]);
    for n in 0..300 {
        aigul.add("institution", &[("name", &format!("{n}")), ("country", "KG"), ("note", &dense(n))]);
    }
    let part = aigul.file("part.entente");
    let selection = Selection { countries: vec!["KG".into()], records: Vec::new() };
    let bundling = Bundling { scope: Scope::Selection(selection), ..Bundling::default() };
    aigul.work().export(&part, &bundling, &Watch::default()).expect("exported");
    bek.import(&part);
    aigul.hear(&mut bek);
    let of_bek = aigul.work().laptops().expect("readable").into_iter().find_map(|laptop| laptop.lacks);
    assert_eq!(of_bek.map(|lacks| lacks.commits), Some(1), "that it has not all is told");
    let size = |bundle: &Path| std::fs::metadata(bundle).expect("there").len();
    let (lacking, whole) = (aigul.export_for(&bek), aigul.export());
    assert!(size(&lacking) * 4 < size(&whole), "{} of {}", size(&lacking), size(&whole));
    let told = bek.import(&lacking);
    assert_eq!((told.new_commits, told.known_commits, told.new), (1, 300, 1));
    assert!(bek.is_live(withheld));
    assert_eq!(bek.digest(), aigul.digest());
    aigul.hear(&mut bek);
    assert_eq!(opening(&aigul.export_for(&bek)).commits, 0, "and nothing is lacking any more");
    bek.prove_sound();
}

#[test]
fn two_who_have_different_parts_of_a_commit_make_each_other_whole() {
    let (mut aigul, mut bek, mut cheng) = (Laptop::of("Aigul"), Laptop::of("Bek"), Laptop::of("Cheng"));
    let drafts = ["KG", "CN"].map(|country| {
        aigul.draft("institution", &[("name", &format!("In {country}")), ("country", country)])
    });
    aigul.save(&drafts);
    for (laptop, country) in [(&mut bek, "KG"), (&mut cheng, "CN")] {
        let part = aigul.file(&format!("{country}.entente"));
        let selection = Selection { countries: vec![country.into()], records: Vec::new() };
        let bundling = Bundling { scope: Scope::Selection(selection), ..Bundling::default() };
        aigul.work().export(&part, &bundling, &Watch::default()).expect("exported");
        laptop.import(&part);
    }
    cheng.hear(&mut bek);
    let for_bek = cheng.export_for(&bek);
    bek.import(&for_bek);
    for laptop in [&bek, &cheng] {
        assert!(drafts.iter().all(|draft| laptop.knows(draft.id)));
        assert_eq!(laptop.digest(), aigul.digest());
    }
}

#[test]
fn a_document_that_never_arrived_is_asked_for_and_comes_with_the_next_bundle() {
    let (mut aigul, mut bek, mut cheng) = (Laptop::of("Aigul"), Laptop::of("Bek"), Laptop::of("Cheng"));
    let agreement = aigul.add("agreement", &[("title", "Exchange")]);
    let scan = aigul.file("scan.pdf");
    std::fs::write(&scan, "signed").expect("written");
    aigul.work().attach(agreement, &scan, None).expect("attached");
    // Cheng has heard of the document, and lost its content on the way.
    bek.hear(&mut aigul);
    let bundle = bek.export();
    let without = cheng.file("without.entente");
    super::forge::without_documents(&bundle, &without);
    cheng.import(&without);
    let hash = *blake3::hash(b"signed").as_bytes();
    let asked = cheng.export();
    assert_eq!(opening(&asked).wants, [hash]);
    bek.import(&asked);
    let answer = bek.export_for(&cheng);
    assert_eq!((opening(&answer).commits, opening(&answer).documents), (0, 1));
    cheng.import(&answer);
    let saved = cheng.file("saved.pdf");
    let document = documents_in(&mut cheng, agreement);
    cheng.work().save_document(document, &saved).expect("saved");
    assert_eq!(std::fs::read(saved).expect("read"), b"signed");
    let content = cheng.export();
    assert_eq!(opening(&content).wants, <[[u8; 32]; 0]>::default());
    bek.import(&content);
    assert_eq!(opening(&bek.export_for(&cheng)).documents, 0, "what arrived is wanted no more");
}

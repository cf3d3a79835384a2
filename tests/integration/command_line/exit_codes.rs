//! Every exit code of `docs/command-line.md`, and that a refused command leaves things as they were.

use std::fs;

use super::{Laptop, Said, text};

/// An id that no record has.
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

/// The program ended with this code, said why on standard error alone, and how to go on.
fn assert_refused(said: &Said, code: i32) {
    assert_eq!((said.code, said.out.as_str()), (code, ""), "{}", said.err);
    assert!(said.err.starts_with("Error: ") && said.err.contains("\nHint: "), "{}", said.err);
}

#[test]
fn what_is_not_understood_is_a_usage_error() {
    let laptop = Laptop::of("Aigul");
    assert_refused(&laptop.run_bare(&["list", "institution"]), 2);
    for words in [
        ["frobnicate"].as_slice(),
        &[],
        &["list", "institution", "--frob"],
        &["show"],
        &["print", "agreement", NOBODY],
        &["print", "book", NOBODY, "--out", "a.pdf"],
        &["import", "a.entente", "--preview", "--yes"],
        &["--language", "tlh", "agenda"],
        &["add", "institution", "Osh"],
        &["add", "institution", "name=Osh", "name=Ош"],
        &["list", "institution", "--filter", "KG"],
        &["list", "institution", "--limit", "many"],
    ] {
        assert_refused(&laptop.run(words), 2);
    }
}

#[test]
fn fields_that_are_not_accepted_are_named() {
    let laptop = Laptop::of("Aigul");
    let before = laptop.digest();
    let said = laptop.run(&["add", "institution", "name=Osh", "country=XX"]);
    assert_refused(&said, 3);
    assert!(said.err.contains("\n  country: "), "{}", said.err);
    let said = laptop.run(&["add", "event", "start=2023-10-19", "end=2023-10", "title=A\u{7}", "--json"]);
    assert_eq!(said.code, 3);
    let error: serde_json::Value = serde_json::from_str(&said.err).expect("an error in JSON");
    assert_eq!(error["kind"], "invalid");
    assert_eq!(error["fields"][0]["field"], "title");
    assert_eq!(laptop.run(&["add", "agreement", "title=T", "notice-days=many"]).code, 3);
    assert_eq!(laptop.run(&["add", "institution", "frob=1", "name=Osh"]).code, 3);
    assert_eq!(laptop.digest(), before);
}

#[test]
fn what_is_not_there_is_not_found() {
    let laptop = Laptop::of("Aigul");
    for words in [["show", NOBODY], ["history", NOBODY], ["delete", NOBODY], ["restore", NOBODY]] {
        assert_refused(&laptop.run(&words), 4);
    }
    assert_refused(&laptop.run(&["edit", NOBODY, "name=Osh"]), 4);
    assert_refused(&laptop.run(&["print", "agreement", NOBODY, "--out", "a.pdf"]), 4);
    assert_refused(&laptop.run(&["list", "institution", "--filter", "tag=nowhere"]), 4);
}

#[test]
fn a_file_that_is_no_workspace_is_refused_and_stays_as_it_was() {
    let laptop = Laptop::bare();
    for content in [b"".as_slice(), b"Dear colleague,\n", &[0; 8192]] {
        fs::write(laptop.workspace(), content).expect("a file can be written");
        for words in [["check"].as_slice(), &["add", "tag", "name=a"], &["sample"]] {
            assert_refused(&laptop.run(words), 5);
        }
        assert_eq!(fs::read(laptop.workspace()).expect("it is there"), content);
    }
}

#[test]
fn a_workspace_that_is_open_elsewhere_is_locked() {
    let laptop = Laptop::of("Aigul");
    let _open = elsewhere::open(&laptop);
    assert_refused(&laptop.run(&["agenda"]), 6);
}

#[test]
fn a_file_that_cannot_be_read_or_written_is_named() {
    let laptop = Laptop::with_sample();
    for words in [["import", "nowhere.entente", "--yes"].as_slice(), &["export", "no/such/folder.entente"]] {
        let said = laptop.run(words);
        assert_refused(&said, 7);
        assert!(said.err.contains(text(&laptop.path(words[1]))), "{}", said.err);
    }
}

#[test]
fn no_command_writes_over_a_workspace() {
    let laptop = Laptop::with_sample();
    let agreement = laptop.json(&["list", "agreement", "--limit", "1"])["rows"][0]["id"].clone();
    let before = laptop.digest();
    let own = laptop.workspace();
    for words in [
        ["print", "agreement", agreement.as_str().expect("an id"), "--out", text(&own)].as_slice(),
        &["export", text(&own), "--open"],
    ] {
        assert_refused(&laptop.run(words), 7);
        assert_eq!(laptop.digest(), before);
    }
}

#[test]
fn what_cannot_be_done_now_is_refused() {
    let laptop = Laptop::with_sample();
    let before = laptop.digest();
    assert_refused(&laptop.run(&["sample"]), 1);
    assert_refused(&laptop.run(&["redo"]), 1);
    fs::write(laptop.path("bad.entente"), "Dear colleague,\n").expect("a file can be written");
    assert_refused(&laptop.run(&["import", "bad.entente", "--yes"]), 1);
    assert_eq!(laptop.digest(), before);
}

#[test]
fn a_shared_folder_that_cannot_be_used_is_told() {
    let laptop = Laptop::of("Aigul");
    assert_refused(&laptop.run(&["folder"]), 2);
    assert_refused(&laptop.run(&["folder", "look"]), 1);
    assert_refused(&laptop.run(&["folder", "set", "nowhere"]), 7);
    fs::create_dir(laptop.path("stick")).expect("made");
    laptop.json(&["folder", "set", "stick"]);
    assert_refused(&laptop.run(&["folder", "meet", "Bek"]), 4);
    fs::remove_dir(laptop.path("stick")).expect("removed");
    let said = laptop.run(&["folder", "look"]);
    assert_refused(&said, 7);
    assert!(
        said.err.contains(text(&laptop.path("stick"))) && said.err.contains("plug that in"),
        "{}",
        said.err
    );
    assert_eq!(laptop.json(&["folder", "status"])["state"], "gone");
}

#[test]
fn a_workspace_is_not_made_over_another_file() {
    let laptop = Laptop::of("Aigul");
    let before = laptop.digest();
    let said = laptop.run(&["new", "--officer", "Cheng", "--device", "Other"]);
    assert_ne!(said.code, 0);
    assert_eq!(laptop.digest(), before);
}

/// Another program that has the workspace open.
mod elsewhere {
    use entente_api::{Api, ApiOptions, wire};

    use super::super::{Laptop, text};

    pub(super) fn open(laptop: &Laptop) -> Api {
        let api = Api::new(ApiOptions::default());
        let path = wire::Path { path: text(&laptop.workspace()).into() };
        assert!(api.open_workspace(path).is_ok(), "the workspace can be opened");
        api
    }
}

//! The exit codes of `docs/command-line.md` (a defect's, which none of this comes to, is compared with the table in the
//! program's own tests; that of a passphrase is in `sealing.rs`), and that a refused command leaves things as they were.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

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
    for option in ["--language", "--lang"] {
        let said = laptop.run(&["print", "agreement", NOBODY, option, "tlh", "--out", "a.pdf"]);
        assert_refused(&said, 2);
        assert!(said.err.contains("en, zh-Hans"), "{}", said.err);
    }
}

#[test]
fn fields_that_are_not_accepted_are_named() {
    let laptop = Laptop::of("Aigul");
    let own = laptop.add(&["institution", "name=Ош"]);
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
    let owner = format!("owner={own}");
    assert_eq!(laptop.run(&["add", "document", &owner, "name=a", "content-hash=zz", "size=3"]).code, 3);
    assert_eq!(laptop.run(&["add", "institution", "name=\u{200b}"]).code, 3);
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
fn what_the_system_says_is_said_in_the_officers_words() {
    let laptop = Laptop::with_sample();
    for (words, english, chinese) in [
        (["import", "nowhere.entente", "--yes"].as_slice(), "it is not there", "不存在"),
        (&["export", "nowhere/"], "it is not there", "不存在"),
        (&["export", "work.entente-workspace/x"], "is not a folder", "不是文件夹"),
    ] {
        for (language, expected) in [("en", english), ("zh-Hans", chinese)] {
            let said = laptop.run(&[&["--language", language], words].concat());
            assert_eq!(said.code, 7, "{}", said.err);
            assert!(said.err.contains(expected) && !said.err.contains("os error"), "{}", said.err);
        }
    }
}

#[test]
fn what_cannot_be_done_now_is_refused() {
    let laptop = Laptop::with_sample();
    let before = laptop.digest();
    assert_refused(&laptop.run(&["sample"]), 1);
    assert_refused(&laptop.run(&["redo"]), 1);
    let device = laptop.json(&["devices"])[0]["device"].as_str().expect("an id").to_owned();
    let record = laptop.json(&["list", "device"])["rows"][0]["id"].as_str().expect("an id").to_owned();
    assert_refused(&laptop.run(&["edit", &record, "officer=Mallory"]), 1);
    assert_refused(&laptop.run(&["delete", &record]), 1);
    assert_refused(&laptop.run(&["add", "device", "name=a", "officer=b", &format!("continues={device}")]), 1);
    fs::write(laptop.path("bad.entente"), "Dear colleague,\n").expect("a file can be written");
    assert_refused(&laptop.run(&["import", "bad.entente", "--yes"]), 1);
    assert_eq!(laptop.digest(), before);
}

#[test]
fn a_question_that_is_answered_with_no_is_told_by_its_code() {
    let laptop = Laptop::with_sample();
    laptop.json(&["export", "all.entente"]);
    let bare = Laptop::of("Bek");
    let before = bare.digest();
    let command = format!(
        "'{}' -w '{}' import '{}'",
        super::program().display(),
        bare.workspace().display(),
        laptop.path("all.entente").display()
    );
    // On a terminal of its own, since nobody else is asked.
    for (answer, code) in [("n\n", 8), ("\n", 8), ("y\n", 0)] {
        assert_eq!(bare.digest(), before);
        let mut script = Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).env("HOME", bare.path("")).env("LC_ALL", "C.UTF-8");
        script.env("XDG_CONFIG_HOME", bare.path("config"));
        let started = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut started =
            started.unwrap_or_else(|error| panic!("script, of util-linux, does not run: {error}"));
        started.stdin.take().expect("a pipe").write_all(answer.as_bytes()).expect("answered");
        let said = started.wait_with_output().expect("ended");
        assert_eq!(said.status.code(), Some(code), "{answer:?}: {}", String::from_utf8_lossy(&said.stdout));
    }
    assert_ne!(bare.digest(), before);
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

//! What people read: tables, sentences, help, in both languages.

use super::{Laptop, id};

#[test]
fn a_list_is_a_table_with_its_columns_aligned() {
    let laptop = Laptop::with_sample();
    let said = laptop.run(&["list", "event"]);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!((said.code, lines.len()), (0, 6), "{}", said.out);
    let title = lines[0].find("Title").expect("a heading");
    assert!(
        lines[1..].iter().all(|line| line[..title].trim_end().len() == 36),
        "ids stand before: {}",
        said.out
    );
    assert!(said.out.contains("8 Dec (year unknown)"), "{}", said.out);
}

#[test]
fn a_record_is_shown_with_what_belongs_to_it_and_refers_to_it() {
    let laptop = Laptop::with_sample();
    let page = laptop.json(&["list", "institution", "--filter", "short-name=USST"]);
    let usst = id(&page["rows"][0]["id"]);
    let said = laptop.run(&["show", &usst]);
    assert!(
        said.out.starts_with("University of Shanghai for Science and Technology\nInstitution · "),
        "{}",
        said.out
    );
    for part in ["上海理工大学", "Kind        University", "Parties (Institution): 4"] {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
    let said = laptop.run(&["show", &usst, "--language", "zh-Hans"]);
    assert!(said.out.contains("签署方（机构）：4"), "{}", said.out);
}

#[test]
fn errors_and_help_are_in_the_language_asked_for() {
    let laptop = Laptop::of("Aigul");
    let said = laptop.run(&["--language", "zh-Hans", "show", "nobody"]);
    assert!(said.err.starts_with("错误：") && said.err.contains("\n提示："), "{}", said.err);
    let said = laptop.run(&["--language=zh-Hans", "add", "institution", "country=XX"]);
    assert!(!said.err.contains("Error") && said.err.contains("country"), "{}", said.err);
    let help = laptop.run_bare(&["--language", "zh-Hans", "--help"]);
    assert!(help.out.contains("新建空白工作区") && !help.out.contains("Commands"), "{}", help.out);
}

#[test]
fn what_is_done_with_the_shared_folder_has_its_help_in_every_language() {
    let laptop = Laptop::bare();
    for language in ["en", "zh-Hans"] {
        for command in ["set", "look", "status", "meet", "clear"] {
            let help = laptop.run_bare(&["--language", language, "folder", command, "--help"]);
            assert_eq!(help.code, 0, "{command}: {}", help.err);
            assert!(!help.out.contains('⟦'), "{command}: {}", help.out);
        }
    }
}

#[test]
fn every_command_has_its_help_in_every_language() {
    let laptop = Laptop::bare();
    let help = laptop.run_bare(&["--help"]);
    let commands: Vec<&str> = help
        .out
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(commands.len(), 37, "{}", help.out);
    for language in ["en", "zh-Hans"] {
        for command in &commands {
            let help = laptop.run_bare(&["--language", language, command, "--help"]);
            assert_eq!(help.code, 0, "{command}: {}", help.err);
            assert!(!help.out.contains('⟦'), "{command}: {}", help.out);
        }
    }
}

#[test]
fn what_writes_answers_in_a_sentence() {
    let laptop = Laptop::of("Aigul");
    let added = laptop.run(&["add", "tag", "name=urgent"]);
    assert!(added.out.starts_with("Added: Tag "), "{}", added.out);
    let tag = added.out.trim().rsplit(' ').next().expect("an id").to_owned();
    assert_eq!(laptop.run(&["edit", &tag, "name=later"]).out, "Saved.\n");
    for (words, sentence) in [
        (
            ["delete", &tag].as_slice(),
            "Moved 1 record to the trash. It can be brought back by undo or restore.\n",
        ),
        (&["restore", &tag], "Brought 1 record back from the trash.\n"),
        (&["undo"], "Undone. It can be taken back by redo.\n"),
        (&["redo"], "Done again.\n"),
        (&["list", "person"], "Nothing found.\n"),
        (&["conflicts"], "No field has several values.\n"),
    ] {
        assert_eq!(laptop.run(words).out, sentence, "{words:?}");
    }
}

#[test]
fn no_answer_lacks_its_words() {
    let laptop = Laptop::with_sample();
    let tag = id(&laptop.json(&["list", "tag"])["rows"][0]["id"]);
    laptop.json(&["delete", &tag]);
    laptop.json(&["undo"]);
    laptop.json(&["export", "all.entente"]);
    for language in ["en", "zh-Hans"] {
        for words in [
            ["agenda"].as_slice(),
            &["list", "agreement"],
            &["list", "membership"],
            &["show", &tag],
            &["history", &tag],
            &["search", "shanghai"],
            &["check"],
            &["rebuild"],
            &["export", "again.entente"],
            &["import", "all.entente", "--preview"],
            &["import", "all.entente", "--yes"],
        ] {
            let said = laptop.run(&[&["--language", language], words].concat());
            assert_eq!(said.code, 0, "{words:?}: {}", said.err);
            assert!(!said.out.contains(['⟦', '{']), "{words:?}: {}", said.out);
        }
    }
}

#[test]
fn a_list_tells_where_people_work_and_who_the_parties_are() {
    let laptop = Laptop::of("Aigul");
    let osh = format!("institution={}", laptop.add(&["institution", "name=Osh State University"]));
    let person = format!("person={}", laptop.add(&["person", "family=Asanova"]));
    laptop.add(&["affiliation", &person, &osh, "role=Dean"]);
    laptop.add(&["affiliation", &person, &osh, "role=Professor", "ended=yes"]);
    let agreement = format!("agreement={}", laptop.add(&["agreement", "title=Joint laboratory"]));
    laptop.add(&["party", &agreement, &osh]);
    let rows = laptop.json(&["list", "person"])["rows"].clone();
    let told = serde_json::json!([{ "name": "Osh State University", "roles": ["Dean"] }]);
    assert_eq!(rows[0]["companions"], told);
    assert_eq!(laptop.json(&["list", "institution"])["rows"][0]["companions"], serde_json::json!([]));
    let table = |words: &[&str]| laptop.run(words).out;
    let people = table(&["list", "person"]);
    assert!(people.contains("Affiliations") && people.contains("Osh State University (Dean)"), "{people}");
    assert!(table(&["--language", "zh-Hans", "list", "person"]).contains("Osh State University（Dean）"));
    let agreements = table(&["list", "agreement"]);
    assert!(agreements.contains("Parties") && agreements.contains("Osh State University"), "{agreements}");
    let hit = &laptop.json(&["search", "asanova"])[0];
    assert_eq!(hit["subtitle"], "Osh State University", "found, one is told by the same");
}

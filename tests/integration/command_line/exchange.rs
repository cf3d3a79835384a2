//! Two laptops and the files between them.

use super::{Laptop, id, text};

#[test]
fn two_laptops_that_know_the_same_have_the_same_digest() {
    let (bishkek, shanghai) = (Laptop::with_sample(), Laptop::of("Cheng"));
    let bundle = bishkek.path("all.entente");
    let report = bishkek.json(&["export", "all.entente"]);
    assert_eq!(id(&report["path"]), text(&bundle), "a relative path is one from where the command was typed");
    let preview = shanghai.json(&["import", text(&bundle), "--preview"]);
    assert_eq!(
        (&preview["sender"]["officer"], &preview["sender"]["known"]),
        (&"Aigul".into(), &false.into())
    );
    assert!(shanghai.titles(&["institution"]).is_empty(), "a preview changes nothing");
    let report = shanghai.json(&["import", text(&bundle), "--yes"]);
    assert_eq!((&report["applied"], &report["preview"]["new"]), (&true.into(), &preview["new"]));
    assert_eq!(shanghai.titles(&["institution"]).len(), 28);
    assert_eq!(shanghai.json(&["import", text(&bundle), "--yes"])["applied"], false, "known already");
    assert_eq!(
        bishkek.digest(),
        shanghai.digest(),
        "nothing was entered in Shanghai yet, so both know the same"
    );
    shanghai.add(&["tag", "name=central Asia"]);
    assert_ne!(bishkek.digest(), shanghai.digest());
    let back = shanghai.path("back.entente");
    shanghai.json(&["export", "back.entente"]);
    bishkek.json(&["import", text(&back), "--yes"]);
    assert_eq!(bishkek.digest(), shanghai.digest());
}

#[test]
fn a_field_edited_on_both_sides_is_a_conflict_and_an_edit_settles_it() {
    let (bishkek, shanghai) = (Laptop::of("Aigul"), Laptop::of("Cheng"));
    let university = bishkek.add(&["institution", "name=Osh State University"]);
    bishkek.json(&["export", "first.entente"]);
    shanghai.json(&["import", text(&bishkek.path("first.entente")), "--yes"]);
    bishkek.json(&["edit", &university, "city=Osh"]);
    shanghai.json(&["edit", &university, "city=Ош"]);
    bishkek.json(&["export", "second.entente"]);
    let report = shanghai.json(&["import", text(&bishkek.path("second.entente")), "--yes"]);
    assert_eq!(report["preview"]["conflicts"], 1);
    let conflicts = shanghai.json(&["conflicts"]);
    assert_eq!(conflicts[0]["field"], "city");
    let mut sides: Vec<String> =
        conflicts[0]["sides"].as_array().expect("sides").iter().map(|side| id(&side["value"])).collect();
    sides.sort();
    assert_eq!(sides, ["Osh", "Ош"]);
    shanghai.json(&["edit", &university, "city=Osh"]);
    assert_eq!(shanghai.json(&["conflicts"]).as_array().map(Vec::len), Some(0));
}

#[test]
fn many_conflicts_are_settled_by_a_rule() {
    let (bishkek, shanghai) = (Laptop::of("Aigul"), Laptop::of("Cheng"));
    let ids: Vec<_> = ["A", "B", "C"].map(|name| bishkek.add(&["tag", &format!("name={name}")])).into();
    bishkek.json(&["export", "first.entente"]);
    shanghai.json(&["import", text(&bishkek.path("first.entente")), "--yes"]);
    for (laptop, note) in [(&bishkek, "note=1"), (&shanghai, "note=2")] {
        ids.iter().for_each(|id| drop(laptop.json(&["edit", id, note])));
    }
    bishkek.json(&["export", "second.entente"]);
    shanghai.json(&["import", text(&bishkek.path("second.entente")), "--yes"]);
    let conflicts = shanghai.json(&["conflicts"]);
    let sides = conflicts[0]["sides"].as_array().expect("sides");
    let theirs = sides.iter().find(|side| side["here"] == false).expect("a side of Bishkek");
    let settled = shanghai.json(&["settle", "--from", &id(&theirs["device_id"])]);
    assert_eq!(settled["records"].as_array().map(Vec::len), Some(3));
    assert_eq!(shanghai.json(&["conflicts"]).as_array().map(Vec::len), Some(0));
    assert_eq!(shanghai.json(&["show", &ids[1]])["record"]["fields"]["note"], "1");
    assert_eq!(shanghai.run(&["settle"]).code, 2, "a rule must be said");
    assert_eq!(shanghai.run(&["settle", "--from", "nobody"]).code, 4);
}

#[test]
fn nothing_is_imported_where_nobody_can_be_asked() {
    let (bishkek, shanghai) = (Laptop::with_sample(), Laptop::of("Cheng"));
    bishkek.json(&["export", "all.entente"]);
    let bundle = bishkek.path("all.entente");
    for words in [vec!["import", text(&bundle)], vec!["import", text(&bundle), "--json"]] {
        let said = shanghai.run(&words);
        assert_eq!((said.code, said.out.as_str()), (1, ""));
        assert!(said.err.contains("--yes"), "{}", said.err);
    }
    assert!(shanghai.titles(&["institution"]).is_empty());
}

#[test]
fn an_agreement_is_printed_in_both_languages() {
    let laptop = Laptop::with_sample();
    let page = laptop.json(&["list", "agreement"]);
    let agreement = id(&page["rows"][0]["id"]);
    for language in ["en", "zh-Hans"] {
        let file = format!("{language}.pdf");
        let printed = laptop.json(&["print", "agreement", &agreement, "--lang", language, "--out", &file]);
        assert_eq!((&printed["pages"], &printed["missing"]), (&1.into(), &serde_json::json!([])));
        let pdf = std::fs::read(laptop.path(&file)).expect("the PDF is there");
        assert!(pdf.starts_with(b"%PDF-"));
    }
}

#[test]
fn a_page_says_when_an_agreement_ends_as_the_program_does() {
    let laptop = Laptop::of("Aigul");
    let facts = ["title=Exchange", "stage=signed", "in-force=2024-02", "term=fixed", "term-months=1200"];
    let agreement = laptop.add(&[["agreement"].as_slice(), &facts].concat());
    laptop.json(&["print", "agreement", &agreement, "--out", "page.pdf"]);
    let told = std::process::Command::new("pdftotext").arg(laptop.path("page.pdf")).arg("-").output();
    let told = String::from_utf8(told.expect("pdftotext, of poppler-utils, runs").stdout).expect("UTF-8");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "In force; ends between 31 Jan 2124 and 28 Feb 2124",
        "between 31 Jan 2124 and 28 Feb 2124 (worked out)",
    ] {
        assert!(told.contains(part), "{told}");
    }
    assert!(!told.contains("Ends not known"), "{told}");
}

#[test]
fn everything_made_anew_from_the_log_is_as_it_was() {
    let laptop = Laptop::with_sample();
    let before = laptop.digest();
    let rebuilt = laptop.json(&["rebuild", "--verify"]);
    assert_eq!((&rebuilt["same"], id(&rebuilt["digest"])), (&true.into(), before.clone()));
    assert_eq!(laptop.digest(), before);
    let report = laptop.json(&["check"]);
    assert_eq!(report["problems"], serde_json::json!([]));
}

#[test]
fn a_part_is_exported_by_country_or_record() {
    let (aigul, bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let kyrgyz = aigul.add(&["institution", "name=Osh State University", "country=KG"]);
    let chinese = aigul.add(&["institution", "name=USST", "country=CN"]);
    let uzbek = aigul.add(&["institution", "name=Bukhara", "country=UZ"]);
    let bundle = aigul.path("part.entente");
    let path = text(&bundle);
    aigul.json(&["export", path, "--only", "KG", "--only", &chinese]);
    bek.json(&["import", path, "--yes"]);
    assert_eq!([&kyrgyz, &chinese, &uzbek].map(|id| bek.run(&["show", id]).code), [0, 0, 4]);
}

#[test]
fn a_laptop_is_trusted_by_name_once_its_fingerprint_was_compared() {
    let (bishkek, shanghai) = (Laptop::with_sample(), Laptop::of("Cheng"));
    bishkek.json(&["export", "all.entente"]);
    shanghai.json(&["import", text(&bishkek.path("all.entente")), "--yes"]);
    let own = bishkek.json(&["fingerprint"]);
    let seen = shanghai.json(&["fingerprint", "Aigul’s laptop"]);
    assert_eq!(own, seen, "both officers see the same");
    assert_eq!(own["words"].as_array().map(Vec::len), Some(8));
    let trusted = |laptop: &Laptop| laptop.json(&["devices"])[1]["trusted"].clone();
    let sender = |laptop: &Laptop, file: &str| {
        let file = bishkek.path(file);
        let said = laptop.run(&["import", text(&file), "--preview"]).out;
        let sender = laptop.json(&["import", text(&file), "--preview"])["sender"].clone();
        let trust = said.lines().nth(2).unwrap_or_default().to_owned();
        (sender["here"] == true, sender["known"] == true, sender["trusted"].is_string(), trust)
    };
    let (here, known, is_trusted, said) = sender(&Laptop::of("Bek"), "all.entente");
    assert_eq!((here, known, is_trusted), (false, false, false));
    assert!(said.starts_with("New and not trusted"), "{said}");
    assert!(trusted(&shanghai).is_null());
    let (here, known, is_trusted, said) = sender(&shanghai, "all.entente");
    assert_eq!((here, known, is_trusted), (false, true, false));
    assert!(said.starts_with("Known, not trusted"), "{said}");
    shanghai.json(&["trust", "Aigul’s laptop", "--aloud"]);
    assert!(trusted(&shanghai).is_string());
    let (here, known, is_trusted, said) = sender(&shanghai, "all.entente");
    assert_eq!((here, known, is_trusted), (false, true, true));
    assert!(said.starts_with("Known and trusted"), "{said}");
    assert!(sender(&bishkek, "all.entente").0, "it is its own");
    shanghai.json(&["trust", &id(&own["device"])[..8], "--revoke"]);
    assert!(trusted(&shanghai).is_null());
    assert_eq!(shanghai.run(&["trust", "nobody"]).code, 4);
}

#[test]
fn an_older_file_put_back_is_told_and_goes_on_as_a_new_laptop() {
    let laptop = Laptop::of("Aigul");
    laptop.add(&["tag", "name=before"]);
    let old = std::fs::read(laptop.workspace()).expect("read");
    laptop.add(&["tag", "name=lost"]);
    std::fs::write(laptop.workspace(), old).expect("put back");
    let said = laptop.run(&["check"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("goes on as a new laptop"), "{}", said.err);
    assert!(
        laptop.path("config/org.entente.desktop/marks").is_dir(),
        "in the settings of this test's laptop"
    );
    let devices = laptop.json(&["devices"]);
    let former: Vec<_> = devices.as_array().expect("laptops").iter().map(|d| &d["formerly"]).collect();
    assert_eq!(former, [false, true]);
}

#[test]
fn a_backup_is_made_and_put_back_and_that_is_put_back_too() {
    let laptop = Laptop::of("Aigul");
    let tag = laptop.add(&["tag", "name=before"]);
    let made = laptop.json(&["backup"]);
    let copy = id(&made["items"][0]["path"]);
    laptop.json(&["edit", &tag, "name=after"]);
    let name = || laptop.json(&["show", &tag])["record"]["title"].clone();
    laptop.json(&["restore-backup", &copy]);
    assert_eq!(name(), "before");
    let list = laptop.json(&["backups"]);
    let items = list["items"].as_array().expect("copies");
    let replaced = items.iter().find(|item| item["occasion"] == "replaced").expect("kept");
    laptop.json(&["restore-backup", &id(&replaced["path"])]);
    assert_eq!(name(), "after");
    std::fs::write(laptop.workspace(), "").expect("emptied");
    assert_eq!(laptop.run(&["check"]).code, 5);
    laptop.json(&["restore-backup", &copy]);
    assert_eq!(name(), "before", "also where the workspace does not open");
}

#[test]
fn an_import_is_preceded_by_a_backup() {
    let (bishkek, shanghai) = (Laptop::with_sample(), Laptop::of("Cheng"));
    shanghai.add(&["tag", "name=before"]);
    bishkek.json(&["export", "all.entente"]);
    shanghai.json(&["import", text(&bishkek.path("all.entente")), "--yes"]);
    let items = shanghai.json(&["backups"])["items"].clone();
    assert_eq!((items.as_array().map(Vec::len), &items[0]["occasion"]), (Some(1), &"import".into()));
    shanghai.json(&["restore-backup", &id(&items[0]["path"])]);
    assert!(shanghai.titles(&["institution"]).is_empty());
}

//! Records: added, listed, edited, deleted, brought back.

use super::{Laptop, id};

#[test]
fn the_sample_is_the_alliance_as_far_as_it_is_told() {
    let laptop = Laptop::with_sample();
    for (kind, count) in [("institution", 28), ("person", 4), ("event", 5), ("agreement", 7), ("party", 26)] {
        assert_eq!(laptop.json(&["list", kind])["total"], count, "{kind}");
    }
    assert_eq!(
        laptop.titles(&["institution", "--filter", "country=UZ"]),
        ["Bukhara National Medical College"]
    );
}

#[test]
fn what_is_typed_is_kept_and_its_history_told() {
    let laptop = Laptop::of("Aigul");
    let university = laptop.add(&["institution", "name=Osh State University", "country=KG", "city=Osh"]);
    laptop.json(&["edit", &university, "city=Ош", "note=Two campuses"]);
    let detail = laptop.json(&["show", &university]);
    assert_eq!(detail["record"]["fields"]["city"], "Ош");
    assert_eq!(detail["record"]["fields"]["short-name"], serde_json::Value::Null);
    let history = laptop.json(&["history", &university]);
    assert_eq!(history["total"], 2);
    let latest = &history["entries"][0];
    assert_eq!((&latest["author"], &latest["action"]), (&"Aigul".into(), &"save".into()));
    let city = latest["changes"].as_array().and_then(|changes| changes.iter().find(|c| c["field"] == "city"));
    let city = city.expect("the city was changed");
    assert_eq!((&city["before"], &city["after"]), (&"Osh".into(), &"Ош".into()));
}

#[test]
fn an_agreement_has_parties_with_dates_of_their_own() {
    let laptop = Laptop::of("Aigul");
    let agreement =
        laptop.add(&["agreement", "title=Joint training", "kind=academic-exchange", "notice-days=90"]);
    let signed = ["2023-10-19", "2023-10", "--12-08"];
    for (number, signed) in signed.iter().enumerate() {
        let institution = laptop.add(&["institution", &format!("name=Party {number}")]);
        let [agreement, institution] = [("agreement", &agreement), ("institution", &institution)]
            .map(|(field, id)| format!("{field}={id}"));
        laptop.add(&["party", &agreement, &institution, &format!("signed={signed}")]);
    }
    let detail = laptop.json(&["show", &agreement]);
    assert_eq!(detail["record"]["fields"]["notice-days"], 90);
    let owned = detail["owned"].as_array().expect("owned");
    let parties = owned.iter().find(|owned| owned["kind"] == "party").expect("parties");
    let dates: Vec<_> =
        parties["rows"].as_array().expect("rows").iter().map(|row| id(&row["fields"]["signed"])).collect();
    assert_eq!(dates, signed);
}

#[test]
fn what_is_deleted_comes_back_by_undo_and_by_restore() {
    let laptop = Laptop::of("Aigul");
    let university = laptop.add(&["institution", "name=Osh State University"]);
    // How far was read goes on; what was read is as it was.
    let shown = || {
        let detail = laptop.json(&["show", &university]);
        (detail["record"].clone(), detail["owned"].clone(), detail["referring"].clone())
    };
    let before = shown();
    laptop.json(&["delete", &university]);
    assert!(laptop.titles(&["institution"]).is_empty());
    assert_eq!(laptop.titles(&["institution", "--deleted"]), ["Osh State University"]);
    laptop.json(&["undo"]);
    assert_eq!(laptop.titles(&["institution"]), ["Osh State University"]);
    assert_eq!(shown(), before);
    laptop.json(&["redo"]);
    assert!(laptop.titles(&["institution"]).is_empty());
    laptop.json(&["restore", &university]);
    assert_eq!(shown(), before);
}

#[test]
fn lists_are_filtered_sorted_and_limited() {
    let laptop = Laptop::with_sample();
    let agreements = |filters: &[&str]| {
        let words = filters.iter().flat_map(|filter| ["--filter", filter]);
        laptop.titles(&std::iter::once("agreement").chain(words).collect::<Vec<_>>()).len()
    };
    assert_eq!(agreements(&["kind=investment"]), 1);
    assert_eq!(agreements(&["kind=investment", "kind=academic-exchange"]), 2, "one or the other");
    assert_eq!(agreements(&["kind=?"]), 4, "the kind is not told");
    assert_eq!(agreements(&["kind=*"]), 3);
    assert_eq!(agreements(&["signed=2023-10-01..2023-10-31", "kind=?"]), 4, "both");
    assert_eq!(agreements(&["signed=..2022-12-31", "kind=?"]), 0);
    assert_eq!(
        (agreements(&["state=unknown"]), agreements(&["state=in-force"])),
        (7, 0),
        "no dates are told"
    );
    laptop.add(&["agreement", "title=Joint laboratory", "in-force=2020", "term=evergreen"]);
    assert_eq!(agreements(&["state=in-force"]), 1);
    assert_eq!(agreements(&["state=in-force", "state=unknown"]), 8);
    let by_city = laptop.titles(&["institution", "--filter", "country=CN", "--sort=-title", "--limit", "2"]);
    assert_eq!(by_city.len(), 2);
    assert!(by_city[0] > by_city[1], "{by_city:?}");
    assert_eq!(laptop.titles(&["person", "--filter", "tag=sample"]).len(), 3);
}

#[test]
fn agreements_are_filtered_by_the_names_of_their_parties_and_by_topics() {
    let laptop = Laptop::of("Aigul");
    let agreement = |title: &str, parties: &[&str], topic: &str| {
        let agreement = format!("agreement={}", laptop.add(&["agreement", &format!("title={title}")]));
        for party in parties {
            laptop.add(&["party", &agreement, &format!("institution={party}")]);
        }
        laptop.add(&["topic", &agreement, &format!("text={topic}")]);
    };
    let [usst, osh] = ["USST", "Osh"].map(|name| laptop.add(&["institution", &format!("name={name}")]));
    agreement("joint", &[&usst, &osh], "Optics");
    agreement("own", &[&osh], "Law");
    let with = |filters: &[&str]| {
        let words = filters.iter().flat_map(|filter| ["--filter", filter]);
        laptop.titles(&std::iter::once("agreement").chain(words).collect::<Vec<_>>())
    };
    assert_eq!(with(&["party=Osh"]), ["joint", "own"]);
    assert_eq!(with(&["party=Osh", &format!("party={usst}")]), ["joint"], "both, by name or id");
    assert_eq!(with(&["party=Osh", "topic=law"]), ["own"]);
    assert_eq!(with(&["topic=physics"]), [""; 0]);
    let nobody = laptop.run(&["list", "agreement", "--filter", "party=Nobody"]);
    assert_eq!(nobody.code, 4, "{}", nobody.err);
    assert_eq!(laptop.run(&["list", "agreement", "--filter", "party=?"]).code, 4);
}

#[test]
fn search_finds_names_in_any_script() {
    let laptop = Laptop::with_sample();
    for (words, title) in [
        (["search", "上海理工"].as_slice(), "University of Shanghai for Science and Technology"),
        (&["search", "理工"], "University of Shanghai for Science and Technology"),
        (&["search", "кыргызский", "национ"], "Kyrgyz National University"),
        (&["search", "bukh"], "Bukhara National Medical College"),
    ] {
        let hits = laptop.json(words);
        assert!(hits.as_array().expect("hits").iter().any(|hit| hit["title"] == title), "{words:?}: {hits}");
    }
}

#[test]
fn the_agenda_of_the_sample_is_live() {
    let laptop = Laptop::with_sample();
    let agenda = laptop.json(&["agenda"]);
    let total = |code: &str| {
        let groups = agenda["groups"].as_array().expect("groups");
        groups.iter().find(|group| group["code"] == code).map(|group| group["total"].clone())
    };
    assert_eq!(total("overdue"), Some(1.into()));
    assert_eq!(total("within-7"), Some(1.into()));
    assert_eq!(total("undated"), Some(1.into()));
}

#[test]
fn a_file_is_kept_as_a_document() {
    let laptop = Laptop::with_sample();
    let page = laptop.json(&["list", "agreement", "--limit", "1"]);
    let agreement = id(&page["rows"][0]["id"]);
    std::fs::write(laptop.path("signed.txt"), "signed and sealed").expect("a file can be written");
    laptop.json(&["attach", &agreement, "signed.txt", "--use", "signed"]);
    let detail = laptop.json(&["show", &agreement]);
    let owned = detail["owned"].as_array().expect("owned");
    let documents = owned.iter().find(|owned| owned["kind"] == "document").expect("documents");
    let fields = &documents["rows"][0]["fields"];
    assert_eq!(
        (&fields["name"], &fields["use"], &fields["size"]),
        (&"signed.txt".into(), &"signed".into(), &17.into())
    );
}

#[test]
fn a_private_note_is_kept_here_and_goes_nowhere() {
    let (aigul, bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let university = aigul.add(&["institution", "name=Osh State University"]);
    aigul.json(&["edit", &university, "private-note=Ask for the dean"]);
    let bundle = aigul.path("out.entente");
    let path = bundle.to_str().expect("a plain name");
    aigul.json(&["export", path]);
    bek.json(&["import", path, "--yes"]);
    let note =
        |laptop: &Laptop| laptop.json(&["show", &university])["record"]["fields"]["private-note"].clone();
    assert_eq!(note(&aigul), "Ask for the dean");
    assert_eq!(note(&bek), serde_json::Value::Null);
    assert_eq!(aigul.digest(), bek.digest());
}

#[test]
fn an_erasure_is_shown_asked_for_and_for_good() {
    let laptop = Laptop::of("Aigul");
    let person = laptop.add(&["person", "family=Ding"]);
    laptop.add(&["contact", &format!("owner={person}"), "medium=email", "value=ding@example.org"]);
    let about = laptop.add(&["follow-up", "title=Write", &format!("about={person}")]);
    let shown = laptop.json(&["erase", &person, "--preview"]);
    assert_eq!((&shown["title"], &shown["referring"]), (&"Ding".into(), &1.into()));
    assert_eq!(laptop.run(&["erase", &person]).code, 1, "there is nobody to ask");
    laptop.json(&["show", &person]);
    laptop.json(&["erase", &person, "--yes"]);
    assert_eq!(laptop.run(&["show", &person]).code, 4);
    let undone = laptop.run(&["undo"]);
    assert_eq!(undone.code, 1);
    assert!(undone.err.contains("erasure cannot be undone"), "{}", undone.err);
    let follow_up = laptop.json(&["show", &about]);
    assert_eq!(follow_up["record"]["erased"], serde_json::json!([person]));
    assert!(laptop.run(&["show", &about]).out.contains("erased"));
}

#[test]
fn a_backup_that_has_what_was_erased_is_told_and_it_is_erased_there_too() {
    let laptop = Laptop::of("Aigul");
    let person = laptop.add(&["person", "family=Ding"]);
    laptop.json(&["backup"]);
    laptop.json(&["erase", &person, "--yes"]);
    assert_eq!(laptop.json(&["backups"])["holding_erased"], 1);
    assert!(laptop.run(&["backups"]).out.contains("backups --erase"));
    assert_eq!(laptop.json(&["backups", "--erase"])["holding_erased"], 0);
    assert!(!laptop.run(&["backups"]).out.contains("backups --erase"));
}

#[test]
fn of_two_records_that_are_the_same_one_is_made() {
    let laptop = Laptop::of("Aigul");
    let duplicate = laptop.add(&["institution", "name=OshSU", "city=Osh"]);
    let kept = laptop.add(&["institution", "name=Osh State University"]);
    laptop.json(&["merge", &duplicate, &kept, "--take", "city"]);
    assert_eq!(laptop.titles(&["institution"]), ["Osh State University"]);
    assert_eq!(laptop.json(&["show", &kept])["record"]["fields"]["city"], "Osh");
    assert_eq!(laptop.json(&["show", &duplicate])["instead"], kept.as_str());
    assert_eq!(laptop.run(&["merge", &kept, &kept]).code, 1);
    laptop.json(&["undo"]);
    assert_eq!(laptop.titles(&["institution"]), ["Osh State University", "OshSU"]);
}

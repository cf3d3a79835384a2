//! Imports looked at, done in part, listed and taken back from a terminal.

use serde_json::json;

use super::{Laptop, id, text};

/// Two laptops that know the same university, of which the first has changed two fields, with the bundle that says so.
fn changed() -> (Laptop, Laptop, String, String) {
    let (bishkek, shanghai) = (Laptop::of("Aigul"), Laptop::of("Cheng"));
    let university = bishkek.add(&["institution", "name=Osh State University", "city=Osh"]);
    bishkek.json(&["export", "first.entente"]);
    shanghai.json(&["import", text(&bishkek.path("first.entente")), "--yes"]);
    bishkek.json(&["edit", &university, "city=Ош", "country=KG"]);
    bishkek.json(&["export", "second.entente"]);
    let bundle = text(&bishkek.path("second.entente")).to_owned();
    (bishkek, shanghai, university, bundle)
}

#[test]
fn a_preview_lists_the_records() {
    let (_bishkek, shanghai, university, bundle) = changed();
    let preview = shanghai.json(&["import", &bundle, "--preview"]);
    let line = json!({
        "id": university, "kind": "institution", "title": "Osh State University", "effect": "changed",
    });
    assert_eq!((&preview["records"], &preview["total"]), (&json!([line]), &1.into()));
    let said = shanghai.run(&["import", &bundle, "--preview"]);
    assert!(said.out.contains("changed  Institution Osh State University"), "{}", said.out);
}

#[test]
fn a_field_is_left_out() {
    let (_bishkek, shanghai, university, bundle) = changed();
    let left_out = format!("{university}.city");
    let report = shanghai.json(&["import", &bundle, "--yes", "--leave-out", &left_out]);
    assert_eq!((&report["applied"], &report["report"]), (&true.into(), &2.into()));
    let fields = &shanghai.json(&["show", &university])["record"]["fields"];
    assert_eq!((&fields["city"], &fields["country"]), (&"Osh".into(), &"KG".into()));
    let history = shanghai.json(&["history", &university]);
    assert_eq!(history["entries"][0]["action"], "leave-out");
}

#[test]
fn what_is_not_in_the_bundle_cannot_be_left_out() {
    let (_bishkek, shanghai, university, bundle) = changed();
    let unknown = "00000000-0000-7000-8000-000000000000";
    for (left_out, code) in [(unknown.to_owned(), 4), (format!("{university}.colour"), 1), ("x".into(), 4)] {
        let said = shanghai.run(&["import", &bundle, "--yes", "--leave-out", &left_out]);
        assert_eq!(said.code, code, "{left_out}: {}", said.err);
    }
    assert_eq!(shanghai.json(&["imports"])["total"], 1, "nothing was imported");
}

#[test]
fn what_came_in_is_listed_shown_and_taken_back() {
    let (bishkek, shanghai, university, bundle) = changed();
    let before = shanghai.digest();
    shanghai.json(&["import", &bundle, "--yes"]);
    assert_eq!(shanghai.digest(), bishkek.digest());
    let page = shanghai.json(&["imports"]);
    let newest = &page["imports"][0];
    assert_eq!((&page["total"], &newest["n"], &newest["officer"]), (&2.into(), &2.into(), &"Aigul".into()));
    assert_eq!((&newest["file"], &newest["changed"]), (&"second.entente".into(), &1.into()));
    assert_eq!(shanghai.json(&["import-show", "2"])["lines"][0]["id"], json!(university));
    let parts = &shanghai.json(&["import-show", "2", &university])["parts"];
    let fields: Vec<_> = parts[0]["fields"].as_array().expect("fields").iter().collect();
    assert_eq!((fields.len(), &fields[0]["here"], &fields[0]["comes"]), (2, &json!(null), &"KG".into()));
    assert_eq!((&fields[1]["here"], &fields[1]["comes"]), (&"Osh".into(), &"Ош".into()));
    let undone = shanghai.json(&["import-undo", "2"]);
    assert_eq!((&undone["left_alone"], &undone["changed"]["can_undo"]), (&0.into(), &true.into()));
    assert_eq!(id(&shanghai.json(&["show", &university])["record"]["fields"]["city"]), "Osh");
    assert_ne!(shanghai.digest(), before, "what is shown is the same, and the history longer");
    assert_eq!(shanghai.json(&["imports"])["imports"][0]["undone"], true);
    assert_eq!(shanghai.run(&["import-undo", "2"]).code, 1, "taken back already");
    assert_eq!(shanghai.run(&["import-undo", "7"]).code, 1, "there is none");
    shanghai.json(&["undo"]);
    assert_eq!(id(&shanghai.json(&["show", &university])["record"]["fields"]["city"]), "Ош");
    let said = shanghai.run(&["imports"]);
    assert!(said.out.starts_with("2  ") && said.out.contains("second.entente"), "{}", said.out);
}

//! `folder`: two laptops on one shared folder.

use std::fs;

use super::{Laptop, id, text};

#[test]
fn two_laptops_meet_and_exchange_by_the_folder_alone() {
    let shared = tempfile::tempdir().expect("a folder");
    let (aigul, bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let institution = aigul.add(&["institution", "name=USST"]);
    for laptop in [&aigul, &bek] {
        let status = laptop.json(&["folder", "set", text(shared.path()), "--apply-trusted"]);
        assert_eq!(status["folder"]["apply_trusted"], true);
        let looked = laptop.json(&["folder", "look"]);
        assert_eq!(looked["put"], serde_json::Value::Null, "there is nobody to seal for");
    }
    aigul.json(&["folder", "look"]);
    let said = aigul.run(&["folder", "status"]);
    assert!(said.out.contains("Bek (Bek’s laptop) introduces a laptop"), "{}", said.out);
    let status = aigul.json(&["folder", "meet", "Bek’s laptop"]);
    assert_eq!((status["readers"].as_u64(), status["waiting"].as_array().map(Vec::len)), (Some(1), Some(0)));
    assert!(aigul.json(&["folder", "look"])["put"].is_string());

    let waiting = bek.json(&["folder", "look"])["status"]["waiting"][0].clone();
    assert_eq!((&waiting["officer"], &waiting["known"]), (&"Aigul".into(), &false.into()));
    let device = id(&waiting["device"]);
    bek.json(&["folder", "meet", &device]);
    bek.json(&["trust", &device]);
    let looked = bek.json(&["folder", "look"]);
    assert_eq!(
        (looked["arrived"].as_bool(), looked["imports"].as_array().map(Vec::len)),
        (Some(true), Some(1))
    );
    assert_eq!(bek.json(&["show", &institution])["record"]["title"], "USST");
    assert_eq!(aigul.digest(), bek.digest());
    bek.json(&["import-undo", &looked["imports"][0].to_string()]);
    let status = bek.json(&["folder", "clear"]);
    assert_eq!(status["folder"], serde_json::Value::Null);
    assert!(fs::read_dir(shared.path()).expect("a folder").count() >= 3, "what stands there stays");
}

#[test]
fn what_waits_is_imported_by_hand_and_what_cannot_be_read_is_told() {
    let shared = tempfile::tempdir().expect("a folder");
    let (aigul, bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    aigul.add(&["institution", "name=USST"]);
    aigul.json(&["folder", "set", text(shared.path()), "--open"]);
    bek.json(&["folder", "set", text(shared.path())]);
    aigul.json(&["folder", "look"]);
    fs::write(shared.path().join("letter.entente"), "Dear colleague,\n").expect("written");
    let status = bek.json(&["folder", "look"])["status"].clone();
    assert_eq!(status["troubles"][0]["why"], "foreign");
    let path = id(&status["waiting"][0]["files"][0]["path"]);
    let said = bek.run(&["folder", "status"]);
    assert!(
        said.out.contains("letter.entente: It is not a bundle") && said.out.contains(&path),
        "{}",
        said.out
    );
    bek.json(&["import", &path, "--yes"]);
    assert_eq!(bek.json(&["folder", "status"])["waiting"].as_array().map(Vec::len), Some(0));
    assert_eq!(aigul.digest(), bek.digest());
}

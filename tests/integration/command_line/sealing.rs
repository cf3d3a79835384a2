//! Bundles for some and not for others, and in parts.

use serde_json::json;

use super::{Laptop, id, text};

/// Two laptops that know of each other, and their device ids.
fn acquainted() -> (Laptop, Laptop, [String; 2]) {
    let (bishkek, shanghai) = (Laptop::with_sample(), Laptop::of("Cheng"));
    shanghai.add(&["tag", "name=central Asia"]);
    bishkek.json(&["export", "first.entente"]);
    shanghai.json(&["export", "first.entente"]);
    shanghai.json(&["import", text(&bishkek.path("first.entente")), "--yes"]);
    bishkek.json(&["import", text(&shanghai.path("first.entente")), "--yes"]);
    let sender = |laptop: &Laptop, bundle: &Laptop| {
        let preview = laptop.json(&["import", text(&bundle.path("first.entente")), "--preview"]);
        id(&preview["sender"]["device"])
    };
    let ids = [sender(&shanghai, &bishkek), sender(&bishkek, &shanghai)];
    (bishkek, shanghai, ids)
}

#[test]
fn a_bundle_for_a_colleague_is_sealed_for_that_laptop_and_others_are_told_so() {
    let (bishkek, shanghai, [_, cheng]) = acquainted();
    bishkek.add(&["institution", "name=Osh State University"]);
    let report = bishkek.json(&["export", "sealed.entente", "--for", &cheng]);
    assert_eq!(report["seal"], "recipients");
    assert!(id(&report["recipients"][0]).starts_with("Cheng’s laptop"), "{report}");
    let bundle = bishkek.path("sealed.entente");
    shanghai.json(&["import", text(&bundle), "--yes"]);
    assert_eq!(bishkek.digest(), shanghai.digest());
    let stranger = Laptop::of("Dana");
    let said = stranger.run(&["import", text(&bundle), "--yes"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("2 laptops, none of which is known here"), "{}", said.err);
}

#[test]
fn what_a_colleague_lacks_is_all_that_is_sent_and_sealed_for_that_laptop() {
    let (bishkek, shanghai, [_, cheng]) = acquainted();
    shanghai.add(&["tag", "name=so that there is something to tell"]);
    shanghai.json(&["export", "second.entente"]);
    bishkek.json(&["import", text(&shanghai.path("second.entente")), "--yes"]);
    bishkek.add(&["institution", "name=Osh State University"]);
    let report = bishkek.json(&["export", "lacking.entente", "--lacking", &cheng]);
    assert_eq!((&report["commits"], &report["seal"]), (&json!(1), &json!("recipients")));
    assert!(id(&report["recipients"][0]).starts_with("Cheng’s laptop"), "{report}");
    shanghai.json(&["import", text(&bishkek.path("lacking.entente")), "--yes"]);
    assert_eq!(bishkek.digest(), shanghai.digest());
    let untold = "0".repeat(32);
    let said = bishkek.run(&["export", "untold.entente", "--open", "--lacking", &untold]);
    assert!(said.code == 4 && said.err.contains("nothing is known of what it lacks"), "{}", said.err);
    let said = bishkek.run(&["export", "both.entente", "--lacking", &cheng, "--only", "KG"]);
    assert_eq!(said.code, 2, "{}", said.err);
}

#[test]
fn a_passphrase_comes_from_a_file_and_a_wrong_one_has_an_exit_code_of_its_own() {
    let (bishkek, shanghai) = (Laptop::with_sample(), Laptop::of("Cheng"));
    std::fs::write(bishkek.path("secret"), "seven mountains without a name\r\nand a second line")
        .expect("written");
    let report = bishkek.json(&["export", "all.entente", "--passphrase-file", "secret"]);
    assert_eq!(report["seal"], "passphrase");
    let bundle = bishkek.path("all.entente");
    let said = shanghai.run(&["import", text(&bundle), "--yes"]);
    assert_eq!(said.code, 9, "{}", said.err);
    std::fs::write(shanghai.path("wrong"), "seven mountains with a name").expect("written");
    let said = shanghai.run(&["import", text(&bundle), "--yes", "--passphrase-file", "wrong"]);
    assert_eq!(said.code, 9, "{}", said.err);
    shanghai.json(&["import", text(&bundle), "--yes", "--passphrase-file", text(&bishkek.path("secret"))]);
    assert_eq!(bishkek.digest(), shanghai.digest());
    std::fs::write(bishkek.path("short"), "short").expect("written");
    let said = bishkek.run(&["export", "short.entente", "--passphrase-file", "short"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("12 characters"), "{}", said.err);
}

#[test]
fn a_bundle_into_a_folder_says_by_its_name_whose_it_is_and_comes_in_parts_if_asked() {
    let (bishkek, shanghai) = (Laptop::with_sample(), Laptop::of("Cheng"));
    let agreement = id(&bishkek.json(&["list", "agreement"])["rows"][0]["id"]);
    let content: Vec<u8> =
        (0..50_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    std::fs::write(bishkek.path("scan.pdf"), content).expect("written");
    bishkek.json(&["attach", &agreement, "scan.pdf"]);
    let report = bishkek.json(&["export", ".", "--part-size", "100k"]);
    let files: Vec<String> = report["files"].as_array().expect("files").iter().map(id).collect();
    assert!(files.len() > 2, "{files:?}");
    assert!(
        files[1].contains("/Aigul 20") && files[1].ends_with(&format!("part 2 of {}.entente", files.len()))
    );
    shanghai.json(&["import", &files[2], "--yes"]);
    assert_eq!(bishkek.digest(), shanghai.digest());
    std::fs::remove_file(&files[1]).expect("removed");
    let said = shanghai.run(&["import", &files[0], "--yes"]);
    assert!(said.code == 1 && said.err.contains("Part 2 of"), "{}", said.err);
    let report = bishkek.json(&["export", "small.entente", "--largest-document", "0"]);
    assert_eq!(
        (&report["documents"], &report["held_back"], &report["files"][0]),
        (&json!(0), &json!(1), &report["path"])
    );
}

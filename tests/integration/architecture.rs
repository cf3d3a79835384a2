//! The arrows of `src-tauri/docs/architecture.md`: who may use whom, and where what stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each of the project's packages, and those of the project that it may use.
#[rustfmt::skip]
const MAY_USE: &[(&str, &[&str])] = &[
    ("entente",          &["entente-api", "entente-messages"]),
    ("entente-api",      &["entente-domain", "entente-messages", "entente-print"]),
    ("entente-cli",      &["entente-api", "entente-messages"]),
    ("entente-domain",   &[]),
    ("entente-messages", &[]),
    ("entente-print",    &["entente-messages"]),
    ("entente-tests",    &["entente-api", "entente-domain", "entente-messages", "entente-print"]),
    ("xtask",            &[]),
];

/// Packages from outside that only some of the project's may use.
#[rustfmt::skip]
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["entente-domain", "entente-tests"]),
    ("tauri",    &["entente"]),
    ("typst",    &["entente-print"]),
    ("ts-rs",    &["entente-api"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ stands in the root").to_owned()
}

/// The project's packages and what each names under its dependencies.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let mut manifests = vec![root().join("src-tauri/Cargo.toml"), root().join("tests/Cargo.toml")];
    let crates = fs::read_dir(root().join("src-tauri/crates")).expect("the crates' folder");
    manifests.extend(crates.map(|entry| entry.expect("an entry").path().join("Cargo.toml")));
    manifests
        .iter()
        .map(|manifest| read_manifest(&fs::read_to_string(manifest).expect("a manifest")))
        .collect()
}

fn read_manifest(text: &str) -> (String, BTreeSet<String>) {
    let mut name = String::new();
    let mut used = BTreeSet::new();
    let mut section = "";
    for line in text.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
        } else if let Some((key, value)) = line.split_once('=') {
            let key = key.trim().trim_end_matches(".workspace");
            if section == "[package]" && key == "name" {
                name = value.trim().trim_matches('"').into();
            } else if section.contains("dependencies") && !section.contains("workspace") {
                used.insert(key.into());
            }
        }
    }
    (name, used)
}

fn sources(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(sources(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

#[test]
fn packages_use_only_those_they_may() {
    let dependencies = dependencies();
    let known: BTreeSet<&str> = MAY_USE.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        dependencies.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        known,
        "a package without a rule"
    );
    for (name, may_use) in MAY_USE {
        for used in dependencies[*name].iter().filter(|used| known.contains(used.as_str())) {
            assert!(may_use.contains(&used.as_str()), "{name} must not use {used}");
        }
    }
}

#[test]
fn packages_from_outside_stay_where_they_belong() {
    for (name, used) in dependencies() {
        for (outside, only_in) in ONLY_IN {
            let at_home = only_in.contains(&name.as_str());
            let uses = used.iter().any(|used| used == outside || used.starts_with(&format!("{outside}-")));
            assert!(at_home || !uses, "{name} must not use {outside}");
        }
    }
}

#[test]
fn sql_stands_only_in_the_store() {
    const SQL: [&str; 8] =
        ["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE ", "\"CREATE ", "\"PRAGMA ", "\"DROP ", "pragma_"];
    let domain = root().join("src-tauri/crates/domain/src");
    let store = domain.join("store");
    for file in sources(&root().join("src-tauri"), ".rs").into_iter().filter(|file| !file.starts_with(&store))
    {
        let text = fs::read_to_string(&file).expect("a source");
        for word in SQL {
            assert!(!text.contains(word), "{} holds SQL: {word}", file.display());
        }
    }
}

#[test]
fn the_interface_meets_its_host_only_in_platform() {
    let source = root().join("ui/src");
    for file in [".ts", ".svelte"].iter().flat_map(|ending| sources(&source, ending)) {
        let text = fs::read_to_string(&file).expect("a source");
        let at_home = file.starts_with(source.join("platform"));
        assert!(at_home || !text.contains("@tauri-apps/"), "{} must not use @tauri-apps", file.display());
    }
}

#[test]
fn no_package_of_the_program_can_reach_the_network() {
    const REACHING: [&str; 6] = ["reqwest", "hyper", "ureq", "curl", "tokio-tungstenite", "tiny_http"];
    for (name, used) in dependencies().into_iter().filter(|(name, _)| name != "entente-tests") {
        for reaching in REACHING {
            assert!(!used.contains(reaching), "{name} must not use {reaching}");
        }
    }
}

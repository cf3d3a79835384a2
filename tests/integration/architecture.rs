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

/// The first words of what SQLite is told.
const SQL: [&str; 18] = [
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE",
    "CREATE",
    "DROP",
    "ALTER",
    "REPLACE",
    "WITH",
    "VALUES",
    "PRAGMA",
    "VACUUM",
    "ATTACH",
    "DETACH",
    "REINDEX",
    "ANALYZE",
    "BEGIN",
    "SAVEPOINT",
];

/// Calls that only a connection to SQLite has, or that take SQL from wherever it was put together.
const ASKING: [&str; 7] = [
    ".prepare_cached(",
    ".prepare(\"",
    ".prepare(&",
    ".execute(",
    ".execute_batch(",
    ".query_row(",
    ".pragma_",
];

/// The SQL in a source: a text in quotes, raw or not, that begins with a word of it after any white space; or a call.
fn sql_in(text: &str) -> Option<&'static str> {
    let begins_with = |literal: &str, word: &str| {
        literal.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', '\n', ';', '"', '(']))
    };
    let literals =
        || text.split('"').skip(1).map(|literal| literal.trim_start_matches(['\\', ' ', '\n', '\t']));
    let spoken = SQL.into_iter().find(|word| literals().any(|literal| begins_with(literal, word)));
    spoken.or_else(|| ASKING.into_iter().find(|call| text.contains(call)))
}

#[test]
fn sql_stands_only_in_the_store() {
    let store = root().join("src-tauri/crates/domain/src/store");
    for file in sources(&root().join("src-tauri"), ".rs").into_iter().filter(|file| !file.starts_with(&store))
    {
        let text = fs::read_to_string(&file).expect("a source");
        assert_eq!(sql_in(&text), None, "{} holds SQL", file.display());
    }
}

#[test]
fn sql_is_recognised_however_it_is_written() {
    for source in [
        r##"let sql = "SELECT n FROM log";"##,
        r###"let sql = r#"VACUUM INTO 'x'"#;"###,
        r##"format!("WITH hit AS (SELECT 1) DELETE FROM {table}")"##,
        "let sql = \"\n    UPDATE local\";",
        "let sql = \"\\\n    UPDATE local\";",
        "connection.execute(&sql, ())",
        "connection.pragma_update(None, key, 1)",
    ] {
        assert!(sql_in(source).is_some(), "{source}");
    }
    for source in
        [r##"text("SELECTED")"##, r##"say("Updates")"##, "self.prepare()?", r##"label("Withdrawn")"##]
    {
        assert_eq!(sql_in(source), None, "{source}");
    }
}

#[test]
fn files_are_written_only_where_it_is_seen_to_that_nothing_is_lost() {
    const WRITING: [&str; 6] =
        ["File::create", "File::options", "fs::write", "fs::rename", "fs::copy", "OpenOptions::new"];
    // Where an officer says; the workspace itself and what stands beside it; what the program keeps for itself.
    const AT_HOME: [&str; 8] = [
        "crates/domain/src/workspace/output.rs",
        "crates/domain/src/workspace/open.rs",
        "crates/domain/src/workspace/lock.rs",
        "crates/domain/src/workspace/backup/",
        "crates/domain/src/workspace/marks.rs",
        "crates/api/src/preferences.rs",
        "src/instance.rs",
        "crates/xtask/",
    ];
    let program = root().join("src-tauri");
    for file in sources(&program, ".rs") {
        let place = file.strip_prefix(&program).expect("among them").to_string_lossy().replace('\\', "/");
        let apart = ["build.rs", "/tests/", "/examples/"].iter().any(|part| place.contains(part));
        if apart || AT_HOME.iter().any(|home| place.starts_with(home)) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source");
        for call in WRITING {
            assert!(!text.contains(call), "{place} writes a file by {call}, and not by workspace/output.rs");
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

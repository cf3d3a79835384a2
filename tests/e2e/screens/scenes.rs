//! The workspaces that are looked at, and how they came to be as they are.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::Screen;
use super::table::{EMPTY, FIRST_START, KINDS, LIVED_IN, Line};
use crate::colleague::Colleague;
use crate::officer::{begin_sample_in_browser, import, save_draft};
use crate::page::Page;
use crate::program::Laptop;

/// A page, and the screens one can come to on it.
pub(super) struct Scene {
    pub(super) page: Page,
    pub(super) screens: Vec<Screen>,
    // What the page works on stays until it is closed.
    _laptop: Laptop,
    _colleague: Option<Colleague>,
}

/// A laptop that has one workspace, which got damaged, and backups of it.
pub(super) fn first_start() -> Scene {
    let (laptop, page) = browse();
    make(&page, &laptop.file("Liaison office.entente-workspace"));
    page.rpc("make_backup", &json!({}));
    page.rpc("close_workspace", &json!({}));
    fs::write(laptop.file("Liaison office.entente-workspace"), "no workspace any more")
        .expect("a file can be written there");
    let screens = screens(FIRST_START, &[]);
    Scene { page, screens, _laptop: laptop, _colleague: None }
}

/// A workspace that was just made.
pub(super) fn empty() -> Scene {
    let (laptop, page) = browse();
    make(&page, &laptop.file("Liaison office.entente-workspace"));
    let screens = screens(EMPTY, &[]);
    Scene { page, screens, _laptop: laptop, _colleague: None }
}

/// The sample after a while: colleagues' files came, some said other things, one laptop went on twice.
pub(super) fn lived_in() -> Scene {
    let (laptop, page) = browse();
    begin_sample_in_browser(&page);
    let colleague = Colleague::new("陈晓明");
    let contested = colleague.disagree(&page);
    part(&page, &colleague);
    erase_one(&page);
    colleague.edit(&contested, "number=17");
    colleague.add(&["person", "family=陈", "given=晓明"]);
    let (bundle, sealed) = (colleague.export("third.entente"), colleague.export_sealed("sealed.entente"));
    let path = |file: &PathBuf| file.display().to_string();
    let mut names = vec![("contested", contested), ("bundle", path(&bundle)), ("sealed", path(&sealed))];
    names.extend(KINDS.map(|kind| (kind, first(&page, kind))));
    let mut all = screens(LIVED_IN, &names);
    all.splice(0..0, of_kinds(&names));
    Scene { page, screens: all, _laptop: laptop, _colleague: Some(colleague) }
}

fn browse() -> (Laptop, Page) {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    (laptop, page)
}

fn make(page: &Page, file: &Path) {
    let workspace = json!({ "path": file, "officer": "Mira Laskova", "device": "Mira’s laptop" });
    let status = page.rpc("create_workspace", &workspace);
    assert!(status["workspace"].is_object(), "{status}");
}

/// The colleague's laptop was copied whole, and both go on with the same key.
fn part(page: &Page, colleague: &Colleague) {
    let copy = colleague.copy();
    for laptop in [&copy, colleague] {
        laptop.add(&["event", "title=Visit to the clinic in Talas", "start=2026-05"]);
        import(page, &laptop.export("parted.entente"));
    }
}

/// Of two backups the newer still has a person who was erased since; another is in the trash.
fn erase_one(page: &Page) {
    page.rpc("make_backup", &json!({}));
    let person = |family: &str| {
        save_draft(page, &json!({ "kind": "person", "fields": { "given": "Anna", "family": family } }))
    };
    let (erased, deleted) = (person("Keller"), person("Moser"));
    page.rpc("make_backup", &json!({}));
    page.rpc("erase", &json!({ "id": erased }));
    page.rpc("delete", &json!({ "ids": [deleted] }));
}

fn first(page: &Page, kind: &str) -> String {
    let listed =
        page.rpc("list", &json!({ "kind": kind, "filters": [], "sort": null, "offset": 0, "limit": 1 }));
    let id = listed["rows"][0]["id"].as_str();
    id.unwrap_or_else(|| panic!("the sample has a {kind}: {listed}")).to_owned()
}

fn screens(lines: &[Line], names: &[(&str, String)]) -> Vec<Screen> {
    let filled = |address: &str| {
        names
            .iter()
            .fold(address.to_owned(), |address, (name, with)| address.replace(&format!("{{{name}}}"), with))
    };
    lines
        .iter()
        .map(|(name, address, steps)| Screen { name: (*name).to_owned(), address: filled(address), steps })
        .collect()
}

/// Each kind's list, form, and page of its first record.
fn of_kinds(names: &[(&str, String)]) -> Vec<Screen> {
    let found = names.iter().filter(|(name, _)| KINDS.contains(name));
    found
        .flat_map(|(kind, id)| {
            [("list", ""), ("new", "/new"), ("page", &format!("/{id}"))].map(|(what, rest)| Screen {
                name: format!("{kind}-{what}"),
                address: format!("#/{kind}{rest}"),
                steps: &[],
            })
        })
        .collect()
}

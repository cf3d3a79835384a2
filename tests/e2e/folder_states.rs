//! Every state of the shared folder, as pictures one can look at, and judged as any screen.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::axe;
use crate::colleague::Colleague;
use crate::officer::begin_sample_in_browser;
use crate::page::Page;
use crate::program::Laptop;

/// The window as it opens, and as small as it gets.
const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 640)];

#[test]
fn no_state_of_the_shared_folder_hinders_anybody() {
    let laptop = Laptop::new();
    let shared = laptop.file("shared");
    fs::create_dir(&shared).expect("a folder can be made there");
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    look_at(&page, "none");

    let choice = json!({ "path": shared, "apply_trusted": false, "open": false });
    page.rpc("set_folder", &choice);
    looked(&page);
    look_at(&page, "nobody-known");

    let colleagues = ["陈晓明", "Pavel Orlov", "Айгуль Токтогулова"].map(Colleague::new);
    for (colleague, count) in colleagues.iter().zip(1..) {
        colleague.add(&["institution", &format!("name=Institution {count}")]);
        colleague.share_open(&shared);
    }
    fs::write(shared.join("letter.entente"), "Dear colleague,\n").expect("written");
    let whole = fs::read(first_of("Pavel", &shared)).expect("readable");
    fs::write(shared.join("a copy that is on its way.entente"), &whole[..whole.len() / 2]).expect("written");
    fs::create_dir(shared.join("folder.entente")).expect("made");
    colleagues[0].share(&shared);
    let status = looked(&page);
    assert_eq!(status["troubles"].as_array().map(Vec::len), Some(3), "{status}");
    look_at(&page, "waiting");
    // On the home page the same is told in a line.
    look_at_home(&page);

    for waiting in status["waiting"].as_array().expect("somebody waits") {
        for file in waiting["files"].as_array().expect("a list") {
            let bundle = json!({ "bundle": { "path": file["path"] }, "as_shown": false, "leave_out": [] });
            page.rpc("apply_import", &bundle);
        }
    }
    looked(&page);
    look_at(&page, "at-rest");

    let blocked = shared.join(format!("~{}.tmp", own_device(&page)));
    fs::create_dir(&blocked).expect("made");
    let draft = json!({ "id": null, "kind": "institution", "fields": { "name": "Unheard" } });
    page.rpc("save", &json!({ "drafts": [draft], "delete": [] }));
    let status = looked(&page);
    assert!(status["unwritten"].is_string(), "{status}");
    look_at(&page, "unwritten");

    let away = laptop.file("away");
    fs::rename(&shared, &away).expect("pulled out");
    looked(&page);
    look_at(&page, "gone");
    fs::create_dir(&shared).expect("the place where it was");
    looked(&page);
    look_at(&page, "emptied");
}

/// Has the program look, and gives how things stand then.
fn looked(page: &Page) -> Value {
    page.rpc("look_in_folder", &json!({ "anew": true }))["status"].clone()
}

fn own_device(page: &Page) -> String {
    let laptops = page.rpc("laptops", &json!({}));
    let here = laptops.as_array().and_then(|all| all.iter().find(|laptop| laptop["here"] == true));
    here.and_then(|laptop| laptop["device"].as_str()).unwrap_or_else(|| panic!("{laptops}")).to_owned()
}

fn first_of(officer: &str, shared: &Path) -> std::path::PathBuf {
    let entries = fs::read_dir(shared).expect("a folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let is_theirs = |path: &&std::path::PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(officer))
    };
    paths.iter().find(is_theirs).expect("a file").clone()
}

/// Takes pictures of the section in every language, theme and size, and judges them.
fn look_at(page: &Page, state: &str) {
    for language in ["en", "zh-Hans", "ar-XB"] {
        // A mirrored page has the colours of any other.
        let themes = if language == "ar-XB" { ["light"].as_slice() } else { &["light", "dark"] };
        for theme in themes {
            page.rpc("set_preferences", &json!({ "language": language, "theme": theme }));
            for (width, height) in SIZES {
                page.resize(width, height);
                page.script("location.hash = '#/exchange'", &[]);
                page.reload();
                page.script(
                    "document.querySelectorAll('details').forEach((part) => (part.open = true));
                     document.querySelector('.lucide-folder-sync')?.closest('section, article, div')?.scrollIntoView();",
                    &[],
                );
                page.settle();
                judged(page, &format!("folder-{state}-{language}-{theme}-{width}"));
            }
        }
    }
}

fn look_at_home(page: &Page) {
    for (language, theme) in [("en", "light"), ("zh-Hans", "dark"), ("ar-XB", "light")] {
        page.rpc("set_preferences", &json!({ "language": language, "theme": theme }));
        page.script("location.hash = '#/home'", &[]);
        page.reload();
        judged(page, &format!("folder-home-{language}-{theme}"));
    }
}

fn judged(page: &Page, name: &str) {
    page.picture(name);
    let widths = page.script("return [document.documentElement.scrollWidth, innerWidth]", &[]);
    assert!(widths[0].as_u64() <= widths[1].as_u64(), "{name} is wider than the window: {widths}");
    let broken = page.script("return document.body.innerText.includes('⟦')", &[]);
    assert_eq!(broken, Value::Bool(false), "{name} shows a key instead of a message");
    axe::no_serious_finding(page, name);
    page.no_complaints(name);
}

//! Every screen there is, as pictures one can look at, and judged: nobody seriously hindered, nothing wider than
//! the window, nothing in the browser's console.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::axe;
use crate::colleague::Colleague;
use crate::officer::begin_sample_in_browser;
use crate::page::Page;
use crate::program::Laptop;

/// The kinds of record that have a list and a page.
const KINDS: [&str; 6] = ["institution", "person", "agreement", "event", "follow-up", "tag"];

/// The other places.
const PLACES: [&str; 6] = ["home", "conflicts", "exchange", "laptops", "trash", "settings"];

/// What is known of a colleague: a laptop, its fingerprint, and files that came of it. Each with its address, with what
/// must stand there before it is looked at, and with what is done to it then.
const EXCHANGE: [(&str, &str, &str, &str); 3] = [
    ("export-for", "#/exchange", "section input[type=checkbox]", "[type=checkbox]"),
    ("fingerprint", "#/laptops", "article + article button", "article + article button"),
    ("import-report", "#/exchange/2", ".parts .field", ""),
];

/// The window as it opens, and as small as it gets.
const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 640)];

#[test]
fn no_screen_hinders_anybody_in_english() {
    look_at_all("en");
}

#[test]
fn no_screen_hinders_anybody_in_chinese() {
    look_at_all("zh-Hans");
}

/// Right to left, before a language that is written so has been translated.
#[test]
fn every_screen_fits_right_to_left() {
    look_at_all("ar-XB");
}

fn look_at_all(language: &str) {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    let colleague = Colleague::new("陈晓明");
    let bundle = exchange(&page, &colleague);
    let screens = screens(&page, &bundle);
    // A mirrored page has the colours of any other.
    let themes = if language == "ar-XB" { ["light"].as_slice() } else { &["light", "dark"] };
    for theme in themes {
        page.rpc("set_preferences", &json!({ "language": language, "theme": theme }));
        for (width, height) in SIZES {
            page.resize(width, height);
            // Away from the bundle that was looked at last, or it would be shown again.
            page.script("location.hash = '#/home'", &[]);
            page.reload();
            for screen in &screens {
                let name = format!("{}-{language}-{theme}-{width}", screen.name);
                look_at(&page, screen, &name, (width, height) == SIZES[0]);
            }
        }
    }
}

/// One place to look at.
struct Screen {
    name: String,
    address: String,
    /// A selector of what must stand there first; empty if nothing is waited for.
    awaits: &'static str,
    /// A selector of what is clicked then; empty if nothing is.
    clicks: &'static str,
}

impl Screen {
    fn new(name: &str, address: String) -> Screen {
        Screen { name: name.to_owned(), address, awaits: "", clicks: "" }
    }
}

/// Imports what a colleague sends, of which one field is in conflict, and gives one more bundle, to be looked at.
fn exchange(page: &Page, colleague: &Colleague) -> PathBuf {
    let import = |bundle: &Path| {
        let apply = json!({ "bundle": { "path": bundle }, "as_shown": false, "leave_out": [] });
        let report = page.rpc("apply_import", &apply);
        assert!(report["report"].is_number(), "{report}");
    };
    let id = colleague.add(&["institution", "name=上海市卫生健康委员会"]);
    import(&colleague.export("first.entente"));
    colleague.edit(&id, "city=上海");
    let draft = json!({ "id": id, "kind": "institution", "fields": { "city": "Shanghai" } });
    page.rpc("save", &json!({ "drafts": [draft], "delete": [] }));
    import(&colleague.export("second.entente"));
    colleague.edit(&id, "number=17");
    colleague.add(&["person", "family=陈", "given=晓明"]);
    colleague.export("third.entente")
}

/// The places, each kind's list, form, and page of its first record, and what there is of exchange.
fn screens(page: &Page, bundle: &Path) -> Vec<Screen> {
    let mut screens: Vec<_> = PLACES.iter().map(|place| Screen::new(place, format!("#/{place}"))).collect();
    for kind in KINDS {
        let listed =
            page.rpc("list", &json!({ "kind": kind, "filters": [], "sort": null, "offset": 0, "limit": 1 }));
        let id =
            listed["rows"][0]["id"].as_str().unwrap_or_else(|| panic!("the sample has a {kind}: {listed}"));
        screens.push(Screen::new(&format!("{kind}-list"), format!("#/{kind}")));
        screens.push(Screen::new(&format!("{kind}-new"), format!("#/{kind}/new")));
        screens.push(Screen::new(&format!("{kind}-page"), format!("#/{kind}/{id}")));
    }
    screens.extend(EXCHANGE.map(|(name, address, awaits, clicks)| Screen {
        awaits,
        clicks,
        ..Screen::new(name, address.to_owned())
    }));
    // Last, since a bundle that is looked at takes the page until it is dealt with.
    let address = format!("#/exchange?bundle={}", bundle.display());
    screens.push(Screen { awaits: ".parts .field", ..Screen::new("import-preview", address) });
    screens
}

fn look_at(page: &Page, screen: &Screen, name: &str, judge: bool) {
    page.script("location.hash = arguments[0]", &[json!(screen.address)]);
    if !screen.awaits.is_empty() {
        let stands = "return document.querySelector(arguments[0]) !== null";
        page.eventually(format!("'{}' on {name}", screen.awaits), || {
            (page.script(stands, &[json!(screen.awaits)]) == json!(true)).then_some(())
        });
    }
    page.settle();
    if !screen.clicks.is_empty() {
        page.script("document.querySelector(arguments[0]).click()", &[json!(screen.clicks)]);
        page.settle();
    }
    page.picture(name);
    let widths = page.script("return [document.documentElement.scrollWidth, innerWidth]", &[]);
    assert!(widths[0].as_u64() <= widths[1].as_u64(), "{name} is wider than the window: {widths}");
    let broken = page.script("return document.body.innerText.includes('⟦')", &[]);
    assert_eq!(broken, Value::Bool(false), "{name} shows a key instead of a message");
    // A smaller window has the same colours and names.
    if judge {
        axe::no_serious_finding(page, name);
    }
    page.no_complaints(name);
}

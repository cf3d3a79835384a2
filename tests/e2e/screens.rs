//! Every screen there is, as pictures one can look at, and judged: nobody seriously hindered, nothing wider than
//! the window, nothing in the browser's console.

use serde_json::{Value, json};

use crate::axe;
use crate::officer::begin_sample_in_browser;
use crate::page::Page;
use crate::program::Laptop;

/// The kinds of record that have a list and a page.
const KINDS: [&str; 6] = ["institution", "person", "agreement", "event", "follow-up", "tag"];

/// The other places.
const PLACES: [&str; 6] = ["home", "conflicts", "exchange", "laptops", "trash", "settings"];

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
    let screens = screens(&page);
    // A mirrored page has the colours of any other.
    let themes = if language == "ar-XB" { ["light"].as_slice() } else { &["light", "dark"] };
    for theme in themes {
        page.rpc("set_preferences", &json!({ "language": language, "theme": theme }));
        for (width, height) in SIZES {
            page.resize(width, height);
            page.reload();
            for (name, address) in &screens {
                look_at(
                    &page,
                    address,
                    &format!("{name}-{language}-{theme}-{width}"),
                    (width, height) == SIZES[0],
                );
            }
        }
    }
}

/// Name and address of each: the places, each kind's list, form, and page of its first record.
fn screens(page: &Page) -> Vec<(String, String)> {
    let mut screens: Vec<_> =
        PLACES.iter().map(|place| ((*place).to_owned(), format!("#/{place}"))).collect();
    for kind in KINDS {
        let listed =
            page.rpc("list", &json!({ "kind": kind, "filters": [], "sort": null, "offset": 0, "limit": 1 }));
        let id =
            listed["rows"][0]["id"].as_str().unwrap_or_else(|| panic!("the sample has a {kind}: {listed}"));
        screens.push((format!("{kind}-list"), format!("#/{kind}")));
        screens.push((format!("{kind}-new"), format!("#/{kind}/new")));
        screens.push((format!("{kind}-page"), format!("#/{kind}/{id}")));
    }
    screens
}

fn look_at(page: &Page, address: &str, name: &str, judge: bool) {
    page.script("location.hash = arguments[0]", &[json!(address)]);
    page.settle();
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

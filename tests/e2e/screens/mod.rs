//! Every screen there is, as pictures one can look at, and judged: nobody seriously hindered, nothing wider than
//! the window, nothing in the browser's console.

mod scenes;
mod table;

use serde_json::{Value, json};

use crate::axe;
use crate::page::Page;
use scenes::Scene;

/// The window as it opens, and as small as it gets.
const SIZES: [(u32, u32); 2] = [(1280, 800), (1024, 640)];

/// One place to look at, in one state.
struct Screen {
    name: String,
    address: String,
    steps: &'static [Step],
}

/// What is done there before it is looked at. Places in the page are told by selectors: words change with the language.
#[derive(Clone, Copy)]
enum Step {
    /// Waits until it stands there.
    See(&'static str),
    /// Clicks the first, once it stands there.
    Click(&'static str),
    Press(&'static str),
    Type(&'static str),
    /// From the page as it opens.
    Reload,
}

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
    for prepare in [scenes::first_start, scenes::empty, scenes::lived_in] {
        look_at_scene(&prepare(), language);
    }
}

fn look_at_scene(scene: &Scene, language: &str) {
    let page = &scene.page;
    // A mirrored page has the colours of any other.
    let themes = if language == "ar-XB" { ["light"].as_slice() } else { &["light", "dark"] };
    for theme in themes {
        page.rpc("set_preferences", &json!({ "language": language, "theme": theme }));
        for (width, height) in SIZES {
            page.resize(width, height);
            // Away from what was looked at last, or it would be shown again.
            page.script("location.hash = '#/home'", &[]);
            page.reload();
            for screen in &scene.screens {
                let name = format!("{}-{language}-{theme}-{width}", screen.name);
                look_at(page, screen, &name, (width, height) == SIZES[0]);
            }
        }
    }
}

fn look_at(page: &Page, screen: &Screen, name: &str, judge: bool) {
    page.script("location.hash = arguments[0]", &[json!(screen.address)]);
    page.settle();
    for step in screen.steps {
        take(page, *step, name);
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
    // What was opened there closes, a dialog as well as what it was opened from.
    if !screen.steps.is_empty() {
        page.press("Escape");
        page.press("Escape");
    }
}

fn take(page: &Page, step: Step, name: &str) {
    match step {
        Step::See(selector) => stands(page, selector, name),
        Step::Click(selector) => {
            stands(page, selector, name);
            page.script("document.querySelector(arguments[0]).click()", &[json!(selector)]);
        }
        Step::Press(chord) => page.press(chord),
        Step::Type(text) => page.type_text(text),
        Step::Reload => page.reload(),
    }
}

fn stands(page: &Page, selector: &str, name: &str) {
    let look = "return document.querySelector(arguments[0]) !== null";
    page.eventually(format!("'{selector}' on {name}"), || {
        (page.script(look, &[json!(selector)]) == json!(true)).then_some(())
    });
}

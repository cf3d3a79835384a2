//! What is typed is never lost: not by the end of the program, however it comes, and not by what a colleague sends
//! meanwhile; and nothing of a colleague's is lost by it.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::axe;
use crate::colleague::Colleague;
use crate::officer::{begin, begin_sample_in_browser, begin_with_sample, go_to, save};
use crate::page::Page;
use crate::program::Laptop;

const NARYN: &str = "Naryn Institute of Mountain Medicine";

/// Longer than it takes until what was typed is kept.
const A_MOMENT: Duration = Duration::from_millis(1_500);

#[test]
fn what_was_typed_is_there_after_the_program_was_killed() {
    let laptop = Laptop::new();
    let page = laptop.start();
    page.resize(1280, 800);
    begin_with_sample(&page, "Mira Laskova", &laptop.file("alliance.entente-workspace"));
    begin(&page, "Institutions", "New institution");
    page.fill("Name", NARYN);
    page.fill("City", "Naryn");
    cannot_be_loaded_anew(&page);
    sleep(A_MOMENT);
    page.kill();

    let page = laptop.start();
    page.click_starting("button", "alliance");
    page.see(&format!("You had not saved “{NARYN}”"));
    axe::no_serious_finding(&page, "window-found-draft");
    page.picture("window-found-draft");
    page.click("button", "Continue editing");
    assert_eq!([page.value("Name"), page.value("City")], [NARYN, "Naryn"]);
    save(&page, NARYN);
    sleep(A_MOMENT);
    page.kill();

    let page = laptop.start();
    page.click_starting("button", "alliance");
    page.see("Lately");
    page.settle();
    page.see_no("You had not saved");
    page.see_no("unsaved draft");
    page.no_complaints("the start after a kill");
    page.close();
}

/// The window's own menu has that, and so have some keys.
fn cannot_be_loaded_anew(page: &Page) {
    let script = "
        const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
        const key = new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true });
        const heading = document.querySelector('h1, h2');
        const field = document.querySelector('input');
        const inText = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
        return [heading.dispatchEvent(menu), heading.dispatchEvent(key), field.dispatchEvent(inText)];";
    assert_eq!(page.script(script, &[]), json!([false, false, true]));
}

#[test]
fn a_draft_is_discarded_at_once_and_comes_back_by_undo() {
    let page = Laptop::new().browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    begin(&page, "Institutions", "New institution");
    page.fill("Name", NARYN);
    page.click("button", "Discard");
    page.see(&format!("Discarded “{NARYN}”"));
    page.see_no("unsaved draft");
    page.click_starting("button", "Undo");
    assert_eq!(page.value("Name"), NARYN);
    // Loading the page anew is the end of the program too.
    page.press("Escape");
    go_to(&page, "Home");
    sleep(A_MOMENT);
    page.reload();
    page.see(&format!("You had not saved “{NARYN}”"));
    page.click("button", "Discard");
    sleep(A_MOMENT);
    page.reload();
    page.see("Lately");
    page.see_no("You had not saved");
    page.no_complaints("discarding a draft");
}

#[test]
fn what_a_colleague_sends_meanwhile_is_told_beside_the_field() {
    let (laptop, pavel) = (Laptop::new(), Colleague::new("Pavel Orlov"));
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    let id = pavel.add(&["institution", &format!("name={NARYN}"), "city=Naryn"]);
    import(&page, &pavel, "first.entente");
    edit(&page, &id);
    page.fill("City", "Нарын");
    pavel.edit(&id, "city=Osh");
    import(&page, &pavel, "second.entente");
    come_back(&page, &id);
    page.see("Pavel Orlov changed this meanwhile to “Osh”.");
    assert_eq!(page.value("City"), "Нарын", "what was typed stands");
    looks(&page, "form-news");
    page.click("button", "Take that value");
    page.see_no("changed this meanwhile");
    assert_eq!(page.value("City"), "Osh");

    // Once told, it has been seen.
    page.fill("City", "Ош");
    save(&page, NARYN);
    assert_eq!(conflicts(&page, &id), 0);

    // What nobody was told of is not replaced.
    edit(&page, &id);
    page.fill("City", "Jalal-Abad");
    pavel.edit(&id, "city=Bishkek");
    import(&page, &pavel, "third.entente");
    save(&page, NARYN);
    assert_eq!(conflicts(&page, &id), 1);
    page.no_complaints("what came meanwhile");
}

fn import(page: &Page, pavel: &Colleague, name: &str) {
    let bundle = pavel.export(name);
    let apply = json!({ "bundle": { "path": bundle }, "as_shown": false, "leave_out": [] });
    let report = page.rpc("apply_import", &apply);
    assert!(report["report"].is_number(), "{report}");
}

fn edit(page: &Page, id: &str) {
    page.script("location.hash = arguments[0]", &[json!(format!("#/institution/{id}/edit"))]);
    page.find("heading", "Edit institution");
}

/// As an officer who has looked something up meanwhile.
fn come_back(page: &Page, id: &str) {
    page.press("Escape");
    page.see("Kept as an unsaved draft");
    go_to(page, "People");
    page.settle();
    edit(page, id);
}

/// In both themes, in Chinese, and from right to left.
fn looks(page: &Page, name: &str) {
    axe::no_serious_finding(page, name);
    page.picture(name);
    for (language, theme) in [("en", "dark"), ("zh-Hans", "light")] {
        prefer(page, language, theme);
        page.picture(&format!("{name}-{language}-{theme}"));
        axe::no_serious_finding(page, name);
    }
    prefer(page, "en", "light");
}

fn prefer(page: &Page, language: &str, theme: &str) {
    sleep(A_MOMENT);
    page.rpc("set_preferences", &json!({ "language": language, "theme": theme }));
    page.reload();
}

fn conflicts(page: &Page, id: &str) -> usize {
    let found = page.rpc("conflicts", &json!({ "records": [id], "offset": 0, "limit": 0 }));
    found["items"].as_array().map_or(0, Vec::len)
}

//! The same interface in Chromium against the loopback host.

use serde_json::json;

use crate::axe;
use crate::colleague::Colleague;
use crate::officer::{begin, begin_sample_in_browser, save};
use crate::page::Page;
use crate::program::Laptop;

#[test]
fn the_first_page_and_its_forms_hinder_nobody() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    page.see("Welcome to Entente");
    axe::no_serious_finding(&page, "start");
    page.click_starting("button", "New workspace");
    page.find("heading", "New workspace");
    axe::no_serious_finding(&page, "start-new");
    page.no_complaints("first start");
}

#[test]
fn everything_is_reached_from_the_keyboard() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    page.press("Control+K");
    page.find("dialog", "Commands");
    axe::no_serious_finding(&page, "palette");
    page.type_text("New institution");
    page.press("Enter");
    page.find("heading", "New institution");
    page.type_text("Osh Centre for Rehabilitation");
    page.press("Control+S");
    page.see("Saved");
    page.see("Osh Centre for Rehabilitation");
    page.press("Control+Z");
    page.see("Undone");
    page.see("This record is in the trash");
    page.press("Escape");
    page.see_no("Osh Centre for Rehabilitation");
    page.no_complaints("keyboard");
}

#[test]
fn what_is_typed_is_kept_when_a_field_is_refused() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    begin(&page, "Institutions", "New institution");
    page.fill("Name", "Atlantis Institute of Oceanography");
    page.fill("Country", "Atlantis");
    page.click_starting("button", "Save");
    page.see("One field needs a look");
    axe::no_serious_finding(&page, "refused-field");
    assert_eq!(page.value("Country"), "Atlantis");
    assert_eq!(page.value("Name"), "Atlantis Institute of Oceanography");
    page.no_complaints("refused field");
}

#[test]
fn what_had_the_keyboard_and_is_gone_hands_it_on() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    keys(&page, &["g", "a"]);
    has_the_keyboard(&page, "grid", "Agreements");
    keys(&page, &["j", "Enter"]);
    page.find_starting("button", "Edit");
    page.press("e");
    page.find("heading", "Edit agreement");
    page.press("Escape");
    has_the_keyboard(&page, "region", "Coop");
    page.press("Escape");
    has_the_keyboard(&page, "grid", "Agreements");
    page.press("Control+K");
    page.find("dialog", "Commands");
    page.press("Escape");
    has_the_keyboard(&page, "grid", "Agreements");
    page.no_complaints("keyboard handed on");
}

#[test]
fn conflicts_are_settled_one_after_the_other_from_the_keyboard() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    Colleague::new("陈晓明").disagree(&page);
    page.reload();
    keys(&page, &["g", "c"]);
    page.find_starting("button", "Use this");
    keys(&page, &["j", "Enter"]);
    page.see("Settled:");
    page.eventually("one conflict to be left", || (page.all("article", "").len() == 1).then_some(()));
    page.press("Enter");
    page.see("No conflicts");
    page.no_complaints("conflicts");
}

#[test]
fn a_form_offers_its_rows_among_the_commands() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    begin(&page, "Agreements", "New agreement");
    page.type_text("Joint laboratory for altitude physiology");
    page.press("Control+K");
    page.find("dialog", "Commands");
    page.type_text("Add a party");
    page.press("Enter");
    page.eventually("the party's institution to have the keyboard", || {
        (page.script("return document.activeElement.id.endsWith('-institution')", &[]) == json!(true))
            .then_some(())
    });
    page.type_text("Kyrgyz National");
    page.find_starting("option", "Kyrgyz National University");
    page.press("Enter");
    page.press("Control+S");
    page.see("Saved");
    page.find_starting("link", "Kyrgyz National University");
    page.no_complaints("rows by command");
}

#[test]
fn an_erased_record_is_left_without_a_complaint() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    begin(&page, "People", "New person");
    page.fill("Given name", "Anna");
    page.fill("Family name", "Keller");
    save(&page, "Anna Keller");
    page.click("button", "More actions");
    page.click_starting("menuitem", "Erase for good");
    page.click("button", "Erase for good");
    page.see("Erased for good");
    page.see_no("Anna Keller");
    page.settle();
    assert!(!page.text().contains("There is no record"), "{}", page.text());
    page.no_complaints("erased");
}

#[test]
fn agreements_are_filtered_by_what_their_dates_mean() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    begin_sample_in_browser(&page);
    keys(&page, &["g", "a", "f"]);
    page.click("button", "State");
    page.click("checkbox", "Expiring");
    page.see("Nothing fits");
    page.click("checkbox", "Not known");
    page.see("Cooperative document on investment");
    page.press("Escape");
    page.find("button", "Remove the filter on State");
    page.no_complaints("filter by state");
}

fn keys(page: &Page, keys: &[&str]) {
    keys.iter().for_each(|key| page.press(key));
}

/// Waits until an element of this role, with a name that starts so, has the keyboard.
#[track_caller]
fn has_the_keyboard(page: &Page, role: &str, start: &str) {
    let look = "const at = document.activeElement;
        return at.getAttribute('role') === arguments[0] && (at.getAttribute('aria-label') ?? '').startsWith(arguments[1]);";
    page.eventually(format!("the {role} '{start} …' to have the keyboard"), || {
        (page.script(look, &[json!(role), json!(start)]) == json!(true)).then_some(())
    });
}

//! The same interface in Chromium against the loopback host.

use crate::axe;
use crate::officer::{begin, begin_sample_in_browser};
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

//! The same interface in Chromium against the loopback host.

use crate::axe;
use crate::program::Laptop;

#[test]
fn the_first_page_and_home_hinder_nobody() {
    let laptop = Laptop::new();
    let page = laptop.browse();
    page.resize(1280, 800);
    page.see("Welcome to Entente");
    axe::no_serious_finding(&page, "start");
    page.click_starting("button", "Sample workspace");
    page.fill("Your name", "Mira Laskova");
    page.click("button", "Create");
    page.see("Lately");
    axe::no_serious_finding(&page, "home");
    page.no_complaints();
}

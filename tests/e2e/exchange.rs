//! Files between colleagues, in the real window: dropped, looked at, taken in part, taken back, and sent.

use crate::axe;
use crate::chooser::choose_file;
use crate::colleague::Colleague;
use crate::drop::drop_file;
use crate::officer::{begin_with_sample, go_to};
use crate::page::Page;
use crate::program::Laptop;

const NARYN: &str = "Naryn Institute of Mountain Medicine";
const OSH: &str = "Osh Centre for Rehabilitation";

#[test]
fn a_dropped_file_is_taken_in_part_taken_back_and_answered_with_what_is_lacking() {
    let (laptop, pavel) = (Laptop::new(), Colleague::new("Pavel Orlov"));
    for name in [NARYN, OSH] {
        pavel.add(&["institution", &format!("name={name}")]);
    }
    let bundle = pavel.export("from-pavel.entente");

    let page = laptop.start();
    page.resize(1280, 800);
    begin_with_sample(&page, "Mira Laskova", &laptop.file("alliance.entente-workspace"));
    drop_file(&page, &bundle);
    take_in_part(&page);
    take_back(&page);
    send_what_is_lacking(&page, &laptop, &pavel);
    page.no_complaints("exchange");
    page.close();
}

/// Leaves one of the two institutions out.
fn take_in_part(page: &Page) {
    page.see("New sender");
    page.see("Not compared");
    page.click_starting("gridcell", OSH);
    page.press("x");
    axe::no_serious_finding(page, "window-import-preview");
    page.click("button", "Import without one");
    page.see("Imported:");
    page.click("link", "See what came in");
    page.see("Something was left out.");
    axe::no_serious_finding(page, "window-import-report");
    has_institution(page, NARYN, true);
    has_institution(page, OSH, false);
}

/// From the report, which stays.
fn take_back(page: &Page) {
    go_to(page, "Exchange");
    page.click("link", "See what came in");
    page.click("button", "Take this import back");
    page.see("Taken back");
    has_institution(page, NARYN, false);
}

fn has_institution(page: &Page, name: &str, there: bool) {
    go_to(page, "Institutions");
    page.fill("Find in this list", name);
    if there { page.see(name) } else { page.see("Nothing fits") }
}

/// Pavel's own file told what he has, so that only the rest need go to him.
fn send_what_is_lacking(page: &Page, laptop: &Laptop, pavel: &Colleague) {
    let answer = laptop.file("for-pavel.entente");
    go_to(page, "Exchange");
    page.settle();
    page.click("combobox", "Contents");
    page.click("option", "Only what this laptop lacks");
    choose_file(page, &answer, || page.click_starting("button", "Export"));
    page.see("Sealed: besides this laptop only");
    let told = pavel.import(&answer);
    assert_eq!(told["known_commits"], 0, "nothing came that Pavel had: {told}");
    assert!(pavel.listed("agreement").contains("Cooperative document on investment"));
}

//! The real program in its real window: an officer's main job, from the first start to a printed page on a
//! second laptop.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::axe;
use crate::chooser::choose_file;
use crate::colleague::listed;
use crate::driver::programs;
use crate::officer::{begin, begin_with_sample, go_to, pick, save};
use crate::page::Page;
use crate::program::Laptop;

const INSTITUTION: &str = "Naryn Institute of Mountain Medicine";
const AGREEMENT: &str = "Joint laboratory for altitude physiology";
const PERSON: &str = "Айгуль Токтогулова";
const FOLLOW_UP: &str = "Send the draft to all three parties";

#[test]
fn what_an_officer_enters_stays_travels_and_prints() {
    let (first, second) = (Laptop::new(), Laptop::new());
    let bundle = first.file("from-mira.entente");

    let page = first.start();
    page.resize(1280, 800);
    begin_with_sample(&page, "Mira Laskova", &first.file("alliance.entente-workspace"));
    add_records(&page);
    page.no_complaints("adding records");
    page.close();

    let page = first.start();
    page.click_starting("button", "alliance");
    page.see(FOLLOW_UP);
    all_is_there(&page);
    export(&page, &bundle);
    page.no_complaints("the second start");
    page.close();

    let page = second.start();
    page.resize(1280, 800);
    begin_with_bundle(&page, &bundle, &second.file("mine.entente-workspace"));
    all_is_there(&page);
    print(&page, &second.file("summary.pdf"));
    page.no_complaints("the second laptop");
    page.close();
    same_records(&first.file("alliance.entente-workspace"), &second.file("mine.entente-workspace"));
}

#[test]
fn a_second_start_hands_its_file_to_the_first_and_ends() {
    let laptop = Laptop::new();
    let (workspace, bundle) = (laptop.file("alliance.entente-workspace"), laptop.file("from-mira.entente"));
    let page = laptop.start();
    page.resize(1280, 800);
    begin_with_sample(&page, "Mira Laskova", &workspace);
    export(&page, &bundle);
    go_to(&page, "Home");
    laptop.start_again(&bundle);
    page.see("You have all of this already");
    laptop.start_again(&workspace);
    page.no_complaints("a second start");
    page.close();
}

fn add_records(page: &Page) {
    begin(page, "Institutions", "New institution");
    page.fill("Name", INSTITUTION);
    pick(page, "Country", "Kyrgyzstan");
    save(page, INSTITUTION);

    begin(page, "People", "New person");
    page.fill("Given name", "Айгуль");
    page.fill("Family name", "Токтогулова");
    save(page, PERSON);

    begin(page, "Agreements", "New agreement");
    page.fill("Title", AGREEMENT);
    for party in [INSTITUTION, "Shanghai Municipality", "Kyrgyz National University"] {
        // What was picked fills in the name at signing, and may move what stands below it.
        page.settle();
        page.click("button", "Add a party");
        pick(page, "Institution", party);
    }
    save(page, AGREEMENT);

    begin(page, "Follow-ups", "New follow-up");
    page.fill("What to do", FOLLOW_UP);
    page.fill("Due on", "tomorrow");
    save(page, FOLLOW_UP);
}

fn all_is_there(page: &Page) {
    for (place, title) in [("Institutions", INSTITUTION), ("People", PERSON), ("Agreements", AGREEMENT)] {
        go_to(page, place);
        page.fill("Find in this list", title);
        page.see(title);
    }
}

fn export(page: &Page, bundle: &Path) {
    go_to(page, "Exchange");
    // What comes late moves what stands below it.
    page.settle();
    page.click("combobox", "Can be read by");
    page.click("option", "Anyone");
    choose_file(page, bundle, || page.click_starting("button", "Export"));
    page.see("Not sealed");
    axe::no_serious_finding(page, "window-exchange");
}

fn begin_with_bundle(page: &Page, bundle: &Path, workspace: &Path) {
    choose_file(page, bundle, || page.click_starting("button", "Open a colleague’s bundle"));
    page.fill("Your name", "Pavel Second");
    choose_file(page, workspace, || page.click("button", "Workspace file"));
    page.click("button", "Create and look at the bundle");
    page.see("Mira Laskova");
    page.click("button", "Import");
    page.see("Imported:");
}

fn print(page: &Page, pdf: &Path) {
    page.click_starting("gridcell", AGREEMENT);
    page.click_starting("button", "Print");
    choose_file(page, pdf, || page.click_starting("button", "Save as PDF"));
    page.see("One page written");
    let text =
        Command::new("pdftotext").arg(pdf).arg("-").output().expect("pdftotext is installed by the set-up");
    assert!(text.status.success(), "{}", String::from_utf8_lossy(&text.stderr));
    let text = String::from_utf8_lossy(&text.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(AGREEMENT) && text.contains(INSTITUTION), "{text}");
    fs::copy(pdf, programs().with_file_name("pictures").join("summary.pdf")).expect("a copy can be kept");
}

/// By the command line, which reads the same files: every list says the same on both laptops.
fn same_records(first: &Path, second: &Path) {
    for kind in ["institution", "person", "agreement", "party", "event", "follow-up"] {
        assert_eq!(listed(first, kind), listed(second, kind), "{kind}");
    }
}

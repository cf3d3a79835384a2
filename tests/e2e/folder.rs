//! The shared folder, in the real window: chosen, met in, looked into, and whatever else stands there told.

use std::fs;
use std::path::Path;

use crate::axe;
use crate::chooser::choose_file;
use crate::colleague::Colleague;
use crate::officer::{begin_with_sample, go_to};
use crate::page::Page;
use crate::program::Laptop;

const NARYN: &str = "Naryn Institute of Mountain Medicine";

#[test]
fn colleagues_meet_in_a_folder_and_what_comes_waits_until_it_is_looked_at() {
    let (laptop, pavel) = (Laptop::new(), Colleague::new("Pavel Orlov"));
    let shared = laptop.file("shared");
    fs::create_dir(&shared).expect("a folder can be made there");
    let page = laptop.start();
    page.resize(1280, 800);
    begin_with_sample(&page, "Mira Laskova", &laptop.file("alliance.entente-workspace"));
    go_to(&page, "Exchange");
    choose_file(&page, &shared, || page.click("button", "Choose a folder …"));
    page.see("No other laptop is known here yet.");
    assert_eq!(files_of("Mira Laskova", &shared).len(), 1, "her introduction");

    meet(&page, &pavel, &shared);
    what_comes_waits(&page, &pavel);
    a_cut_file_does_no_harm(&page, &shared);
    page.no_complaints("folder");
    page.close();
}

/// Each takes the other's introduction in, and from then on files are sealed for both.
fn meet(page: &Page, pavel: &Colleague, shared: &Path) {
    pavel.share(shared);
    page.click("button", "Look now");
    page.see("This laptop introduces itself.");
    page.find("link", "Exchange One file waits in the shared folder");
    axe::no_serious_finding(page, "window-folder-introduced");
    page.click("button", "Take in");
    page.see("is known here now");
    page.see("This laptop has one file there");
    assert_eq!(files_of("Mira Laskova", shared).len(), 2, "her introduction and all she knows");
    pavel.meet_all();
    assert!(pavel.listed("agreement").contains("Cooperative document on investment"), "she is read");
}

/// What Pavel adds waits, is seen from everywhere, is looked at, and imported.
fn what_comes_waits(page: &Page, pavel: &Colleague) {
    pavel.add(&["institution", &format!("name={NARYN}")]);
    pavel.look_in_folder();
    go_to(page, "Home");
    // By itself, within some seconds.
    page.see("A file from Pavel Orlov waits in the shared folder.");
    page.find("link", "Exchange One file waits in the shared folder");
    axe::no_serious_finding(page, "window-folder-waits");
    has_institution(page, false);
    go_to(page, "Exchange");
    page.click("button", "Look at it");
    page.see(NARYN);
    page.click("button", "Import");
    page.see("Imported:");
    has_institution(page, true);
    page.find("link", "Exchange");
}

/// Half a file is told, and taken in once it is whole.
fn a_cut_file_does_no_harm(page: &Page, shared: &Path) {
    let whole = fs::read(shared.join(&files_of("Pavel Orlov", shared)[0])).expect("readable");
    fs::write(shared.join("copied.entente"), &whole[..whole.len() / 2]).expect("written");
    go_to(page, "Exchange");
    page.click("button", "Look now");
    page.click_starting("button", "One file is left as it is");
    page.see("copied.entente");
    page.see("It is not whole, or was altered.");
    axe::no_serious_finding(page, "window-folder-troubles");
    fs::write(shared.join("copied.entente"), whole).expect("written");
    page.click("button", "Look now");
    page.see_no("copied.entente");
    has_institution(page, true);
}

fn has_institution(page: &Page, there: bool) {
    go_to(page, "Institutions");
    page.fill("Find in this list", NARYN);
    if there { page.see(NARYN) } else { page.see("Nothing fits") }
}

/// The names of an officer's files in the folder, those with a number first.
fn files_of(officer: &str, shared: &Path) -> Vec<String> {
    let entries = fs::read_dir(shared).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| name.starts_with(officer)).collect();
    names.sort();
    names
}

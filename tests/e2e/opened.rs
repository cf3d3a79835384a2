//! Files that are opened from the file manager, or dropped together: each is looked at once, one after another, and
//! none pulls the officer away from what is being done.

use std::fs;
use std::path::PathBuf;

use crate::colleague::Colleague;
use crate::drop::drop_files;
use crate::officer::{begin, begin_with_sample, go_to, save};
use crate::page::Page;
use crate::program::Laptop;

const NARYN: &str = "Naryn Institute of Mountain Medicine";

#[test]
fn files_that_are_opened_are_dealt_with_once_and_one_after_another() {
    let laptop = Laptop::new();
    let broken = laptop.file("broken.entente");
    fs::write(&broken, "no bundle at all").expect("written");
    let page = laptop.start();
    page.resize(1280, 800);
    begin_with_sample(&page, "Mira Laskova", &laptop.file("alliance.entente-workspace"));

    laptop.start_again(&broken);
    page.see("This file is not a bundle of Entente");
    begin(&page, "Institutions", "New institution");
    page.fill("Name", NARYN);
    save(&page, NARYN);
    page.settle();
    page.find_starting("heading", NARYN);

    let [(_pavel, first), (_li, second), (_aigul, third)] =
        ["Pavel Orlov", "Li Wei", "Aigul Asanova"].map(sender);
    laptop.start_again(&first);
    page.see("Pavel Orlov");
    laptop.start_again(&second);
    page.see("One more bundle is waiting");
    page.see("Pavel Orlov");
    take(&page);
    page.click("button", "Look at it");
    page.see("Li Wei");
    take(&page);
    page.see_no("waiting");

    go_to(&page, "Home");
    let loud = third.with_extension("ENTENTE");
    fs::rename(&third, &loud).expect("renamed");
    drop_files(&page, &[&loud, &first]);
    page.see("Aigul Asanova");
    take(&page);
    page.see("One more bundle is waiting");
    page.click("button", "Leave");
    page.see_no("waiting");
    page.no_complaints("files that were opened");
    page.close();
}

fn take(page: &Page) {
    page.click("button", "Import");
    page.see("Imported:");
}

/// A colleague of whom nobody has heard, and what comes of them.
fn sender(officer: &str) -> (Colleague, PathBuf) {
    let colleague = Colleague::new(officer);
    colleague.add(&["institution", &format!("name=Institute of {officer}")]);
    let bundle = colleague.export("sent.entente");
    (colleague, bundle)
}

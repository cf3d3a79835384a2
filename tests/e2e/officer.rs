//! What an officer does again and again, in the words of the English interface.

use std::path::Path;

use serde_json::{Value, json};

use crate::chooser;
use crate::page::Page;

/// From the first page to the home page of a sample workspace in this file.
#[track_caller]
pub(crate) fn begin_with_sample(page: &Page, name: &str, file: &Path) {
    page.click_starting("button", "Sample workspace");
    page.fill("Your name", name);
    chooser::choose_file(page, file, || page.click("button", "Workspace file"));
    page.click("button", "Create");
    page.see("Lately");
}

/// As `begin_with_sample`, in a browser, where the file's place is the one suggested.
#[track_caller]
pub(crate) fn begin_sample_in_browser(page: &Page) {
    page.click_starting("button", "Sample workspace");
    page.fill("Your name", "Mira Laskova");
    page.click("button", "Create");
    page.see("Lately");
}

/// Goes to a place of the sidebar.
#[track_caller]
pub(crate) fn go_to(page: &Page, place: &str) {
    page.click_starting("link", place);
}

/// Opens the form for a new record: `begin(page, "People", "New person")`.
#[track_caller]
pub(crate) fn begin(page: &Page, place: &str, action: &str) {
    go_to(page, place);
    page.click("button", action);
    page.find("heading", action);
}

/// Searches in the last field with this label and takes what is found under this name.
#[track_caller]
pub(crate) fn pick(page: &Page, label: &str, name: &str) {
    page.type_into_last("combobox", label, name);
    page.click_starting("option", name);
}

/// Saves what is being edited, and waits until it has been.
#[track_caller]
pub(crate) fn save(page: &Page, title: &str) {
    page.click_starting("button", "Save");
    page.see("Saved");
    page.find_starting("heading", title);
}

/// Imports a bundle as it is, in a browser, without the page.
#[track_caller]
pub(crate) fn import(page: &Page, bundle: &Path) {
    let apply = json!({ "bundle": { "path": bundle }, "as_shown": false, "leave_out": [] });
    let report = page.rpc("apply_import", &apply);
    assert!(report["report"].is_number(), "{report}");
}

/// Saves one record, in a browser, without the page, and gives its id.
#[track_caller]
pub(crate) fn save_draft(page: &Page, draft: &Value) -> String {
    let saved = page.rpc("save", &json!({ "drafts": [draft], "delete": [] }));
    saved["drafts"][0].as_str().unwrap_or_else(|| panic!("{saved}")).to_owned()
}

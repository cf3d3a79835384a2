//! The system's own file dialog, which WebDriver cannot see: answered with the keyboard, as a person would.

use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use crate::page::Page;

/// Does something that opens a file dialog, and answers that with a path.
#[track_caller]
pub(crate) fn choose_file(page: &Page, path: &Path, open_dialog: impl FnOnce()) {
    let before = windows();
    open_dialog();
    let dialog =
        page.eventually("a file dialog", || windows().into_iter().find(|window| !before.contains(window)));
    // There is no window manager on the virtual screen that would hand over the keyboard.
    xdotool(&["windowfocus", "--sync", &dialog]);
    // The dialog lists a folder first; what is typed before it is done would be searched for there.
    sleep(Duration::from_millis(300));
    // A dialog for saving suggests a name and selects it without its ending.
    xdotool(&["key", "ctrl+a"]);
    xdotool(&["type", "--delay", "5", "--", path.to_str().expect("test paths are text")]);
    page.eventually("the file dialog to close", || {
        // The first may only take up a completion that the dialog offers.
        xdotool(&["key", "Return"]);
        sleep(Duration::from_millis(300));
        (!windows().contains(&dialog)).then_some(())
    });
}

/// The ids of the program's visible windows.
pub(crate) fn windows() -> Vec<String> {
    xdotool(&["search", "--onlyvisible", "--class", "entente"]).lines().map(str::to_owned).collect()
}

fn xdotool(words: &[&str]) -> String {
    let output = Command::new("xdotool").args(words).output().expect("xdotool is installed by the set-up");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

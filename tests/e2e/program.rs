//! The program under test: in its real window, or its interface in a browser.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::{Driver, programs};
use crate::page::Page;
use crate::session::Session;

/// One laptop: a home folder, with the settings and files that a program leaves there for the next start.
pub(crate) struct Laptop {
    home: TempDir,
}

impl Laptop {
    /// A laptop on which the program never ran.
    pub(crate) fn new() -> Laptop {
        // Under the build's folder, since a browser installed as a snap does not see the system's temporary one.
        let folder = programs().join("laptops");
        fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let home = tempfile::Builder::new()
            .prefix("laptop-")
            .tempdir_in(&folder)
            .expect("a temporary folder can be made");
        let gtk = home.path().join("config/gtk-3.0");
        fs::create_dir_all(&gtk).expect("a folder can be made there");
        // Pictures of a page at rest.
        fs::write(gtk.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n")
            .expect("a file can be made there");
        Laptop { home }
    }

    /// Another laptop with all that is on this one's disk.
    pub(crate) fn copy(&self) -> Laptop {
        let copy = Laptop::new();
        let from = self.home.path().join(".");
        let copied = Command::new("cp").arg("-a").arg(from).arg(copy.home.path()).status();
        assert!(copied.expect("every Linux has cp").success(), "the disk can be copied");
        copy
    }

    /// Where a file of the officer's lies.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Starts the real program, and gives its window.
    pub(crate) fn start(&self) -> Page {
        self.start_with(&[])
    }

    /// Starts the real program with a file to open, as a double click does.
    pub(crate) fn start_with(&self, files: &[&Path]) -> Page {
        let mut command = self.at_home(Command::new("WebKitWebDriver"));
        command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = Driver::start(command);
        let binary = programs().join("entente");
        let options = json!({ "webkitgtk:browserOptions": { "binary": binary, "args": files } });
        let session = Session::open(&driver, &options);
        Page::new(session, driver, None)
    }

    /// Starts the program once more with a file, while it runs. It must end by itself, and well.
    #[track_caller]
    pub(crate) fn start_again(&self, file: &Path) {
        let mut second = self.at_home(Command::new(programs().join("entente")));
        let ended = second.arg(file).status().expect("the program is built before the tests");
        assert!(ended.success(), "{ended}");
    }

    /// Opens the interface in a browser, against an api with this laptop's settings.
    pub(crate) fn browse(&self) -> Page {
        let mut command = self.at_home(Command::new(programs().join("host")));
        command.arg("--settings").arg(self.file("config"));
        let host = Host::start(command);
        let driver = Driver::start(Command::new("chromedriver"));
        let session = Session::open(&driver, &self.chromium());
        session.go_to(&host.address).unwrap_or_else(|refused| panic!("{refused:?}"));
        Page::new(session, driver, Some(host))
    }

    /// A program that takes this laptop's home folder for the officer's.
    pub(crate) fn at_home(&self, mut command: Command) -> Command {
        command.env("HOME", self.home.path());
        command.env("XDG_CONFIG_HOME", self.file("config")).env("XDG_DATA_HOME", self.file("data"));
        command
    }

    fn chromium(&self) -> Value {
        let profile = format!("--user-data-dir={}", self.file("chromium").display());
        let mut args =
            vec![profile.as_str(), "--lang=en-US", "--force-prefers-reduced-motion", "--hide-scrollbars"];
        args.extend(["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]);
        args.extend(["--disable-background-networking", "--disable-component-update"]);
        // Chromium's sandbox refuses to run as root, as which CI runs.
        args.push("--no-sandbox");
        let mut options = json!({ "args": args });
        if let Some(binary) = chromium() {
            options["binary"] = json!(binary);
        }
        json!({ "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
    }
}

/// The browser, by the names that systems give it; else what the driver finds.
fn chromium() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()))
}

/// The loopback host of the api, which serves the interface. Ends with its input, so also with the test.
pub(crate) struct Host {
    process: Child,
    address: String,
}

impl Host {
    fn start(mut command: Command) -> Host {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().expect("the host is built before the tests");
        let mut address = String::new();
        let output = process.stdout.as_mut().expect("BUG: the host's output is not piped");
        BufReader::new(output).read_line(&mut address).expect("the host says where it listens");
        Host { process, address: address.trim().to_owned() }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

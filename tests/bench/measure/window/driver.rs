//! WebKitGTK's driver, and the few commands of WebDriver that a start takes: <https://www.w3.org/TR/webdriver2/>.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Failure, PATIENCE};

/// Closes the window without asking whether it may be closed: the program's as its page does, an empty one by itself.
/// The answer is given before.
const CLOSE: &str = "setTimeout(() => window.__TAURI_INTERNALS__ \
    ? window.__TAURI_INTERNALS__.invoke('plugin:window|destroy', { label: 'main' }) : window.close())";

/// A running driver. Ends when dropped.
pub(super) struct Driver {
    process: Child,
    address: String,
    agent: ureq::Agent,
}

/// A window under control. Closed when dropped, and the program that it is of has ended then.
pub(super) struct Session<'d> {
    driver: &'d Driver,
    address: String,
}

impl Driver {
    /// Starts the driver and waits until it listens. What it starts takes `home` for the officer's home folder.
    pub(super) fn start(home: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(home)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.env("HOME", home).env("XDG_CONFIG_HOME", home.join("config"));
        command.env("XDG_DATA_HOME", home.join("data")).env("XDG_CACHE_HOME", home.join("cache"));
        command.env("TAURI_AUTOMATION", "true").env("TAURI_WEBVIEW_AUTOMATION", "true");
        let process = command.spawn().map_err(|error| format!("takes WebKitWebDriver: {error}"))?;
        // No proxy, whatever the environment says: all traffic stays on the loopback.
        let agent = ureq::Agent::config_builder().proxy(None).timeout_global(Some(Duration::from_secs(60)));
        let address = format!("http://127.0.0.1:{port}/session");
        let driver = Self { process, address, agent: agent.build().into() };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if start.elapsed() > Duration::from_secs(20) {
                return Err("WebKitWebDriver does not listen".into());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(driver)
    }

    /// Opens a window with these capabilities.
    pub(super) fn open(&self, capabilities: &Value) -> Result<Session<'_>, Failure> {
        let opened = self.post(&self.address, &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let id = opened["sessionId"].as_str().ok_or("WebKitWebDriver opened nothing")?;
        Ok(Session { driver: self, address: format!("{}/{id}", self.address) })
    }

    /// Whether a program that it started has not ended yet.
    fn has_children(&self) -> bool {
        let id = self.process.id();
        let children = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children"));
        children.is_ok_and(|children| !children.trim().is_empty())
    }

    fn post(&self, address: &str, body: &Value) -> Result<Value, Failure> {
        let mut answer: Value = self.agent.post(address).send_json(body)?.body_mut().read_json()?;
        Ok(answer["value"].take())
    }
}

impl Session<'_> {
    /// Whether the body of a function, run in the page, returns true. A page that is not there yet says no.
    pub(super) fn says_yes(&self, script: &str) -> bool {
        let body = json!({ "script": script, "args": [] });
        self.driver.post(&format!("{}/execute/sync", self.address), &body).is_ok_and(|said| said == true)
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        // The window may have gone by itself, and the session and even the driver with it.
        let _ = self.says_yes(CLOSE);
        let start = Instant::now();
        while self.driver.has_children() && start.elapsed() < PATIENCE / 10 {
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = self.driver.agent.delete(&self.address).call();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let start = Instant::now();
        // A program that lives on would take the next one's place, which would hand its file over and end.
        while self.has_children() && start.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

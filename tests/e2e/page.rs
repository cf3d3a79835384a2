//! What a person does at a screen, and sees there. Everything waits for the page, for as long as a slow machine
//! may take, and a wait in vain ends with a picture of the page as it was.

use std::fmt::Display;
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::driver::{Driver, pictures};
use crate::keys;
use crate::program::Host;
use crate::session::{Element, Refused, Session};

/// How long to wait for what should come.
const PATIENCE: Duration = Duration::from_secs(20);

/// The roles of what one types or chooses into.
const FIELDS: [&str; 5] = ["textbox", "searchbox", "combobox", "spinbutton", "checkbox"];

/// A window with the interface in it: the real program's, or a browser's.
pub(crate) struct Page {
    // Closed in this order: the window, then who drives it, then who serves it.
    session: Session,
    _driver: Driver,
    _host: Option<Host>,
}

impl Page {
    pub(crate) fn new(session: Session, driver: Driver, host: Option<Host>) -> Page {
        Page { session, _driver: driver, _host: host }
    }

    /// Waits until a probe finds what it looks for. `what` completes "waited for …".
    #[track_caller]
    pub(crate) fn eventually<T>(&self, what: impl Display, mut probe: impl FnMut() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = probe() {
                return found;
            }
            if start.elapsed() > PATIENCE {
                let picture = self.picture(&failure_name());
                panic!("waited for {what}; the page then: {picture}\n{}", self.text());
            }
            sleep(Duration::from_millis(25));
        }
    }

    /// The visible elements with a role and exactly this name, now.
    pub(crate) fn all(&self, role: &str, name: &str) -> Vec<Element> {
        self.search(role, name, false)
    }

    /// Waits for the first visible element with a role and exactly this name; an empty name fits all.
    #[track_caller]
    pub(crate) fn find(&self, role: &str, name: &str) -> Element {
        self.eventually(format!("the {role} '{name}'"), || self.all(role, name).into_iter().next())
    }

    /// As `find`, of the elements whose name starts so.
    #[track_caller]
    pub(crate) fn find_starting(&self, role: &str, start: &str) -> Element {
        self.eventually(format!("the {role} '{start} …'"), || {
            self.search(role, start, true).into_iter().next()
        })
    }

    /// Clicks the element with a role and exactly this name, once it is there and nothing covers it.
    #[track_caller]
    pub(crate) fn click(&self, role: &str, name: &str) {
        self.eventually(format!("the {role} '{name}' to click"), || {
            self.all(role, name).first().and_then(|element| self.session.click(element).ok())
        });
    }

    /// As `click`, of the element whose name starts so.
    #[track_caller]
    pub(crate) fn click_starting(&self, role: &str, start: &str) {
        self.eventually(format!("the {role} '{start} …' to click"), || {
            self.search(role, start, true).first().and_then(|element| self.session.click(element).ok())
        });
    }

    /// The field with this label, of whatever type.
    #[track_caller]
    pub(crate) fn field(&self, label: &str) -> Element {
        self.eventually(format!("the field '{label}'"), || {
            FIELDS.iter().find_map(|role| self.all(role, label).into_iter().next())
        })
    }

    /// Replaces what stands in the field with this label.
    #[track_caller]
    pub(crate) fn fill(&self, label: &str, text: &str) {
        self.eventually(format!("the field '{label}' to fill"), || {
            let field = self.field(label);
            self.session.clear(&field).ok()?;
            self.session.send_keys(&field, text).ok()
        });
    }

    /// Replaces what stands in the last field with this role and label, where rows have one each.
    #[track_caller]
    pub(crate) fn type_into_last(&self, role: &str, label: &str, text: &str) {
        self.eventually(format!("the last {role} '{label}' to type into"), || {
            let field = self.all(role, label).pop()?;
            self.session.click(&field).ok()?;
            self.session.clear(&field).ok()?;
            self.session.send_keys(&field, text).ok()
        });
    }

    /// What stands in the field with this label.
    #[track_caller]
    pub(crate) fn value(&self, label: &str) -> String {
        let field = self.field(label);
        let value = self.script("return arguments[0].value", &[field.to_value()]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Presses a chord such as `Control+K`, wherever the keyboard is.
    #[track_caller]
    pub(crate) fn press(&self, chord: &str) {
        self.session.chord(&keys::chord(chord)).unwrap_or_else(|refused| panic!("{chord}: {refused:?}"));
    }

    /// Types, wherever the keyboard is.
    #[track_caller]
    pub(crate) fn type_text(&self, text: &str) {
        let typed = self.session.active().and_then(|element| self.session.send_keys(&element, text));
        typed.unwrap_or_else(|refused| panic!("typing '{text}': {refused:?}"));
    }

    /// The text that can be seen, without the marks that keep names of the other direction apart.
    pub(crate) fn text(&self) -> String {
        let text = self.script("return document.body.innerText", &[]);
        text.as_str().unwrap_or_default().replace(|mark| ('\u{2066}'..='\u{2069}').contains(&mark), "")
    }

    /// Waits until a text can be seen.
    #[track_caller]
    pub(crate) fn see(&self, text: &str) {
        self.eventually(format!("'{text}' to be seen"), || self.text().contains(text).then_some(()));
    }

    /// Waits until a text can no longer be seen.
    #[track_caller]
    pub(crate) fn see_no(&self, text: &str) {
        self.eventually(format!("'{text}' to be gone"), || (!self.text().contains(text)).then_some(()));
    }

    /// The title of the window.
    #[track_caller]
    pub(crate) fn title(&self) -> String {
        self.session.title().unwrap_or_else(|refused| panic!("{refused:?}"))
    }

    /// Runs the body of a function in the page.
    #[track_caller]
    pub(crate) fn script(&self, body: &str, args: &[Value]) -> Value {
        self.session
            .execute(body, args)
            .unwrap_or_else(|refused| panic!("{}: {}", refused.error, refused.message))
    }

    /// As `script`; the function's last argument is to be called with the result.
    #[track_caller]
    pub(crate) fn script_async(&self, body: &str, args: &[Value]) -> Value {
        let result = self.session.execute_async(body, args);
        result.unwrap_or_else(|refused| panic!("{}: {}", refused.error, refused.message))
    }

    /// Sends a command to the api, as the page would. In a browser only.
    #[track_caller]
    pub(crate) fn rpc(&self, command: &str, args: &Value) -> Value {
        let send = "const [body, done] = arguments;
            fetch('/rpc', { method: 'POST', body }).then((answer) => answer.json()).then(done);";
        self.script_async(send, &[json!(json!({ "cmd": command, "args": args }).to_string())])
    }

    /// Loads the page anew, and waits until it stands.
    #[track_caller]
    pub(crate) fn reload(&self) {
        self.session.reload().unwrap_or_else(|refused| panic!("{refused:?}"));
        self.settle();
    }

    /// Waits until the page shows something and has stopped changing.
    #[track_caller]
    pub(crate) fn settle(&self) {
        let frame = "const [done] = arguments; requestAnimationFrame(() => setTimeout(done, 60));";
        let mut before = String::new();
        self.eventually("the page to come to rest", || {
            self.script_async(frame, &[]);
            let now = self.text();
            let at_rest = !now.trim().is_empty() && now == before;
            before = now;
            at_rest.then_some(())
        });
    }

    /// Makes the page so large, whatever frame the window has around it.
    #[track_caller]
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let (mut outer_width, mut outer_height) = (width, height);
        self.eventually(format!("a page of {width} × {height}"), || {
            self.session.resize(outer_width, outer_height).ok()?;
            let inner = self.script("return [innerWidth, innerHeight]", &[]);
            let (inner_width, inner_height) = (inner[0].as_u64()? as u32, inner[1].as_u64()? as u32);
            let (window_width, window_height) = self.session.window_size().ok()?;
            outer_width = (window_width + width).saturating_sub(inner_width);
            outer_height = (window_height + height).saturating_sub(inner_height);
            ((inner_width, inner_height) == (width, height)).then_some(())
        });
    }

    /// Takes a picture of the page into `target/pictures/NAME.png` and gives its path.
    pub(crate) fn picture(&self, name: &str) -> String {
        let path = pictures().join(format!("{name}.png"));
        let taken = self.session.screenshot().map(|text| BASE64_STANDARD.decode(text));
        match taken {
            Ok(Ok(png)) => {
                fs::write(&path, png).map_or_else(|error| error.to_string(), |()| path.display().to_string())
            }
            Ok(Err(error)) => format!("no picture: {error}"),
            Err(Refused { error, message }) => format!("no picture: {error}: {message}"),
        }
    }

    /// Asks that a browser has complained of nothing since it was last asked: no error of a script, nothing that
    /// the content policy forbids.
    #[track_caller]
    pub(crate) fn no_complaints(&self, screen: &str) {
        let complaints = self.session.complaints().unwrap_or_else(|refused| panic!("{refused:?}"));
        assert!(complaints.is_empty(), "{screen}: {}", complaints.join("\n"));
    }

    /// Closes the window as the officer would, and the program with it.
    pub(crate) fn close(self) {
        // The answer may be lost, since the driver ends with its last window.
        let _ = self.session.close_window();
    }

    fn search(&self, role: &str, name: &str, start: bool) -> Vec<Element> {
        // A page that is just being replaced answers with an error: nothing is there then.
        let found = self.session.execute(include_str!("find.js"), &[json!(role), json!(name), json!(start)]);
        let elements = found.ok().and_then(|value| value.as_array().cloned()).unwrap_or_default();
        elements.iter().filter_map(Element::from).collect()
    }
}

/// The test that runs, as a file's name.
fn failure_name() -> String {
    let thread = std::thread::current();
    format!("failed-{}", thread.name().unwrap_or("test").replace("::", "-"))
}

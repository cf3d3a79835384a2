//! What a person does at a screen, and sees there. Everything waits for the page, for as long as a slow machine
//! may take, and a wait in vain ends with a picture of the page as it was.

use std::fmt::Display;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::driver::Driver;
use crate::keys;
use crate::program::Host;
use crate::session::{Element, Session};
use crate::sight::LISTEN;

/// How long to wait for what should come.
const PATIENCE: Duration = Duration::from_secs(20);

/// Scrolls an element into sight, gives whether it stays there for two frames, and has the page note whether the next
/// click comes to it.
const STANDS_STILL: &str = "
    const [element, done] = arguments;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const place = () => { const { x, y } = element.getBoundingClientRect(); return `${x} ${y}`; };
    const before = place();
    window.hit = false;
    // What belongs to a menu acts on the press already, and may be gone when the click would come.
    const kind = element.matches('[aria-haspopup], [role=option], [role^=menuitem]') ? 'pointerdown' : 'click';
    element.addEventListener(kind, () => { window.hit = true; }, { capture: true, once: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(element.isConnected && place() === before)));
";

/// Gives whether that click came, for which it waits some frames.
const LANDED: &str = "
    const [done] = arguments;
    let frames = 0;
    const look = () => {
      if (window.hit !== false || ++frames > 30) done(window.hit !== false);
      else requestAnimationFrame(look);
    };
    look();
";

/// The roles of what one types or chooses into.
const FIELDS: [&str; 5] = ["textbox", "searchbox", "combobox", "spinbutton", "checkbox"];

/// A window with the interface in it: the real program's, or a browser's.
pub(crate) struct Page {
    // Closed in this order: the window, then who drives it, then who serves it.
    pub(crate) session: Session,
    driver: Driver,
    pub(crate) host: Option<Host>,
}

impl Page {
    pub(crate) fn new(session: Session, driver: Driver, host: Option<Host>) -> Page {
        let page = Page { session, driver, host };
        page.eventually("a page", || page.session.execute(LISTEN, &[]).ok());
        page
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
            self.all(role, name).first().and_then(|element| self.hit(element))
        });
    }

    /// As `click`, of the element whose name starts so.
    #[track_caller]
    pub(crate) fn click_starting(&self, role: &str, start: &str) {
        self.eventually(format!("the {role} '{start} …' to click"), || {
            self.search(role, start, true).first().and_then(|element| self.hit(element))
        });
    }

    /// Clicks an element if it stands still, and says whether the click came to it: what loads late may move it
    /// between the look and the click.
    fn hit(&self, element: &Element) -> Option<()> {
        let still = self.session.execute_async(STANDS_STILL, &[element.to_value()]).ok()?;
        if still != json!(true) {
            return None;
        }
        self.session.click(element).ok()?;
        // A page that goes away with the click has had it.
        let landed = self.session.execute_async(LANDED, &[]);
        (landed.ok() != Some(json!(false))).then_some(())
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

    /// Closes the window, and the program with it, as the page does where nothing would be lost.
    ///
    /// Not by way of the driver: that ends its session with the window, and the page cannot always answer any more
    /// whether it may be closed. Then the window stays, and the workspace open in it.
    #[track_caller]
    pub(crate) fn close(self) {
        let close = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('plugin:window|destroy', { label: 'main' }));";
        // The answer may be lost, since the driver ends with its last window.
        let _ = self.session.execute(close, &[]);
        self.eventually("the program to end", || self.driver.is_alone().then_some(()));
    }

    /// Ends the program as a power cut does: at once, and with no word to it.
    #[track_caller]
    pub(crate) fn kill(self) {
        for program in self.driver.programs() {
            let killed = Command::new("kill").args(["-9", &program]).status();
            assert!(killed.is_ok_and(|status| status.success()), "{program} runs");
        }
        self.eventually("the program to end", || self.driver.is_alone().then_some(()));
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

//! The few commands of WebDriver that the tests need, over plain HTTP: <https://www.w3.org/TR/webdriver2/>.

use std::time::Duration;

use serde_json::{Value, json};

use crate::driver::Driver;

/// The key under which the protocol wraps the id of an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long one command may take. Waiting for the page is done outside, in many short commands.
const PATIENCE: Duration = Duration::from_secs(240);

/// An open session: one window under control. Closed when dropped.
pub(crate) struct Session {
    agent: ureq::Agent,
    address: String,
}

/// An element of the page.
#[derive(Debug, Clone)]
pub(crate) struct Element(String);

/// What the driver answered instead of a value, such as `stale element reference`.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) error: String,
    pub(crate) message: String,
}

type Answer<T> = Result<T, Refused>;

impl Session {
    /// Opens a window with these capabilities.
    pub(crate) fn open(driver: &Driver, capabilities: &Value) -> Session {
        let agent = agent();
        let address = format!("{}/session", driver.address());
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened =
            call(agent.post(&address).send_json(&body)).unwrap_or_else(|refused| panic!("{refused:?}"));
        let id = opened["sessionId"].as_str().expect("a session has an id");
        Session { agent, address: format!("{address}/{id}") }
    }

    fn get(&self, path: &str) -> Answer<Value> {
        call(self.agent.get(format!("{}{path}", self.address)).call())
    }

    fn post(&self, path: &str, body: &Value) -> Answer<Value> {
        call(self.agent.post(format!("{}{path}", self.address)).send_json(body))
    }

    /// Goes to an address.
    pub(crate) fn go_to(&self, address: &str) -> Answer<()> {
        self.post("/url", &json!({ "url": address })).map(drop)
    }

    /// Loads the page anew.
    pub(crate) fn reload(&self) -> Answer<()> {
        self.post("/refresh", &json!({})).map(drop)
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub(crate) fn execute(&self, script: &str, args: &[Value]) -> Answer<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": args }))
    }

    /// As `execute`; the function is given one more argument, to be called with the result.
    pub(crate) fn execute_async(&self, script: &str, args: &[Value]) -> Answer<Value> {
        self.post("/execute/async", &json!({ "script": script, "args": args }))
    }

    /// The element with the keyboard.
    pub(crate) fn active(&self) -> Answer<Element> {
        let found = self.get("/element/active")?;
        Ok(Element::from(&found).expect("the active element is an element"))
    }

    /// Clicks in the middle of an element, scrolling to it first.
    pub(crate) fn click(&self, element: &Element) -> Answer<()> {
        self.post(&format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Empties a field.
    pub(crate) fn clear(&self, element: &Element) -> Answer<()> {
        self.post(&format!("/element/{}/clear", element.0), &json!({})).map(drop)
    }

    /// Types into an element, which takes the keyboard.
    pub(crate) fn send_keys(&self, element: &Element, keys: &str) -> Answer<()> {
        self.post(&format!("/element/{}/value", element.0), &json!({ "text": keys })).map(drop)
    }

    /// Presses all keys in order and lets them go in the opposite order.
    pub(crate) fn chord(&self, keys: &[char]) -> Answer<()> {
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post(
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        )?;
        Ok(())
    }

    /// Width and height of the window, in CSS pixels.
    pub(crate) fn window_size(&self) -> Answer<(u32, u32)> {
        let rect = self.get("/window/rect")?;
        Ok((number(&rect["width"]), number(&rect["height"])))
    }

    /// Gives the window a size.
    pub(crate) fn resize(&self, width: u32, height: u32) -> Answer<()> {
        self.post("/window/rect", &json!({ "x": 0, "y": 0, "width": width, "height": height })).map(drop)
    }

    /// What the window shows, as PNG in base64.
    pub(crate) fn screenshot(&self) -> Answer<String> {
        Ok(text(&self.get("/screenshot")?))
    }

    /// What Chromium has written into its console, warnings and errors. That the api refused something is none.
    pub(crate) fn complaints(&self) -> Answer<Vec<String>> {
        let log = self.post("/se/log", &json!({ "type": "browser" }))?;
        let lines = log.as_array().into_iter().flatten();
        let bad = lines.filter(|line| matches!(line["level"].as_str(), Some("WARNING" | "SEVERE")));
        let messages = bad.map(|line| text(&line["message"]));
        Ok(messages.filter(|message| !message.contains("/rpc - Failed to load resource")).collect())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The window may be closed already, and the session with it.
        let _ = call(self.agent.delete(&self.address).call());
    }
}

impl Element {
    /// The element in a script's result, unless that is something else.
    pub(crate) fn from(value: &Value) -> Option<Element> {
        value.get(ELEMENT)?.as_str().map(|id| Element(id.to_owned()))
    }

    /// The element as an argument of a script.
    pub(crate) fn to_value(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder();
    // No proxy, whatever the environment says: all traffic stays on the loopback.
    config.proxy(None).http_status_as_error(false).timeout_global(Some(PATIENCE)).build().into()
}

fn call(response: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer<Value> {
    let broken = |error: ureq::Error| Refused { error: "no answer".to_owned(), message: error.to_string() };
    // A picture of a large window is some megabytes of base64.
    let mut body = response.map_err(broken)?.into_body();
    let mut answer: Value = body.with_config().limit(64 << 20).read_json().map_err(broken)?;
    let value = answer["value"].take();
    match value.get("error").and_then(Value::as_str) {
        Some(error) => Err(Refused { error: error.to_owned(), message: text(&value["message"]) }),
        None => Ok(value),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn number(value: &Value) -> u32 {
    value.as_f64().unwrap_or_default().round() as u32
}

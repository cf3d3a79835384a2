//! What can be seen of a page: its text, its size, pictures, and whether anything went wrong in it.

use std::fs;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::driver::pictures;
use crate::page::Page;
use crate::session::Refused;

/// Has the page note what goes wrong in it.
pub(crate) const LISTEN: &str = "
    window.complaints = [];
    const note = (event, text) => addEventListener(event, (complaint) => complaints.push(`${event}: ${text(complaint)}`));
    note('error', ({ message }) => message);
    note('unhandledrejection', ({ reason }) => reason);
    note('securitypolicyviolation', ({ violatedDirective, blockedURI }) => `${violatedDirective} ${blockedURI}`);
";

/// Gives, after a frame, for how many answers of the program the page waits: a page that waits may show an old text
/// for as long as a busy machine likes. What was asked before this first ran is not counted.
const FRAME: &str = "
    const [done] = arguments;
    if (window.unanswered === undefined) {
      const ask = window.fetch;
      window.unanswered = 0;
      window.fetch = (...asked) => {
        unanswered++;
        return ask(...asked).finally(() => unanswered--);
      };
    }
    requestAnimationFrame(() => setTimeout(() => done(unanswered), 60));
";

impl Page {
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

    /// Loads the page anew, and waits until it stands.
    #[track_caller]
    pub(crate) fn reload(&self) {
        self.session.reload().unwrap_or_else(|refused| panic!("{refused:?}"));
        self.settle();
    }

    /// Waits until the page shows something, has stopped changing, and waits for no answer itself.
    #[track_caller]
    pub(crate) fn settle(&self) {
        let mut before = String::new();
        self.eventually("the page to come to rest", || {
            let waits = self.script_async(FRAME, &[]) != json!(0);
            let now = self.text();
            let at_rest = !waits && !now.trim().is_empty() && now == before;
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

    /// Asks that there has been no complaint since it was last asked: no error of a script, nothing that the
    /// content policy forbids. Chromium has a console that can be read; in the real window the page listens, from
    /// the test's beginning until the page is loaded anew.
    #[track_caller]
    pub(crate) fn no_complaints(&self, screen: &str) {
        let complaints = match self.host {
            Some(_) => self.session.complaints().unwrap_or_else(|refused| panic!("{refused:?}")),
            None => texts(&self.script("return window.complaints.splice(0)", &[])),
        };
        assert!(complaints.is_empty(), "{screen}: {}", complaints.join("\n"));
    }
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

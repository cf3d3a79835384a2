//! A file dropped on the window, as a file manager does it: XDND, version 5, spoken by a window of the test's own.
//! WebDriver knows no such thing. <https://www.freedesktop.org/wiki/Specifications/XDND/>

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::chooser::windows;
use crate::page::Page;

/// How long the window may take to say that it has the file.
const PATIENCE: Duration = Duration::from_secs(20);

/// Drops a file in the middle of the program's window.
#[track_caller]
pub(crate) fn drop_file(page: &Page, file: &Path) {
    drop_files(page, &[file]);
}

/// Drops files together.
#[track_caller]
pub(crate) fn drop_files(page: &Page, files: &[&Path]) {
    let window = page.eventually("the program's window", || windows().first()?.parse().ok());
    let uri = |file: &&Path| format!("file://{}\r\n", file.to_str().expect("test paths are text"));
    let uris: String = files.iter().map(uri).collect();
    let source = Source::new(window, uris.into_bytes());
    source.enter();
    source.drop_where_it_may();
}

/// The window that a file is dragged from, and the one it is dragged to.
struct Source {
    connection: RustConnection,
    own: Window,
    target: Window,
    uri: Vec<u8>,
}

impl Source {
    fn new(target: Window, uri: Vec<u8>) -> Source {
        let (connection, screen) = x11rb::connect(None).expect("the tests have a display");
        let root = connection.setup().roots[screen].root;
        let own = connection.generate_id().expect("a display gives ids");
        let class = WindowClass::INPUT_OUTPUT;
        connection
            .create_window(0, own, root, 0, 0, 1, 1, 0, class, 0, &CreateWindowAux::new())
            .expect("a window can be made");
        let source = Source { connection, own, target, uri };
        let selection = source.atom("XdndSelection");
        source
            .connection
            .set_selection_owner(own, selection, CURRENT_TIME)
            .expect("a selection can be owned");
        source
    }

    fn atom(&self, name: &str) -> Atom {
        let asked = self.connection.intern_atom(false, name.as_bytes()).expect("a display knows names");
        asked.reply().expect("a display knows names").atom
    }

    fn send(&self, kind: &str, data: [u32; 4]) {
        let [one, two, three, four] = data;
        let message =
            ClientMessageEvent::new(32, self.target, self.atom(kind), [self.own, one, two, three, four]);
        self.connection
            .send_event(false, self.target, EventMask::NO_EVENT, message)
            .expect("a message is sent");
        self.connection.flush().expect("a message is sent");
    }

    /// With the one type there is, in version 5.
    fn enter(&self) {
        self.send("XdndEnter", [5 << 24, self.atom("text/uri-list"), 0, 0]);
    }

    fn stand(&self) {
        let at =
            self.connection.get_geometry(self.target).expect("asked").reply().expect("the window stands");
        let [x, y] = [at.width / 2, at.height / 2].map(u32::from);
        self.send("XdndPosition", [0, x << 16 | y, CURRENT_TIME, self.atom("XdndActionCopy")]);
    }

    /// Stands over the window until that takes files, drops this one, and hands it out until all is done.
    fn drop_where_it_may(&self) {
        let (status, finished) = (self.atom("XdndStatus"), self.atom("XdndFinished"));
        let (mut stood, mut dropped) = (Instant::now(), false);
        self.stand();
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            match self.connection.poll_for_event().expect("the display answers") {
                Some(Event::SelectionRequest(request)) => self.hand_out(&request),
                Some(Event::ClientMessage(message)) if message.type_ == finished => return,
                Some(Event::ClientMessage(message)) if message.type_ == status => {
                    let accepted = message.data.as_data32()[1] & 1 == 1;
                    if accepted && !dropped {
                        self.send("XdndDrop", [0, CURRENT_TIME, 0, 0]);
                        dropped = true;
                    }
                }
                Some(_) => {}
                None => sleep(Duration::from_millis(10)),
            }
            if !dropped && stood.elapsed() > Duration::from_millis(200) {
                self.stand();
                stood = Instant::now();
            }
        }
        panic!("the window takes no file; dropped: {dropped}");
    }

    fn hand_out(&self, request: &SelectionRequestEvent) {
        let property =
            if request.property == u32::from(AtomEnum::NONE) { request.target } else { request.property };
        self.connection
            .change_property8(PropMode::REPLACE, request.requestor, property, request.target, &self.uri)
            .expect("a property is set");
        let notice = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: request.requestor,
            selection: request.selection,
            target: request.target,
            property,
        };
        self.connection
            .send_event(false, request.requestor, EventMask::NO_EVENT, notice)
            .expect("a notice is sent");
        self.connection.flush().expect("a notice is sent");
    }
}

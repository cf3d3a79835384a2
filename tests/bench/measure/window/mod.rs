//! From the start of the program to a window that can be used, beside an empty window of the same toolkit.
//!
//! Both are started by WebKitGTK's own driver, on a screen of their own: the release build of the program with
//! workspace L to open, and the bare browser window that WebKitGTK brings along. What the driver itself takes is in
//! both, and falls out of the difference.

mod driver;

use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Failure;
use crate::generate::Known;
use crate::report::Row;
use crate::scene::Scene;
use driver::Driver;

const WHAT: &str = "Start to usable window, beyond an empty window";

/// How often each is started; the shortest time counts.
const TIMES: usize = 5;

/// How long a window may take to stand, or to go.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the page is asked until it says yes: whether the home page stands, with the rows that it shows.
const USABLE: &str =
    "return document.querySelector('main h1') !== null && document.querySelector('main li a') !== null";
const LOADED: &str = "return document.readyState === 'complete'";

/// The rows about the start, or why there are none here.
pub(crate) fn rows(scene: &mut Scene, _: &Known) -> Result<Vec<Row>, Failure> {
    let workspace = scene.close();
    let started = on_own_screen(&workspace, &scene.path("home"));
    wait_for_end(&workspace);
    scene.reopen(&workspace)?;
    Ok(match started {
        Ok([usable, empty]) => vec![
            Row::told("Start to usable window", usable),
            Row::told("Start to an empty window of the same toolkit", empty),
            Row::within(WHAT, usable.saturating_sub(empty), Duration::from_secs(1)),
        ],
        Err(why) => vec![Row::missing(WHAT, &why)],
    })
}

/// Runs ourselves again inside a virtual screen, and gives the two times.
fn on_own_screen(workspace: &Path, home: &Path) -> Result<[Duration; 2], String> {
    let me = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut screen = Command::new("dbus-run-session");
    screen.args(["--", "xvfb-run", "-a", "-s", "-screen 0 1600x1200x24 -dpi 96"]).arg(me);
    // Under Wayland, GTK would leave the virtual screen for the developer's own.
    screen.arg("--window").arg(workspace).arg(home).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    let output = screen.output().map_err(|error| format!("takes Xvfb and dbus-run-session: {error}"))?;
    let told = String::from_utf8_lossy(&output.stdout);
    let times: Vec<u64> = told.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match *times {
        [usable, empty] => Ok([usable, empty].map(Duration::from_micros)),
        _ => Err(String::from_utf8_lossy(&output.stderr).lines().last().unwrap_or("it fell silent").into()),
    }
}

/// The half that runs inside the screen: prints both times in microseconds.
pub(crate) fn on_screen(workspace: &Path, home: &Path) -> Result<(), Failure> {
    let program = std::env::current_exe()?.with_file_name("entente");
    if !program.exists() {
        return Err(format!("takes the program's release build at {}", program.display()).into());
    }
    let entente = json!({ "webkitgtk:browserOptions": { "binary": program, "args": [workspace] } });
    for (capabilities, until) in [(entente, USABLE), (json!({}), LOADED)] {
        let mut shortest = Duration::MAX;
        for _ in 0..TIMES {
            shortest = shortest.min(start(&capabilities, until, home)?);
            wait_for_end(workspace);
        }
        println!("{}", shortest.as_micros());
    }
    Ok(())
}

/// Waits until the program has let the workspace go, which takes a moment after its window has closed.
fn wait_for_end(workspace: &Path) {
    let lock = format!("{}.lock", workspace.display());
    let start = Instant::now();
    while start.elapsed() < PATIENCE && File::open(&lock).is_ok_and(|file| file.try_lock().is_err()) {
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Opens a window and says how long it took until its page answers with a yes.
fn start(capabilities: &Value, until: &str, home: &Path) -> Result<Duration, Failure> {
    let driver = Driver::start(home)?;
    let start = Instant::now();
    let session = driver.open(capabilities)?;
    while !session.says_yes(until) {
        if start.elapsed() > PATIENCE {
            return Err("the window showed nothing for a minute".into());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    Ok(start.elapsed())
}

//! Whether there is a display, and a virtual one where a test needs one.

use std::process::Command;

use crate::program::program;

/// Whether a window can be opened here. Macs and Windows always have a display.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// The start of a command whose program runs on a screen, and with a message bus, of its own: on Linux a
/// virtual one, so that tests neither need nor disturb the developer's.
pub(crate) fn on_own_screen() -> Command {
    let mut command = program("dbus-run-session");
    command.args(["--", "xvfb-run", "-a", "-s", "-screen 0 1600x1200x24 -dpi 96"]);
    // Under Wayland, GTK would leave the virtual screen for the developer's own.
    command.env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
    command
}

//! Telling the officer what the page cannot tell: that the program did not start, or came upon a defect.
//!
//! It is told in a message box of the system's, by a process of its own: a program that has just failed, perhaps
//! in the middle of drawing its window, is not one to open another.

use std::panic::PanicHookInfo;
use std::process::Command;

use entente_messages::{Args, Language, Messages};
use rfd::{MessageDialog, MessageLevel};

/// Carries the sentence to the process that is to show it.
const SENTENCE: &str = "ENTENTE_TELL";

/// Shows a sentence and returns when it has been read, if this process was started for that alone.
pub(crate) fn told_as_asked() -> bool {
    let Ok(sentence) = std::env::var(SENTENCE) else {
        return false;
    };
    let title = messages().text("shell-trouble-title");
    MessageDialog::new().set_level(MessageLevel::Error).set_title(title).set_description(sentence).show();
    true
}

/// From here on a panic of the window's own thread is told. One of a request is not: the page does that itself,
/// from the answer that the request gets.
pub(crate) fn tell_of_defects() {
    let usual = std::panic::take_hook();
    let window = std::thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        usual(panic);
        if std::thread::current().id() == window {
            tell(messages().format("shell-defect", &Args::new().with("place", place(panic))));
        }
    }));
}

/// Tells that the program did not start, and the reason.
pub(crate) fn tell_of_failed_start(reason: &str) {
    let sentence = messages().format("shell-start-failed", &Args::new().with("reason", reason));
    eprintln!("{sentence}");
    tell(sentence);
}

/// Tells that another program runs that does not take over what this one was to open.
pub(crate) fn tell_of_no_answer() {
    let sentence = messages().text("shell-no-answer");
    eprintln!("{sentence}");
    tell(sentence);
}

/// The sentence for a machine without a display.
pub(crate) fn no_display() -> String {
    messages().text("shell-no-display")
}

/// Whether a window can be opened. Asked before GTK is, which would end the program with a panic.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn tell(sentence: String) {
    let started = std::env::current_exe().and_then(|me| Command::new(me).env(SENTENCE, sentence).spawn());
    // Nobody waits for it: it lives on until it has been read.
    if let Err(error) = started {
        eprintln!("No message box can be shown: {error}");
    }
}

/// What the panic says and where it was, short enough to be read out over the telephone.
fn place(panic: &PanicHookInfo<'_>) -> String {
    let says = panic.payload_as_str().unwrap_or("?");
    let short: String = says.chars().take(200).collect();
    panic.location().map_or_else(|| short.clone(), |at| format!("{short} ({at})"))
}

/// In the system's language, since the settings may be what failed.
fn messages() -> &'static Messages {
    let spoken: Vec<String> = sys_locale::get_locales().collect();
    Messages::plain(Language::preferred(spoken.iter().map(String::as_str)))
}

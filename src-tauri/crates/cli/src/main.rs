//! `entente-cli`: the same api from a terminal, for scripts, headquarters and machines without a screen.
//!
//! It decides nothing: it reads the command line, asks [`entente_api::Api`], and writes the answer down, as text
//! that fits the terminal or as one JSON document. `docs/command-line.md` is its manual.
//!
//! | module | what it does |
//! |---|---|
//! | [`arguments`], [`help`] | what can be typed, and what is said about it |
//! | [`assignments`], [`filters`] | `field=value` and `--filter` into what the api takes |
//! | [`session`] | the api, the open workspace, and how answers are written |
//! | [`commands`] | a function a command |
//! | [`labels`], [`table`], [`text`], [`size`] | records as text for a terminal, and sizes |
//! | [`failure`], [`progress`], [`question`] | what is said and asked on standard error |

mod arguments;
mod assignments;
mod commands;
mod failure;
mod filters;
mod help;
mod labels;
mod progress;
mod question;
mod session;
mod size;
mod table;
mod text;

use std::io::{self, Write};
use std::process::ExitCode;

use entente_messages::{Language, Messages};

use arguments::Arguments;
use failure::Failure;
use help::Parsed;
use session::{Answer, Session};

/// The exit code for a workspace that cannot be trusted, or in which something is wrong.
const DAMAGED: u8 = 5;

fn main() -> ExitCode {
    let messages = Messages::plain(language());
    let json = std::env::args_os().any(|argument| argument == "--json");
    match carry_out(messages) {
        Ok(answer) => write_down(&answer),
        Err(failure) => {
            eprintln!("{}", failure.told(json, messages));
            ExitCode::from(failure.exit_code())
        }
    }
}

fn carry_out(messages: &'static Messages) -> Result<Answer, Failure> {
    match help::parse(messages)? {
        Parsed::Text(text) => Ok(Answer::new(text)),
        Parsed::Command(arguments) => {
            let Arguments { workspace, json, command, .. } = *arguments;
            let session = Session::new(messages, json);
            commands::run(&session, workspace.as_deref(), command)
        }
    }
}

/// The language asked for, or that of the system. It is wanted before the command line is read, since what is
/// wrong with that is to be said in it too; a tag that is no language is refused when it is read.
fn language() -> Language {
    let arguments: Vec<String> =
        std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let asked =
        arguments.iter().enumerate().find_map(|(place, word)| match word.strip_prefix("--language") {
            Some("") => arguments.get(place + 1).map(String::as_str),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        });
    if let Some(language) = asked.and_then(|tag| tag.parse().ok()) {
        return language;
    }
    // In the order of precedence that POSIX gives them: the first one set decides.
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let first = system.into_iter().find(|value| !value.is_empty());
    Language::preferred(first.as_deref())
}

/// A reader that has seen enough (`| head`) is no failure.
fn write_down(answer: &Answer) -> ExitCode {
    let written = writeln!(io::stdout().lock(), "{}", answer.text.trim_end_matches('\n'));
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("{error}");
            ExitCode::from(7)
        }
        _ => ExitCode::from(answer.code),
    }
}

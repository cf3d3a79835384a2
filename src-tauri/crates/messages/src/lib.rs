//! Every sentence the program says, in every language it speaks.
//!
//! The sentences are [Fluent](https://projectfluent.org) messages. They stand in
//! `src-tauri/locales/<language>/*.ftl`, are embedded when the program is built, and are read by the
//! interface, the command line and the printed page alike. A new `.ftl` file needs no list to be edited;
//! a new language is a folder and one variant of [`Language`].
//!
//! ```
//! use entente_messages::{Args, Language, Messages};
//!
//! let messages = Messages::plain(Language::En);
//! assert_eq!(messages.format("print-page", &Args::new().with("page", 1).with("pages", 2)), "Page 1 of 2");
//!
//! // A key that no file has is never silently empty: it is seen, and tests look for it.
//! assert_eq!(messages.text("no-such-key"), "⟦no-such-key⟧");
//! ```
//!
//! **Two tones.** Text in a window wraps every inserted value in Unicode's isolation marks, so that an
//! Arabic name inside an English sentence does not reorder its neighbours: that is
//! [`Messages::for_language`]. Terminals and PDF show such marks as boxes or strange glyphs, so
//! [`Messages::plain`] leaves them out.
//!
//! **Falling back.** A key that a language lacks is answered in English. A test of this crate compares keys,
//! attributes and variables of all languages, so what ships is complete.
//!
//! Both tones of a language are parsed once, on first use, and shared by all threads.

#![deny(missing_docs)]

mod args;
mod date;
mod embedded;
mod language;
mod messages;
mod pseudo;

pub use args::Args;
pub use embedded::{files, folders};
pub use language::{Direction, Language, UnknownLanguage};
pub use messages::Messages;

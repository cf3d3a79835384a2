//! The border between the domain and whoever shows it: the window, the command line, a test.
//!
//! One [command table](crate::Api), typed on both sides: [`wire`] holds what crosses, and [`typescript`] writes the
//! same types for the interface. A caller hands JSON to [`Api::rpc`], or calls a command's method with its types.
//! Errors come out in the officer's language, as a [`WireError`] that says what happened and what to do now.

#![deny(missing_docs)]

mod commands;
mod convert;
mod copying;
mod error;
mod failure;
mod handlers;
mod long_work;
mod naming;
mod preferences;
pub mod sample;
mod session;
pub mod typescript;
pub mod wire;

pub use entente_domain::{characters, kinds};
pub use error::{ErrorKind, FieldError, WireError};
pub use failure::{Failure, system_words};
pub use preferences::marks_folder;
pub use session::{Api, ApiOptions};

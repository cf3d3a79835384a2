//! What is true of an alliance's workspace without a window.
//!
//! An officer's knowledge is a **log** of [commits](log), each the changes of one save by one device. Everything
//! that is shown is a projection of that log, and can be made anew from it. The layers, from plain to stored:
//!
//! | module | what it knows |
//! |---|---|
//! | [`ids`], [`value`], [`partial_date`], [`country`], [`language`] | the plain values a field can hold |
//! | [`characters`] | those that are not what they seem |
//! | [`kinds`] | each kind of record, declared once: fields, types, roles |
//! | [`rules`] | what a field accepts, what an agreement's dates mean |
//! | [`log`] | commits as bytes: encoding, hash chain, device keys |
//! | [`merge`] | which of several changes count: pure functions over plain data |
//! | [`bundle`] | the file that carries commits from laptop to laptop |
//! | [`store`] | the only place with SQL: log rows, projections, lists, search |
//! | [`workspace`] | the one door: open, read, write, undo, export, import |
//!
//! Nothing in here knows a window, a language of the interface, or the network.

#![deny(missing_docs)]

pub mod bundle;
pub mod characters;
pub mod country;
pub mod ids;
pub mod kinds;
pub mod language;
pub mod log;
pub mod merge;
pub mod partial_date;
pub mod rules;
pub mod store;
pub mod value;
pub mod workspace;

//! What crosses crates and needs no window.

mod command_line;
mod labels;

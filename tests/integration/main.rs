//! What crosses crates and needs no window.

mod architecture;
mod command_line;
mod labels;

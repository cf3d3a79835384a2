//! What crosses crates and needs no window.

mod architecture;
mod command_line;
mod convergence;
mod files;
mod labels;
mod laptop;
mod projections;
mod store;

//! What crosses crates and needs no window.

mod architecture;
mod backups;
mod bundles;
mod command_line;
mod convergence;
mod devices;
mod erasure;
mod files;
mod folder;
mod fuzzed;
mod imports;
mod labels;
mod laptop;
mod log_and_chain;
mod long_work;
mod merge_cases;
mod parts;
mod projections;
mod selection;
mod soak;
mod store;
mod sweeping;

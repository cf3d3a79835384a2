//! The program as an officer has it: started, clicked, typed into, looked at. [`window`] is the real program in
//! its real window; [`browser`] is the same interface in Chromium against the loopback host, where more can be
//! tried in the same time. Needs a display and built programs: `cargo xtask test build e2e`.

mod axe;
mod browser;
mod chooser;
mod colleague;
mod driver;
mod drop;
mod exchange;
mod folder;
mod folder_states;
mod forms;
mod keys;
mod officer;
mod opened;
mod page;
mod program;
mod screens;
mod session;
mod sight;
mod window;

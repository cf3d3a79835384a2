//! One workspace: what is saved is there, what is deleted comes back, and what is asked for is found.

mod circles;
mod companions;
mod home;
mod kept_forms;
mod lists;
mod merging;
mod paging;
mod private;
mod saving;
mod search;
mod seen;
mod signing;
mod states;
mod trash;
mod undo;

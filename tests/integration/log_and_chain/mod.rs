//! The log: commits as bytes, the chain of their hashes, and what a check finds.

mod chain;
mod check;
mod codec;
mod commits;
mod documented;
mod parts;

//! The laptops that take part: restored and copied ones, who lacks what, and trust.

mod peers;
mod recognised;
mod stories;

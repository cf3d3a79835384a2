//! Whatever laptops do and in whatever order they hear of each other, who knows the same sees the same.

mod branches;
mod deeds;
mod erasures;
mod heads;
mod laptops;
mod parts;
mod story;

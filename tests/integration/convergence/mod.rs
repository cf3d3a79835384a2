//! Whatever laptops do and in whatever order they hear of each other, who knows the same sees the same.

mod heads;
mod laptops;

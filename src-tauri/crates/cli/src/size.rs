//! Sizes as people write them: `20M`, `500k`, or plain bytes.

use std::str::FromStr;

/// A number of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size(pub(crate) u64);

impl FromStr for Size {
    type Err = String;

    /// Thousands, as those who limit the size of a mail count.
    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let unit = match text[digits.len()..].to_ascii_lowercase().as_str() {
            "" | "b" => 1,
            "k" | "kb" => 1_000,
            "m" | "mb" => 1_000_000,
            "g" | "gb" => 1_000_000_000,
            other => return Err(other.into()),
        };
        let number: u64 = digits.parse().map_err(|_| text.to_owned())?;
        number.checked_mul(unit).map(Self).ok_or_else(|| text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_understood_with_and_without_a_unit() {
        for (text, bytes) in
            [("0", 0), ("700", 700), ("20M", 20_000_000), ("500k", 500_000), ("1GB", 1_000_000_000)]
        {
            assert_eq!(text.parse(), Ok(Size(bytes)), "{text}");
        }
        for text in ["", "M", "1.5M", "-1", "20X", "99999999999G"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}

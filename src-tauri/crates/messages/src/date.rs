//! Partial dates in the words of a language.
//!
//! They come as the program carries them, `2023-10-19`, `2023-10`, `2023`, `--12-08` or `--12`, so that this
//! crate needs no type of another one.

use crate::{Args, Messages};

impl Messages {
    /// A partial date as an officer reads it: "19 Oct 2023", "Oct 2023", "2023", "8 Dec (year unknown)".
    /// What is no such date comes back as it is: it is somebody's text, and better shown than dropped.
    ///
    /// ```
    /// use entente_messages::{Language, Messages};
    /// assert_eq!(Messages::plain(Language::En).date("2023-10"), "Oct 2023");
    /// assert_eq!(Messages::plain(Language::ZhHans).date("--12-08"), "12月8日（年份不详）");
    /// ```
    #[must_use]
    pub fn date(&self, iso: &str) -> String {
        let Some((year, month, day)) = parts(iso) else { return iso.to_owned() };
        let key = match (year, month, day) {
            (Some(_), Some(_), Some(_)) => "date-day",
            (Some(_), Some(_), None) => "date-month",
            (Some(_), None, _) => "date-year",
            (None, _, Some(_)) => "date-day-of-unknown-year",
            (None, _, None) => "date-month-of-unknown-year",
        };
        let (month, day) = (month.unwrap_or_default(), day.unwrap_or_default());
        // Nothing in a date needs to be kept apart, so it has no marks in either tone.
        Messages::plain(self.language()).format(
            key,
            &Args::new().with("year", year.unwrap_or_default()).with("month", month).with("day", day),
        )
    }
}

/// A date's year, month and day, as far as they are told.
type Parts<'a> = (Option<&'a str>, Option<u8>, Option<u8>);

fn parts(iso: &str) -> Option<Parts<'_>> {
    let (year, rest) = match iso.strip_prefix("--") {
        Some(rest) => (None, Some(rest)),
        None => match iso.split_once('-') {
            Some((year, rest)) => (Some(year), Some(rest)),
            None => (Some(iso), None),
        },
    };
    if year.is_some_and(|year| year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let Some(rest) = rest else { return Some((year, None, None)) };
    let (month, day) = match rest.split_once('-') {
        Some((month, day)) => (month, Some(two_digits(day, 31)?)),
        None => (rest, None),
    };
    Some((year, Some(two_digits(month, 12)?), day))
}

fn two_digits(text: &str, greatest: u8) -> Option<u8> {
    let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok())??;
    (1..=greatest).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use crate::{Language, Messages};

    #[test]
    fn a_date_is_told_as_far_as_it_is_known() {
        for (iso, english, chinese) in [
            ("2023-10-19", "19 Oct 2023", "2023年10月19日"),
            ("2023-10", "Oct 2023", "2023年10月"),
            ("2023", "2023", "2023年"),
            ("--12-08", "8 Dec (year unknown)", "12月8日（年份不详）"),
            ("--11", "Nov (year unknown)", "11月（年份不详）"),
        ] {
            assert_eq!(Messages::plain(Language::En).date(iso), english);
            assert_eq!(Messages::for_language(Language::En).date(iso), english);
            assert_eq!(Messages::plain(Language::ZhHans).date(iso), chinese);
        }
    }

    #[test]
    fn what_is_no_date_comes_back_as_it_is() {
        for text in [
            "",
            "soon",
            "-",
            "--",
            "---",
            "2023-",
            "2023-13",
            "2023-1",
            "2023-+1",
            "2023-10-32",
            "23-10-01",
            "二〇二三",
        ] {
            assert_eq!(Messages::plain(Language::En).date(text), text);
        }
    }
}

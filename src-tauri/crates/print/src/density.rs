//! How densely a page is set, and what is done about a text that would fill it alone.

use entente_messages::{Args, Messages};

/// A degree of density.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Density {
    /// Of all sizes of type and the distances that hang on them.
    pub(crate) scale: f64,
    /// How many letters of a long text are shown, of a note or a party's reservations.
    longest: usize,
}

/// The degrees in the order in which they are tried: first as meant, then smaller, then with long texts cut.
/// Type is never smaller than 8 points for what matters, since a page is read in cars and halls.
pub(crate) const DENSITIES: [Density; 8] = [
    Density { scale: 1.0, longest: usize::MAX },
    Density { scale: 0.92, longest: usize::MAX },
    Density { scale: 0.85, longest: usize::MAX },
    Density { scale: 0.85, longest: 2000 },
    Density { scale: 0.85, longest: 800 },
    Density { scale: 0.85, longest: 400 },
    Density { scale: 0.85, longest: 200 },
    Density { scale: 0.85, longest: 100 },
];

impl Density {
    /// Whether it may cut a text.
    pub(crate) fn cuts(&self) -> bool {
        self.longest < usize::MAX
    }

    /// Whether what filled so many pages at full size can fit on `pages` like this, so that none is set in vain. Room
    /// goes with the square of the scale at best; what a page left empty at its end is allowed for.
    pub(crate) fn may_fit(&self, filled_at_full_size: f64, pages: f64) -> bool {
        const LEFT_EMPTY: f64 = 0.1;
        self.cuts() || (filled_at_full_size - LEFT_EMPTY) * self.scale * self.scale <= pages
    }

    /// The text, or its beginning and how much more of it there is.
    pub(crate) fn shortened(&self, text: String, messages: &Messages) -> String {
        let letters = text.chars().count();
        if letters <= self.longest {
            return text;
        }
        let end = text.char_indices().nth(self.longest).map_or(text.len(), |(index, _)| index);
        let beginning = &text[..end];
        // Between two words, unless the script has no blanks or the last word is very long.
        let last_blank = beginning.rfind(char::is_whitespace).filter(|blank| end - blank < 60);
        let shown = beginning[..last_blank.unwrap_or(end)].trim_end();
        let more = u32::try_from(letters - shown.chars().count()).unwrap_or(u32::MAX);
        format!("{shown} {}", messages.format("print-shortened", &Args::new().with("letters", more)))
    }
}

#[cfg(test)]
mod tests {
    use entente_messages::Language;

    use super::*;

    fn shortened(longest: usize, text: &str, language: Language) -> String {
        Density { scale: 1.0, longest }.shortened(text.to_owned(), Messages::plain(language))
    }

    #[test]
    fn smaller_type_is_tried_only_where_it_can_be_enough() {
        let tried =
            |filled, pages| DENSITIES[1..3].iter().filter(|density| density.may_fit(filled, pages)).count();
        assert_eq!([tried(1.1, 1.0), tried(1.4, 1.0), tried(1.9, 1.0)], [2, 1, 0]);
        assert_eq!([tried(2.2, 2.0), tried(2.8, 2.0), tried(3.5, 2.0)], [2, 1, 0]);
    }

    #[test]
    fn a_text_within_the_limit_is_shown_whole() {
        assert_eq!(shortened(5, "五个字为限", Language::En), "五个字为限");
    }

    #[test]
    fn a_longer_text_ends_between_words_and_says_how_much_is_left() {
        assert_eq!(
            shortened(12, "one two three four", Language::En),
            "one two … [shortened for print: 11 more characters in the program]"
        );
        assert_eq!(
            shortened(3, "五个字为限", Language::ZhHans),
            "五个字 ……［打印时已缩短：程序中另有2个字符］"
        );
    }
}

//! The pseudo-language: English words shown mirrored, so that what is not translated and what does not
//! mirror stands out at a glance.

use std::borrow::Cow;

/// Starts a stretch that is shown right to left whatever its letters are.
const OVERRIDE: char = '\u{202e}';
/// Ends it.
const POP: char = '\u{202c}';

/// Wraps every word in an override. Blanks stay outside, so that lines still break between words.
pub(crate) fn mirror(text: &str) -> Cow<'_, str> {
    let mut mirrored = String::with_capacity(text.len() * 2);
    let mut in_word = false;
    for letter in text.chars() {
        if letter.is_alphanumeric() != in_word {
            mirrored.push(if in_word { POP } else { OVERRIDE });
            in_word = !in_word;
        }
        mirrored.push(letter);
    }
    if in_word {
        mirrored.push(POP);
    }
    Cow::Owned(mirrored)
}

#[cfg(test)]
mod tests {
    use super::mirror;

    #[test]
    fn words_are_mirrored_and_what_stands_between_them_is_not() {
        assert_eq!(mirror("Signed on: "), "\u{202e}Signed\u{202c} \u{202e}on\u{202c}: ");
    }
}

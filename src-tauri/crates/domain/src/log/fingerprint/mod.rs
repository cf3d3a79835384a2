//! A device's id in words, for two people to compare.
//!
//! The id is half the hash of the device's public key, so whoever compares it compares the key. Eight words of 1,296
//! come to 82 bits: to find a key with the same words one would have to make some 2^82 keys.

use crate::ids::DeviceId;

/// How many words there are in a fingerprint.
pub const WORDS: usize = 8;

/// The first short list of the EFF's "New Wordlists for Random Passphrases" (2016, CC BY 3.0 US): short words that are
/// hard to mistake for each other, in alphabetical order.
const LIST: &str = include_str!("words.txt");

/// How many words the list has.
const LENGTH: u128 = 1296;

/// The words for a device: its id as a number, in digits of 1,296, the last of them first.
pub fn words(device: DeviceId) -> Vec<&'static str> {
    let list: Vec<&str> = LIST.lines().collect();
    let mut number = u128::from_be_bytes(*device.as_bytes());
    let mut next = || {
        let place = usize::try_from(number % LENGTH).expect("BUG: the list is shorter than any memory");
        number /= LENGTH;
        list[place]
    };
    (0..WORDS).map(|_| next()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_is_whole_and_no_word_stands_twice() {
        assert_eq!(LIST.lines().count() as u128, LENGTH);
        assert_eq!(LIST.lines().collect::<BTreeSet<_>>().len() as u128, LENGTH);
        assert!(LIST.lines().all(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }

    #[test]
    fn the_words_are_the_digits_of_the_id() {
        let words = |number: u128| words(DeviceId::from_bytes(number.to_be_bytes())).join(" ");
        assert_eq!(words(0), ["acid"; 8].join(" "));
        assert_eq!(words(1), format!("acorn {}", ["acid"; 7].join(" ")));
        assert_eq!(words(1295), format!("zoom {}", ["acid"; 7].join(" ")));
        assert_eq!(words(1296), format!("acid acorn {}", ["acid"; 6].join(" ")));
        assert_ne!(words(u128::MAX), words(u128::MAX - 1));
    }
}

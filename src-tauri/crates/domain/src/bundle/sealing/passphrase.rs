//! A passphrase, kept out of logs and wiped from memory.

use std::fmt;

use age::secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase that a bundle is sealed by.
#[derive(Clone)]
pub struct Passphrase(SecretString);

/// The fewest characters of a passphrase to seal by. Whoever has the file can try as many as there is time for.
pub const SHORTEST: usize = 12;

impl Passphrase {
    /// What was typed, in Unicode's composed form: the same keys give other bytes on another system.
    pub fn new(typed: String) -> Self {
        let typed = Zeroizing::new(typed);
        Self(SecretString::from(typed.nfc().collect::<String>()))
    }

    /// Whether it has as many characters as a passphrase to seal by must have.
    pub fn is_long_enough(&self) -> bool {
        self.0.expose_secret().chars().count() >= SHORTEST
    }

    /// What age takes.
    pub(super) fn secret(&self) -> SecretString {
        self.0.clone()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_same_however_its_letters_are_composed_and_is_never_shown() {
        let (one, other) =
            (Passphrase::new("ку\u{0438}\u{0306}".into()), Passphrase::new("ку\u{0439}".into()));
        assert_eq!(one.secret().expose_secret(), other.secret().expose_secret());
        assert!(!format!("{one:?}").contains('к'));
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(!Passphrase::new("十一个字不够长啊啊啊啊".into()).is_long_enough());
        assert!(Passphrase::new("十二个字刚好够长啊啊啊啊".into()).is_long_enough());
    }
}

//! The languages the program speaks, and how a language tag finds one of them.

use std::fmt;
use std::str::FromStr;

use unic_langid::LanguageIdentifier;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// English: the language every other one falls back to.
    #[default]
    En,
    /// 简体中文: Chinese in simplified characters.
    ZhHans,
    /// English with every word mirrored, under a right-to-left tag: proves a layout before a language that
    /// is written so has been translated. Offered to testers, never to officers.
    Pseudo,
}

/// Which way a language's lines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// As English.
    LeftToRight,
    /// As Arabic.
    RightToLeft,
}

/// The program does not speak this language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a language of this program; it speaks en and zh-Hans")]
pub struct UnknownLanguage(
    /// The tag as it was given.
    pub String,
);

impl Language {
    /// The languages officers choose from, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::ZhHans];

    /// The shortest BCP 47 tag that says it, as it stands in settings and on the wire.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
            // Unicode reserves the region XB for pseudo-languages; `ar` makes a browser mirror by itself.
            Self::Pseudo => "ar-XB",
        }
    }

    /// The language's own name for itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHans => "简体中文",
            Self::Pseudo => "\u{202e}English\u{202c}",
        }
    }

    /// Which way its lines run.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Self::En | Self::ZhHans => Direction::LeftToRight,
            Self::Pseudo => Direction::RightToLeft,
        }
    }

    /// The first of the tags, in an order of preference, that the program speaks; English if there is none.
    /// Made for what a system says: `["zh-CN", "en-US"]`, or `LANG`'s `zh_CN.UTF-8`.
    #[must_use]
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter().find_map(|tag| tag.parse().ok()).unwrap_or_default()
    }

    /// Its folder in `locales/`.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::En | Self::Pseudo => "en",
            Self::ZhHans => "zh-Hans",
        }
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Takes a BCP 47 tag, or a POSIX locale such as `zh_CN.UTF-8`; regions of a language are that language.
    /// Traditional Chinese (`zh-TW`, `zh-Hant`) is *not* taken for simplified.
    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        let unknown = || UnknownLanguage(tag.to_owned());
        let bare = tag.split(['.', '@']).next().unwrap_or_default();
        let id: LanguageIdentifier = bare.parse().map_err(|_| unknown())?;
        let script = id.script.as_ref().map(|script| script.as_str());
        let region = id.region.as_ref().map(|region| region.as_str());
        match (id.language.as_str(), script, region) {
            ("en", ..) => Ok(Self::En),
            ("zh", Some("Hans"), _) => Ok(Self::ZhHans),
            ("zh", None, region) if !matches!(region, Some("TW" | "HK" | "MO")) => Ok(Self::ZhHans),
            ("ar", _, Some("XB")) => Ok(Self::Pseudo),
            _ => Err(unknown()),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_tag_its_regions_and_its_posix_name() {
        for (tag, language) in [
            ("en", Language::En),
            ("en-GB", Language::En),
            ("en_US.UTF-8", Language::En),
            ("zh", Language::ZhHans),
            ("zh-Hans", Language::ZhHans),
            ("zh-hans-sg", Language::ZhHans),
            ("zh-CN", Language::ZhHans),
            ("zh_CN.GB18030@pinyin", Language::ZhHans),
            ("ar-XB", Language::Pseudo),
        ] {
            assert_eq!(tag.parse(), Ok(language), "{tag}");
        }
    }

    #[test]
    fn a_language_the_program_does_not_speak_is_named_in_the_refusal() {
        for tag in ["zh-TW", "zh-Hant", "zh-Hant-CN", "ar", "fr", "C", "", "not a tag"] {
            assert_eq!(tag.parse::<Language>(), Err(UnknownLanguage(tag.to_owned())), "{tag}");
        }
    }

    #[test]
    fn every_tag_leads_back_to_its_language() {
        for language in Language::ALL.into_iter().chain([Language::Pseudo]) {
            assert_eq!(language.tag().parse(), Ok(language));
        }
    }

    #[test]
    fn the_first_language_spoken_is_preferred_and_english_is_the_last_resort() {
        assert_eq!(Language::preferred(["fr-FR", "zh-CN", "en"]), Language::ZhHans);
        assert_eq!(Language::preferred(["fr-FR"]), Language::En);
    }
}

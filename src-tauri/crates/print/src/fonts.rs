//! The fonts on board and the characters they have between them. Where they come from: `fonts/README.md`.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

macro_rules! embedded {
    ($($file:literal),+ $(,)?) => { [$(include_bytes!(concat!("../fonts/", $file)).as_slice()),+] };
}

/// In the order in which they are asked for a character: the best one first, the rare scripts last.
static FILES: [&[u8]; 24] = embedded![
    "SourceSans3-Regular.ttf",
    "SourceSans3-Italic.ttf",
    "SourceSans3-SemiBold.ttf",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansCJKsc-Bold.otf",
    "NotoSans-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansArmenian-Bold.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansGeorgian-Bold.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansThai-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansSinhala-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansKhmer-Regular.ttf",
    "NotoSansLao-Regular.ttf",
    "NotoSansMyanmar-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
];

/// All fonts, read once. Reading takes some milliseconds, since every font lists its characters.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::read);

pub(crate) struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    families: Vec<String>,
}

impl Fonts {
    fn read() -> Self {
        let fonts: Vec<_> = FILES.into_iter().filter_map(|bytes| Font::new(Bytes::new(bytes), 0)).collect();
        assert_eq!(fonts.len(), FILES.len(), "BUG: an embedded font is none");
        let mut families: Vec<_> = fonts.iter().map(|font| font.info().family.as_str().to_owned()).collect();
        families.dedup();
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, families }
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// The names of the families, in the order in which they are asked.
    pub(crate) fn families(&self) -> &[String] {
        &self.families
    }

    /// Whether any font can draw the character.
    pub(crate) fn has(&self, character: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_stands_once_and_source_sans_first() {
        let families = FONTS.families();
        assert_eq!(families[0], "Source Sans 3");
        assert!(
            families.iter().enumerate().all(|(i, family)| !families[..i].contains(family)),
            "{families:?}"
        );
    }

    #[test]
    fn the_scripts_of_the_alliance_are_on_board() {
        for text in [
            "Đặng Łukasz Šarić İstanbul",
            "Бишкек Қазақстан Ўзбекистон Тоҷикистон Кыргызстан",
            "Ἑλλάς",
            "上海理工大学 龘 東京 서울 かな",
            "المملكة پاکستان ہے",
            "ירושלים",
            "Երևան თბილისი กรุงเทพ नेपाल ঢাকা ශ්‍රී தமிழ் ភ្នំពេញ ວຽງຈັນ မြန်မာ አዲስ",
            "€ ₽ ₸ ₹ № § † – — … “ ” « » → ✓",
        ] {
            let missing: String = text.chars().filter(|c| *c != '\u{200d}' && !FONTS.has(*c)).collect();
            assert_eq!(missing, "", "of {text}");
        }
    }
}

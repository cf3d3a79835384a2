//! Scripts that are written without spaces.

/// Whether a character is of a script written without spaces between words: Han, Hiragana, Katakana, Bopomofo.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{312F}' | '\u{31A0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether names are written in it without spaces: also Hangul, which has them between words only.
pub(crate) fn joins_names(c: char) -> bool {
    is_ideograph(c)
        || matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}')
}

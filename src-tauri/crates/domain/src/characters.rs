//! Characters that are not what they seem: told in one place, for fields, names of files, the terminal and the interface.
//!
//! Joiners are let through wherever they can do no harm: Persian and Indic names are not written right without them.

use std::ops::RangeInclusive;

/// Line breaks that are not `\n`, bidirectional embeddings, overrides and isolates (UAX #9), by which a text shows as
/// another (UTR #36 §3.1), and the byte order mark. Controls are unsafe besides.
const UNSAFE: [RangeInclusive<char>; 4] =
    ['\u{2028}'..='\u{2029}', '\u{202A}'..='\u{202E}', '\u{2066}'..='\u{2069}', '\u{FEFF}'..='\u{FEFF}'];

/// What draws nothing by itself: Unicode's `Default_Ignorable_Code_Point`, and the empty Braille pattern.
const UNSEEN: [RangeInclusive<char>; 17] = [
    '\u{AD}'..='\u{AD}',
    '\u{34F}'..='\u{34F}',
    '\u{61C}'..='\u{61C}',
    '\u{115F}'..='\u{1160}',
    '\u{17B4}'..='\u{17B5}',
    '\u{180B}'..='\u{180F}',
    '\u{200B}'..='\u{200F}',
    '\u{202A}'..='\u{202E}',
    '\u{2060}'..='\u{206F}',
    '\u{2800}'..='\u{2800}',
    '\u{3164}'..='\u{3164}',
    '\u{FE00}'..='\u{FE0F}',
    '\u{FEFF}'..='\u{FEFF}',
    '\u{FFA0}'..='\u{FFA0}',
    '\u{FFF0}'..='\u{FFF8}',
    '\u{1BCA0}'..='\u{1BCA3}',
    '\u{E0000}'..='\u{E0FFF}',
];

/// What joins its neighbours or keeps them apart.
const JOINERS: [char; 2] = ['\u{200C}', '\u{200D}'];

/// Whether a character drives a terminal, breaks a line, or makes a text show as another: no line of text holds one.
pub fn is_unsafe(c: char) -> bool {
    c.is_control() || UNSAFE.iter().any(|range| range.contains(&c))
}

/// Whether a character can be seen.
pub fn is_seen(c: char) -> bool {
    !(c.is_whitespace() || is_unsafe(c) || UNSEEN.iter().any(|range| range.contains(&c)))
}

/// Whether a character has no place in the name of a file, where it could make that look like another.
pub fn is_unfit_for_names(c: char) -> bool {
    is_unsafe(c) || !(is_seen(c) || c.is_whitespace() || JOINERS.contains(&c))
}

/// The characters that are [unfit for names](is_unfit_for_names), as stretches of code points.
pub fn unfit_for_names() -> Vec<RangeInclusive<char>> {
    let mut stretches: Vec<RangeInclusive<char>> = Vec::new();
    for c in ('\0'..=char::MAX).filter(|c| is_unfit_for_names(*c)) {
        match stretches.last_mut() {
            Some(last) if u32::from(*last.end()) + 1 == u32::from(c) => *last = *last.start()..=c,
            _ => stretches.push(c..=c),
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_is_what_it_is() {
        // (character, unsafe, seen, unfit for names)
        for (c, not_safe, seen, unfit) in [
            ('字', false, true, false),
            (' ', false, false, false),
            ('\u{7}', true, false, true),
            ('\n', true, false, true),
            ('\u{202E}', true, false, true),
            ('\u{200B}', false, false, true),
            ('\u{AD}', false, false, true),
            ('\u{200D}', false, false, false),
            ('\u{E0041}', false, false, true),
            ('\u{301}', false, true, false),
        ] {
            assert_eq!((is_unsafe(c), is_seen(c), is_unfit_for_names(c)), (not_safe, seen, unfit), "{c:?}");
        }
    }

    #[test]
    fn the_stretches_hold_what_is_unfit_and_nothing_else() {
        let stretches = unfit_for_names();
        for c in '\0'..=char::MAX {
            assert_eq!(stretches.iter().any(|stretch| stretch.contains(&c)), is_unfit_for_names(c), "{c:?}");
        }
    }
}

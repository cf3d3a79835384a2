//! Text as a terminal can take it.

use entente_api::characters::is_unsafe;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many columns a text takes: two for a Chinese character.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text without what would drive the terminal: a name from a colleague's file must not move the cursor,
/// colour the screen or reorder its neighbours. Lines stay lines.
pub(crate) fn safe(text: &str) -> String {
    text.chars().filter(|&c| c == '\n' || !is_unsafe(c)).collect()
}

/// The text on one line.
pub(crate) fn one_line(text: &str) -> String {
    safe(&text.replace(['\n', '\t'], " "))
}

/// The beginning of a text that fits, with `…` where something was left out.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= columns
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    cut
}

/// The text with spaces behind it, up to the width.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// The lines of a text, each behind this many spaces.
pub(crate) fn indented(text: &str, columns: usize) -> String {
    let lines = text.lines().map(|line| format!("{}{line}", " ".repeat(columns)));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_text_fits_its_columns() {
        for (text, columns, fitting) in [
            ("Bishkek", 7, "Bishkek"),
            ("Bishkek", 6, "Bishk…"),
            ("上海理工大学", 12, "上海理工大学"),
            ("上海理工大学", 8, "上海理…"),
            ("Бишкек", 4, "Биш…"),
        ] {
            assert_eq!(cut(text, columns), fitting);
            assert!(width(&cut(text, columns)) <= columns);
        }
    }

    #[test]
    fn nothing_reaches_the_terminal_that_would_drive_it() {
        assert_eq!(safe("a\u{1b}[2Jb\u{202e}c\r\nd\u{7f}"), "a[2Jbc\nd");
        assert_eq!(one_line("first\nsecond"), "first second");
    }
}

//! Keys by their names, as WebDriver writes them: <https://www.w3.org/TR/webdriver2/#keyboard-actions>.

/// The characters of a chord such as `Control+Shift+K` or `Escape`.
pub(crate) fn chord(keys: &str) -> Vec<char> {
    keys.split('+').map(key).collect()
}

fn key(name: &str) -> char {
    match name {
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Delete" => '\u{E017}',
        "F1" => '\u{E031}',
        "F2" => '\u{E032}',
        "Meta" => '\u{E03D}',
        one => {
            let mut characters = one.chars();
            let first = characters.next().unwrap_or_else(|| panic!("a chord with an empty key"));
            assert!(characters.next().is_none(), "no key is called '{one}'");
            first.to_ascii_lowercase()
        }
    }
}

//! Characters that no font on board can draw. They are named on the page, `[U+1F600]`, and reported, so that
//! nobody hands out a page with a box where a name should be.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::fonts::FONTS;

/// Names every character that cannot be drawn, in all texts of `data`, and gives those characters back.
pub(crate) fn name_the_missing(data: &mut Value) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    walk(data, &mut missing);
    missing
}

fn walk(value: &mut Value, missing: &mut BTreeSet<char>) {
    match value {
        Value::String(text) => {
            if let Some(drawable) = drawable(text, missing) {
                *text = drawable;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| walk(value, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|value| walk(value, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text as it can be drawn, or `None` if that is how it is.
fn drawable(text: &str, missing: &mut BTreeSet<char>) -> Option<String> {
    if text.chars().all(is_drawable) {
        return None;
    }
    let mut drawable = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_drawable(character) {
            drawable.push(character);
        } else if !character.is_control() {
            missing.insert(character);
            drawable.push_str(&format!("[U+{:04X}]", u32::from(character)));
        }
    }
    Some(drawable)
}

fn is_drawable(character: char) -> bool {
    character == '\n' || is_invisible(character) || (!character.is_control() && FONTS.has(character))
}

/// Characters that direct others and have no shape of their own (Unicode's Default_Ignorable_Code_Point, as
/// far as text in use has them): joiners, directions, isolates, variation selectors.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_no_font_has_is_named_and_reported_once() {
        let mut data = json!({"title": "Ship 🚀 Ж", "parties": [{"name": "𒀀𒀀 上海"}], "n": 1});
        let missing = name_the_missing(&mut data);
        assert_eq!(missing, BTreeSet::from(['🚀', '𒀀']));
        let named =
            json!({"title": "Ship [U+1F680] Ж", "parties": [{"name": "[U+12000][U+12000] 上海"}], "n": 1});
        assert_eq!(data, named);
    }

    #[test]
    fn marks_without_a_shape_are_kept_and_control_characters_dropped() {
        let mut data = json!("می\u{200c}خواهم\u{202c}\u{7}\n✓\u{fe0f}");
        assert_eq!(name_the_missing(&mut data), BTreeSet::new());
        assert_eq!(data, json!("می\u{200c}خواهم\u{202c}\n✓\u{fe0f}"));
    }
}

//! What a record is called, and where that stands in a list.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::{Values, person_name, text};
use crate::kinds::Kind;

/// What the record is called: for a person the name put together (`rules::person_name`), for others the first of the
/// kind's title fields that is not empty. `None` if there is nothing to call it by.
pub fn title(kind: Kind, values: &Values) -> Option<String> {
    let told = |fields: &[&str]| fields.iter().find_map(|field| text(kind, values, field)).map(Into::into);
    match kind {
        Kind::Person => person_name::joined(values).or_else(|| told(&["original-name", "romanised-name"])),
        _ => told(kind.declaration().title),
    }
}

/// A text by which titles sort without regard to case and accents; a person's begins with the family name.
pub fn sort_key(kind: Kind, values: &Values) -> String {
    let by_parts = if kind == Kind::Person { person_name::sorted_by(values) } else { None };
    let name = by_parts.or_else(|| title(kind, values)).unwrap_or_default();
    let plain = match name.is_ascii() {
        true => name.to_ascii_lowercase(),
        false => without_marks(&name).to_lowercase(),
    };
    plain.trim_end().into()
}

/// A text decomposed (NFKD) and without combining marks; so the order of these, which takes most of a decomposition's
/// time, need not be found.
fn without_marks(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        decompose_compatible(c, |part| {
            if !is_combining_mark(part) {
                plain.push(part);
            }
        });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Value;

    fn person(fields: &[(&str, &str)]) -> Values {
        let number = |name: &str| Kind::Person.field(name).expect("declared").number;
        fields.iter().map(|(name, text)| (number(name), Value::from(*text))).collect()
    }

    #[test]
    fn a_person_is_called_in_the_order_that_is_the_persons_own() {
        let cheng = person(&[("given", "Yunzhang"), ("family", "Cheng"), ("name-order", "family-first")]);
        assert_eq!(title(Kind::Person, &cheng).as_deref(), Some("Cheng Yunzhang"));
        let gupta = person(&[("given", "Arvind"), ("family", "Gupta")]);
        assert_eq!(title(Kind::Person, &gupta).as_deref(), Some("Arvind Gupta"));
        assert_eq!(title(Kind::Person, &person(&[("original-name", "程云章")])).as_deref(), Some("程云章"));
        assert_eq!(title(Kind::Person, &Values::new()), None);
    }

    #[test]
    fn what_has_no_marks_is_what_a_whole_decomposition_leaves() {
        use unicode_normalization::UnicodeNormalization;
        for text in [
            "Žižek Émile",
            "상하이 대학교",
            "ｶﾞｷﾞ",
            "e\u{0323}\u{0301}\u{0327}",
            "Åse ﬁn Ⅷ",
            "جامعة",
            "Ｕ理工⼤",
        ] {
            let whole: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
            assert_eq!(without_marks(text), whole, "{text}");
        }
    }

    #[test]
    fn people_sort_by_family_name_without_regard_to_accents() {
        let key = sort_key(Kind::Person, &person(&[("given", "Émile"), ("family", "Žižek")]));
        assert_eq!(key, "zizek emile");
    }
}

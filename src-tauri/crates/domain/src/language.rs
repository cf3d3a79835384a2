//! Languages by their tag (BCP 47, RFC 5646): `en`, `zh-Hans`, `ky-Cyrl`, `pt-BR`.

/// The tag in its canonical case (`zh-hans` becomes `zh-Hans`), or `None` if it does not have the form
/// *language\[-Script\]\[-REGION\]* of RFC 5646 §2.1. Variants and extensions are not accepted: nobody
/// writes the language of a name or a website that finely.
pub fn canonical(tag: &str) -> Option<String> {
    let mut subtags = tag.split('-');
    let language = subtags.next().filter(|part| is_letters(part, 2..=3))?.to_ascii_lowercase();
    let mut canonical = language;
    let mut next = subtags.next();
    if let Some(script) = next.filter(|part| is_letters(part, 4..=4)) {
        let (initial, rest) = script.split_at(1);
        canonical = format!("{canonical}-{}{}", initial.to_ascii_uppercase(), rest.to_ascii_lowercase());
        next = subtags.next();
    }
    if let Some(region) = next.filter(|part| is_letters(part, 2..=2) || is_area(part)) {
        canonical = format!("{canonical}-{}", region.to_ascii_uppercase());
        next = subtags.next();
    }
    next.is_none().then_some(canonical)
}

fn is_letters(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A UN M.49 area: three digits.
fn is_area(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn tags_are_put_in_canonical_case() {
        for (typed, tag) in
            [("EN", "en"), ("zh-hans", "zh-Hans"), ("ky-CYRL-kg", "ky-Cyrl-KG"), ("es-419", "es-419")]
        {
            assert_eq!(canonical(typed).as_deref(), Some(tag));
        }
        for typed in ["", "e", "english", "zh-", "zh_Hans", "en-US-x-private", "中文"] {
            assert_eq!(canonical(typed), None, "{typed}");
        }
    }
}

//! How the parts of a person's name are put together. Nobody else does so: whoever shows a person shows the title.

use super::{Values, text};
use crate::kinds::Kind;
use crate::rules::scripts::joins_names;

/// The parts of a name.
struct Parts<'v> {
    given: Option<&'v str>,
    family: Option<&'v str>,
    order: Option<&'v str>,
}

/// What a person is called: the parts of the name in the order that is the person's own. Where nobody said which that is,
/// names in Han, kana and Hangul begin with the family name, all others with the given one; and the former have no space
/// between the two, unless the given name stands first. `None` if there is no name in parts.
pub(super) fn joined(values: &Values) -> Option<String> {
    let parts = Parts::of(values);
    let (given, family) = match (parts.given, parts.family) {
        (Some(given), Some(family)) => (given, family),
        (one, other) => return one.or(other).map(Into::into),
    };
    Some(match (parts.order, parts.unspaced()) {
        (None | Some("family-first"), Some(unspaced)) => unspaced,
        (Some("family-first"), None) => format!("{family} {given}"),
        _ => format!("{given} {family}"),
    })
}

/// By what a name in parts is sorted: the family name first, whatever the order it is said in.
pub(super) fn sorted_by(values: &Values) -> Option<String> {
    let parts = Parts::of(values);
    let spaced = |family| format!("{family} {}", parts.given.unwrap_or_default());
    parts.unspaced().or_else(|| parts.family.map(spaced))
}

/// A name as it is written without spaces, if it is: neither part of it is found in what somebody types so.
pub(crate) fn unspaced(values: &Values) -> Option<String> {
    Parts::of(values).unspaced()
}

impl<'v> Parts<'v> {
    fn of(values: &'v Values) -> Self {
        let part = |field: &str| text(Kind::Person, values, field);
        Self { given: part("given"), family: part("family"), order: part("name-order") }
    }

    fn unspaced(&self) -> Option<String> {
        let (given, family) = (self.given?, self.family?);
        let joins = |part: &str| part.chars().all(joins_names);
        (joins(given) && joins(family)).then(|| format!("{family}{given}"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::title::{sort_key, title};
    use super::*;
    use crate::value::Value;

    /// What a person is called and sorted by, given the parts of the name and the order that the officer stated.
    #[test]
    fn a_name_is_put_together_as_its_script_has_it_unless_the_officer_says_otherwise() {
        let (none, given_first, family_first) = ("", "given-first", "family-first");
        #[rustfmt::skip]
        let cases = [
            // family      given          order         title                  sorted by
            ("陈",         "晓明",        none,         "陈晓明",               "陈晓明"),
            ("欧阳",       "修",          none,         "欧阳修",               "欧阳修"),
            ("陈",         "晓明",        family_first, "陈晓明",               "陈晓明"),
            ("陈",         "晓明",        given_first,  "晓明 陈",              "陈晓明"),
            ("佐々木",     "かおり",      none,         "佐々木かおり",         "佐々木かおり"),
            ("ヤマダ",     "タロウ",      none,         "ヤマダタロウ",         "ヤマタタロウ"),
            ("ジョーダン", "マイケル",    given_first,  "マイケル ジョーダン",  "ショータンマイケル"),
            ("김",         "민수",        none,         "김민수",               "김민수"),
            ("𠮷田",       "太郎",        none,         "𠮷田太郎",             "𠮷田太郎"),
            ("Cheng",      "Yunzhang",    family_first, "Cheng Yunzhang",      "cheng yunzhang"),
            ("Gupta",      "Arvind",      none,         "Arvind Gupta",        "gupta arvind"),
            ("Žižek",      "Émile",       given_first,  "Émile Žižek",         "zizek emile"),
            ("Nagy",       "Imre",        family_first, "Nagy Imre",           "nagy imre"),
            ("Асанов",     "Бек",         none,         "Бек Асанов",          "асанов бек"),
            ("陈",         "Michael",     none,         "Michael 陈",          "陈 michael"),
            ("Chen",       "晓明",        none,         "晓明 Chen",           "chen 晓明"),
            ("陈",         "",            none,         "陈",                  "陈"),
            ("",           "晓明",        none,         "晓明",                "晓明"),
        ];
        for (family, given, order, expected, sorted) in cases {
            let values = person(&[("family", family), ("given", given), ("name-order", order)]);
            assert_eq!(title(Kind::Person, &values).as_deref(), Some(expected));
            let decomposed: String = unicode_normalization::UnicodeNormalization::nfkd(sorted).collect();
            assert_eq!(sort_key(Kind::Person, &values), decomposed, "{expected}");
        }
    }

    fn person(fields: &[(&str, &str)]) -> Values {
        let number = |name: &str| Kind::Person.field(name).expect("declared").number;
        let filled = fields.iter().filter(|(_, text)| !text.is_empty());
        filled.map(|(name, text)| (number(name), Value::from(*text))).collect()
    }
}

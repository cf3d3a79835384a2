//! Every language says the same things: the same keys and attributes with the same values, in files that parse.

use std::collections::{BTreeMap, BTreeSet};

use entente_messages::{Language, files, folders};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// What a language says: `key` or `key.attribute`, and its variables.
type Shape = BTreeMap<String, Variables>;

#[derive(Debug, Default)]
struct Variables {
    /// The reader sees their values.
    shown: BTreeSet<String>,
    /// They choose between variants, as a number does between singular and plural.
    choosing: BTreeSet<String>,
}

impl Variables {
    fn known(&self) -> BTreeSet<&String> {
        self.shown.union(&self.choosing).collect()
    }

    /// Whether a translation shows what English shows, and asks for nothing that English is not given. What only
    /// chooses in English may be left out: Chinese has no plural.
    fn can_say(&self, english: &Self) -> bool {
        english.shown.is_subset(&self.shown) && self.known().is_subset(&english.known())
    }
}

#[test]
fn every_folder_is_a_language_and_every_language_a_folder() {
    let spoken: BTreeSet<_> = Language::ALL.iter().map(|language| language.tag()).collect();
    assert_eq!(folders().collect::<BTreeSet<_>>(), spoken);
}

#[test]
fn every_file_parses() {
    for language in Language::ALL {
        for (file, text) in files(language) {
            if let Err((_, errors)) = parser::parse(*text) {
                let lines =
                    errors.iter().map(|e| format!("line {}: {e}", text[..e.pos.start].lines().count()));
                panic!("{language}/{file}\n{}", lines.collect::<Vec<_>>().join("\n"));
            }
        }
    }
}

#[test]
fn no_key_stands_twice() {
    for language in Language::ALL {
        let mut seen = BTreeMap::new();
        for (file, text) in files(language) {
            for key in entries(text).iter().flat_map(keys_of) {
                if let Some(earlier) = seen.insert(key.clone(), file) {
                    panic!("{language}: {key} stands in {earlier} and in {file}");
                }
            }
        }
    }
}

#[test]
fn every_language_has_the_keys_attributes_and_variables_of_english() {
    let english = shape(Language::En);
    for language in Language::ALL {
        let other = shape(language);
        let keys: BTreeSet<_> = english.keys().chain(other.keys()).collect();
        let report: Vec<_> = keys
            .into_iter()
            .map(|key| (key, english.get(key), other.get(key)))
            .filter(|(_, ours, theirs)| !matches!((ours, theirs), (Some(en), Some(it)) if it.can_say(en)))
            .map(|(key, ours, theirs)| format!("{key}: en {ours:?}, {language} {theirs:?}"))
            .collect();
        assert!(report.is_empty(), "{}", report.join("\n"));
    }
}

#[test]
fn a_translation_may_leave_out_a_choice_but_no_value_and_may_ask_for_none_that_english_lacks() {
    let variables = |message: &'static str| {
        let resource = parser::parse(message).expect("parses");
        let Entry::Message(message) = &resource.body[0] else { panic!("no message") };
        variables(message.value.as_ref().expect("a value"))
    };
    let english = variables("a = { $n ->\n    [one] One by { $who }\n   *[other] Some by { $who }\n}\n");
    assert!(variables("a = { $who }\n").can_say(&english));
    assert!(variables("a = { $who } { $n }\n").can_say(&english));
    assert!(!variables("a = { $n }\n").can_say(&english));
    assert!(!variables("a = { $who } { $where }\n").can_say(&english));
}

#[test]
fn a_file_stands_in_every_language() {
    let names = |language| files(language).iter().map(|(name, _)| *name).collect::<Vec<_>>();
    for language in Language::ALL {
        assert_eq!(names(language), names(Language::En), "{language}");
    }
}

fn entries(text: &'static str) -> Vec<Entry<&'static str>> {
    let (Ok(resource) | Err((resource, _))) = parser::parse(text);
    resource.body
}

/// What an entry says something under: its name, and that of each attribute.
fn keys_of(entry: &Entry<&str>) -> Vec<String> {
    let (name, attributes) = match entry {
        Entry::Message(message) => (message.id.name.to_owned(), &message.attributes),
        Entry::Term(term) => (format!("-{}", term.id.name), &term.attributes),
        _ => return Vec::new(),
    };
    let inner = attributes.iter().map(|attribute| format!("{name}.{}", attribute.id.name));
    [name.clone()].into_iter().chain(inner).collect()
}

fn shape(language: Language) -> Shape {
    let mut shape = Shape::new();
    for entry in files(language).iter().flat_map(|(_, text)| entries(text)) {
        let Entry::Message(message) = entry else { continue };
        if let Some(value) = &message.value {
            shape.insert(message.id.name.to_owned(), variables(value));
        }
        for attribute in &message.attributes {
            shape.insert(format!("{}.{}", message.id.name, attribute.id.name), variables(&attribute.value));
        }
    }
    shape
}

fn variables(pattern: &Pattern<&str>) -> Variables {
    let mut found = Variables::default();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut Variables) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut Variables) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, &mut found.shown),
        Expression::Select { selector, variants } => {
            in_inline(selector, &mut found.choosing);
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, names));
        }
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inner) => in_inline(inner, names),
            Expression::Select { .. } => panic!("a choice needs one pair of braces"),
        },
        _ => {}
    }
}

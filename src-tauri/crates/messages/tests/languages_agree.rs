//! Every language says the same things: the same keys, attributes and variables, in files that parse.

use std::collections::{BTreeMap, BTreeSet};

use entente_messages::{Language, files, folders};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// What a language says: `key` or `key.attribute`, and the variables it uses.
type Shape = BTreeMap<String, BTreeSet<String>>;

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
            for key in entries(text).into_iter().filter_map(|entry| id_of(&entry)) {
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
        let differing: BTreeSet<_> = english.iter().chain(&other).map(|(key, _)| key).collect();
        let report: Vec<_> = differing
            .into_iter()
            .filter(|key| english.get(*key) != other.get(*key))
            .map(|key| format!("{key}: en {:?}, {language} {:?}", english.get(key), other.get(key)))
            .collect();
        assert!(report.is_empty(), "{}", report.join("\n"));
    }
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

fn id_of(entry: &Entry<&str>) -> Option<String> {
    match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        Entry::Term(term) => Some(format!("-{}", term.id.name)),
        _ => None,
    }
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

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, found));
        }
        _ => {}
    }
}

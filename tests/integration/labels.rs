//! Every declared kind, field and code has its label, and no label is left over from one that is gone.

use std::collections::BTreeSet;

use entente_domain::kinds::{FieldType, Kind};
use entente_messages::{Args, Language, Messages};

/// The keys that follow from the declarations.
fn keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::from(["field-deleted", "field-left-out"].map(String::from));
    for kind in Kind::ALL {
        keys.insert(format!("kind-{kind}"));
        for field in kind.fields() {
            keys.insert(format!("field-{kind}-{}", field.name));
            if let FieldType::Choice(choices) = field.field_type {
                keys.extend(
                    choices.codes().iter().map(|code| format!("choice-{kind}-{}-{code}", field.name)),
                );
            }
        }
    }
    keys
}

#[test]
fn the_labels_are_those_of_the_declared_kinds() {
    for language in Language::ALL {
        let (_, text) = entente_messages::files(language)
            .iter()
            .find(|(name, _)| *name == "kinds.ftl")
            .expect("the labels have a file of their own");
        let is_key = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
        let labelled: BTreeSet<String> = text
            .lines()
            .filter(is_key)
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect();
        assert_eq!(labelled, keys(), "{language}");
    }
}

#[test]
fn every_kind_has_a_plural() {
    for language in Language::ALL {
        for kind in Kind::ALL {
            let plural =
                Messages::plain(language).format_attribute(&format!("kind-{kind}"), "plural", &Args::new());
            assert!(!plural.contains('⟦'), "{language}: {kind}");
        }
    }
}

//! Messages of one language, ready to be filled.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use crate::{Args, Language, embedded, pseudo};

/// The messages of one language in one tone. Parsed once and shared: there is no other way to get one.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Sorted.
    keys: Vec<String>,
    /// English, for what this language lacks.
    fallback: Option<&'static Messages>,
}

impl Messages {
    /// The messages for text shown in a window: inserted values are kept apart by isolation marks.
    #[must_use]
    pub fn for_language(language: Language) -> &'static Self {
        Self::shared(language, true)
    }

    /// The messages for a terminal, a PDF or a file's name: without marks that such a place cannot show.
    #[must_use]
    pub fn plain(language: Language) -> &'static Self {
        Self::shared(language, false)
    }

    /// The language that was asked for, whatever single messages fell back to.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message of a key, without values.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, &Args::new())
    }

    /// The message of a key, filled. A key that no file has comes back as `⟦key⟧`, and a variable without
    /// a value as `{$variable}`: both are meant to be seen.
    #[must_use]
    pub fn format(&self, key: &str, args: &Args<'_>) -> String {
        self.filled(key, None, args).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// An attribute of a message, filled: `kind-person` and `plural` for `kind-person.plural`. What no file
    /// has comes back as `⟦key.attribute⟧`.
    #[must_use]
    pub fn format_attribute(&self, key: &str, attribute: &str, args: &Args<'_>) -> String {
        self.filled(key, Some(attribute), args).unwrap_or_else(|| format!("⟦{key}.{attribute}⟧"))
    }

    /// Whether [`format`](Self::format) has something to say, in this language or in English.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
            || self.fallback.is_some_and(|english| english.has(key))
    }

    /// The keys of this language's own files, sorted.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    fn filled(&self, key: &str, attribute: Option<&str>, args: &Args<'_>) -> Option<String> {
        let own = self.bundle.get_message(key).and_then(|message| match attribute {
            None => message.value(),
            Some(attribute) => Some(message.get_attribute(attribute)?.value()),
        });
        match own {
            // The errors are values that were not given; the text shows them where they are missing.
            Some(pattern) => {
                let text = self.bundle.format_pattern(pattern, Some(args.as_fluent()), &mut Vec::new());
                Some(text.into_owned())
            }
            None => self.fallback?.filled(key, attribute, args),
        }
    }

    fn shared(language: Language, isolating: bool) -> &'static Self {
        static SHARED: [[OnceLock<Messages>; 2]; 3] = [const { [const { OnceLock::new() }; 2] }; 3];
        SHARED[language as usize][usize::from(isolating)].get_or_init(|| Self::parse(language, isolating))
    }

    fn parse(language: Language, isolating: bool) -> Self {
        let id: LanguageIdentifier = language.tag().parse().expect("BUG: a language's tag is a tag");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(isolating);
        bundle.set_formatter(Some(|value, _| grouped(value)));
        if language == Language::Pseudo {
            bundle.set_transform(Some(pseudo::mirror));
        }
        let mut keys = Vec::new();
        for (_, text) in embedded::files(language) {
            // A broken or repeated message leaves the sound ones in place; `tests/languages_agree.rs` names it.
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new((*text).to_owned());
            keys.extend(message_keys(&resource));
            let _repeated = bundle.add_resource(resource);
        }
        keys.sort_unstable();
        let fallback = (language != Language::En).then(|| Self::shared(Language::En, isolating));
        Self { language, bundle, keys, fallback }
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).field("keys", &self.keys.len()).finish()
    }
}

fn message_keys(resource: &FluentResource) -> impl Iterator<Item = String> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    })
}

/// Numbers as both languages and the interface's `Intl.NumberFormat` write them: 12,345.5.
fn grouped(value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if !number.options.use_grouping || number.value.abs() < 1000.0 {
        return None;
    }
    let written = number.as_string();
    let (whole, fraction) = written.split_at(written.find('.').unwrap_or(written.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut text = sign.to_owned();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    Some(text + fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn is_shareable<T: Send + Sync>() {}
    const _: () = is_shareable::<Messages>();

    #[test]
    fn values_are_isolated_in_a_window_and_bare_on_paper() {
        let args = || Args::new().with("page", 1).with("pages", 2);
        assert_eq!(
            Messages::for_language(Language::En).format("print-page", &args()),
            "Page \u{2068}1\u{2069} of \u{2068}2\u{2069}"
        );
        assert_eq!(Messages::plain(Language::En).format("print-page", &args()), "Page 1 of 2");
        assert_eq!(Messages::plain(Language::ZhHans).format("print-page", &args()), "第1页，共2页");
    }

    #[test]
    fn a_missing_key_attribute_or_value_is_seen() {
        let messages = Messages::plain(Language::ZhHans);
        assert_eq!(messages.text("no-such-key"), "⟦no-such-key⟧");
        assert_eq!(messages.format_attribute("print-page", "none", &Args::new()), "⟦print-page.none⟧");
        assert_eq!(Messages::plain(Language::En).text("print-page"), "Page {$page} of {$pages}");
        assert!(messages.has("print-page") && !messages.has("no-such-key"));
    }

    #[test]
    fn the_pseudo_language_mirrors_words_and_keeps_values() {
        let args = Args::new().with("page", 1).with("pages", 2);
        assert_eq!(
            Messages::plain(Language::Pseudo).format("print-page", &args),
            "\u{202e}Page\u{202c} 1 \u{202e}of\u{202c} 2"
        );
    }

    #[test]
    fn numbers_are_grouped_by_thousands_and_texts_are_not() {
        let text = |value: FluentValue<'static>| grouped(&value);
        assert_eq!(text(999.into()), None);
        assert_eq!(text(12345.into()).as_deref(), Some("12,345"));
        assert_eq!(text((-1234567.5).into()).as_deref(), Some("-1,234,567.5"));
        assert_eq!(text("2023".into()), None);
    }
}

//! Names, days and prose.

use super::Known;
use super::words::prose::Prose;
use super::words::{SCRIPTS, SUBJECTS, Script, Written};
use crate::chance::Chance;

/// A text with its slots, such as `{n}`, filled.
pub(crate) fn filled(template: &str, mut slot: impl FnMut(&str) -> String) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, behind) = behind.split_once('}').expect("BUG: a slot is closed");
        text.push_str(before);
        text.push_str(&slot(name));
        rest = behind;
    }
    text + rest
}

/// A script, as often as it is found in workspace L.
pub(crate) fn script(chance: &mut Chance) -> &'static Script {
    let mut percent = chance.below(100);
    let found = SCRIPTS.into_iter().find(|(_, share)| {
        let here = percent < *share;
        percent = percent.saturating_sub(*share);
        here
    });
    found.expect("BUG: the shares come to a hundred").0
}

/// A name's parts, as they are written and in Latin letters.
#[derive(Debug, Clone)]
pub(crate) struct PersonName {
    pub(crate) family: (String, String),
    pub(crate) given: (String, String),
}

impl PersonName {
    pub(crate) fn new(chance: &mut Chance, script: &Script) -> Self {
        let (family, given) = (chance.of(script.families), given(chance, script));
        Self { family: (family.0.into(), family.1.into()), given }
    }

    /// The whole name as its bearer writes it.
    pub(crate) fn whole(&self, script: &Script) -> String {
        match (script.family_first, script.given_parts) {
            (true, _) => format!("{}{}", self.family.0, self.given.0),
            (false, _) => format!("{} {}", self.given.0, self.family.0),
        }
    }
}

fn given(chance: &mut Chance, script: &Script) -> (String, String) {
    let parts: Vec<&Written> = (0..script.given_parts).map(|_| chance.of(script.givens)).collect();
    let native = parts.iter().map(|part| part.0).collect();
    let latin: String = parts.iter().map(|part| part.1).collect();
    let capital = latin.chars().take(1).flat_map(char::to_uppercase).chain(latin.chars().skip(1)).collect();
    (native, capital)
}

/// What institutions study, in the words of a script.
pub(crate) fn subject(chance: &mut Chance, script: &Script) -> &'static str {
    script.subjects[chance.below(SUBJECTS)]
}

/// A day from the beginning of one year to the end of another.
pub(crate) fn day(chance: &mut Chance, from: usize, to: usize) -> String {
    format!("{:04}-{:02}-{:02}", chance.between(from, to), chance.between(1, 12), chance.between(1, 28))
}

/// A day as well as somebody knows it: most to the day, some to the month or the year, a few without the year.
pub(crate) fn partial_day(chance: &mut Chance, from: usize, to: usize) -> String {
    let day = day(chance, from, to);
    match chance.below(100) {
        0..84 => day,
        84..92 => day[..7].into(),
        92..98 => day[..4].into(),
        _ => format!("-{}", &day[4..]),
    }
}

/// A few sentences of somebody who writes in this script.
pub(crate) fn note(chance: &mut Chance, known: &Known, script: &Script) -> String {
    let sentences = chance.between(1, 5);
    let all: Vec<String> = (0..sentences).map(|_| sentence(chance, known, script, script.prose)).collect();
    all.join(if script.language == "zh-Hans" { "" } else { " " })
}

fn sentence(chance: &mut Chance, known: &Known, script: &Script, prose: &Prose) -> String {
    let gap = if script.language == "zh-Hans" { "" } else { " " };
    let (first, then, last) = (chance.of(prose.first), chance.of(prose.then), chance.of(prose.last));
    filled(&format!("{first}{gap}{then}{last}"), |slot| match slot {
        "p" => PersonName::new(chance, script).whole(script),
        "d" => day(chance, 2019, 2027),
        "n" => chance.between(2, 60).to_string(),
        _ if known.institutions.is_empty() => script.towns[0].0.into(),
        _ => chance.mostly_first(&known.institutions).name.clone(),
    })
}

/// A note so many times in a hundred.
pub(crate) fn maybe_note(
    chance: &mut Chance,
    known: &Known,
    script: &Script,
    percent: usize,
) -> Option<String> {
    chance.happens(percent).then(|| note(chance, known, script))
}

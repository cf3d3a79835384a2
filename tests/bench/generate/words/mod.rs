//! The words that names and texts are put together from, script by script.

mod arabic;
mod cyrillic;
mod han;
mod hangul;
mod latin;
pub(crate) mod prose;

pub(crate) use arabic::ARABIC;
pub(crate) use cyrillic::CYRILLIC;
pub(crate) use han::HAN;
pub(crate) use hangul::HANGUL;
pub(crate) use latin::LATIN;

/// A word as it is written, and in Latin letters.
pub(crate) type Written = (&'static str, &'static str);

/// A town as it is written, in Latin letters, and its country.
pub(crate) type Town = (&'static str, &'static str, &'static str);

/// How names are made in one script.
pub(crate) struct Script {
    /// A language written so.
    pub(crate) language: &'static str,
    pub(crate) families: &'static [Written],
    pub(crate) givens: &'static [Written],
    /// How many of the given names' parts make one name.
    pub(crate) given_parts: usize,
    pub(crate) family_first: bool,
    pub(crate) towns: &'static [Town],
    /// What institutions study, in the form that the names below want. In the same order in every script.
    pub(crate) subjects: &'static [&'static str; SUBJECTS],
    /// Names of institutions: `{t}` a town, `{s}` a subject, `{f}` a family, `{n}` a number. The kind stands before.
    pub(crate) institutions: &'static [(&'static str, &'static str)],
    /// Titles of agreements: `{a}` and `{b}` two parties, `{s}` a subject.
    pub(crate) agreements: &'static [&'static str],
    /// What is to be done: `{a}` what or whom it is about, `{n}` a number.
    pub(crate) follow_ups: &'static [&'static str],
    pub(crate) prose: &'static prose::Prose,
    /// What people are at their institutions.
    pub(crate) roles: &'static [&'static str],
}

/// How many subjects there are in every script.
pub(crate) const SUBJECTS: usize = 32;

/// The scripts with how many in a hundred names are written so.
pub(crate) const SCRIPTS: [(&Script, usize); 5] =
    [(&LATIN, 40), (&HAN, 25), (&CYRILLIC, 20), (&ARABIC, 8), (&HANGUL, 7)];

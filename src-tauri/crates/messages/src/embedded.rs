//! The Fluent files as they were when the program was built.

use crate::Language;

/// A file's name and its text.
type File = (&'static str, &'static str);

/// Every folder of `locales/` with its files, in the order of their names.
static FOLDERS: &[(&str, &[File])] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The Fluent files of a language as `(name, text)`, by name. A pseudo-language has English's.
#[must_use]
pub fn files(language: Language) -> &'static [File] {
    let folder = language.folder();
    FOLDERS.iter().find(|(name, _)| *name == folder).map_or(&[], |(_, files)| files)
}

/// The folders that `locales/` has, by name: a test compares them with [`Language`].
pub fn folders() -> impl Iterator<Item = &'static str> {
    FOLDERS.iter().map(|(name, _)| *name)
}

//! What Typst is allowed to see: the templates of this crate, one file of data, and the fonts on board.
//! No disk, no network, no package, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::FONTS;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static DATA: LazyLock<FileId> = LazyLock::new(|| id("data.json"));
static SHEET: LazyLock<Source> =
    LazyLock::new(|| source("sheet.typ", include_str!("../templates/sheet.typ")));

/// The page that is set.
pub(crate) static AGREEMENT: LazyLock<Source> =
    LazyLock::new(|| source("agreement.typ", include_str!("../templates/agreement.typ")));

/// One template with one set of data.
pub(crate) struct Desk {
    template: &'static Source,
    data: Bytes,
}

impl Desk {
    /// `data` is what the template reads as `data.json`.
    pub(crate) fn new(template: &'static Source, data: Vec<u8>) -> Self {
        Self { template, data: Bytes::new(data) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        FONTS.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = [self.template, &SHEET].into_iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| not_here(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(not_here(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.font(index)
    }

    /// The day of printing is data, so that the same data gives the same page.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_here(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

fn source(name: &str, text: &str) -> Source {
    Source::new(id(name), text.to_owned())
}

fn id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("BUG: a template's name is no path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

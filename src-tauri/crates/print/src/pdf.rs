//! From a template and its data to the bytes of a PDF.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::syntax::Source;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::glyphs;
use crate::world::Desk;

/// The margins of a sheet in millimetres, as `sheet.typ` has them.
const MARGIN_ABOVE: f64 = 20.0;
const MARGIN_BELOW: f64 = 21.0;

/// A document ready to be written to a file or sent to a printer.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The file. The same data gives the same bytes.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font on board can draw, in the order of Unicode. On the page each is named, as in
    /// `[U+1F600]`; the officer should be told before the page is handed out.
    pub missing_glyphs: Vec<char>,
}

/// A page could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// Typst refused a template of this program.
    #[error(
        "The page could not be set: {0}. This is a fault of the program and not of the data; please report it."
    )]
    NotSet(String),
    /// The page was set but is no valid PDF.
    #[error(
        "The PDF could not be written: {0}. This is a fault of the program and not of the data; please report it."
    )]
    NotWritten(String),
}

/// A page that has been set and not yet written.
pub(crate) struct Proof {
    document: PagedDocument,
    missing: BTreeSet<char>,
}

impl Proof {
    /// Sets a template with its data.
    pub(crate) fn set(template: &'static Source, mut data: Value) -> Result<Self, PrintError> {
        let mut missing = glyphs::name_the_missing(&mut data);
        let desk = Desk::new(template, data.to_string().into_bytes());
        let document: PagedDocument =
            typst::compile(&desk).output.map_err(|errors| PrintError::NotSet(sentence(&errors)))?;
        for page in document.pages() {
            undrawn(&page.frame, &mut missing);
        }
        Ok(Self { document, missing })
    }

    pub(crate) fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// How many pages it fills, the last one as far down as something stands on it.
    pub(crate) fn filled(&self) -> f64 {
        let Some((last, full)) = self.document.pages().split_last() else { return 0.0 };
        let (head, foot) = (Abs::mm(MARGIN_ABOVE), last.frame.height() - Abs::mm(MARGIN_BELOW));
        let reached = lowest(&last.frame, Point::zero(), foot) - head;
        full.len() as f64 + reached / (foot - head)
    }

    /// Writes it as a tagged PDF, which a screen reader can read in order.
    pub(crate) fn write(self) -> Result<Pdf, PrintError> {
        let options =
            PdfOptions { creator: Smart::Custom(Some("Entente".to_owned())), ..PdfOptions::default() };
        let bytes = typst_pdf::pdf(&self.document, &options)
            .map_err(|errors| PrintError::NotWritten(sentence(&errors)))?;
        // Typst keeps what it worked out for the next page; what five pages did not use is let go.
        comemo::evict(5);
        Ok(Pdf { bytes, pages: self.pages(), missing_glyphs: self.missing.into_iter().collect() })
    }
}

/// How far down a text above the foot stands.
fn lowest(frame: &Frame, origin: Point, foot: Abs) -> Abs {
    let ends = frame.items().map(|(at, item)| match item {
        FrameItem::Group(group) => lowest(&group.frame, origin + *at, foot),
        FrameItem::Text(_) => origin.y + at.y,
        _ => Abs::zero(),
    });
    ends.filter(|end| *end <= foot).fold(Abs::zero(), Abs::max)
}

/// Finds what was set as a box after all: a font may list a character and still fail to shape it.
fn undrawn(frame: &Frame, missing: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => undrawn(&group.frame, missing),
            FrameItem::Text(text) => {
                let boxes = text.glyphs.iter().filter(|glyph| glyph.id == 0);
                missing.extend(boxes.flat_map(|glyph| text.text[glyph.range()].chars()));
            }
            _ => {}
        }
    }
}

fn sentence(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use entente_messages::Language;
    use typst::syntax::{RootedPath, VirtualRoot};

    use super::*;
    use crate::density::DENSITIES;
    use crate::page::Wording;
    use crate::{AgreementSummary, world};

    #[test]
    fn a_box_that_was_set_after_all_is_found_on_the_page() {
        let summary = AgreementSummary { title: "Rocket 🚀".to_owned(), ..AgreementSummary::default() };
        let data = Wording::new(Language::En, DENSITIES[0]).agreement(&summary);
        let desk = Desk::new(&world::AGREEMENT, data.to_string().into_bytes());
        let document: PagedDocument = typst::compile(&desk).output.expect("sets");
        let mut missing = BTreeSet::new();
        undrawn(&document.pages()[0].frame, &mut missing);
        assert_eq!(missing, BTreeSet::from(['🚀']));
    }

    #[test]
    fn a_page_is_filled_as_far_as_something_stands_on_it() {
        let filled = |lines: usize| {
            let note = Some("A line.\n".repeat(lines));
            let summary = AgreementSummary { title: "One".to_owned(), note, ..AgreementSummary::default() };
            let data = Wording::new(Language::En, DENSITIES[0]).agreement(&summary);
            Proof::set(&world::AGREEMENT, data).expect("sets").filled()
        };
        let filled = [1, 20, 40, 90, 130].map(filled);
        assert!(filled.is_sorted() && filled[0] > 0.2 && filled[0] < 0.6, "{filled:?}");
        assert!(filled[1] < 1.0 && filled[4] > 2.0 && filled[4] < 4.0, "{filled:?}");
    }

    #[test]
    fn a_template_reaches_no_file_and_no_package_but_its_own() {
        let shared = world::AGREEMENT.id().get().vpath().clone();
        for text in
            ["#read(\"/etc/hostname\")", "#read(\"../Cargo.toml\")", "#import \"@preview/a:1.0.0\": *"]
        {
            let id = RootedPath::new(VirtualRoot::Project, shared.clone()).intern();
            let template: &'static Source = Box::leak(Box::new(Source::new(id, text.to_owned())));
            let Err(PrintError::NotSet(why)) = Proof::set(template, Value::Null).map(|_| ()) else {
                panic!("{text} was read")
            };
            assert!(why.contains("not found") || why.contains("escape"), "{why}");
        }
    }
}

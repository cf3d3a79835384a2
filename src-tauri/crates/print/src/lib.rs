//! Printed pages: plain data in, PDF out.
//!
//! The crate knows no store and no record. Whoever prints fills a struct with what an officer would read, and
//! gets a file; [Typst](https://typst.app) sets the type, with templates and fonts that the program carries, and
//! can reach neither disk nor network.
//!
//! ```
//! use entente_messages::Language;
//! use entente_print::{AgreementSummary, PartyLine, agreement_summary};
//!
//! let summary = AgreementSummary {
//!     title: "Joint training of students".to_owned(),
//!     signed: Some("2023-10".to_owned()),
//!     parties: vec![PartyLine { name: "上海理工大学".to_owned(), ..PartyLine::default() }],
//!     printed_on: "2026-11-22".to_owned(),
//!     ..AgreementSummary::default()
//! };
//! let pdf = agreement_summary(&summary, Language::En)?;
//! assert!(pdf.bytes.starts_with(b"%PDF-"));
//! assert_eq!((pdf.pages, pdf.missing_glyphs.len()), (1, 0));
//! # Ok::<(), entente_print::PrintError>(())
//! ```
//!
//! Three promises:
//! - **What is not known is said.** An empty field prints as "not known", never as a blank.
//! - **Data is only data.** A title `#import "x"` prints as those letters: texts reach the template as JSON and
//!   are placed, not evaluated.
//! - **No silent box.** A character that no font on board can draw is named on the page and reported in
//!   [`Pdf::missing_glyphs`].
//!
//! Labels stand in `print.ftl` of each language. A template is in `templates/`; `sheet.typ` holds what all pages
//! share.

#![deny(missing_docs)]

mod density;
mod fonts;
mod glyphs;
mod page;
mod pdf;
mod summary;
mod world;

use entente_messages::Language;

pub use pdf::{Pdf, PrintError};
pub use summary::{AgreementSummary, DocumentLine, EventLine, FollowUpLine, PartyLine, SignatoryLine};

use density::{DENSITIES, Density};
use page::Wording;
use pdf::Proof;

/// The summary of an agreement (R1), on A4: one page, or two where it is long. What would still not fit is set
/// smaller, and then long notes and reservations are shortened, saying so; only an agreement with very many
/// parties, documents or follow-ups runs on.
///
/// # Errors
/// Only on a fault of this crate: no data makes it fail.
pub fn agreement_summary(summary: &AgreementSummary, language: Language) -> Result<Pdf, PrintError> {
    let set =
        |density: Density| Proof::set(&world::AGREEMENT, Wording::new(language, density).agreement(summary));
    fitted(set)?.write()
}

/// One page if that takes no cut; else as few as two with the least density; else as few as it takes.
fn fitted(set: impl Fn(Density) -> Result<Proof, PrintError>) -> Result<Proof, PrintError> {
    let [full_size, denser @ ..] = DENSITIES;
    let mut best = set(full_size)?;
    let pages_at_full_size = best.pages();
    for density in denser.into_iter().filter(|density| density.may_fit(pages_at_full_size)) {
        if best.pages() < 2 || (best.pages() == 2 && density.cuts()) {
            break;
        }
        let proof = set(density)?;
        if proof.pages() < best.pages() {
            best = proof;
        }
    }
    Ok(best)
}

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
use serde_json::Value;

pub use pdf::{Pdf, PrintError};
pub use summary::{
    AgreementSummary, DocumentLine, EventLine, FollowUpLine, PartyLine, SignatoryLine, WorkedOutEnd,
};

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
    fitted(|density| Wording::new(language, density).agreement(summary))?.write()
}

/// One page if that takes no cut; else as few as two with the least density; else as few as it takes. Setting takes
/// most of the time: what cannot fit, or would come out as the one before, is not set.
fn fitted(worded: impl Fn(Density) -> Value) -> Result<Proof, PrintError> {
    let [full_size, denser @ ..] = DENSITIES;
    let mut data = worded(full_size);
    let mut best = Proof::set(&world::AGREEMENT, data.clone())?;
    let filled = best.filled();
    for density in denser {
        let hoped_for = match best.pages() {
            ..2 => break,
            2 if density.cuts() => break,
            2 => 1.0,
            _ => 2.0,
        };
        if !density.may_fit(filled, hoped_for) {
            continue;
        }
        let denser_data = worded(density);
        if denser_data == data {
            continue;
        }
        data = denser_data;
        let proof = Proof::set(&world::AGREEMENT, data.clone())?;
        if proof.pages() < best.pages() {
            best = proof;
        }
    }
    Ok(best)
}

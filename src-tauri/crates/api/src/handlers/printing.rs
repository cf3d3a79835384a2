//! The summary of an agreement as a PDF.

use std::path::Path as FilePath;

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::rules::agreement_state::{Ending, worked_out_end};
use entente_domain::store::Row;
use entente_domain::value::Value;
use entente_domain::workspace::{Detail, Error, Workspace, write_file};
use entente_messages::{Language, Messages};
use entente_print::{
    AgreementSummary, DocumentLine, EventLine, FollowUpLine, PartyLine, SignatoryLine, WorkedOutEnd,
};

use crate::convert::{self, Telling};
use crate::wire::{PrintAgreement, Printed};
use crate::{Api, Failure};

impl Api {
    /// Prints the summary of an agreement into a PDF, which appears whole or not at all.
    ///
    /// # Errors
    /// If the agreement is not here, the language is not known, or the file cannot be written.
    pub fn print_agreement(&self, print: PrintAgreement) -> Result<Printed, Failure> {
        let language: Language =
            print.language.parse().map_err(|_| Failure::UnknownLanguage(print.language.clone()))?;
        let today = self.today();
        let summary = self.read(|workspace, _| {
            let id = convert::id(&print.id)?;
            let page = Page { workspace, messages: Messages::plain(language), today };
            page.summary(&workspace.detail(id)?)
        })?;
        // Set outside the lock: the page takes longer than any list, and needs the workspace no more.
        let pdf = entente_print::agreement_summary(&summary, language)?;
        write_file(FilePath::new(&print.path), &pdf.bytes)?;
        Ok(Printed {
            path: print.path,
            pages: convert::count(pdf.pages as u64),
            missing: pdf.missing_glyphs.iter().map(ToString::to_string).collect(),
        })
    }
}

/// What a page is told with.
struct Page<'a> {
    workspace: &'a Workspace,
    messages: &'a Messages,
    today: chrono::NaiveDate,
}

impl Page<'_> {
    fn summary(&self, detail: &Detail) -> Result<AgreementSummary, Failure> {
        let agreement = &detail.record;
        if agreement.kind != Kind::Agreement {
            return Err(Error::NotFound(agreement.id).into());
        }
        let telling = Telling { messages: self.messages, today: self.today };
        Ok(AgreementSummary {
            title: agreement.title.clone().unwrap_or_default(),
            kind: self.choice(agreement, "kind"),
            subtype: text(agreement, "subtype"),
            number: text(agreement, "number"),
            stage: self.choice(agreement, "stage"),
            state: telling.row(agreement).state.map(|state| state.sentence),
            topics: owned(detail, Kind::Topic).filter_map(|topic| text(topic, "text")).collect(),
            parties: self.parties(detail)?,
            event: self.event(agreement)?,
            documents: owned(detail, Kind::Document).map(|document| self.document(document)).collect(),
            follow_ups: self.follow_ups(detail),
            note: text(agreement, "note"),
            printed_on: self.today.to_string(),
            officer: Some(self.workspace.identity()?.officer),
            ..self.dates_and_term(agreement)
        })
    }

    fn dates_and_term(&self, agreement: &Row) -> AgreementSummary {
        let count = |field| number(agreement, field).and_then(|count| u32::try_from(count).ok());
        AgreementSummary {
            signed: text(agreement, "signed"),
            in_force: text(agreement, "in-force"),
            ends: text(agreement, "ends"),
            worked_out_end: worked_out_end(&agreement.values, self.today).map(end_line),
            term: self.choice(agreement, "term"),
            term_months: count("term-months"),
            renewal: self.choice(agreement, "renewal"),
            renewal_months: count("renewal-months"),
            notice_days: count("notice-days"),
            last_objection_day: text(agreement, "last-objection-day"),
            termination_requested: text(agreement, "termination-requested"),
            termination_effective: text(agreement, "termination-effective"),
            termination_reason: text(agreement, "termination-reason"),
            ..AgreementSummary::default()
        }
    }

    fn parties(&self, detail: &Detail) -> Result<Vec<PartyLine>, Failure> {
        owned(detail, Kind::Party)
            .map(|party| {
                let institution = match reference(party, "institution") {
                    Some(id) => self.workspace.row(id)?.map(|_| self.workspace.detail(id)).transpose()?,
                    None => None,
                };
                let name = party.title.clone().unwrap_or_default();
                Ok(PartyLine {
                    name_in_own_script: institution.as_ref().and_then(|found| own_script(found, &name)),
                    country: institution.as_ref().and_then(|found| self.country(&found.record)),
                    name,
                    number: text(party, "number"),
                    signed: text(party, "signed"),
                    approved: text(party, "approved"),
                    in_force: text(party, "in-force"),
                    withdrawn: text(party, "withdrawn"),
                    reservations: text(party, "reservations"),
                    signatories: self.signatories(detail, party),
                })
            })
            .collect()
    }

    fn signatories(&self, detail: &Detail, party: &Row) -> Vec<SignatoryLine> {
        let signed_for_it = |signatory: &&Row| reference(signatory, "party") == Some(party.id);
        owned(detail, Kind::Signatory)
            .filter(signed_for_it)
            .map(|signatory| SignatoryLine {
                name: signatory.title.clone().unwrap_or_default(),
                title: text(signatory, "title-at-signing"),
                mode: self.choice(signatory, "mode"),
                signed: text(signatory, "signed"),
            })
            .collect()
    }

    fn event(&self, agreement: &Row) -> Result<Option<EventLine>, Failure> {
        let Some(id) = reference(agreement, "signed-at") else { return Ok(None) };
        Ok(self.workspace.row(id)?.map(|event| EventLine {
            title: event.title.clone().unwrap_or_default(),
            start: text(&event, "start"),
            place: text(&event, "place"),
            country: self.country(&event),
            mode: self.choice(&event, "mode"),
        }))
    }

    fn document(&self, document: &Row) -> DocumentLine {
        DocumentLine {
            name: text(document, "name").unwrap_or_default(),
            usage: self.choice(document, "use"),
            language: text(document, "language").map(|tag| self.named("language", &tag)),
            fingerprint: text(document, "content-hash"),
        }
    }

    fn follow_ups(&self, detail: &Detail) -> Vec<FollowUpLine> {
        let about_it = detail.referring.iter().filter(|referring| referring.kind == Kind::FollowUp);
        about_it
            .flat_map(|referring| &referring.rows)
            .map(|follow_up| FollowUpLine {
                title: follow_up.title.clone().unwrap_or_default(),
                due: text(follow_up, "due"),
                assignee: text(follow_up, "assignee"),
                state: self.choice(follow_up, "state"),
            })
            .collect()
    }

    fn country(&self, row: &Row) -> Option<String> {
        text(row, "country").map(|code| self.named("country", &code))
    }

    /// A choice's label, or the officer's own word.
    fn choice(&self, row: &Row, field: &str) -> Option<String> {
        let code = text(row, field)?;
        let label = format!("choice-{}-{field}-{code}", row.kind);
        Some(if self.messages.has(&label) { self.messages.text(&label) } else { code })
    }

    /// A code's name in the page's language, or the code itself.
    fn named(&self, family: &str, code: &str) -> String {
        let key = format!("{family}-{code}");
        if self.messages.has(&key) { self.messages.text(&key) } else { code.into() }
    }
}

fn end_line(end: Ending) -> WorkedOutEnd {
    match end {
        Ending::Date(date) => WorkedOutEnd::On(date.to_string()),
        Ending::Between(first, last) => WorkedOutEnd::Between(first.to_string(), last.to_string()),
    }
}

fn owned(detail: &Detail, kind: Kind) -> impl Iterator<Item = &Row> {
    detail.owned.iter().filter(move |(owned, _)| *owned == kind).flat_map(|(_, rows)| rows)
}

/// The institution's official name, where that is written otherwise than the name on the page.
fn own_script(institution: &Detail, shown: &str) -> Option<String> {
    let official = |name: &&Row| text(name, "use").as_deref() == Some("official");
    owned(institution, Kind::Name)
        .find(official)
        .and_then(|name| text(name, "text"))
        .filter(|name| name != shown)
}

fn value<'a>(row: &'a Row, field: &str) -> Option<&'a Value> {
    row.values.get(&row.kind.field(field)?.number)
}

fn text(row: &Row, field: &str) -> Option<String> {
    value(row, field)?.as_text().map(Into::into)
}

fn number(row: &Row, field: &str) -> Option<i64> {
    value(row, field)?.as_integer()
}

fn reference(row: &Row, field: &str) -> Option<RecordId> {
    value(row, field)?.as_reference()
}

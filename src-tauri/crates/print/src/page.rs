//! The data a template is given: every text worded, every date written out, nothing left to decide but where
//! it stands on the page.

use entente_messages::{Args, Direction, Language, Messages};
use serde_json::{Map, Value, json};

use crate::density::Density;
use crate::fonts::FONTS;
use crate::summary::{
    AgreementSummary, DocumentLine, EventLine, FollowUpLine, PartyLine, SignatoryLine, WorkedOutEnd,
};

/// Digits of a fingerprint that are shown: 64 bits tell any two files of a workspace apart.
const FINGERPRINT_DIGITS: usize = 16;

/// Words the data of a page in one language, at one density.
pub(crate) struct Wording {
    messages: &'static Messages,
    density: Density,
}

impl Wording {
    pub(crate) fn new(language: Language, density: Density) -> Self {
        Self { messages: Messages::plain(language), density }
    }

    /// What `agreement.typ` reads.
    pub(crate) fn agreement(&self, it: &AgreementSummary) -> Value {
        let mut data = self.sheet(it);
        data.extend(self.heading(it));
        data.extend(self.dates_and_term(it));
        data.extend(fields(json!({
            "parties": it.parties.iter().map(|party| self.party(party)).collect::<Vec<_>>(),
            "event": it.event.as_ref().map(|event| self.event(event)),
            "topics": it.topics,
            "documents": it.documents.iter().map(|document| self.document(document)).collect::<Vec<_>>(),
            "follow-ups": it.follow_ups.iter().map(|follow_up| self.follow_up(follow_up)).collect::<Vec<_>>(),
            "note": self.long(&it.note),
        })));
        Value::Object(data)
    }

    /// What every sheet needs.
    fn sheet(&self, it: &AgreementSummary) -> Map<String, Value> {
        let language = self.messages.language();
        fields(json!({
            "t": self.labels(),
            "fonts": FONTS.families(),
            "scale": self.density.scale,
            "lang": language.tag().split('-').next(),
            "region": if language == Language::ZhHans { Some("cn") } else { None },
            "dir": if language.direction() == Direction::RightToLeft { "rtl" } else { "ltr" },
            "author": it.officer.as_deref().unwrap_or_default(),
            "printed": self.printed(it),
        }))
    }

    fn heading(&self, it: &AgreementSummary) -> Map<String, Value> {
        let title = told(&Some(it.title.clone())).unwrap_or_else(|| self.messages.text("print-untitled"));
        let number = told(&it.number).map(|number| self.with("print-agreement-number", "number", &number));
        let kind: Vec<_> = [&it.kind, &it.subtype].into_iter().filter_map(told).collect();
        fields(json!({
            "title-size": title_size(&title),
            "title-leading": title_leading(&title),
            "running": running(&title),
            "title": title,
            "number": number.unwrap_or_default(),
            "kind": kind,
            "state": told(&it.state),
            "stage": told(&it.stage),
        }))
    }

    fn dates_and_term(&self, it: &AgreementSummary) -> Map<String, Value> {
        let messages = self.messages;
        let months = |key, label: &Option<String>, months: Option<u32>| match (told(label), months) {
            (Some(label), Some(months)) => {
                Some(messages.format(key, &Args::new().with("what", label).with("months", months)))
            }
            (label, _) => label,
        };
        let notice = |days| messages.format("print-notice-days", &Args::new().with("days", days));
        fields(json!({
            "signed": self.date(&it.signed),
            "in-force": self.date(&it.in_force),
            "ends": self.end(it),
            "term": months("print-term-length", &it.term, it.term_months),
            "renewal": months("print-renewal-length", &it.renewal, it.renewal_months),
            "notice": it.notice_days.map(notice),
            "last-objection-day": self.date(&it.last_objection_day),
            "termination": self.termination(it),
        }))
    }

    /// When it ends, and how that is known.
    fn end(&self, it: &AgreementSummary) -> Option<String> {
        let told = self.date(&it.ends);
        let Some(end) = &it.worked_out_end else { return told };
        let worked_out = match end {
            WorkedOutEnd::On(date) => self.with("print-worked-out", "date", &self.messages.date(date)),
            WorkedOutEnd::Between(first, last) => {
                let (first, last) = (self.messages.date(first), self.messages.date(last));
                let args = Args::new().with("first", first).with("last", last);
                self.messages.format("print-worked-out-between", &args)
            }
        };
        Some(match told {
            None => worked_out,
            Some(told) => self
                .messages
                .format("print-renewed-until", &Args::new().with("told", told).with("until", worked_out)),
        })
    }

    /// `None` if nothing is known of a termination: most agreements have none, and the page need not say so.
    fn termination(&self, it: &AgreementSummary) -> Option<Value> {
        let requested = self.date(&it.termination_requested);
        let effective = self.date(&it.termination_effective);
        let reason = told(&it.termination_reason);
        (requested.is_some() || effective.is_some() || reason.is_some())
            .then(|| json!({ "requested": requested, "effective": effective, "reason": reason }))
    }

    fn party(&self, it: &PartyLine) -> Value {
        let number = told(&it.number).map(|number| self.with("print-party-number", "number", &number));
        let details: Vec<_> = [told(&it.country), number].into_iter().flatten().collect();
        json!({
            "name": self.name(&it.name),
            "own-script": told(&it.name_in_own_script).filter(|name| *name != it.name),
            "details": details,
            "signed": self.date(&it.signed),
            "approved": self.date(&it.approved),
            "in-force": self.date(&it.in_force),
            "withdrawn": self.date(&it.withdrawn),
            "reservations": self.long(&it.reservations),
            "signatories": it.signatories.iter().map(|one| self.signatory(one, it)).collect::<Vec<_>>(),
        })
    }

    fn signatory(&self, it: &SignatoryLine, party: &PartyLine) -> Value {
        let on_another_day = self.date(&it.signed).filter(|_| it.signed != party.signed);
        let details: Vec<_> =
            [told(&it.title), told(&it.mode), on_another_day].into_iter().flatten().collect();
        json!({ "name": self.name(&it.name), "details": details })
    }

    fn event(&self, it: &EventLine) -> Value {
        let details = [self.date(&it.start), told(&it.place), told(&it.country), told(&it.mode)];
        json!({ "name": self.name(&it.title), "details": details.into_iter().flatten().collect::<Vec<_>>() })
    }

    fn document(&self, it: &DocumentLine) -> Value {
        let fingerprint = told(&it.fingerprint).map(|hash| {
            let digits: String = hash.chars().take(FINGERPRINT_DIGITS).collect();
            self.with("print-fingerprint", "fingerprint", &digits)
        });
        let details = [told(&it.usage), told(&it.language), fingerprint];
        json!({ "name": self.name(&it.name), "details": details.into_iter().flatten().collect::<Vec<_>>() })
    }

    fn follow_up(&self, it: &FollowUpLine) -> Value {
        let details: Vec<_> = [&it.assignee, &it.state].into_iter().filter_map(told).collect();
        json!({ "date": self.date(&it.due), "name": self.name(&it.title), "details": details })
    }

    fn printed(&self, it: &AgreementSummary) -> String {
        let date = self.messages.date(&it.printed_on);
        match told(&it.officer) {
            None => self.with("print-printed-on", "date", &date),
            Some(officer) => {
                let args = Args::new().with("date", date).with("officer", officer);
                self.messages.format("print-printed-on-by", &args)
            }
        }
    }

    /// The messages that a template asks for by their key. Numbers of pages are known to the template alone,
    /// which is why it gets that message with places to put them.
    fn labels(&self) -> Map<String, Value> {
        let places = || Args::new().with("page", "{page}").with("pages", "{pages}");
        let keys = self.messages.keys().filter(|key| key.starts_with("print-"));
        keys.map(|key| (key.to_owned(), self.messages.format(key, &places()).into())).collect()
    }

    fn name(&self, name: &str) -> String {
        if name.trim().is_empty() { self.messages.text("print-not-known") } else { name.to_owned() }
    }

    fn date(&self, date: &Option<String>) -> Option<String> {
        told(date).map(|date| self.messages.date(&date))
    }

    fn long(&self, text: &Option<String>) -> Option<String> {
        told(text).map(|text| self.density.shortened(text, self.messages))
    }

    fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.messages.format(key, &Args::new().with(name, value))
    }
}

/// The text, if somebody has told it.
fn told(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// How large a title is set, in em: so that it takes three lines at most until it is very long indeed.
fn title_size(title: &str) -> f64 {
    match title.chars().map(width).sum() {
        0..=80 => 2.0,
        81..=150 => 1.7,
        151..=300 => 1.4,
        _ => 1.15,
    }
}

/// How far the lines of a title stand apart, in em of the page's text. Letters that reach far above or below theirs, as
/// those of Arabic and of the scripts of South and Southeast Asia do, would run into the next.
fn title_leading(title: &str) -> f64 {
    let reaches_far = |letter: char| matches!(letter, '\u{600}'..='\u{1AFF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    if title.chars().any(reaches_far) { 1.0 } else { 0.4 }
}

/// The title as it stands at the head of later pages: on one line, beside the number.
fn running(title: &str) -> String {
    let mut room = 90_usize;
    let end = title.char_indices().find(|(_, letter)| {
        let fits = room.checked_sub(width(*letter));
        room = fits.unwrap_or_default();
        fits.is_none()
    });
    end.map_or_else(|| title.to_owned(), |(end, _)| format!("{}…", title[..end].trim_end()))
}

/// Roughly how many Latin letters wide a letter is: a Chinese one is two.
fn width(letter: char) -> usize {
    if letter < '\u{2e80}' { 1 } else { 2 }
}

fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_title_stand_apart_as_far_as_its_letters_reach() {
        for (title, leading) in
            [("Agreement 协议", 0.4), ("اتفاقية التعاون", 1.0), ("सहयोग", 1.0), ("ข้อตกลง", 1.0)]
        {
            assert_eq!(title_leading(title).to_bits(), f64::to_bits(leading), "{title}");
        }
    }

    #[test]
    fn a_running_title_fits_its_line() {
        assert_eq!(running("医疗器械"), "医疗器械");
        assert_eq!(running(&"a".repeat(90)), "a".repeat(90));
        assert_eq!(running(&"a ".repeat(90)), format!("{}a…", "a ".repeat(44)));
        assert_eq!(running(&"医".repeat(46)), format!("{}…", "医".repeat(45)));
    }
}

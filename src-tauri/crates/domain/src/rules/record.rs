//! What the fields of one record must be to each other.

use super::{Problem, Values, contact, text};
use crate::ids::RecordId;
use crate::kinds::{FieldType, Kind};
use crate::partial_date::PartialDate;
use crate::value::Value;

/// Pairs of dates of which the second cannot lie before the first.
const ORDERED: &[(Kind, &str, &str)] = &[
    (Kind::Membership, "from", "to"),
    (Kind::Affiliation, "from", "to"),
    (Kind::Event, "start", "end"),
    (Kind::Agreement, "signed", "ends"),
    (Kind::Agreement, "in-force", "ends"),
    (Kind::Agreement, "termination-requested", "termination-effective"),
    (Kind::Party, "signed", "withdrawn"),
    (Kind::Party, "in-force", "withdrawn"),
];

/// Every problem among the fields of a record, with the name of the field it is shown at.
pub fn check(kind: Kind, id: RecordId, values: &Values) -> Vec<(&'static str, Problem)> {
    let mut problems = Vec::new();
    for &(_, start, end) in ORDERED.iter().filter(|(of, ..)| *of == kind) {
        if let (Some(from), Some(to)) = (date(kind, values, start), date(kind, values, end))
            && to.certainly_before(from)
        {
            problems.push((end, Problem::BeforeStart(start)));
        }
    }
    for field in kind.fields() {
        let itself = values.get(&field.number) == Some(&Value::Reference(id));
        if itself && matches!(field.field_type, FieldType::Reference(_) | FieldType::Owner(_)) {
            problems.push((field.name, Problem::Itself));
        }
    }
    problems.extend(contact_problem(kind, values));
    problems.extend(person_problem(kind, values));
    problems.extend(document_problem(kind, values));
    problems.dedup_by_key(|(field, _)| *field);
    problems
}

fn contact_problem(kind: Kind, values: &Values) -> Option<(&'static str, Problem)> {
    let (medium, value) = (text(kind, values, "medium")?, text(kind, values, "value")?);
    (kind == Kind::Contact).then(|| contact::check(medium, value).err())?.map(|problem| ("value", problem))
}

/// A person needs a name, but no particular one: some have no family name, some are known in one script only.
fn person_problem(kind: Kind, values: &Values) -> Option<(&'static str, Problem)> {
    let named = ["given", "family", "original-name", "romanised-name"]
        .iter()
        .any(|name| text(kind, values, name).is_some());
    (kind == Kind::Person && !named).then_some(("family", Problem::Required))
}

/// A document is found by its content's BLAKE3 hash, which is written in one way only.
fn document_problem(kind: Kind, values: &Values) -> Option<(&'static str, Problem)> {
    let hash = text(kind, values, "content-hash").filter(|_| kind == Kind::Document)?;
    let is_one = hash.len() == 64 && hash.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
    (!is_one).then_some(("content-hash", Problem::NotAFingerprint))
}

fn date(kind: Kind, values: &Values, field: &str) -> Option<PartialDate> {
    text(kind, values, field)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(kind: Kind, fields: &[(&str, &str)]) -> Vec<(&'static str, Problem)> {
        let number = |name: &str| kind.field(name).expect("declared").number;
        let values = fields.iter().map(|(name, text)| (number(name), Value::from(*text))).collect();
        check(kind, RecordId::from_bytes([0; 16]), &values)
    }

    #[test]
    fn an_end_certainly_before_its_start_is_refused() {
        let wrong = problems(Kind::Event, &[("start", "2023-10-19"), ("end", "2023-09")]);
        assert_eq!(wrong, [("end", Problem::BeforeStart("start"))]);
        assert!(problems(Kind::Event, &[("start", "2023-10-19"), ("end", "2023-10")]).is_empty());
        assert!(problems(Kind::Event, &[("start", "2023-10-19"), ("end", "--01-02")]).is_empty());
    }

    #[test]
    fn a_person_needs_some_name() {
        assert_eq!(problems(Kind::Person, &[("honorific", "Dr.")]), [("family", Problem::Required)]);
        assert!(problems(Kind::Person, &[("original-name", "程云章")]).is_empty());
    }

    #[test]
    fn a_document_is_found_by_a_whole_fingerprint() {
        let hash = "9b1f03c6a47de25510aa83e0d7c2461f".repeat(2);
        assert!(problems(Kind::Document, &[("content-hash", &hash)]).is_empty());
        for wrong in ["zz", &hash[1..], &hash.to_uppercase(), &format!("{hash}0"), &hash.replace('9', "g")] {
            let told = problems(Kind::Document, &[("content-hash", wrong)]);
            assert_eq!(told, [("content-hash", Problem::NotAFingerprint)], "{wrong}");
        }
    }

    #[test]
    fn a_contact_is_checked_by_its_medium() {
        let wrong = problems(Kind::Contact, &[("medium", "email"), ("value", "nobody")]);
        assert_eq!(wrong, [("value", Problem::NotAnEmail)]);
    }
}

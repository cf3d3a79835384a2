//! The sample against its tables.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use entente_domain::kinds::{Choices, FieldType, Kind, Role};
use entente_domain::partial_date::PartialDate;

use super::{drafts, names, tables};
use crate::wire::{Draft, WireValue};

fn sample() -> Vec<Draft> {
    drafts(NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day"))
}

fn kind_of(draft: &Draft) -> Kind {
    Kind::from_name(&draft.kind).expect("a declared kind")
}

fn text<'a>(draft: &'a Draft, field: &str) -> &'a str {
    match draft.fields.get(field) {
        Some(Some(WireValue::Text(text))) => text,
        _ => "",
    }
}

fn of_kind(drafts: &[Draft], kind: Kind) -> Vec<&Draft> {
    drafts.iter().filter(|draft| draft.kind == kind.name()).collect()
}

/// The draft that a field refers to.
fn referred<'a>(drafts: &'a [Draft], draft: &Draft, field: &str) -> &'a Draft {
    let place: usize = text(draft, field).strip_prefix('#').expect("a reference").parse().expect("a place");
    &drafts[place]
}

#[test]
fn every_row_of_the_tables_is_a_record() {
    let drafts = sample();
    let count = |kind| of_kind(&drafts, kind).len();
    assert_eq!(count(Kind::Institution), tables::institutions().len());
    assert_eq!(count(Kind::Person), tables::people().len());
    assert_eq!(count(Kind::Event), tables::events().len());
    assert_eq!(count(Kind::Agreement), tables::agreements().len());
    assert_eq!(count(Kind::Name), names::INSTITUTIONS.len());
    let entries = |cells: Vec<String>| cells.iter().map(|cell| tables::entries(cell).count()).sum::<usize>();
    let agreements = |cell: fn(tables::AgreementRow) -> String| {
        entries(tables::agreements().into_iter().map(cell).collect())
    };
    assert_eq!(count(Kind::Party), agreements(|row| row.parties));
    assert_eq!(count(Kind::Topic), agreements(|row| row.topics));
    assert_eq!(count(Kind::Affiliation), entries(tables::people().into_iter().map(|row| row.role).collect()));
}

#[test]
fn every_field_is_declared_and_holds_what_it_may() {
    let drafts = sample();
    for draft in &drafts {
        let kind = kind_of(draft);
        for field in kind.fields().iter().filter(|field| field.is(Role::Required)) {
            assert_ne!(text(draft, field.name), "", "{kind} {} is required", field.name);
        }
        for (name, value) in &draft.fields {
            let field = kind.field(name).unwrap_or_else(|| panic!("{kind} has no {name}"));
            let Some(WireValue::Text(value)) = value else { panic!("{kind} {name} is no text") };
            assert!(is_accepted(&drafts, draft, field.field_type, name, value), "{kind} {name}: {value}");
        }
    }
}

fn is_accepted(drafts: &[Draft], draft: &Draft, field_type: FieldType, name: &str, value: &str) -> bool {
    match field_type {
        FieldType::Text => !value.contains('\n'),
        FieldType::LongText => true,
        // Open choices too: the tables use declared words only.
        FieldType::Choice(Choices::Closed(codes) | Choices::Open(codes)) => codes.contains(&value),
        FieldType::Date => value.parse::<PartialDate>().is_ok(),
        FieldType::Country => entente_domain::country::is_code(value),
        FieldType::Language => entente_domain::language::canonical(value).as_deref() == Some(value),
        FieldType::Integer(_) | FieldType::Boolean => false,
        FieldType::Reference(kinds) | FieldType::Owner(kinds) => {
            kinds.contains(&kind_of(referred(drafts, draft, name)))
        }
    }
}

#[test]
fn an_agreement_has_the_parties_of_its_row_and_no_others() {
    let drafts = sample();
    let mut told = BTreeMap::new();
    for row in tables::agreements() {
        told.insert(row.title, tables::entries(&row.parties).map(str::to_owned).collect::<Vec<_>>());
    }
    let mut made: BTreeMap<String, Vec<String>> = told.keys().map(|title| (title.clone(), vec![])).collect();
    for party in of_kind(&drafts, Kind::Party) {
        let title = text(referred(&drafts, party, "agreement"), "title");
        let institution = text(referred(&drafts, party, "institution"), "short-name");
        made.get_mut(title).expect("an agreement").push(institution.into());
    }
    assert_eq!(made, told);
    assert!(of_kind(&drafts, Kind::Signatory).is_empty(), "nobody is told to have signed");
    assert!(of_kind(&drafts, Kind::Membership).is_empty(), "nobody is told to be a member");
}

#[test]
fn what_is_not_known_stays_unknown() {
    let drafts = sample();
    let vikcess = drafts.iter().find(|draft| text(draft, "short-name") == "VIKCESS").expect("VIKCESS");
    assert_eq!((text(vikcess, "country"), text(vikcess, "city")), ("", ""));
    for (title, signed) in [
        ("Cooperative document on investment", "--12-08"),
        ("Cooperation agreement with Kyrgyz National University", "2023-10"),
    ] {
        let agreement = drafts.iter().find(|draft| text(draft, "title") == title).expect(title);
        assert_eq!(text(agreement, "signed"), signed);
        assert_eq!(
            (text(agreement, "in-force"), text(agreement, "ends"), text(agreement, "term")),
            ("", "", "")
        );
    }
}

#[test]
fn whatever_has_something_that_the_tables_do_not_tell_is_tagged() {
    let drafts = sample();
    let tagged: Vec<_> =
        of_kind(&drafts, Kind::Tagging).iter().map(|tagging| text(tagging, "record").to_owned()).collect();
    for (place, draft) in drafts.iter().enumerate() {
        let must_be = match kind_of(draft) {
            Kind::FollowUp => format!("#{place}"),
            Kind::Contact | Kind::Name => text(draft, "owner").into(),
            Kind::Person if !text(draft, "original-name").is_empty() => format!("#{place}"),
            _ => continue,
        };
        assert!(tagged.contains(&must_be), "{draft:?}");
    }
    let mut once = tagged.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), tagged.len(), "a tag is put on a record once");
    assert!(
        of_kind(&drafts, Kind::Contact)
            .iter()
            .all(|contact| text(contact, "value").ends_with("@example.org"))
    );
}

#[test]
fn the_agenda_has_something_overdue_something_ahead_and_something_undated() {
    let drafts = sample();
    let open = of_kind(&drafts, Kind::FollowUp).into_iter().filter(|draft| text(draft, "state") == "open");
    let due: Vec<_> = open.map(|draft| text(draft, "due")).collect();
    assert!(due.iter().any(|due| !due.is_empty() && *due < "2026-03-01"));
    assert!(due.iter().any(|due| *due > "2026-03-01"));
    assert!(due.contains(&""));
}

#[test]
fn the_alliance_tells_its_list_of_countries_as_it_is() {
    let drafts = sample();
    let alliance = drafts.iter().find(|draft| text(draft, "short-name") == "BRMDIA").expect("the alliance");
    let note = text(alliance, "note");
    assert!(note.contains("Members: 55") && note.contains("Countries stated: 18"), "{note}");
    assert!(note.contains("Sweden, Sweden") && note.contains("(18 names, 17 countries)"), "{note}");
}

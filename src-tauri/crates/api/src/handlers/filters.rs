//! What a list is filtered by, read and checked: a value that no record could have is refused, and not found nowhere.

use chrono::NaiveDate;
use entente_domain::kinds::{Choices, Field, FieldType, Kind, Role};
use entente_domain::partial_date::PartialDate;
use entente_domain::rules::agreement_state::StateCode;
use entente_domain::rules::{self, Problem};
use entente_domain::store::{Dates, Filter as DomainFilter, Test};
use entente_domain::value::Value;

use crate::Failure;
use crate::wire::{Filter, FilterTest};

/// The name under which agreements are filtered by what their dates mean, which is no field.
const STATE: &str = "state";

/// A filter on lists of a kind, as the domain asks it.
pub(super) fn read(kind: Kind, filter: Filter, today: NaiveDate) -> Result<DomainFilter, Failure> {
    let Filter { field: name, test } = filter;
    if let Some((rows, field)) = kind.row_filter(&name) {
        let FilterTest::AnyOf(texts) = test else { return Err(unknown(kind, name)) };
        return Ok(DomainFilter::Rows(rows, field, values(field, &name, texts)?));
    }
    if name == STATE && kind == Kind::Agreement {
        let FilterTest::AnyOf(codes) = test else { return Err(unknown(kind, name)) };
        let codes = codes.into_iter().map(state_code).collect::<Result<_, _>>()?;
        return Ok(DomainFilter::State(codes, today));
    }
    let Some(field) = kind.field(&name).filter(|field| is_asked(kind, field)) else {
        return Err(unknown(kind, name));
    };
    let is_date = field.field_type == FieldType::Date;
    let test = match test {
        FilterTest::AnyOf(texts) if is_date => {
            let dates = texts.iter().map(|text| Ok(Dates::within(date(field, text)?)));
            Test::Dates(dates.collect::<Result<_, Failure>>()?)
        }
        FilterTest::AnyOf(texts) => Test::AnyOf(values(field, &name, texts)?),
        FilterTest::Between { from, to } if is_date => Test::Dates(vec![between(field, from, to)?]),
        FilterTest::Between { .. } => return Err(unknown(kind, name)),
        FilterTest::Unknown => Test::Unknown,
        FilterTest::Known => Test::Known,
    };
    Ok(DomainFilter::Field(field, test))
}

/// The rows and their text that lists of a kind are filtered by under this name.
pub(super) fn of_texts(kind: Kind, name: &str) -> Result<(Kind, &'static Field), Failure> {
    let found = kind.row_filter(name).filter(|(_, field)| !field.field_type.is_reference());
    found.ok_or_else(|| unknown(kind, name.into()))
}

/// The names of all that lists of a kind are filtered by.
pub(crate) fn names(kind: Kind) -> Vec<&'static str> {
    let state = (kind == Kind::Agreement).then_some(STATE);
    let fields = kind.fields().iter().filter(|field| is_asked(kind, field));
    let rows = kind.row_filters().filter_map(|(_, field)| field.filters);
    state.into_iter().chain(fields.map(|field| field.name)).chain(rows).collect()
}

/// Whether lists of a kind are filtered by a field of its own.
fn is_asked(kind: Kind, field: &Field) -> bool {
    field.is(Role::Listed) || !kind.is_main()
}

fn unknown(kind: Kind, name: String) -> Failure {
    Failure::UnknownFilter { kind, name }
}

/// What is looked for, in the notation of the field.
fn values(field: &Field, name: &str, texts: Vec<String>) -> Result<Vec<Value>, Failure> {
    texts
        .into_iter()
        .map(|text| value(field, text).map_err(|(text, problem)| refused(name, text, problem)))
        .collect()
}

/// A text, or a word of an officer's own, is whatever it is: of these none need be known here.
fn value(field: &Field, text: String) -> Result<Value, (String, Problem)> {
    let read = rules::check_field(field, Some(Value::Text(text.clone())));
    match (field.field_type, read) {
        (_, Ok(Some(value))) => Ok(value),
        (FieldType::Text | FieldType::LongText | FieldType::Choice(Choices::Open(_)), _) => {
            Ok(Value::Text(text))
        }
        (_, Ok(None)) => Err((text, Problem::Required)),
        (_, Err(problem)) => Err((text, problem)),
    }
}

fn state_code(code: String) -> Result<StateCode, Failure> {
    let codes = || StateCode::ALL.map(StateCode::name).join(", ");
    StateCode::from_name(&code).ok_or_else(|| refused(STATE, code, Problem::NotAChoice(codes())))
}

/// From the first day of one date to the last of another.
fn between(field: &Field, from: Option<String>, to: Option<String>) -> Result<Dates, Failure> {
    let bound = |text: Option<String>, day: fn(PartialDate) -> Option<NaiveDate>| {
        let Some(text) = text else { return Ok(None) };
        day(date(field, &text)?).map(Some).ok_or(Failure::FilterWithoutYear(text))
    };
    Ok(Dates::Between(bound(from, PartialDate::first_day)?, bound(to, PartialDate::last_day)?))
}

fn date(field: &Field, text: &str) -> Result<PartialDate, Failure> {
    text.trim().parse().map_err(|_| refused(field.name, text.into(), Problem::NotADate))
}

fn refused(name: &str, value: String, problem: Problem) -> Failure {
    Failure::FilterValue { name: name.into(), value, problem }
}

//! `--filter FIELD=VALUE`, as it is typed after `list`.
//!
//! | typed | passes |
//! |---|---|
//! | `country=CN` | this value |
//! | `signed=2023`, `signed=2023-10` | a date that may lie in that year or month |
//! | `country=CN`, `country=KG` | one of these: the same field twice |
//! | `signed=2023-10..2024` | a date that may lie between, the first and last days of both included; either may be left out |
//! | `ends=?` | not known |
//! | `ends=*` | known |
//! | `tag=sample`, `party=USST`, `topic=optics` | has such a row: a record by its name, short name or id; another one: has both |
//! | `state=expiring` | of agreements: what their dates mean today |

use entente_api::ErrorKind;
use entente_api::kinds::{Field, FieldType, Kind};
use entente_api::wire::{Filter, FilterTest, List, Records, Row};
use entente_messages::Args;

use crate::assignments::usage;
use crate::failure::Failure;
use crate::labels;
use crate::session::Session;
use crate::text::one_line;

/// Reads the filters on a list of this kind.
pub(crate) fn read(session: &Session, kind: &str, typed: &[String]) -> Result<Vec<Filter>, Failure> {
    let mut filters: Vec<Filter> = Vec::new();
    for filter in typed {
        let Some((field, value)) = filter.split_once('=') else {
            return Err(usage(session, "cli-usage-no-filter", filter));
        };
        let of_rows = Kind::from_name(kind).and_then(|kind| kind.row_filter(field));
        match of_rows.map(|(_, field)| field.field_type.references()) {
            Some([]) => add_another(&mut filters, field, value.into()),
            Some(kinds) => add_another(&mut filters, field, record(session, kinds, value)?),
            None => {
                let test = match (test(kind, field, value.into()), labels::declared(kind, field)) {
                    (FilterTest::AnyOf(_), Some(FieldType::Reference(kinds) | FieldType::Owner(kinds))) => {
                        FilterTest::AnyOf(vec![record(session, kinds, value)?])
                    }
                    (test, _) => test,
                };
                add(&mut filters, field, test);
            }
        }
    }
    Ok(filters)
}

/// A record can have several tags or parties: it must have them all.
fn add_another(filters: &mut Vec<Filter>, field: &str, value: String) {
    filters.push(Filter { field: field.into(), test: FilterTest::AnyOf(vec![value]) });
}

/// Values of one field are alternatives.
fn add(filters: &mut Vec<Filter>, field: &str, test: FilterTest) {
    let earlier = filters.iter_mut().find(|filter| filter.field == field);
    match (earlier.map(|filter| &mut filter.test), test) {
        (Some(FilterTest::AnyOf(values)), FilterTest::AnyOf(more)) => values.extend(more),
        (_, test) => filters.push(Filter { field: field.into(), test }),
    }
}

fn test(kind: &str, field: &str, value: String) -> FilterTest {
    let side = |day: &str| Some(day.to_owned()).filter(|day| !day.is_empty());
    match (value.as_str(), labels::declared(kind, field)) {
        ("?", _) => FilterTest::Unknown,
        ("*", _) => FilterTest::Known,
        (range, Some(FieldType::Date)) if range.contains("..") => {
            let (from, to) = range.split_once("..").unwrap_or_default();
            FilterTest::Between { from: side(from), to: side(to) }
        }
        _ => FilterTest::AnyOf(vec![value]),
    }
}

/// The id of the one record of these kinds that is called so, or the id itself.
fn record(session: &Session, kinds: &[Kind], word: &str) -> Result<String, Failure> {
    let is_of_these = |row: &Row| kinds.iter().any(|kind| kind.name() == row.kind);
    let by_id = session.api.rows(Records { ids: vec![word.into()] }).unwrap_or_default();
    if by_id.iter().any(is_of_these) {
        return Ok(word.into());
    }
    let mut meant = Vec::new();
    for kind in kinds {
        meant.extend(called(session, *kind, word)?);
    }
    match meant.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(no_such_name(session, kinds, word)),
        several => {
            let message = session.say("cli-several-of-name", Args::new().with("name", one_line(word)));
            let ids = Args::new().with("ids", several.join(", "));
            Err(Failure::refused(ErrorKind::NotFound, message, session.say("cli-several-of-name-hint", ids)))
        }
    }
}

fn no_such_name(session: &Session, kinds: &[Kind], word: &str) -> Failure {
    let kind = kinds.first().map(|kind| kind.name()).unwrap_or_default();
    let told = Args::new().with("kind", labels::kind(session.messages, kind)).with("name", one_line(word));
    let hint = session.say("cli-no-such-name-hint", Args::new().with("kind", kind));
    Failure::refused(ErrorKind::NotFound, session.say("cli-no-such-name", told), hint)
}

/// The field with the names by which institutions are called in short.
const SHORT_NAME: &str = "short-name";

/// The ids of the records of a kind with this title or, if it has such, this short name.
fn called(session: &Session, kind: Kind, word: &str) -> Result<Vec<String>, Failure> {
    let by_field = |field: &Field| {
        let test = FilterTest::AnyOf(vec![word.into()]);
        asked(session, kind, None, vec![Filter { field: field.name.into(), test }])
    };
    let titled = match kind.fields().iter().find(|field| kind.is_titled_by(field)) {
        Some(field) => by_field(field)?,
        // What several fields can title is found as the search box finds it.
        None => asked(session, kind, Some(word.into()), Vec::new())?,
    };
    let mut meant: Vec<_> = titled.into_iter().filter(|row| row.title == word).map(|row| row.id).collect();
    if let Some(field) = kind.field(SHORT_NAME) {
        let short = by_field(field)?.into_iter().map(|row| row.id);
        meant.extend(short.filter(|id| !meant.contains(id)).collect::<Vec<_>>());
    }
    Ok(meant)
}

fn asked(
    session: &Session,
    kind: Kind,
    text: Option<String>,
    filters: Vec<Filter>,
) -> Result<Vec<Row>, Failure> {
    let list = List {
        kind: kind.name().into(),
        text,
        filters,
        sort: None,
        descending: false,
        offset: 0,
        around: None,
        limit: 500,
        deleted: false,
    };
    Ok(session.told(session.api.list(list))?.rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_json(field: &str, value: &str) -> String {
        serde_json::to_string(&test("agreement", field, value.into())).expect("JSON")
    }

    #[test]
    fn a_filter_says_what_its_field_must_be() {
        for (field, value, json) in [
            ("kind", "investment", r#"{"any-of":["investment"]}"#),
            ("signed", "2023-01-01..2023-12-31", r#"{"between":{"from":"2023-01-01","to":"2023-12-31"}}"#),
            ("signed", "..2023-12-31", r#"{"between":{"from":null,"to":"2023-12-31"}}"#),
            ("signed", "2023-10", r#"{"any-of":["2023-10"]}"#),
            ("title", "a..b", r#"{"any-of":["a..b"]}"#),
            ("ends", "?", r#""unknown""#),
            ("ends", "*", r#""known""#),
        ] {
            assert_eq!(as_json(field, value), json);
        }
    }

    #[test]
    fn values_of_one_field_are_alternatives() {
        let mut filters = vec![];
        for (field, value) in [("country", "CN"), ("kind", "?"), ("country", "KG")] {
            add(&mut filters, field, test("institution", field, value.into()));
        }
        assert_eq!(
            serde_json::to_string(&filters).expect("JSON"),
            r#"[{"field":"country","test":{"any-of":["CN","KG"]}},{"field":"kind","test":"unknown"}]"#
        );
    }
}

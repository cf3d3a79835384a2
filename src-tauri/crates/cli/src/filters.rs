//! `--filter FIELD=VALUE`, as it is typed after `list`.
//!
//! | typed | passes |
//! |---|---|
//! | `country=CN` | this value |
//! | `country=CN`, `country=KG` | one of these: the same field twice |
//! | `signed=2023-01-01..2023-12-31` | a date that may lie between; either side may be left out |
//! | `ends=?` | not known |
//! | `ends=*` | known |
//! | `tag=sample` | has the tag, by name or id; another one: has both |
//! | `state=expiring` | of agreements: what their dates mean today |

use entente_api::ErrorKind;
use entente_api::kinds::{FieldType, Kind};
use entente_api::wire::{Filter, FilterTest, List, WireValue};
use entente_messages::Args;

use crate::assignments::usage;
use crate::failure::Failure;
use crate::session::Session;

/// The filter that is no field.
const TAG: &str = "tag";

/// Reads the filters on a list of this kind.
pub(crate) fn read(session: &Session, kind: &str, typed: &[String]) -> Result<Vec<Filter>, Failure> {
    let mut filters: Vec<Filter> = Vec::new();
    for filter in typed {
        let Some((field, value)) = filter.split_once('=') else {
            return Err(usage(session, "cli-usage-no-filter", filter));
        };
        let value = if field == TAG { tag(session, value)? } else { value.to_owned() };
        add(&mut filters, field, test(kind, field, value));
    }
    Ok(filters)
}

/// Values of one field are alternatives; a record can have several tags.
fn add(filters: &mut Vec<Filter>, field: &str, test: FilterTest) {
    let earlier = filters.iter_mut().find(|filter| filter.field == field && field != TAG);
    match (earlier.map(|filter| &mut filter.test), test) {
        (Some(FilterTest::AnyOf(values)), FilterTest::AnyOf(more)) => values.extend(more),
        (_, test) => filters.push(Filter { field: field.into(), test }),
    }
}

fn test(kind: &str, field: &str, value: String) -> FilterTest {
    let side = |day: &str| Some(day.to_owned()).filter(|day| !day.is_empty());
    match value.as_str() {
        "?" => FilterTest::Unknown,
        "*" => FilterTest::Known,
        range if is_date(kind, field) && range.contains("..") => {
            let (from, to) = range.split_once("..").unwrap_or_default();
            FilterTest::Between { from: side(from), to: side(to) }
        }
        _ => FilterTest::AnyOf(vec![value]),
    }
}

fn is_date(kind: &str, field: &str) -> bool {
    let declared = Kind::from_name(kind).and_then(|kind| kind.field(field));
    declared.is_some_and(|field| field.field_type == FieldType::Date)
}

/// The id of a tag that is named, or the id itself.
fn tag(session: &Session, word: &str) -> Result<String, Failure> {
    let list = List {
        kind: Kind::Tag.name().into(),
        text: None,
        filters: vec![],
        sort: None,
        descending: false,
        offset: 0,
        around: None,
        limit: 500,
        deleted: false,
    };
    let page = session.told(session.api.list(list))?;
    let is_meant = |name: &Option<WireValue>| *name == Some(WireValue::Text(word.into()));
    let found =
        page.rows.into_iter().find(|row| row.id == word || row.fields.get("name").is_some_and(is_meant));
    found.map(|row| row.id).ok_or_else(|| {
        let message = session.say("cli-no-such-tag", Args::new().with("tag", word.to_owned()));
        Failure::refused(ErrorKind::NotFound, message, session.text("cli-no-such-tag-hint"))
    })
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

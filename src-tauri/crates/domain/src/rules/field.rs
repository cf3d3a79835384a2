//! What a single field accepts, whatever its neighbours hold.

use unicode_normalization::UnicodeNormalization;

use super::Problem;
use crate::characters::{is_seen, is_unsafe};
use crate::ids::RecordId;
use crate::kinds::{Choices, Field, FieldType, Role};
use crate::partial_date::PartialDate;
use crate::value::Value;
use crate::{country, language};

/// The most characters that a line of text may have.
pub const MAX_TEXT: usize = 1_000;

/// The most characters that a text of several lines may have.
pub const MAX_LONG_TEXT: usize = 100_000;

/// What an officer entered, as the log keeps it: trimmed, composed (NFC), in canonical notation.
/// Numbers, references and yes/no may come as texts. Nothing but white space is an empty field.
///
/// # Errors
/// Why the field does not accept it.
pub fn check(field: &Field, entered: Option<Value>) -> Result<Option<Value>, Problem> {
    let accepted = match entered {
        None => None,
        Some(Value::Text(text)) => {
            let text: String = normalise(field, &text)?;
            (!text.is_empty()).then(|| parse(field.field_type, text)).transpose()?
        }
        Some(value) => Some(value),
    };
    match &accepted {
        None if field.is(Role::Required) => Err(Problem::Required),
        None => Ok(accepted),
        Some(value) if fits(field.field_type, value) => Ok(accepted),
        Some(_) => Err(misfit(field.field_type)),
    }
}

/// Whether a value from the log can stand in a field of this type. A newer or faulty program may have written
/// one that cannot; it is kept, and not shown.
pub fn fits(field_type: FieldType, value: &Value) -> bool {
    match (field_type, value) {
        (FieldType::Text | FieldType::LongText | FieldType::Choice(Choices::Open(_)), Value::Text(_)) => true,
        (FieldType::Choice(Choices::Closed(codes)), Value::Text(code)) => codes.contains(&code.as_str()),
        (FieldType::Date, Value::Text(date)) => date.parse::<PartialDate>().is_ok(),
        (FieldType::Country, Value::Text(code)) => country::is_code(code),
        (FieldType::Language, Value::Text(tag)) => language::canonical(tag).as_ref() == Some(tag),
        (FieldType::Integer(max), Value::Integer(number)) => (0..=max).contains(number),
        (FieldType::Boolean, Value::Boolean(_)) => true,
        (FieldType::Reference(_) | FieldType::Owner(_), Value::Reference(_)) => true,
        (_, Value::Text(_) | Value::Integer(_) | Value::Boolean(_) | Value::Reference(_)) => false,
    }
}

fn normalise(field: &Field, text: &str) -> Result<String, Problem> {
    let several_lines = field.field_type == FieldType::LongText;
    let limit = if several_lines { MAX_LONG_TEXT } else { MAX_TEXT };
    // Counted before anything is copied: a name of ten megabytes must not cost more than the look at it.
    if text.len() > limit && text.chars().nth(limit).is_some() {
        return Err(Problem::TooLong { limit });
    }
    let lines = text.replace("\r\n", "\n");
    match lines.trim().chars().find(|&c| is_unsafe(c) && !(several_lines && matches!(c, '\n' | '\t'))) {
        Some(c) => Err(Problem::InvisibleCharacter { code: c.into() }),
        None => seen(lines.trim()).map(|text| text.nfc().collect()),
    }
}

/// A text that is empty, or of which something can be seen.
fn seen(text: &str) -> Result<&str, Problem> {
    match text.chars().next() {
        Some(first) if !text.chars().any(is_seen) => Err(Problem::InvisibleCharacter { code: first.into() }),
        Some(_) | None => Ok(text),
    }
}

fn parse(field_type: FieldType, text: String) -> Result<Value, Problem> {
    let wrong = || misfit(field_type);
    match field_type {
        FieldType::Text | FieldType::LongText | FieldType::Choice(_) => Ok(Value::Text(text)),
        FieldType::Date => {
            text.parse::<PartialDate>().map(|date| Value::Text(date.to_string())).map_err(|_| wrong())
        }
        FieldType::Country => Ok(Value::Text(text.to_ascii_uppercase())),
        FieldType::Language => language::canonical(&text).map(Value::Text).ok_or_else(wrong),
        FieldType::Integer(_) => text.parse().map(Value::Integer).map_err(|_| wrong()),
        FieldType::Boolean => text.parse().map(Value::Boolean).map_err(|_| wrong()),
        FieldType::Reference(_) | FieldType::Owner(_) => {
            text.parse::<RecordId>().map(Value::Reference).map_err(|_| wrong())
        }
    }
}

fn misfit(field_type: FieldType) -> Problem {
    match field_type {
        FieldType::Date => Problem::NotADate,
        FieldType::Country => Problem::NotACountry,
        FieldType::Language => Problem::NotALanguage,
        FieldType::Integer(max) => Problem::NotANumber { max },
        FieldType::Boolean => Problem::NotYesOrNo,
        FieldType::Choice(choices) => Problem::NotAChoice(choices.codes().join(", ")),
        FieldType::Reference(_) | FieldType::Owner(_) => Problem::NotARecord,
        FieldType::Text | FieldType::LongText => Problem::NotAText,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Kind;

    fn entered(kind: Kind, field: &str, text: &str) -> Result<Option<Value>, Problem> {
        check(kind.field(field).expect("declared"), Some(text.into()))
    }

    #[test]
    fn what_is_accepted_is_trimmed_composed_and_canonical() {
        assert_eq!(
            entered(Kind::Institution, "name", "  Universite\u{301}\t"),
            Ok(Some("Université".into()))
        );
        assert_eq!(entered(Kind::Institution, "country", "kg"), Ok(Some("KG".into())));
        assert_eq!(entered(Kind::Name, "language", "ZH-hans"), Ok(Some("zh-Hans".into())));
        assert_eq!(entered(Kind::Agreement, "notice-days", "90"), Ok(Some(90.into())));
        assert_eq!(entered(Kind::Agreement, "signed", " "), Ok(None));
        assert_eq!(entered(Kind::Agreement, "note", "one\r\ntwo"), Ok(Some("one\ntwo".into())));
        assert_eq!(
            entered(Kind::Institution, "kind", "embassy"),
            Ok(Some("embassy".into())),
            "an open choice"
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (kind, field, text, problem) in [
            (Kind::Institution, "name", " ", Problem::Required),
            (Kind::Institution, "name", "a\u{7}b", Problem::InvisibleCharacter { code: 7 }),
            (Kind::Institution, "name", "a\nb", Problem::InvisibleCharacter { code: 10 }),
            (Kind::Institution, "name", "safe\u{202E}gpj", Problem::InvisibleCharacter { code: 0x202E }),
            (Kind::Institution, "name", "\u{200B}", Problem::InvisibleCharacter { code: 0x200B }),
            (Kind::Institution, "name", "\u{AD} \u{E0041}", Problem::InvisibleCharacter { code: 0xAD }),
            (Kind::Agreement, "note", "\u{2800}\n\u{3164}", Problem::InvisibleCharacter { code: 0x2800 }),
            (Kind::Institution, "country", "XX", Problem::NotACountry),
            (Kind::Institution, "part-of", "x", Problem::NotARecord),
            (Kind::Agreement, "signed", "2023-02-30", Problem::NotADate),
            (Kind::Agreement, "notice-days", "-1", Problem::NotANumber { max: 3660 }),
            (Kind::Agreement, "stage", "done", entered(Kind::Agreement, "stage", "x").expect_err("closed")),
        ] {
            assert_eq!(entered(kind, field, text), Err(problem), "{kind}.{field} {text:?}");
        }
    }

    #[test]
    fn what_is_of_another_sort_is_told_by_the_sort_of_the_field() {
        let name = Kind::Institution.field("name").expect("declared");
        assert_eq!(check(name, Some(Value::Integer(7))), Err(Problem::NotAText));
        let part_of = Kind::Institution.field("part-of").expect("declared");
        assert_eq!(check(part_of, Some(Value::Boolean(true))), Err(Problem::NotARecord));
    }

    #[test]
    fn joiners_and_marks_stay_in_names_that_need_them() {
        for name in ["می\u{200C}خواهم", "क्\u{200D}ष", "جامعة\u{200F}"] {
            assert_eq!(entered(Kind::Institution, "name", name), Ok(Some(name.into())));
        }
    }

    #[test]
    fn a_name_of_ten_megabytes_is_told_the_limit() {
        let long = "字".repeat(10 << 20);
        assert_eq!(entered(Kind::Institution, "name", &long), Err(Problem::TooLong { limit: MAX_TEXT }));
        assert!(entered(Kind::Institution, "name", &"字".repeat(MAX_TEXT)).is_ok());
    }
}

//! What is wrong with the fields of a draft.

use entente_domain::rules::Problem;
use entente_domain::workspace::{DraftProblem, Error};
use entente_messages::{Args, Messages};

use super::Failure;
use crate::error::FieldError;

/// The fields to blame, if any are.
pub(super) fn of(failure: &Failure, messages: &Messages) -> Vec<FieldError> {
    match failure {
        Failure::Domain(Error::Invalid(problems)) => {
            problems.iter().map(|problem| field_error(problem, messages)).collect()
        }
        Failure::UnknownDraft { draft, field } => {
            let message = messages.text("problem-not-a-record");
            vec![FieldError { record: u32::try_from(*draft).ok(), field: field.clone(), message }]
        }
        _ => Vec::new(),
    }
}

fn field_error(problem: &DraftProblem, messages: &Messages) -> FieldError {
    FieldError {
        record: u32::try_from(problem.draft).ok(),
        field: problem.field.into(),
        message: told(&problem.problem, messages),
    }
}

/// Why a value is not accepted.
pub(super) fn told(problem: &Problem, messages: &Messages) -> String {
    let args = Args::new();
    let (key, args) = match problem {
        Problem::Required => ("problem-required", args),
        Problem::TooLong { limit } => ("problem-too-long", args.with("limit", *limit)),
        Problem::InvisibleCharacter { code } => {
            ("problem-invisible-character", args.with("code", format!("U+{code:04X}")))
        }
        Problem::NotADate => ("problem-not-a-date", args),
        Problem::NotAText => ("problem-not-a-text", args),
        Problem::NotAFingerprint => ("problem-not-a-fingerprint", args),
        Problem::Circle => ("problem-circle", args),
        Problem::NotACountry => ("problem-not-a-country", args),
        Problem::NotALanguage => ("problem-not-a-language", args),
        Problem::NotANumber { max } => ("problem-not-a-number", args.with("max", *max)),
        Problem::NotYesOrNo => ("problem-not-yes-or-no", args),
        Problem::NotAChoice(choices) => ("problem-not-a-choice", args.with("choices", choices.as_str())),
        Problem::NotARecord => ("problem-not-a-record", args),
        Problem::Itself => ("problem-itself", args),
        Problem::NotAnEmail => ("problem-not-an-email", args),
        Problem::NotAPhone => ("problem-not-a-phone", args),
        Problem::NotAWebsite => ("problem-not-a-website", args),
        Problem::BeforeStart(start) => ("problem-before-start", args.with("start", *start)),
    };
    messages.format(key, &args)
}

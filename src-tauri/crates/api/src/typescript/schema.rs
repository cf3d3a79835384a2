//! `schema.ts`: the declared kinds, for forms and lists that follow from them.

use std::fmt::Write as _;

use entente_domain::characters;
use entente_domain::kinds::{Choices, Field, FieldType, Kind, Role};
use entente_domain::rules::agreement_state::StateCode;

use super::HEADER;
use crate::naming;

const TYPES: &str = "\
/** What a field can hold. */
export type FieldType =
  | { type: 'text' | 'long-text' | 'date' | 'country' | 'language' | 'boolean' }
  | { type: 'integer'; max: number }
  | { type: 'choice'; codes: readonly string[]; open: boolean }
  | { type: 'reference' | 'owner'; kinds: readonly KindName[] };

/** A declared field. */
export type FieldSchema = FieldType & {
  name: string;
  required: boolean;
  /** A column of the list, which can be sorted and filtered by it. */
  listed: boolean;
  /** What stands in it never leaves this laptop. */
  private: boolean;
  /** The name by which lists of the records that its own can belong to are filtered by it. */
  filters: string | null;
};

/** A declared kind. */
export interface KindSchema {
  name: KindName;
  /** Whether its records have a page of their own. */
  main: boolean;
  /** The field that names the record it belongs to. */
  owner: string | null;
  /** The kinds whose records can belong to one of this kind, in order. */
  owned: readonly KindName[];
  /** The kind of those that are told beside its title: `companions` of a row. */
  companions: KindName | null;
  fields: readonly FieldSchema[];
}

";

pub(super) fn schema() -> String {
    let mut out = String::from(HEADER);
    let names: Vec<String> = Kind::ALL.iter().map(|kind| format!("'{kind}'")).collect();
    writeln!(out, "/** The name of a kind. */\nexport type KindName = {};\n", names.join(" | "))
        .expect(MEMORY);
    out.push_str(TYPES);
    out.push_str("/** Every kind, by its name. */\nexport const SCHEMA: { readonly [kind in KindName]: KindSchema } = {\n");
    for kind in Kind::ALL {
        write_kind(&mut out, kind);
    }
    out.push_str("};\n");
    let codes = list(&StateCode::ALL.map(StateCode::name));
    writeln!(
        out,
        "\n/** What an agreement's dates may mean. */\nexport const STATE_CODES: readonly string[] = {codes};"
    )
    .expect(MEMORY);
    writeln!(
        out,
        "\n/** What a file's name cannot hold: what separates, and what is not seen. */\nexport const UNFIT_FOR_NAMES = /[{}]+/gu;",
        unfit_for_names()
    )
    .expect(MEMORY);
    out
}

/// The class of a regular expression.
fn unfit_for_names() -> String {
    let code = |c: char| format!("\\u{{{:x}}}", u32::from(c));
    let separating = naming::SEPARATING.chars().map(code);
    let stretches = characters::unfit_for_names().into_iter().map(|stretch| match stretch.into_inner() {
        (first, last) if first == last => code(first),
        (first, last) => format!("{}-{}", code(first), code(last)),
    });
    separating.chain(stretches).collect()
}

const MEMORY: &str = "BUG: writing to memory cannot fail";

fn write_kind(out: &mut String, kind: Kind) {
    let owner = kind.owner_field().map_or("null".into(), |field| format!("'{}'", field.name));
    let companions = kind.companions().map_or("null".into(), |companions| format!("'{}'", companions.rows));
    let owned: Vec<_> = kind.owned_kinds().map(Kind::name).collect();
    writeln!(
        out,
        "  '{kind}': {{ name: '{kind}', main: {}, owner: {owner}, owned: {}, companions: {companions}, fields: [",
        kind.is_main(),
        list(&owned)
    )
    .expect(MEMORY);
    for field in kind.fields() {
        writeln!(out, "    {},", field_line(field)).expect(MEMORY);
    }
    out.push_str("  ] },\n");
}

fn field_line(field: &Field) -> String {
    let declared = match field.field_type {
        FieldType::Text => "type: 'text'".into(),
        FieldType::LongText => "type: 'long-text'".into(),
        FieldType::Date => "type: 'date'".into(),
        FieldType::Country => "type: 'country'".into(),
        FieldType::Language => "type: 'language'".into(),
        FieldType::Boolean => "type: 'boolean'".into(),
        FieldType::Integer(max) => format!("type: 'integer', max: {}", max.min(MAX_SAFE_INTEGER)),
        FieldType::Choice(choices) => {
            let open = matches!(choices, Choices::Open(_));
            format!("type: 'choice', codes: {}, open: {open}", list(choices.codes()))
        }
        FieldType::Reference(kinds) => format!("type: 'reference', kinds: {}", list(&names(kinds))),
        FieldType::Owner(kinds) => format!("type: 'owner', kinds: {}", list(&names(kinds))),
    };
    let (required, listed) = (field.is(Role::Required), field.is(Role::Listed));
    let private = field.is_private();
    let filters = field.filters.map_or("null".into(), |name| format!("'{name}'"));
    format!(
        "{{ name: '{}', {declared}, required: {required}, listed: {listed}, private: {private}, filters: {filters} }}",
        field.name
    )
}

/// The greatest whole number that JavaScript holds exactly.
const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

fn names(kinds: &[Kind]) -> Vec<&'static str> {
    kinds.iter().map(|kind| kind.name()).collect()
}

fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    format!("[{}]", quoted.join(", "))
}

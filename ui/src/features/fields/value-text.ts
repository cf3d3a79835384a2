// A value in words, for places that need no more than words: cells, titles, tooltips.
import type { FieldSchema } from '@/generated/schema';
import type { Row, WireValue } from '@/generated/wire';
import { countryName, formatDate, formatNumber, languageName, t } from '@/i18n';
import { choiceLabel, fieldOf } from '@/state/kinds';

/** Empty where nothing is known. */
export function valueText(record: Row, field: FieldSchema): string {
  const value = record.fields[field.name];
  if (value === null || value === undefined) return '';
  return textOf(record.kind, field, value, (id) => record.titles[id] ?? absentText(record, id));
}

/** A value of a kind's field in words, given what records are called. */
export function textOf(
  kind: string,
  field: FieldSchema,
  value: WireValue,
  titleOf: (id: string) => string,
): string {
  const text = String(value);
  switch (field.type) {
    case 'choice':
      return choiceLabel(kind, field.name, text);
    case 'date':
      return formatDate(text);
    case 'country':
      return countryName(text);
    case 'language':
      return languageName(text);
    case 'boolean':
      return yesOrNo(value === true);
    case 'integer':
      return formatNumber(Number(value));
    case 'reference':
    case 'owner':
      return titleOf(text);
    case 'text':
    case 'long-text':
      return text;
  }
}

/** What stands for a record that is not here: erased, or in no file that was imported so far. */
function absentText(record: Row, id: string): string {
  return t(record.erased.includes(id) ? 'reference-erased' : 'reference-absent');
}

/** Codes and dates as the officer's language has them; what is in words already stays. */
export function inWords(kind: string, field: string, value: string | null): string | null {
  const schema = fieldOf(kind, field);
  if (value === null || !schema || schema.type === 'integer') return value;
  const known = schema.type === 'boolean' ? value === 'true' : value;
  return textOf(kind, schema, known, (title) => title);
}

export function yesOrNo(yes: boolean): string {
  return yes ? t('yes') : t('no');
}

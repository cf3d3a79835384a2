// One save's changes, put together by the record they belong to, in words.
import type { FieldChange } from '@/generated/wire';
import { countryName, formatDate, languageName, t } from '@/i18n';
import { choiceLabel, fieldLabel, fieldOf } from '@/state/kinds';

export interface ChangeLine {
  label: string;
  before: string | null;
  after: string | null;
}

export interface ChangeGroup {
  record: string;
  kind: string;
  /** Empty for the record whose page it is. */
  title: string;
  lines: ChangeLine[];
}

export function grouped(changes: readonly FieldChange[], page: string): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const change of changes) {
    const { record, kind, field } = change;
    // That a row belongs to this page goes without saying.
    if (fieldOf(kind, field)?.type === 'owner') continue;
    const title = record === page ? '' : change.title;
    const group = groups.get(record) ?? { record, kind, title, lines: [] };
    groups.set(record, group);
    group.lines.push({
      label: field === 'deleted' ? t('field-deleted') : fieldLabel(kind, field),
      before: inWords(kind, field, change.before),
      after: inWords(kind, field, change.after),
    });
  }
  return [...groups.values()];
}

/** Codes and dates as the officer's language has them; what is in words already stays. */
function inWords(kind: string, field: string, value: string | null): string | null {
  if (value === null) return null;
  switch (fieldOf(kind, field)?.type) {
    case 'choice':
      return choiceLabel(kind, field, value);
    case 'country':
      return countryName(value);
    case 'language':
      return languageName(value);
    case 'date':
      return formatDate(value);
    default:
      return value;
  }
}

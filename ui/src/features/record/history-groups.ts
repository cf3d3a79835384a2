// One save's changes, put together by the record they belong to, in words.
import type { FieldChange } from '@/generated/wire';
import { t } from '@/i18n';
import { fieldLabel, fieldOf } from '@/state/kinds';
import { inWords } from '../fields/value-text';

export interface ChangeLine {
  label: string;
  before: string | null;
  /** What it replaced was held back by whoever sent the file. */
  withheld: boolean;
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
      withheld: change.withheld,
      after: inWords(kind, field, change.after),
    });
  }
  return [...groups.values()];
}

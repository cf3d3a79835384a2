// One save's changes, put together by the record they belong to, in words.
import type { FieldChange } from '@/generated/wire';
import { t } from '@/i18n';
import { changedLabel, fieldOf } from '@/state/kinds';
import { inWords, yesOrNo } from '../fields/value-text';

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
    group.lines.push(field === 'deleted' ? deletion(change) : line(change));
  }
  return [...groups.values()];
}

function line({ kind, field, before, withheld, after }: FieldChange): ChangeLine {
  return {
    label: changedLabel(kind, field),
    before: inWords(kind, field, before),
    withheld,
    after: inWords(kind, field, after),
  };
}

/** A record that is not deleted is in use: nothing is unknown about it. */
function deletion({ after }: FieldChange): ChangeLine {
  const deleted = yesOrNo(after !== null);
  return { label: t('field-deleted'), before: null, withheld: false, after: deleted };
}

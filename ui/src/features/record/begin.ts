// New records begun from another one's page: "a follow-up about this", "an agreement
// with this". What they begin with travels in the address.
import type { FormValues } from '@/state/form-values';
import { titlesFor } from '@/state/form-titles';
import type { RecordForm } from '@/state/form.svelte';
import { fieldOf, type MainKind } from '@/state/kinds';
import { router } from '@/state/router.svelte';

export interface Beginning {
  kind: MainKind;
  /** A field of the new record that refers to the one at hand; or, with `row`, of a row of it. */
  field: string;
  row?: string;
}

/** What one can begin from each kind's page. */
export const beginnings: Record<MainKind, readonly Beginning[]> = {
  institution: [
    { kind: 'person', row: 'affiliation', field: 'institution' },
    { kind: 'agreement', row: 'party', field: 'institution' },
    { kind: 'event', row: 'participant', field: 'who' },
    { kind: 'follow-up', field: 'about' },
    { kind: 'institution', field: 'part-of' },
  ],
  person: [
    { kind: 'event', row: 'participant', field: 'who' },
    { kind: 'follow-up', field: 'about' },
  ],
  agreement: [{ kind: 'follow-up', field: 'about' }],
  event: [
    { kind: 'agreement', field: 'signed-at' },
    { kind: 'follow-up', field: 'about' },
  ],
  'follow-up': [],
  tag: [],
};

export function begin({ kind, row, field }: Beginning, id: string): void {
  const name = row ? `row.${row}.${field}` : `with.${field}`;
  router.go({ view: kind, mode: 'new', params: { [name]: id } });
}

/** What a new record says before anyone has said anything. */
const usual: Partial<Record<MainKind, FormValues>> = {
  'follow-up': { state: 'open' },
};

const isOfBeginning = ([name]: [string, string]) => /^(with|row)\./.test(name);

/** What of the address is about the list, and stays when the form is done with. */
export function withoutBeginning(params: Readonly<Record<string, string>>): Record<string, string> {
  const isOfForm = (entry: [string, string]) => isOfBeginning(entry) || entry[0] === 'draft';
  return Object.fromEntries(Object.entries(params).filter((entry) => !isOfForm(entry)));
}

/** What of the address a new record begins with: two begun with different things are two drafts. */
export function beginningIn(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(isOfBeginning));
}

/** The values that a new record begins with. */
export function givenFields(kind: MainKind, params: Readonly<Record<string, string>>): FormValues {
  const given = Object.entries(params).filter(([name]) => name.startsWith('with.'));
  const own = given.map(([name, value]) => [name.slice('with.'.length), value]);
  return { ...usual[kind], ...Object.fromEntries(own) };
}

/** Adds to a new form the rows that the address asks for, and looks up what the references are called. */
export async function prepare(
  form: RecordForm,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, id] of Object.entries(params)) {
    const [source, first = '', field = ''] = name.split('.');
    if (source === 'row' && fieldOf(first, field)) {
      form.addRow(first, form.main, { [field]: id });
    }
  }
  await titlesFor(form);
}

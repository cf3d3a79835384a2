// How the fields of each kind stand on its page and in its form, where it pays to lay
// them out by hand. A field that no group names stands in the first one, so that a new
// field is never out of sight.
import type { FieldSchema } from '@/generated/schema';
import type { FormValues } from '@/state/form-values';
import { ownFields } from '@/state/kinds';

export interface FieldGroup {
  /** The key of its title; the first group has none. */
  title?: string;
  fields: readonly FieldSchema[];
}

interface GroupPlan {
  title?: string;
  fields: readonly string[];
}

const plans: Record<string, readonly GroupPlan[]> = {
  institution: [
    { fields: ['name', 'short-name', 'kind', 'country', 'city', 'part-of', 'number'] },
    { fields: ['note', 'private-note'] },
  ],
  person: [
    {
      fields: ['honorific', 'given', 'family', 'name-order', 'original-name', 'country'],
    },
    { title: 'group-names', fields: ['romanised-name', 'phonetic-name', 'salutation'] },
    { fields: ['note', 'private-note'] },
  ],
  agreement: [
    { fields: ['title', 'kind', 'subtype', 'number', 'stage', 'confidentiality'] },
    {
      title: 'group-dates',
      fields: ['signed', 'signed-at', 'in-force', 'term', 'term-months', 'ends'],
    },
    {
      title: 'group-renewal',
      fields: ['renewal', 'renewal-months', 'notice-days', 'last-objection-day'],
    },
    {
      title: 'group-termination',
      fields: ['termination-requested', 'termination-effective', 'termination-reason'],
    },
    { fields: ['note', 'private-note'] },
  ],
  event: [
    { fields: ['title', 'kind', 'start', 'end', 'place', 'country', 'mode', 'theme'] },
    { fields: ['programme', 'note', 'private-note'] },
  ],
  'follow-up': [
    { fields: ['title', 'due', 'about', 'assignee', 'priority', 'state', 'done-on'] },
    { fields: ['note', 'private-note'] },
  ],
};

/** Where the keyboard begins, where that is not the first field: few people have an honorific. */
export const firstField: Partial<Record<string, string>> = { person: 'given' };

export function groupsOf(kind: string): FieldGroup[] {
  const fields = ownFields(kind);
  const plan = plans[kind] ?? [{ fields: [] }];
  const planned = new Set(plan.flatMap((group) => group.fields));
  const unplanned = fields.filter((field) => !planned.has(field.name));
  return plan.map((group, at) => {
    const own = group.fields.flatMap((name) => fields.find((field) => field.name === name) ?? []);
    const all = at === 0 ? [...own, ...unplanned] : own;
    return group.title ? { title: group.title, fields: all } : { fields: all };
  });
}

/** Fields that say something only with another's value, and stay away without it, unless filled. */
const conditions: Record<string, (values: FormValues) => boolean> = {
  'agreement/term-months': ({ term }) => term === 'fixed',
  'agreement/ends': ({ term }) => term !== 'evergreen',
  'agreement/renewal-months': ({ renewal }) =>
    renewal === 'automatic' || renewal === 'by-agreement',
  'follow-up/done-on': ({ state }) => state === 'done' || state === 'dropped',
  'person/name-order': ({ given, family }) => Boolean(given && family),
};

export function applies(kind: string, field: string, values: FormValues): boolean {
  return Boolean(values[field]) || (conditions[`${kind}/${field}`]?.(values) ?? true);
}

/** Fields worth showing as "not known" where they are empty: what one looks for. */
const lookedFor: Record<string, readonly string[]> = {
  institution: ['kind', 'country', 'city'],
  person: ['country'],
  agreement: ['kind', 'stage', 'signed', 'in-force', 'term', 'ends'],
  event: ['kind', 'start', 'place', 'country', 'mode'],
  'follow-up': ['due', 'about', 'assignee', 'state'],
};

export function isLookedFor(kind: string, field: string): boolean {
  return lookedFor[kind]?.includes(field) ?? false;
}

/** The field that a record's title is made of: shown as the title, not again among the facts. */
export const titleFields: Record<string, readonly string[]> = {
  institution: ['name'],
  person: ['given', 'family', 'name-order'],
  agreement: ['title'],
  event: ['title'],
  'follow-up': ['title'],
  tag: ['name'],
};

/** How a kind of rows is edited: in lines under one head, or each as a small sheet. */
export interface RowPlan {
  /** `grid-template-columns`, a track a field; a sheet has none. */
  columns?: string;
}

export const rowPlans: Record<string, RowPlan> = {
  name: {
    columns: 'minmax(8rem, 3fr) minmax(6rem, 2fr) minmax(5.5rem, 1.5fr) minmax(4.5rem, 1fr)',
  },
  contact: {
    columns: 'minmax(5.5rem, 1.2fr) minmax(8rem, 3fr) minmax(4.5rem, 1.2fr) minmax(5rem, 1.2fr)',
  },
  code: { columns: 'minmax(7rem, 1fr) minmax(10rem, 2fr)' },
  topic: { columns: 'minmax(10rem, 1fr)' },
  'spoken-language': { columns: 'minmax(8rem, 2fr) minmax(7rem, 1fr)' },
  reminder: { columns: 'minmax(8rem, 14rem)' },
  document: {
    columns: 'minmax(8rem, 3fr) minmax(5.5rem, 1.2fr) minmax(5rem, 1fr) minmax(5rem, 1.5fr)',
  },
  participant: { columns: 'minmax(10rem, 2.5fr) minmax(7rem, 1fr) minmax(7rem, 1.5fr)' },
};

/** Fields that take the whole width of a sheet. */
export const wideFields = new Set([
  'lines',
  'note',
  'reservations',
  'name-at-signing',
  'institution',
]);

/** Fields of a sheet that are seldom needed: out of sight until asked for, or filled. */
export const rareFields: Record<string, readonly string[]> = {
  party: ['withdrawn', 'reservations'],
  affiliation: ['note'],
  membership: ['note'],
};

/** Kinds that have an editor of their own (tags are chips), or come about by merging. */
export const speciallyEdited = new Set(['tagging', 'alias']);

/** Kinds whose rows come into being another way: files are attached. */
export const notAddable = new Set(['document']);

/** What the program itself fills in. */
const ownFacts: Record<string, readonly string[]> = { document: ['content-hash', 'size'] };

/** The fields of a row that an officer fills in. */
export function rowFields(kind: string): FieldSchema[] {
  return ownFields(kind).filter((field) => !ownFacts[kind]?.includes(field.name));
}

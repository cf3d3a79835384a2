// Made from the Rust side by `cargo xtask types`. Do not edit.

/** The name of a kind. */
export type KindName = 'institution' | 'name' | 'address' | 'contact' | 'code' | 'membership' | 'person' | 'spoken-language' | 'affiliation' | 'agreement' | 'topic' | 'party' | 'signatory' | 'follow-up' | 'reminder' | 'event' | 'participant' | 'document' | 'tag' | 'tagging' | 'device';

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
  fields: readonly FieldSchema[];
}

/** Every kind, by its name. */
export const SCHEMA: { readonly [kind in KindName]: KindSchema } = {
  'institution': { name: 'institution', main: true, owner: null, owned: ['name', 'address', 'contact', 'code', 'membership', 'document', 'tagging'], fields: [
    { name: 'name', type: 'text', required: true, listed: true },
    { name: 'short-name', type: 'text', required: false, listed: true },
    { name: 'kind', type: 'choice', codes: ['university', 'research-institute', 'hospital', 'company', 'dealer', 'association', 'government-body', 'science-park', 'law-firm', 'consultancy', 'incubator', 'venture-fund', 'medical-service-agency', 'network', 'unit'], open: true, required: false, listed: true },
    { name: 'country', type: 'country', required: false, listed: true },
    { name: 'city', type: 'text', required: false, listed: true },
    { name: 'number', type: 'text', required: false, listed: true },
    { name: 'part-of', type: 'reference', kinds: ['institution'], required: false, listed: true },
    { name: 'note', type: 'long-text', required: false, listed: false },
  ] },
  'name': { name: 'name', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false },
    { name: 'text', type: 'text', required: true, listed: false },
    { name: 'language', type: 'language', required: false, listed: false },
    { name: 'use', type: 'choice', codes: ['official', 'translated', 'romanised', 'phonetic', 'short', 'former'], open: false, required: false, listed: false },
    { name: 'until', type: 'date', required: false, listed: false },
  ] },
  'address': { name: 'address', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false },
    { name: 'use', type: 'choice', codes: ['street', 'mailing', 'home'], open: true, required: false, listed: false },
    { name: 'lines', type: 'long-text', required: false, listed: false },
    { name: 'postcode', type: 'text', required: false, listed: false },
    { name: 'city', type: 'text', required: false, listed: false },
    { name: 'country', type: 'country', required: false, listed: false },
  ] },
  'contact': { name: 'contact', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false },
    { name: 'medium', type: 'choice', codes: ['email', 'phone', 'mobile', 'fax', 'website', 'wechat', 'whatsapp', 'telegram'], open: true, required: true, listed: false },
    { name: 'value', type: 'text', required: true, listed: false },
    { name: 'label', type: 'text', required: false, listed: false },
    { name: 'language', type: 'language', required: false, listed: false },
  ] },
  'code': { name: 'code', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution'], required: true, listed: false },
    { name: 'scheme', type: 'choice', codes: ['ror', 'erasmus', 'national', 'tax', 'isni'], open: true, required: false, listed: false },
    { name: 'value', type: 'text', required: true, listed: false },
  ] },
  'membership': { name: 'membership', main: false, owner: 'member', owned: [], fields: [
    { name: 'member', type: 'owner', kinds: ['institution'], required: true, listed: false },
    { name: 'network', type: 'reference', kinds: ['institution'], required: true, listed: false },
    { name: 'role', type: 'choice', codes: ['founding', 'member', 'council', 'chair', 'observer', 'candidate', 'former'], open: true, required: false, listed: false },
    { name: 'from', type: 'date', required: false, listed: false },
    { name: 'to', type: 'date', required: false, listed: false },
    { name: 'note', type: 'long-text', required: false, listed: false },
  ] },
  'person': { name: 'person', main: true, owner: null, owned: ['name', 'address', 'contact', 'spoken-language', 'affiliation', 'document', 'tagging'], fields: [
    { name: 'honorific', type: 'text', required: false, listed: false },
    { name: 'given', type: 'text', required: false, listed: true },
    { name: 'family', type: 'text', required: false, listed: true },
    { name: 'name-order', type: 'choice', codes: ['given-first', 'family-first'], open: false, required: false, listed: false },
    { name: 'original-name', type: 'text', required: false, listed: true },
    { name: 'romanised-name', type: 'text', required: false, listed: false },
    { name: 'phonetic-name', type: 'text', required: false, listed: false },
    { name: 'salutation', type: 'text', required: false, listed: false },
    { name: 'country', type: 'country', required: false, listed: true },
    { name: 'note', type: 'long-text', required: false, listed: false },
  ] },
  'spoken-language': { name: 'spoken-language', main: false, owner: 'person', owned: [], fields: [
    { name: 'person', type: 'owner', kinds: ['person'], required: true, listed: false },
    { name: 'language', type: 'language', required: true, listed: false },
    { name: 'level', type: 'choice', codes: ['native', 'fluent', 'working', 'basic'], open: false, required: false, listed: false },
  ] },
  'affiliation': { name: 'affiliation', main: false, owner: 'person', owned: [], fields: [
    { name: 'person', type: 'owner', kinds: ['person'], required: true, listed: false },
    { name: 'institution', type: 'reference', kinds: ['institution'], required: false, listed: false },
    { name: 'unit', type: 'text', required: false, listed: false },
    { name: 'role', type: 'text', required: false, listed: false },
    { name: 'from', type: 'date', required: false, listed: false },
    { name: 'to', type: 'date', required: false, listed: false },
    { name: 'ended', type: 'boolean', required: false, listed: false },
    { name: 'note', type: 'long-text', required: false, listed: false },
  ] },
  'agreement': { name: 'agreement', main: true, owner: null, owned: ['topic', 'party', 'document', 'tagging'], fields: [
    { name: 'title', type: 'text', required: true, listed: true },
    { name: 'kind', type: 'choice', codes: ['research-and-development', 'investment', 'academic-exchange', 'framework', 'other'], open: false, required: false, listed: true },
    { name: 'subtype', type: 'text', required: false, listed: false },
    { name: 'number', type: 'text', required: false, listed: true },
    { name: 'stage', type: 'choice', codes: ['idea', 'draft', 'negotiation', 'approval', 'ready-to-sign', 'partly-signed', 'signed', 'never-concluded'], open: false, required: false, listed: true },
    { name: 'signed', type: 'date', required: false, listed: true },
    { name: 'signed-at', type: 'reference', kinds: ['event'], required: false, listed: false },
    { name: 'in-force', type: 'date', required: false, listed: true },
    { name: 'term', type: 'choice', codes: ['fixed', 'until-date', 'evergreen', 'unknown'], open: false, required: false, listed: false },
    { name: 'term-months', type: 'integer', max: 1200, required: false, listed: false },
    { name: 'ends', type: 'date', required: false, listed: true },
    { name: 'renewal', type: 'choice', codes: ['none', 'automatic', 'by-agreement', 'unknown'], open: false, required: false, listed: false },
    { name: 'renewal-months', type: 'integer', max: 1200, required: false, listed: false },
    { name: 'notice-days', type: 'integer', max: 3660, required: false, listed: false },
    { name: 'last-objection-day', type: 'date', required: false, listed: false },
    { name: 'termination-requested', type: 'date', required: false, listed: false },
    { name: 'termination-effective', type: 'date', required: false, listed: false },
    { name: 'termination-reason', type: 'text', required: false, listed: false },
    { name: 'note', type: 'long-text', required: false, listed: false },
  ] },
  'topic': { name: 'topic', main: false, owner: 'agreement', owned: [], fields: [
    { name: 'agreement', type: 'owner', kinds: ['agreement'], required: true, listed: false },
    { name: 'text', type: 'text', required: true, listed: false },
  ] },
  'party': { name: 'party', main: false, owner: 'agreement', owned: ['signatory'], fields: [
    { name: 'agreement', type: 'owner', kinds: ['agreement'], required: true, listed: false },
    { name: 'institution', type: 'reference', kinds: ['institution'], required: true, listed: false },
    { name: 'name-at-signing', type: 'text', required: false, listed: false },
    { name: 'number', type: 'text', required: false, listed: false },
    { name: 'signed', type: 'date', required: false, listed: false },
    { name: 'approved', type: 'date', required: false, listed: false },
    { name: 'in-force', type: 'date', required: false, listed: false },
    { name: 'withdrawn', type: 'date', required: false, listed: false },
    { name: 'reservations', type: 'long-text', required: false, listed: false },
  ] },
  'signatory': { name: 'signatory', main: false, owner: 'party', owned: [], fields: [
    { name: 'party', type: 'owner', kinds: ['party'], required: true, listed: false },
    { name: 'person', type: 'reference', kinds: ['person'], required: false, listed: false },
    { name: 'name-at-signing', type: 'text', required: false, listed: false },
    { name: 'title-at-signing', type: 'text', required: false, listed: false },
    { name: 'mode', type: 'choice', codes: ['in-person', 'by-video', 'by-post'], open: false, required: false, listed: false },
    { name: 'signed', type: 'date', required: false, listed: false },
  ] },
  'follow-up': { name: 'follow-up', main: true, owner: null, owned: ['reminder', 'document', 'tagging'], fields: [
    { name: 'title', type: 'text', required: true, listed: true },
    { name: 'due', type: 'date', required: false, listed: true },
    { name: 'about', type: 'reference', kinds: ['institution', 'person', 'agreement', 'event'], required: false, listed: true },
    { name: 'assignee', type: 'text', required: false, listed: true },
    { name: 'priority', type: 'choice', codes: ['high', 'normal', 'low'], open: false, required: false, listed: true },
    { name: 'state', type: 'choice', codes: ['open', 'done', 'dropped'], open: false, required: false, listed: true },
    { name: 'done-on', type: 'date', required: false, listed: false },
    { name: 'note', type: 'long-text', required: false, listed: false },
  ] },
  'reminder': { name: 'reminder', main: false, owner: 'follow-up', owned: [], fields: [
    { name: 'follow-up', type: 'owner', kinds: ['follow-up'], required: true, listed: false },
    { name: 'on', type: 'date', required: true, listed: false },
  ] },
  'event': { name: 'event', main: true, owner: null, owned: ['participant', 'document', 'tagging'], fields: [
    { name: 'title', type: 'text', required: true, listed: true },
    { name: 'kind', type: 'choice', codes: ['conference', 'ceremony', 'visit', 'meeting', 'call'], open: true, required: false, listed: true },
    { name: 'start', type: 'date', required: false, listed: true },
    { name: 'end', type: 'date', required: false, listed: true },
    { name: 'place', type: 'text', required: false, listed: true },
    { name: 'country', type: 'country', required: false, listed: true },
    { name: 'mode', type: 'choice', codes: ['on-site', 'online', 'hybrid'], open: false, required: false, listed: true },
    { name: 'theme', type: 'text', required: false, listed: false },
    { name: 'programme', type: 'long-text', required: false, listed: false },
    { name: 'note', type: 'long-text', required: false, listed: false },
  ] },
  'participant': { name: 'participant', main: false, owner: 'event', owned: [], fields: [
    { name: 'event', type: 'owner', kinds: ['event'], required: true, listed: false },
    { name: 'who', type: 'reference', kinds: ['institution', 'person'], required: true, listed: false },
    { name: 'role', type: 'choice', codes: ['host', 'co-host', 'speaker', 'delegate', 'guest', 'observer', 'witness'], open: true, required: false, listed: false },
    { name: 'note', type: 'text', required: false, listed: false },
  ] },
  'document': { name: 'document', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person', 'agreement', 'event', 'follow-up'], required: true, listed: false },
    { name: 'name', type: 'text', required: true, listed: false },
    { name: 'use', type: 'choice', codes: ['signed', 'draft', 'annex', 'letter', 'minutes'], open: true, required: false, listed: false },
    { name: 'language', type: 'language', required: false, listed: false },
    { name: 'content-hash', type: 'text', required: true, listed: false },
    { name: 'size', type: 'integer', max: 9007199254740991, required: true, listed: false },
    { name: 'note', type: 'text', required: false, listed: false },
  ] },
  'tag': { name: 'tag', main: true, owner: null, owned: [], fields: [
    { name: 'name', type: 'text', required: true, listed: true },
    { name: 'note', type: 'long-text', required: false, listed: false },
  ] },
  'tagging': { name: 'tagging', main: false, owner: 'record', owned: [], fields: [
    { name: 'record', type: 'owner', kinds: ['institution', 'person', 'agreement', 'event', 'follow-up'], required: true, listed: false },
    { name: 'tag', type: 'reference', kinds: ['tag'], required: true, listed: false },
  ] },
  'device': { name: 'device', main: false, owner: null, owned: [], fields: [
    { name: 'name', type: 'text', required: true, listed: false },
    { name: 'officer', type: 'text', required: true, listed: false },
  ] },
};

/** What an agreement's dates may mean. */
export const STATE_CODES: readonly string[] = ['not-yet', 'in-force', 'expiring', 'expired', 'terminated', 'never-concluded', 'unknown'];

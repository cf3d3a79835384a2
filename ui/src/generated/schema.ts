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
  /** What stands in it never leaves this laptop. */
  private: boolean;
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
    { name: 'name', type: 'text', required: true, listed: true, private: false },
    { name: 'short-name', type: 'text', required: false, listed: true, private: false },
    { name: 'kind', type: 'choice', codes: ['university', 'research-institute', 'hospital', 'company', 'dealer', 'association', 'government-body', 'science-park', 'law-firm', 'consultancy', 'incubator', 'venture-fund', 'medical-service-agency', 'network', 'unit'], open: true, required: false, listed: true, private: false },
    { name: 'country', type: 'country', required: false, listed: true, private: false },
    { name: 'city', type: 'text', required: false, listed: true, private: false },
    { name: 'number', type: 'text', required: false, listed: true, private: false },
    { name: 'part-of', type: 'reference', kinds: ['institution'], required: false, listed: true, private: false },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true },
  ] },
  'name': { name: 'name', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false, private: false },
    { name: 'text', type: 'text', required: true, listed: false, private: false },
    { name: 'language', type: 'language', required: false, listed: false, private: false },
    { name: 'use', type: 'choice', codes: ['official', 'translated', 'romanised', 'phonetic', 'short', 'former'], open: false, required: false, listed: false, private: false },
    { name: 'until', type: 'date', required: false, listed: false, private: false },
  ] },
  'address': { name: 'address', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false, private: false },
    { name: 'use', type: 'choice', codes: ['street', 'mailing', 'home'], open: true, required: false, listed: false, private: false },
    { name: 'lines', type: 'long-text', required: false, listed: false, private: false },
    { name: 'postcode', type: 'text', required: false, listed: false, private: false },
    { name: 'city', type: 'text', required: false, listed: false, private: false },
    { name: 'country', type: 'country', required: false, listed: false, private: false },
  ] },
  'contact': { name: 'contact', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false, private: false },
    { name: 'medium', type: 'choice', codes: ['email', 'phone', 'mobile', 'fax', 'website', 'wechat', 'whatsapp', 'telegram'], open: true, required: true, listed: false, private: false },
    { name: 'value', type: 'text', required: true, listed: false, private: false },
    { name: 'label', type: 'text', required: false, listed: false, private: false },
    { name: 'language', type: 'language', required: false, listed: false, private: false },
  ] },
  'code': { name: 'code', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution'], required: true, listed: false, private: false },
    { name: 'scheme', type: 'choice', codes: ['ror', 'erasmus', 'national', 'tax', 'isni'], open: true, required: false, listed: false, private: false },
    { name: 'value', type: 'text', required: true, listed: false, private: false },
  ] },
  'membership': { name: 'membership', main: false, owner: 'member', owned: [], fields: [
    { name: 'member', type: 'owner', kinds: ['institution'], required: true, listed: false, private: false },
    { name: 'network', type: 'reference', kinds: ['institution'], required: true, listed: false, private: false },
    { name: 'role', type: 'choice', codes: ['founding', 'member', 'council', 'chair', 'observer', 'candidate', 'former'], open: true, required: false, listed: false, private: false },
    { name: 'from', type: 'date', required: false, listed: false, private: false },
    { name: 'to', type: 'date', required: false, listed: false, private: false },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false },
  ] },
  'person': { name: 'person', main: true, owner: null, owned: ['name', 'address', 'contact', 'spoken-language', 'affiliation', 'document', 'tagging'], fields: [
    { name: 'honorific', type: 'text', required: false, listed: false, private: false },
    { name: 'given', type: 'text', required: false, listed: true, private: false },
    { name: 'family', type: 'text', required: false, listed: true, private: false },
    { name: 'name-order', type: 'choice', codes: ['given-first', 'family-first'], open: false, required: false, listed: false, private: false },
    { name: 'original-name', type: 'text', required: false, listed: true, private: false },
    { name: 'romanised-name', type: 'text', required: false, listed: false, private: false },
    { name: 'phonetic-name', type: 'text', required: false, listed: false, private: false },
    { name: 'salutation', type: 'text', required: false, listed: false, private: false },
    { name: 'country', type: 'country', required: false, listed: true, private: false },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true },
  ] },
  'spoken-language': { name: 'spoken-language', main: false, owner: 'person', owned: [], fields: [
    { name: 'person', type: 'owner', kinds: ['person'], required: true, listed: false, private: false },
    { name: 'language', type: 'language', required: true, listed: false, private: false },
    { name: 'level', type: 'choice', codes: ['native', 'fluent', 'working', 'basic'], open: false, required: false, listed: false, private: false },
  ] },
  'affiliation': { name: 'affiliation', main: false, owner: 'person', owned: [], fields: [
    { name: 'person', type: 'owner', kinds: ['person'], required: true, listed: false, private: false },
    { name: 'institution', type: 'reference', kinds: ['institution'], required: false, listed: false, private: false },
    { name: 'unit', type: 'text', required: false, listed: false, private: false },
    { name: 'role', type: 'text', required: false, listed: false, private: false },
    { name: 'from', type: 'date', required: false, listed: false, private: false },
    { name: 'to', type: 'date', required: false, listed: false, private: false },
    { name: 'ended', type: 'boolean', required: false, listed: false, private: false },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false },
  ] },
  'agreement': { name: 'agreement', main: true, owner: null, owned: ['topic', 'party', 'document', 'tagging'], fields: [
    { name: 'title', type: 'text', required: true, listed: true, private: false },
    { name: 'kind', type: 'choice', codes: ['research-and-development', 'investment', 'academic-exchange', 'framework', 'other'], open: false, required: false, listed: true, private: false },
    { name: 'subtype', type: 'text', required: false, listed: false, private: false },
    { name: 'number', type: 'text', required: false, listed: true, private: false },
    { name: 'stage', type: 'choice', codes: ['idea', 'draft', 'negotiation', 'approval', 'ready-to-sign', 'partly-signed', 'signed', 'never-concluded'], open: false, required: false, listed: true, private: false },
    { name: 'signed', type: 'date', required: false, listed: true, private: false },
    { name: 'signed-at', type: 'reference', kinds: ['event'], required: false, listed: false, private: false },
    { name: 'in-force', type: 'date', required: false, listed: true, private: false },
    { name: 'term', type: 'choice', codes: ['fixed', 'until-date', 'evergreen', 'unknown'], open: false, required: false, listed: false, private: false },
    { name: 'term-months', type: 'integer', max: 1200, required: false, listed: false, private: false },
    { name: 'ends', type: 'date', required: false, listed: true, private: false },
    { name: 'renewal', type: 'choice', codes: ['none', 'automatic', 'by-agreement', 'unknown'], open: false, required: false, listed: false, private: false },
    { name: 'renewal-months', type: 'integer', max: 1200, required: false, listed: false, private: false },
    { name: 'notice-days', type: 'integer', max: 3660, required: false, listed: false, private: false },
    { name: 'last-objection-day', type: 'date', required: false, listed: false, private: false },
    { name: 'termination-requested', type: 'date', required: false, listed: false, private: false },
    { name: 'termination-effective', type: 'date', required: false, listed: false, private: false },
    { name: 'termination-reason', type: 'text', required: false, listed: false, private: false },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false },
    { name: 'confidentiality', type: 'choice', codes: ['open', 'internal', 'confidential'], open: true, required: false, listed: false, private: false },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true },
  ] },
  'topic': { name: 'topic', main: false, owner: 'agreement', owned: [], fields: [
    { name: 'agreement', type: 'owner', kinds: ['agreement'], required: true, listed: false, private: false },
    { name: 'text', type: 'text', required: true, listed: false, private: false },
  ] },
  'party': { name: 'party', main: false, owner: 'agreement', owned: ['signatory'], fields: [
    { name: 'agreement', type: 'owner', kinds: ['agreement'], required: true, listed: false, private: false },
    { name: 'institution', type: 'reference', kinds: ['institution'], required: true, listed: false, private: false },
    { name: 'name-at-signing', type: 'text', required: false, listed: false, private: false },
    { name: 'number', type: 'text', required: false, listed: false, private: false },
    { name: 'signed', type: 'date', required: false, listed: false, private: false },
    { name: 'approved', type: 'date', required: false, listed: false, private: false },
    { name: 'in-force', type: 'date', required: false, listed: false, private: false },
    { name: 'withdrawn', type: 'date', required: false, listed: false, private: false },
    { name: 'reservations', type: 'long-text', required: false, listed: false, private: false },
  ] },
  'signatory': { name: 'signatory', main: false, owner: 'party', owned: [], fields: [
    { name: 'party', type: 'owner', kinds: ['party'], required: true, listed: false, private: false },
    { name: 'person', type: 'reference', kinds: ['person'], required: false, listed: false, private: false },
    { name: 'name-at-signing', type: 'text', required: false, listed: false, private: false },
    { name: 'title-at-signing', type: 'text', required: false, listed: false, private: false },
    { name: 'mode', type: 'choice', codes: ['in-person', 'by-video', 'by-post'], open: false, required: false, listed: false, private: false },
    { name: 'signed', type: 'date', required: false, listed: false, private: false },
  ] },
  'follow-up': { name: 'follow-up', main: true, owner: null, owned: ['reminder', 'document', 'tagging'], fields: [
    { name: 'title', type: 'text', required: true, listed: true, private: false },
    { name: 'due', type: 'date', required: false, listed: true, private: false },
    { name: 'about', type: 'reference', kinds: ['institution', 'person', 'agreement', 'event'], required: false, listed: true, private: false },
    { name: 'assignee', type: 'text', required: false, listed: true, private: false },
    { name: 'priority', type: 'choice', codes: ['high', 'normal', 'low'], open: false, required: false, listed: true, private: false },
    { name: 'state', type: 'choice', codes: ['open', 'done', 'dropped'], open: false, required: false, listed: true, private: false },
    { name: 'done-on', type: 'date', required: false, listed: false, private: false },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true },
  ] },
  'reminder': { name: 'reminder', main: false, owner: 'follow-up', owned: [], fields: [
    { name: 'follow-up', type: 'owner', kinds: ['follow-up'], required: true, listed: false, private: false },
    { name: 'on', type: 'date', required: true, listed: false, private: false },
  ] },
  'event': { name: 'event', main: true, owner: null, owned: ['participant', 'document', 'tagging'], fields: [
    { name: 'title', type: 'text', required: true, listed: true, private: false },
    { name: 'kind', type: 'choice', codes: ['conference', 'ceremony', 'visit', 'meeting', 'call'], open: true, required: false, listed: true, private: false },
    { name: 'start', type: 'date', required: false, listed: true, private: false },
    { name: 'end', type: 'date', required: false, listed: true, private: false },
    { name: 'place', type: 'text', required: false, listed: true, private: false },
    { name: 'country', type: 'country', required: false, listed: true, private: false },
    { name: 'mode', type: 'choice', codes: ['on-site', 'online', 'hybrid'], open: false, required: false, listed: true, private: false },
    { name: 'theme', type: 'text', required: false, listed: false, private: false },
    { name: 'programme', type: 'long-text', required: false, listed: false, private: false },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true },
  ] },
  'participant': { name: 'participant', main: false, owner: 'event', owned: [], fields: [
    { name: 'event', type: 'owner', kinds: ['event'], required: true, listed: false, private: false },
    { name: 'who', type: 'reference', kinds: ['institution', 'person'], required: true, listed: false, private: false },
    { name: 'role', type: 'choice', codes: ['host', 'co-host', 'speaker', 'delegate', 'guest', 'observer', 'witness'], open: true, required: false, listed: false, private: false },
    { name: 'note', type: 'text', required: false, listed: false, private: false },
  ] },
  'document': { name: 'document', main: false, owner: 'owner', owned: [], fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person', 'agreement', 'event', 'follow-up'], required: true, listed: false, private: false },
    { name: 'name', type: 'text', required: true, listed: false, private: false },
    { name: 'use', type: 'choice', codes: ['signed', 'draft', 'annex', 'letter', 'minutes'], open: true, required: false, listed: false, private: false },
    { name: 'language', type: 'language', required: false, listed: false, private: false },
    { name: 'content-hash', type: 'text', required: true, listed: false, private: false },
    { name: 'size', type: 'integer', max: 9007199254740991, required: true, listed: false, private: false },
    { name: 'note', type: 'text', required: false, listed: false, private: false },
  ] },
  'tag': { name: 'tag', main: true, owner: null, owned: [], fields: [
    { name: 'name', type: 'text', required: true, listed: true, private: false },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false },
  ] },
  'tagging': { name: 'tagging', main: false, owner: 'record', owned: [], fields: [
    { name: 'record', type: 'owner', kinds: ['institution', 'person', 'agreement', 'event', 'follow-up'], required: true, listed: false, private: false },
    { name: 'tag', type: 'reference', kinds: ['tag'], required: true, listed: false, private: false },
  ] },
  'device': { name: 'device', main: false, owner: null, owned: [], fields: [
    { name: 'name', type: 'text', required: true, listed: false, private: false },
    { name: 'officer', type: 'text', required: true, listed: false, private: false },
    { name: 'continues', type: 'reference', kinds: ['device'], required: false, listed: false, private: false },
    { name: 'retired', type: 'boolean', required: false, listed: false, private: false },
  ] },
};

/** What an agreement's dates may mean. */
export const STATE_CODES: readonly string[] = ['not-yet', 'in-force', 'expiring', 'expired', 'terminated', 'never-concluded', 'unknown'];

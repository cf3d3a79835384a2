// Made from the Rust side by `cargo xtask types`. Do not edit.

/** The name of a kind. */
export type KindName = 'institution' | 'name' | 'address' | 'contact' | 'code' | 'membership' | 'person' | 'spoken-language' | 'affiliation' | 'agreement' | 'topic' | 'party' | 'signatory' | 'follow-up' | 'reminder' | 'event' | 'participant' | 'document' | 'tag' | 'tagging' | 'device' | 'alias';

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

/** Every kind, by its name. */
export const SCHEMA: { readonly [kind in KindName]: KindSchema } = {
  'institution': { name: 'institution', main: true, owner: null, owned: ['name', 'address', 'contact', 'code', 'membership', 'document', 'tagging', 'alias'], companions: null, fields: [
    { name: 'name', type: 'text', required: true, listed: true, private: false, filters: null },
    { name: 'short-name', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'kind', type: 'choice', codes: ['university', 'research-institute', 'hospital', 'company', 'dealer', 'association', 'government-body', 'science-park', 'law-firm', 'consultancy', 'incubator', 'venture-fund', 'medical-service-agency', 'network', 'unit'], open: true, required: false, listed: true, private: false, filters: null },
    { name: 'country', type: 'country', required: false, listed: true, private: false, filters: null },
    { name: 'city', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'number', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'part-of', type: 'reference', kinds: ['institution'], required: false, listed: true, private: false, filters: null },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false, filters: null },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true, filters: null },
  ] },
  'name': { name: 'name', main: false, owner: 'owner', owned: [], companions: null, fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false, private: false, filters: null },
    { name: 'text', type: 'text', required: true, listed: false, private: false, filters: null },
    { name: 'language', type: 'language', required: false, listed: false, private: false, filters: null },
    { name: 'use', type: 'choice', codes: ['official', 'translated', 'romanised', 'phonetic', 'short', 'former'], open: false, required: false, listed: false, private: false, filters: null },
    { name: 'until', type: 'date', required: false, listed: false, private: false, filters: null },
  ] },
  'address': { name: 'address', main: false, owner: 'owner', owned: [], companions: null, fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false, private: false, filters: null },
    { name: 'use', type: 'choice', codes: ['street', 'mailing', 'home'], open: true, required: false, listed: false, private: false, filters: null },
    { name: 'lines', type: 'long-text', required: false, listed: false, private: false, filters: null },
    { name: 'postcode', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'city', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'country', type: 'country', required: false, listed: false, private: false, filters: null },
  ] },
  'contact': { name: 'contact', main: false, owner: 'owner', owned: [], companions: null, fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person'], required: true, listed: false, private: false, filters: null },
    { name: 'medium', type: 'choice', codes: ['email', 'phone', 'mobile', 'fax', 'website', 'wechat', 'whatsapp', 'telegram'], open: true, required: true, listed: false, private: false, filters: null },
    { name: 'value', type: 'text', required: true, listed: false, private: false, filters: null },
    { name: 'label', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'language', type: 'language', required: false, listed: false, private: false, filters: null },
  ] },
  'code': { name: 'code', main: false, owner: 'owner', owned: [], companions: null, fields: [
    { name: 'owner', type: 'owner', kinds: ['institution'], required: true, listed: false, private: false, filters: null },
    { name: 'scheme', type: 'choice', codes: ['ror', 'erasmus', 'national', 'tax', 'isni'], open: true, required: false, listed: false, private: false, filters: null },
    { name: 'value', type: 'text', required: true, listed: false, private: false, filters: null },
  ] },
  'membership': { name: 'membership', main: false, owner: 'member', owned: [], companions: null, fields: [
    { name: 'member', type: 'owner', kinds: ['institution'], required: true, listed: false, private: false, filters: null },
    { name: 'network', type: 'reference', kinds: ['institution'], required: true, listed: false, private: false, filters: 'membership' },
    { name: 'role', type: 'choice', codes: ['founding', 'member', 'council', 'chair', 'observer', 'candidate', 'former'], open: true, required: false, listed: false, private: false, filters: null },
    { name: 'from', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'to', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false, filters: null },
  ] },
  'person': { name: 'person', main: true, owner: null, owned: ['name', 'address', 'contact', 'spoken-language', 'affiliation', 'document', 'tagging', 'alias'], companions: 'affiliation', fields: [
    { name: 'honorific', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'given', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'family', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'name-order', type: 'choice', codes: ['given-first', 'family-first'], open: false, required: false, listed: false, private: false, filters: null },
    { name: 'original-name', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'romanised-name', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'phonetic-name', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'salutation', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'country', type: 'country', required: false, listed: true, private: false, filters: null },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false, filters: null },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true, filters: null },
  ] },
  'spoken-language': { name: 'spoken-language', main: false, owner: 'person', owned: [], companions: null, fields: [
    { name: 'person', type: 'owner', kinds: ['person'], required: true, listed: false, private: false, filters: null },
    { name: 'language', type: 'language', required: true, listed: false, private: false, filters: null },
    { name: 'level', type: 'choice', codes: ['native', 'fluent', 'working', 'basic'], open: false, required: false, listed: false, private: false, filters: null },
  ] },
  'affiliation': { name: 'affiliation', main: false, owner: 'person', owned: [], companions: null, fields: [
    { name: 'person', type: 'owner', kinds: ['person'], required: true, listed: false, private: false, filters: null },
    { name: 'institution', type: 'reference', kinds: ['institution'], required: false, listed: false, private: false, filters: 'affiliation' },
    { name: 'unit', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'role', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'from', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'to', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'ended', type: 'boolean', required: false, listed: false, private: false, filters: null },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false, filters: null },
  ] },
  'agreement': { name: 'agreement', main: true, owner: null, owned: ['topic', 'party', 'document', 'tagging', 'alias'], companions: 'party', fields: [
    { name: 'title', type: 'text', required: true, listed: true, private: false, filters: null },
    { name: 'kind', type: 'choice', codes: ['research-and-development', 'investment', 'academic-exchange', 'framework', 'other'], open: false, required: false, listed: true, private: false, filters: null },
    { name: 'subtype', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'number', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'stage', type: 'choice', codes: ['idea', 'draft', 'negotiation', 'approval', 'ready-to-sign', 'partly-signed', 'signed', 'never-concluded'], open: false, required: false, listed: true, private: false, filters: null },
    { name: 'signed', type: 'date', required: false, listed: true, private: false, filters: null },
    { name: 'signed-at', type: 'reference', kinds: ['event'], required: false, listed: false, private: false, filters: null },
    { name: 'in-force', type: 'date', required: false, listed: true, private: false, filters: null },
    { name: 'term', type: 'choice', codes: ['fixed', 'until-date', 'evergreen', 'unknown'], open: false, required: false, listed: false, private: false, filters: null },
    { name: 'term-months', type: 'integer', max: 1200, required: false, listed: false, private: false, filters: null },
    { name: 'ends', type: 'date', required: false, listed: true, private: false, filters: null },
    { name: 'renewal', type: 'choice', codes: ['none', 'automatic', 'by-agreement', 'unknown'], open: false, required: false, listed: false, private: false, filters: null },
    { name: 'renewal-months', type: 'integer', max: 1200, required: false, listed: false, private: false, filters: null },
    { name: 'notice-days', type: 'integer', max: 3660, required: false, listed: false, private: false, filters: null },
    { name: 'last-objection-day', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'termination-requested', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'termination-effective', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'termination-reason', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false, filters: null },
    { name: 'confidentiality', type: 'choice', codes: ['open', 'internal', 'confidential'], open: true, required: false, listed: false, private: false, filters: null },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true, filters: null },
  ] },
  'topic': { name: 'topic', main: false, owner: 'agreement', owned: [], companions: null, fields: [
    { name: 'agreement', type: 'owner', kinds: ['agreement'], required: true, listed: false, private: false, filters: null },
    { name: 'text', type: 'text', required: true, listed: false, private: false, filters: 'topic' },
  ] },
  'party': { name: 'party', main: false, owner: 'agreement', owned: ['signatory'], companions: null, fields: [
    { name: 'agreement', type: 'owner', kinds: ['agreement'], required: true, listed: false, private: false, filters: null },
    { name: 'institution', type: 'reference', kinds: ['institution'], required: true, listed: false, private: false, filters: 'party' },
    { name: 'name-at-signing', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'number', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'signed', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'approved', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'in-force', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'withdrawn', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'reservations', type: 'long-text', required: false, listed: false, private: false, filters: null },
  ] },
  'signatory': { name: 'signatory', main: false, owner: 'party', owned: [], companions: null, fields: [
    { name: 'party', type: 'owner', kinds: ['party'], required: true, listed: false, private: false, filters: null },
    { name: 'person', type: 'reference', kinds: ['person'], required: false, listed: false, private: false, filters: null },
    { name: 'name-at-signing', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'title-at-signing', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'mode', type: 'choice', codes: ['in-person', 'by-video', 'by-post'], open: false, required: false, listed: false, private: false, filters: null },
    { name: 'signed', type: 'date', required: false, listed: false, private: false, filters: null },
  ] },
  'follow-up': { name: 'follow-up', main: true, owner: null, owned: ['reminder', 'document', 'tagging', 'alias'], companions: null, fields: [
    { name: 'title', type: 'text', required: true, listed: true, private: false, filters: null },
    { name: 'due', type: 'date', required: false, listed: true, private: false, filters: null },
    { name: 'about', type: 'reference', kinds: ['institution', 'person', 'agreement', 'event'], required: false, listed: true, private: false, filters: null },
    { name: 'assignee', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'priority', type: 'choice', codes: ['high', 'normal', 'low'], open: false, required: false, listed: true, private: false, filters: null },
    { name: 'state', type: 'choice', codes: ['open', 'done', 'dropped'], open: false, required: false, listed: true, private: false, filters: null },
    { name: 'done-on', type: 'date', required: false, listed: false, private: false, filters: null },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false, filters: null },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true, filters: null },
  ] },
  'reminder': { name: 'reminder', main: false, owner: 'follow-up', owned: [], companions: null, fields: [
    { name: 'follow-up', type: 'owner', kinds: ['follow-up'], required: true, listed: false, private: false, filters: null },
    { name: 'on', type: 'date', required: true, listed: false, private: false, filters: null },
  ] },
  'event': { name: 'event', main: true, owner: null, owned: ['participant', 'document', 'tagging', 'alias'], companions: null, fields: [
    { name: 'title', type: 'text', required: true, listed: true, private: false, filters: null },
    { name: 'kind', type: 'choice', codes: ['conference', 'ceremony', 'visit', 'meeting', 'call'], open: true, required: false, listed: true, private: false, filters: null },
    { name: 'start', type: 'date', required: false, listed: true, private: false, filters: null },
    { name: 'end', type: 'date', required: false, listed: true, private: false, filters: null },
    { name: 'place', type: 'text', required: false, listed: true, private: false, filters: null },
    { name: 'country', type: 'country', required: false, listed: true, private: false, filters: null },
    { name: 'mode', type: 'choice', codes: ['on-site', 'online', 'hybrid'], open: false, required: false, listed: true, private: false, filters: null },
    { name: 'theme', type: 'text', required: false, listed: false, private: false, filters: null },
    { name: 'programme', type: 'long-text', required: false, listed: false, private: false, filters: null },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false, filters: null },
    { name: 'private-note', type: 'long-text', required: false, listed: false, private: true, filters: null },
  ] },
  'participant': { name: 'participant', main: false, owner: 'event', owned: [], companions: null, fields: [
    { name: 'event', type: 'owner', kinds: ['event'], required: true, listed: false, private: false, filters: null },
    { name: 'who', type: 'reference', kinds: ['institution', 'person'], required: true, listed: false, private: false, filters: 'participant' },
    { name: 'role', type: 'choice', codes: ['host', 'co-host', 'speaker', 'delegate', 'guest', 'observer', 'witness'], open: true, required: false, listed: false, private: false, filters: null },
    { name: 'note', type: 'text', required: false, listed: false, private: false, filters: null },
  ] },
  'document': { name: 'document', main: false, owner: 'owner', owned: [], companions: null, fields: [
    { name: 'owner', type: 'owner', kinds: ['institution', 'person', 'agreement', 'event', 'follow-up'], required: true, listed: false, private: false, filters: null },
    { name: 'name', type: 'text', required: true, listed: false, private: false, filters: null },
    { name: 'use', type: 'choice', codes: ['signed', 'draft', 'annex', 'letter', 'minutes'], open: true, required: false, listed: false, private: false, filters: null },
    { name: 'language', type: 'language', required: false, listed: false, private: false, filters: null },
    { name: 'content-hash', type: 'text', required: true, listed: false, private: false, filters: null },
    { name: 'size', type: 'integer', max: 9007199254740991, required: true, listed: false, private: false, filters: null },
    { name: 'note', type: 'text', required: false, listed: false, private: false, filters: null },
  ] },
  'tag': { name: 'tag', main: true, owner: null, owned: ['alias'], companions: null, fields: [
    { name: 'name', type: 'text', required: true, listed: true, private: false, filters: null },
    { name: 'note', type: 'long-text', required: false, listed: false, private: false, filters: null },
  ] },
  'tagging': { name: 'tagging', main: false, owner: 'record', owned: [], companions: null, fields: [
    { name: 'record', type: 'owner', kinds: ['institution', 'person', 'agreement', 'event', 'follow-up'], required: true, listed: false, private: false, filters: null },
    { name: 'tag', type: 'reference', kinds: ['tag'], required: true, listed: false, private: false, filters: 'tag' },
  ] },
  'device': { name: 'device', main: false, owner: null, owned: [], companions: null, fields: [
    { name: 'name', type: 'text', required: true, listed: false, private: false, filters: null },
    { name: 'officer', type: 'text', required: true, listed: false, private: false, filters: null },
    { name: 'continues', type: 'reference', kinds: ['device'], required: false, listed: false, private: false, filters: null },
    { name: 'retired', type: 'boolean', required: false, listed: false, private: false, filters: null },
  ] },
  'alias': { name: 'alias', main: false, owner: 'record', owned: [], companions: null, fields: [
    { name: 'record', type: 'owner', kinds: ['institution', 'person', 'agreement', 'event', 'follow-up', 'tag'], required: true, listed: false, private: false, filters: null },
    { name: 'duplicate', type: 'reference', kinds: ['institution', 'person', 'agreement', 'event', 'follow-up', 'tag'], required: true, listed: false, private: false, filters: null },
  ] },
};

/** What an agreement's dates may mean. */
export const STATE_CODES: readonly string[] = ['not-yet', 'in-force', 'expiring', 'expired', 'terminated', 'never-concluded', 'unknown'];

/** What a file's name cannot hold: what separates, and what is not seen. */
export const UNFIT_FOR_NAMES = /[\u{2f}\u{5c}\u{3a}\u{2a}\u{3f}\u{22}\u{3c}\u{3e}\u{7c}\u{0}-\u{1f}\u{7f}-\u{9f}\u{ad}\u{34f}\u{61c}\u{115f}-\u{1160}\u{17b4}-\u{17b5}\u{180b}-\u{180f}\u{200b}\u{200e}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{2800}\u{3164}\u{fe00}-\u{fe0f}\u{feff}\u{ffa0}\u{fff0}-\u{fff8}\u{1bca0}-\u{1bca3}\u{e0000}-\u{e0fff}]+/gu;

// How a row that belongs to a record is read: what stands in the label's column, what
// beside it, and what after that in a quieter voice.
export interface RowFace {
  lead?: string;
  main: readonly string[];
  aside: readonly string[];
}

const faces: Record<string, RowFace> = {
  name: { lead: 'use', main: ['text'], aside: ['language', 'until'] },
  contact: { lead: 'medium', main: ['value'], aside: ['label', 'language'] },
  address: { lead: 'use', main: ['lines', 'postcode', 'city', 'country'], aside: [] },
  code: { lead: 'scheme', main: ['value'], aside: [] },
  membership: { lead: 'role', main: ['network'], aside: ['from', 'to', 'note'] },
  affiliation: { lead: 'role', main: ['institution'], aside: ['unit', 'from', 'to', 'note'] },
  'spoken-language': { lead: 'level', main: ['language'], aside: [] },
  participant: { lead: 'role', main: ['who'], aside: ['note'] },
  reminder: { main: ['on'], aside: [] },
  topic: { main: ['text'], aside: [] },
  party: { main: ['institution'], aside: ['signed'] },
  signatory: { lead: 'mode', main: ['name-at-signing'], aside: ['title-at-signing', 'signed'] },
  document: { lead: 'use', main: ['name'], aside: ['language', 'note'] },
};

export function faceOf(kind: string): RowFace {
  return faces[kind] ?? { main: [], aside: [] };
}

// Who changed what stands in a form, while one was typing into it.
import type { HistoryEntry } from '@/generated/wire';
import { rpc } from '@/platform';

export interface Teller {
  /** The officer's name. */
  name: string;
  /** Whether it was this laptop: another page of the same program. */
  here: boolean;
}

/** By `teller(record, field)`. */
export type Tellers = Readonly<Record<string, Teller>>;

export const tellerOf = (record: string | null, field: string) => `${record}/${field}`;

/** What changed while a form was open is among the newest entries; what is not has nobody named with it. */
const looked = 100;

/** Who last changed each field of a record and of its rows, as far as the newest of its history tells. */
export async function whoChanged(record: string): Promise<Tellers> {
  const { entries } = await rpc('history', { id: record, offset: 0, limit: looked });
  return tellersIn(entries);
}

/** The newest entry comes first, and is the one that counts. */
function tellersIn(entries: readonly HistoryEntry[]): Tellers {
  const tellers: Record<string, Teller> = {};
  for (const { author, here, changes } of entries) {
    for (const change of changes) {
      tellers[tellerOf(change.record, change.field)] ??= { name: author, here };
    }
  }
  return tellers;
}

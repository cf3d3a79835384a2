// The open follow-ups by when they are due, as one run of heads and rows of one height.
import type { Agenda, Row } from '@/generated/wire';
import { daysOn, t, today } from '@/i18n';
import { rpc } from '@/platform';
import { onChanged } from '@/state/changes';
import { setFields, undoing } from '@/state/deeds';
import { answer, attempt } from '@/state/failures';
import { hashOf } from '@/state/router.svelte';
import { toasts } from '@/state/toasts.svelte';

export type AgendaLine =
  | { type: 'head'; code: string; total: number }
  | { type: 'row'; row: Row }
  | { type: 'more'; code: string; count: number };

export class AgendaController {
  agenda = $state.raw<Agenda | null>(null);
  /** The line that has the keyboard; -1 for none. Never a head. */
  cursor = $state(-1);

  lines = $derived.by(() => {
    const lines: AgendaLine[] = [];
    for (const { code, total, rows } of this.agenda?.groups ?? []) {
      if (total === 0) continue;
      lines.push({ type: 'head', code, total });
      for (const row of rows) lines.push({ type: 'row', row });
      if (total > rows.length) lines.push({ type: 'more', code, count: total - rows.length });
    }
    return lines;
  });

  get current(): Row | undefined {
    const line = this.lines[this.cursor];
    return line?.type === 'row' ? line.row : undefined;
  }

  /** Loads, and again after every write, until the returned function is called. */
  follow(): () => void {
    let gone = false;
    const load = () => void this.load(() => gone);
    load();
    const stop = onChanged(load);
    return () => {
      gone = true;
      stop();
    };
  }

  /** An answer that comes when nobody looks any more is let go. */
  async load(gone = () => false): Promise<void> {
    const stoodOn = this.current?.id ?? null;
    try {
      const agenda = await rpc('agenda', {});
      if (gone()) return;
      this.agenda = agenda;
      if (stoodOn !== null) this.standOn(stoodOn);
    } catch (thrown) {
      answer(thrown);
    }
  }

  standOn(id: string | null): void {
    const at = this.lines.findIndex((line) => line.type === 'row' && line.row.id === id);
    this.cursor = at >= 0 ? at : Math.min(this.cursor, this.lines.length - 1);
  }

  /** Moves to the next row that way, over heads. */
  move(by: number): void {
    const step = by < 0 ? -1 : 1;
    let at = Math.min(this.lines.length - 1, Math.max(0, this.cursor + by));
    while (this.lines[at] && this.lines[at]?.type !== 'row') at += step;
    if (this.lines[at]) this.cursor = at;
  }
}

/** The days of each stretch, counted from today; open where null. */
const stretches: Record<string, readonly [from: number | null, to: number | null]> = {
  overdue: [null, -1],
  today: [0, 0],
  'within-7': [1, 7],
  'within-30': [8, 30],
  'within-90': [31, 90],
  later: [91, null],
};

/** Where all the open follow-ups of a stretch are: the plain list, filtered. */
export function listOf(code: string, now = today()): string {
  const span = stretches[code]?.map((days) => (days === null ? '' : daysOn(now, days)));
  const params = { as: 'list', 'f.state': 'open', 'f.due': span ? span.join('..') : '?' };
  return hashOf({ view: 'follow-up', id: null, mode: 'read', params });
}

/** Ticks a follow-up off, or takes the tick back. */
export async function setDone(row: Row, done: boolean): Promise<void> {
  const fields = done ? { state: 'done', 'done-on': today() } : { state: 'open', 'done-on': null };
  const changed = await attempt(() => setFields(row, fields));
  if (!changed) return;
  toasts.say({
    message: t(done ? 'follow-up-done' : 'follow-up-reopened', { title: row.title }),
    action: undoing(),
    passing: true,
  });
}

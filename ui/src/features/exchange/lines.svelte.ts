// What an import brings or brought: pages of its records as they are needed, and the one being read.
import { SvelteMap } from 'svelte/reactivity';
import type { ImportPreview, Line, LineDetail, LinesPage } from '@/generated/wire';
import { rpc } from '@/platform';
import { attempt } from '@/state/failures';

/** What happens to a record, the gravest first. */
export const effects = ['conflict', 'erased', 'deleted', 'new', 'changed'] as const;

export type Effect = (typeof effects)[number];

const pageSize = 100;

export class ImportLines {
  total = $state(0);
  /** Whether the first page has come. */
  ready = $state(false);
  /** The line that has the keyboard; -1 for none. */
  cursor = $state(-1);
  text = $state('');
  effect = $state<Effect | null>(null);
  counts = $state.raw<LinesPage['counts']>({});
  /** The line the keyboard is on, field by field. */
  detail = $state.raw<LineDetail | null>(null);

  #source: number | null;
  #onrenewed: (preview: ImportPreview) => void;
  #pages = new SvelteMap<number, readonly Line[]>();
  #asked = new Set<number>();
  /** Grows with every new question, so that late answers to an old one are dropped. */
  #turn = 0;

  /** Of the import of that number, or of the preview, which is made anew when the workspace has changed. */
  constructor(
    source: number | null,
    onrenewed: (preview: ImportPreview) => void = () => undefined,
  ) {
    this.#source = source;
    this.#onrenewed = onrenewed;
  }

  line(index: number): Line | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  get current(): Line | undefined {
    return this.cursor < 0 ? undefined : this.line(this.cursor);
  }

  /** Narrows to a text and to what happens. */
  async narrow(text: string, effect: Effect | null): Promise<void> {
    this.text = text;
    this.effect = effect;
    await this.reload();
  }

  /** Begins anew with the first page, and stands on its first line. */
  async reload(): Promise<void> {
    this.#turn += 1;
    this.#pages.clear();
    this.#asked.clear();
    this.cursor = -1;
    this.detail = null;
    await this.#load(0);
    if (this.total > 0) await this.stand(0);
  }

  /** Loads the lines about to be seen. */
  want(first: number, last: number): void {
    const end = Math.floor(last / pageSize);
    for (let page = Math.floor(first / pageSize); page <= end; page += 1) void this.#load(page);
  }

  /** Moves the keyboard to a line, and brings its fields. */
  async stand(index: number): Promise<void> {
    if (this.total === 0) return;
    this.cursor = Math.min(this.total - 1, Math.max(0, index));
    const turn = this.#turn;
    await this.#load(Math.floor(this.cursor / pageSize));
    const line = this.current;
    if (!line || turn !== this.#turn) return;
    const detail = await attempt(() => rpc('import_line', { import: this.#source, id: line.id }));
    if (detail?.renewed) return this.#renew(detail.renewed);
    if (detail && this.current?.id === line.id) this.detail = detail;
  }

  async #load(page: number): Promise<void> {
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    const turn = this.#turn;
    const found = await attempt(() =>
      rpc('import_lines', {
        import: this.#source,
        text: this.text.trim(),
        effect: this.effect,
        offset: page * pageSize,
        limit: pageSize,
      }),
    );
    if (!found || turn !== this.#turn) return;
    if (found.renewed && page > 0) return this.#renew(found.renewed);
    if (found.renewed) this.#onrenewed(found.renewed);
    this.#pages.set(page, found.lines);
    this.total = found.total;
    this.counts = found.counts;
    this.ready = true;
  }

  async #renew(preview: ImportPreview): Promise<void> {
    this.#onrenewed(preview);
    await this.reload();
  }
}

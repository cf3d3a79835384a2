// One long list: pages of it as they are needed, and where the keyboard stands in it.
import { SvelteMap } from 'svelte/reactivity';
import type { Filter, List, Page, Row } from '@/generated/wire';
import { rpc } from '@/platform';
import { answer } from './failures';

export interface ListQuery {
  kind: string;
  text?: string;
  filters?: Filter[];
  sort?: string;
  descending?: boolean;
  deleted?: boolean;
}

const pageSize = 100;

export class ListController {
  total = $state(0);
  /** Whether the first page has come: until then an empty list is not yet empty. */
  ready = $state(false);
  /** The row that has the keyboard; -1 for none. */
  cursor = $state(-1);

  #query: ListQuery;
  #pages = new SvelteMap<number, Row[]>();
  #asked = new Set<number>();
  /** Grows with every new question, so that late answers to an old one are dropped. */
  #turn = 0;
  /** The pages last seen: those that a reload brings first. */
  #seen = { first: 0, last: 0 };
  /** The record to stand on as soon as it is among the loaded rows. */
  #wanted: string | null = null;
  /** Whether it is worth asking on which page that is. */
  #mayBeFar = false;

  constructor(query: ListQuery) {
    this.#query = query;
  }

  get query(): ListQuery {
    return this.#query;
  }

  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  get current(): Row | undefined {
    return this.cursor < 0 ? undefined : this.row(this.cursor);
  }

  /** Asks something else: the list begins anew. */
  ask(query: ListQuery): void {
    if (JSON.stringify(query) === JSON.stringify(this.#query) && this.ready) return;
    this.#wanted = this.current?.id ?? this.#wanted;
    this.#query = query;
    this.#seen = { first: 0, last: 0 };
    this.cursor = -1;
    // Who narrows a list looks at its beginning, wherever the open record may be in it now.
    this.#mayBeFar = false;
    void this.#bring();
  }

  /** Brings what is seen anew; what stood there stays until the answer is here. */
  async reload(): Promise<void> {
    this.#wanted = this.current?.id ?? this.#wanted;
    this.#mayBeFar = true;
    await this.#bring();
  }

  async #bring(): Promise<void> {
    this.#turn += 1;
    this.#asked.clear();
    const turn = this.#turn;
    const { first, last } = this.#seen;
    const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const pages = await Promise.all(numbers.map((number) => this.#fetch(number)));
    if (turn !== this.#turn) return;
    this.#pages.clear();
    for (const [at, page] of pages.entries()) {
      if (page) this.#pages.set(first + at, page.rows);
    }
    this.total = pages.at(0)?.total ?? 0;
    this.ready = true;
    this.#settle();
  }

  /** Loads the rows about to be seen. */
  want(first: number, last: number): void {
    const pages = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) };
    this.#seen = pages;
    for (let number = pages.first; number <= pages.last; number += 1) void this.#load(number);
  }

  /** Moves the keyboard, and no farther than the list goes. */
  move(by: number): void {
    if (this.total === 0) return;
    this.#wanted = null;
    this.cursor = Math.min(this.total - 1, Math.max(0, this.cursor + by));
    this.want(this.cursor, this.cursor);
  }

  /** Stands on a record as soon as the page with it is here, if it is in the list. */
  standOn(id: string | null): void {
    this.#wanted = id;
    this.#mayBeFar = true;
    if (id === null) this.cursor = -1;
    else if (this.ready) this.#settle();
  }

  /** Stands on the record that is wanted, or looks for it. */
  #settle(): void {
    if (this.cursor >= this.total) this.cursor = this.total - 1;
    const wanted = this.#wanted;
    if (wanted === null || this.#standsOn(wanted) || !this.#mayBeFar) return;
    this.#mayBeFar = false;
    void this.#seek(wanted);
  }

  #standsOn(wanted: string): boolean {
    for (const [number, rows] of this.#pages) {
      const at = rows.findIndex((row) => row.id === wanted);
      if (at < 0) continue;
      this.cursor = number * pageSize + at;
      this.#wanted = null;
      return true;
    }
    return false;
  }

  /** Brings the page on which a record stands. */
  async #seek(id: string): Promise<void> {
    const turn = this.#turn;
    const page = await this.#fetch(0, id);
    if (!page || turn !== this.#turn) return;
    this.#keep(Math.floor(page.offset / pageSize), page);
  }

  #keep(number: number, page: Page): void {
    this.#asked.add(number);
    this.#pages.set(number, page.rows);
    this.total = page.total;
    this.ready = true;
    this.#settle();
  }

  async #load(number: number): Promise<void> {
    if (this.#pages.has(number) || this.#asked.has(number)) return;
    this.#asked.add(number);
    const turn = this.#turn;
    const page = await this.#fetch(number);
    if (page && turn === this.#turn) this.#keep(number, page);
  }

  async #fetch(number: number, around: string | null = null) {
    const { kind, text, filters, sort, descending, deleted } = this.#query;
    const question: List = {
      kind,
      text: text || null,
      filters: filters ?? [],
      sort: sort ?? null,
      descending: descending ?? false,
      offset: number * pageSize,
      around,
      limit: pageSize,
      deleted: deleted ?? false,
    };
    try {
      return await rpc('list', question);
    } catch (thrown) {
      answer(thrown);
      return undefined;
    }
  }
}

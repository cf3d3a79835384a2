// A colleague's bundle on its way in: looked at, narrowed down, taken.
import type { ImportPreview, ImportReport, Received } from '@/generated/wire';
import { rpc } from '@/platform';
import { tellChanged } from '@/state/changes';
import { LeavingOut } from './leaving.svelte';
import { ImportLines } from './lines.svelte';
import { LongWork } from '@/state/long-work.svelte';

export class Importing {
  looking = new LongWork<ImportPreview>();
  taking = new LongWork<ImportReport>();
  leaving = new LeavingOut();
  lines = $state.raw<ImportLines | null>(null);
  /** The bundle looked at, of which nothing may be known yet but that it is sealed. */
  path = $state('');
  passphrase = $state('');
  /** Bundles that were dropped together with it, to be looked at after it. */
  waiting = $state.raw<readonly string[]>([]);

  get preview(): ImportPreview | null {
    return this.looking.result;
  }

  /** Whether there is anything to take. */
  get hasNews(): boolean {
    const preview = this.preview;
    if (!preview) return false;
    return preview.new_commits + preview.early_commits + preview.documents > 0;
  }

  /** As `look`, unless it is what is being looked at. */
  async lookOnce(path: string): Promise<void> {
    if (path !== this.path || !this.busy) await this.look(path);
  }

  /** Whether a bundle has the page. */
  get busy(): boolean {
    return this.looking.busy || this.taking.busy || this.preview !== null;
  }

  /** Has bundles wait until they are asked for. */
  wait(paths: readonly string[]): void {
    const news = paths.filter((path) => path !== this.path && !this.waiting.includes(path));
    this.waiting = [...this.waiting, ...news];
  }

  /** Takes the next of those waiting; undefined if none is. */
  next(): string | undefined {
    const [next, ...others] = this.waiting;
    this.waiting = others;
    return next;
  }

  async look(path: string): Promise<void> {
    if (path !== this.path) this.passphrase = '';
    this.path = path;
    this.taking.forget();
    this.leaving.clear();
    this.lines = null;
    const preview = await this.looking.run(() => rpc('preview_import', this.#bundle()));
    if (!preview) return;
    this.lines = new ImportLines(null, (renewed) => (this.looking.result = renewed));
    await this.lines.reload();
  }

  /** Whether the last try ended since no backup could be made. */
  get lacksBackup(): boolean {
    return this.taking.failure?.kind === 'not-backed-up';
  }

  /** Takes in what is shown, without what is left out. True when it was done. */
  async take(without_backup = false): Promise<boolean> {
    const leave_out = this.leaving.list;
    const report = await this.taking.run(() =>
      rpc('apply_import', { bundle: this.#bundle(), as_shown: true, leave_out, without_backup }),
    );
    if (!report) return false;
    this.#close();
    if (report.applied) tellChanged(null);
    return true;
  }

  async leave(): Promise<void> {
    this.#close();
    await rpc('forget_import', {});
  }

  #bundle(): Received {
    return { path: this.path, passphrase: this.passphrase || null };
  }

  #close(): void {
    this.passphrase = '';
    this.looking.forget();
    this.leaving.clear();
    this.lines = null;
  }
}

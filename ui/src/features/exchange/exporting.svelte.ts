// A bundle for colleagues on its way out: what is chosen for it, and how far its writing has come.
import type { ExportReport } from '@/generated/wire';
import { rpc } from '@/platform';
import { ExportOptions } from './export-options.svelte';
import { LongWork } from '@/state/long-work.svelte';

export class Exporting {
  options = new ExportOptions();
  writing = new LongWork<ExportReport>();
  /** Whether problems are to be shown, since one has tried. */
  tried = $state(false);

  /** Whether it can be written as it stands; what keeps it from that is shown from then on. */
  ready(): boolean {
    this.tried = true;
    const { passphraseTooShort, partIsEmpty, readersMissing } = this.options;
    return !passphraseTooShort && !partIsEmpty && !readersMissing;
  }

  async write(path: string): Promise<void> {
    const { options } = this;
    const passphrase = options.seal === 'passphrase' ? options.passphrase : null;
    const bundling = { ...options.bundling, passphrase };
    const report = await this.writing.run(() => rpc('export_bundle', { path, bundling }));
    if (report) [options.passphrase, this.tried] = ['', false];
  }
}
